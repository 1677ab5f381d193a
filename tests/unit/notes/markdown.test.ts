import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NoteInline, type NoteNode, parseNote, plainOf } from '../../../src/core/notes/markdown';
import { LONGEST_NOTE } from '../../../src/shared/note-parts';

type Any = NoteNode | NoteInline;

/** Every node, in any depth. */
function all(nodes: readonly Any[]): Any[] {
  return nodes.flatMap((node) => {
    if ('children' in node) return [node, ...all(node.children)];
    return node.kind === 'list' ? [node, ...all(node.items.flat())] : [node];
  });
}

const text = (words: string): NoteInline => ({ kind: 'text', text: words });
const paragraph = (...children: NoteInline[]): NoteNode => ({ kind: 'paragraph', children });
const links = (source: string) =>
  all(parseNote(source)).flatMap((node) => (node.kind === 'link' ? [[node.to, node.address]] : []));

describe('a note in Markdown', () => {
  it('has paragraphs, lines, and words that stand out', () => {
    expect(parseNote('Në *Izbicë*,\n**28 mars** `1999`\n\nтако')).toEqual([
      paragraph(
        text('Në '),
        { kind: 'emphasis', children: [text('Izbicë')] },
        text(','),
        { kind: 'break' },
        { kind: 'strong', children: [text('28 mars')] },
        text(' '),
        { kind: 'inline-code', text: '1999' },
      ),
      paragraph(text('тако')),
    ]);
  });

  it('has headings, lists in lists, quotes, code and rules', () => {
    expect(parseNote('## Sources\n\n3. one\n   - two\n\n> *said*\n\n---\n\n```\n<b>\n```')).toEqual([
      { kind: 'heading', level: 2, children: [text('Sources')] },
      {
        kind: 'list',
        start: 3,
        items: [[paragraph(text('one')), { kind: 'list', start: null, items: [[paragraph(text('two'))]] }]],
      },
      { kind: 'quote', children: [paragraph({ kind: 'emphasis', children: [text('said')] })] },
      { kind: 'rule' },
      { kind: 'code', text: '<b>\n' },
    ]);
  });

  it('begins a numbered list at nought where it says so', () => {
    expect(parseNote('0. zero')).toMatchObject([{ start: 0 }]);
    expect(parseNote('1. one')).toMatchObject([{ start: 1 }]);
  });

  it('shows HTML as the text that it is', () => {
    const html = '<img src=x onerror=alert(1)> <script>alert(1)</script>';
    expect(parseNote(html)).toEqual([paragraph(text(html))]);
    expect(plainOf('<div>\n<b>word</b>\n</div>')).toBe('<div> <b>word</b> </div>');
  });

  it('leads to places in Paralel and to https addresses', () => {
    expect(
      links('[a](paralel:article/izbica-massacre?lang=sq) [b](https://example.org/a_b) <https://x.org>'),
    ).toEqual([
      ['place', 'paralel:article/izbica-massacre?lang=sq'],
      ['outside', 'https://example.org/a_b'],
      ['outside', 'https://x.org'],
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'http://example.org',
    'file:///etc/passwd',
    '//example.org',
    'https://localhost',
    'https://user@example.org',
    'https://',
    '#top',
    'a/b',
    '',
  ])('makes words of a link to “%s”', (address) => {
    expect(parseNote(`see [the *words*](<${address}>) here`)).toEqual([
      paragraph(text('see the '), { kind: 'emphasis', children: [text('words')] }, text(' here')),
    ]);
  });

  it('makes a link or words of a picture, and none inside another link', () => {
    expect(links('![A map](https://example.org/map.png)')).toEqual([
      ['outside', 'https://example.org/map.png'],
    ]);
    expect(plainOf('![A map](https://example.org/map.png)')).toBe('A map');
    expect(parseNote('![A map](map.png)')).toEqual([paragraph(text('A map'))]);
    expect(links('[![A map](https://example.org/map.png)](paralel:names)')).toEqual([
      ['place', 'paralel:names'],
    ]);
  });

  it('keeps in sight what lies deeper than anybody writes', () => {
    expect(plainOf('>'.repeat(10) + ' deep')).toBe('deep');
    expect(plainOf('>'.repeat(60) + ' deep')).toContain('deep');
    expect(plainOf(Array.from({ length: 60 }, (_, i) => `${'  '.repeat(i)}- item${i}`).join('\n'))).toContain(
      'item59',
    );
  });

  it('keeps in sight what is longer than a note can be, as it was typed', () => {
    const long = `**a** ${'x'.repeat(LONGEST_NOTE)}`;
    expect(parseNote(long)).toEqual([paragraph(text(long))]);
    expect(parseNote(`**a** ${'x'.repeat(100)}`)).toMatchObject([{ children: [{ kind: 'strong' }, {}] }]);
  });

  const many = (part: string) => part.repeat(LONGEST_NOTE / 2 / part.length);
  it.each([
    ['[', many('[')],
    ['*', many('*')],
    ['>', many('>')],
    ['- ', many('- ')],
    ['`', many('`')],
    ['<', many('<')],
    ['![', many('![')],
    ['**a ', many('**a ')],
    ['[a](', many('[a](')],
    ['strong in strong', `${many('*').slice(1)}a${many('*').slice(1)}`],
    ['pictures in pictures', `${'!['.repeat(20_000)}a${'](x)'.repeat(20_000)}`],
    ['links in links', `${'['.repeat(30_000)}a${'](x)'.repeat(30_000)}`],
  ])('of nothing but “%s” is read and not too deep for whoever shows it', (_, source) => {
    const depth = (nodes: readonly Any[]): number =>
      nodes.reduce((most, node) => {
        const inner: readonly Any[] =
          'children' in node ? node.children : node.kind === 'list' ? node.items.flat() : [];
        return Math.max(most, 1 + depth(inner));
      }, 0);
    expect(depth(parseNote(source))).toBeLessThan(100);
    expect(plainOf(source).length).toBeLessThanOrEqual(source.length);
  });
});

describe('the words of a note', () => {
  it('stand in one line without its marks', () => {
    expect(plainOf('# Qirez\n\n- *Ćirez*\n- [Ћирез](paralel:names/qirez)\n\n> said\n> so')).toBe(
      'Qirez Ćirez Ћирез said so',
    );
  });

  it('are nothing where there is nothing', () => {
    expect([plainOf(''), plainOf(' \n '), plainOf('---')]).toEqual(['', '', '']);
  });
});

describe('any note', () => {
  const mark = fc.constantFrom(
    '*', '**', '_', '`', '[', ']', '(', ')', '](', '![', '<', '>', '\n', '\n\n', '- ', '1. ', '# ', '> ', '```\n', '---\n',
    '\\', '&amp;', '&#0;', '    ', 'javascript:', 'https://', 'paralel:names', 'http://a.b', 'a.b', '<script>', '\u202e', '\0',
  ); // prettier-ignore
  const source = fc
    .array(fc.oneof({ weight: 3, arbitrary: mark }, fc.string({ unit: 'grapheme', maxLength: 5 })), {
      maxLength: 40,
    })
    .map((parts) => parts.join(''));

  it('can be read, and links to nothing but places and https', () => {
    fc.assert(
      fc.property(source, (given) => {
        for (const [to, address] of links(given))
          expect(address).toMatch(
            to === 'place' ? /^paralel:[^\s\\]*$/i : /^https:\/\/[^\s\\@/]+\.[^\s\\]+/i,
          );
        for (const node of all(parseNote(given)))
          if (node.kind === 'link')
            expect(all(node.children).filter(({ kind }) => kind === 'link')).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('loses its marks and no word in one line', () => {
    const word = fc.stringMatching(/^[a-zëçšđžа-я]{1,8}$/u);
    const marked = fc.oneof(
      word.map((one) => [one, one] as const),
      word.map((one) => [`**${one}**`, one] as const),
      word.map((one) => [`*${one}*`, one] as const),
      word.map((one) => [`\`${one}\``, one] as const),
      word.map((one) => [`[${one}](paralel:names)`, one] as const),
      word.map((one) => [`[${one}](javascript:void)`, one] as const),
      word.map((one) => [`![${one}](https://example.org)`, one] as const),
    );
    const block = fc.constantFrom('', '> ', '- ', '1. ', '### ');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(block, fc.array(marked, { minLength: 1, maxLength: 5 })), { maxLength: 5 }),
        (blocks) => {
          const written = blocks
            .map(([before, words]) => before + words.map(([one]) => one).join(' '))
            .join('\n\n');
          expect(plainOf(written)).toBe(blocks.flatMap(([, words]) => words.map(([, one]) => one)).join(' '));
        },
      ),
    );
  });
});
