import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { notesCsv } from '../../../../src/core/exchange/notes/csv';
import { notesHtml } from '../../../../src/core/exchange/notes/html';
import { notesMarkdown } from '../../../../src/core/exchange/notes/markdown';
import { markdownText } from '../../../../src/core/exchange/notes/markdown-text';
import { writeNotes } from '../../../../src/core/exchange/notes/write';
import { unguard } from '../../../../src/core/exchange/table/guard';
import { splitList } from '../../../../src/core/exchange/table/list';
import { type NoteNode, parseNote, plainOf } from '../../../../src/core/notes/markdown';
import { LANGS } from '../../../../src/shared/lang';
import {
  ALBANIAN,
  ALL,
  anyNotes,
  anyText,
  ENGLISH,
  exported,
  ON_NAME,
  OPTIONS,
  SERBIAN_CYRILLIC,
  SERBIAN_LATIN,
  textOf,
} from './exported';

const markdown = (...notes: Parameters<typeof notesMarkdown>[0]) => notesMarkdown(notes, OPTIONS);
const html = (...notes: Parameters<typeof notesHtml>[0]) => notesHtml(notes, OPTIONS);
const FIGURE = exported(
  { on: 'figure', article: 'izbica-massacre', figure: 'izbica-dead' },
  { title: 'civilians dead', text: 'Who counted?' },
);

describe('the Markdown document', () => {
  it('has a heading for each article, and the quotes in their language', () => {
    const document = notesMarkdown(ALL, { ...OPTIONS, lang: 'sq' });
    expect(document).toContain('# Shënime: Drenica 1998–1999\n');
    expect(document.match(/^## .*$/gm)).toEqual(['## Masakra e Izbicës', '## Emra']);
    expect(document).toContain('\n### Rrethanat\n\n> të paktën 93 shqiptarë të Kosovës\n');
    expect(document).toContain('\n> najmanje 93 kosovska Albanca\n');
    expect(document).toContain('\n> најмање 93 косовска Албанца\n');
    expect(document).toContain('\n> at least 93 Kosovar Albanians\n');
    expect(document).toContain('\n### Izbica\n');
  });

  it('says in words what does not stand where it was written, and only of that', () => {
    expect(markdown(SERBIAN_LATIN)).toContain(
      '*The text has changed since; the place was found again, 87% sure.*',
    );
    expect(markdown(SERBIAN_CYRILLIC)).toContain('*The place was not found in the text as it is now;');
    expect(markdown(ENGLISH)).not.toMatch(/^\*/m);
    expect(markdown({ ...ENGLISH, removed: true, copyOf: ALBANIAN.id })).toMatch(
      /\*A copy: .*\*\n\n\*Deleted\.\*/,
    );
  });

  it('has the text as it was marked, the tags as tags, and a way back into Paralel', () => {
    const document = markdown(ALBANIAN);
    expect(document).toContain('Shih *edhe* [tabelën](paralel:article/drenica-massacres?lang=sq).');
    expect(document).toContain('\n#për-t-u-krahasuar #_93\n');
    expect(document).toContain('[Open in Paralel](paralel:article/izbica-massacre?lang=sq)');
    expect(document).toMatch(/\nAlbanian · Green · 20 November 2026, \d\d:\d\d · Arta Ç\. · /);
  });

  it('says what a note without a quote is on', () => {
    expect(markdown(FIGURE)).toContain('**On the figure: civilians dead**');
    const block = {
      on: 'block',
      article: 'a',
      lang: 'sq',
      edition: '1',
      block: 'lead-1',
      exact: 'Masakra e Izbicës',
    };
    expect(markdown(exported(block))).toContain('**On the paragraph that begins:**\n\n> Masakra e Izbicës');
    expect(markdown(exported({ on: 'article', article: 'a', lang: 'sq' }))).toContain(
      '**On the whole article**',
    );
  });

  it('says which article the library has no more', () => {
    const document = markdown({ ...SERBIAN_CYRILLIC, title: null });
    expect(document).toContain('## “izbica-massacre”, which the library no longer has');
    expect(document).not.toContain('paralel:');
  });

  it('gives the article its name where its first note is on a figure', () => {
    expect(markdown(FIGURE, ENGLISH)).toContain('\n## Izbica massacre\n');
    expect(markdown(FIGURE)).toContain('\n## izbica-massacre\n');
  });

  it('speaks each of the languages, Serbian in both scripts', () => {
    const first = LANGS.map((lang) =>
      notesMarkdown([SERBIAN_CYRILLIC], { ...OPTIONS, lang })
        .split('\n')
        .slice(0, 4),
    );
    expect(first.map(([title]) => title)).toEqual([
      '# Notes: Drenica 1998–1999',
      '# Shënime: Drenica 1998–1999',
      '# Белешке: Drenica 1998–1999',
      '# Beleške: Drenica 1998–1999',
    ]);
    expect(first.map(([, , , count]) => count)).toEqual([
      'Number of notes: 1',
      'Numri i shënimeve: 1',
      'Број белешки: 1',
      'Broj beleški: 1',
    ]);
  });

  it('lets no note end its quote, make headings of its own or bring in HTML', () => {
    const document = markdown({
      ...ALBANIAN,
      quote: 'a\n# b\n\n    c\n<script>alert(1)</script>',
      text: '# Mine\n\n<img src=x onerror=alert(1)>\n\n```\nnever closed # x',
      tags: ['<b>', '"#', '#x y'],
    });
    expect(document).toContain('> a\n> \\# b\n> c\n> \\<script>alert(1)\\</script>');
    expect(document).toContain('\n#### Mine\n\n\\<img src=x onerror=alert(1)>');
    expect(document).toContain('```\nnever closed # x\n```\n');
    expect(document).toContain('\n#b "# #x-y\n');
    expect(document.match(/^#+ /gm)).toEqual(['# ', '## ', '### ', '#### ']);
  });

  it('is only what it seems to be, read again as Markdown, whatever is in the notes', () => {
    const linksIn = (nodes: readonly unknown[]): string[] =>
      Array.from(JSON.stringify(nodes).matchAll(/"address":"([^"]*)"/g), ([, address]) => address ?? '');
    fc.assert(
      fc.property(anyNotes, (notes) => {
        const document = parseNote(notesMarkdown(notes, OPTIONS));
        const own = document.filter((node) => node.kind === 'heading' && node.level <= 2);
        expect(own.length).toBe(1 + new Set(notes.map(({ article }) => article)).size);
        for (const address of linksIn(document)) expect(address).toMatch(/^(?:paralel:|https:)/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('text put into Markdown', () => {
  it('shows just what it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = text.replace(/[\s\u2028]+/gu, ' ').trim();
        const nodes = parseNote(markdownText(line));
        expect(nodes.every(({ kind }) => kind === 'paragraph')).toBe(true);
        expect(plainOf(markdownText(line))).toBe(line.replace(/\s+/gu, ' '));
        expect(kindsIn(nodes)).toEqual(line === '' ? [] : ['text']);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['#tag and #1', '\\#tag and \\#1'], ['a %%hidden%% b', 'a \\%\\%hidden\\%\\% b'], ['$x$', '\\$x\\$'],
    ['==marked==', '\\=\\=marked\\=\\='], ['[[Izbica]]', '\\[\\[Izbica\\]\\]'], ['100 % sure = yes', '100 % sure = yes'],
    ['snake_case', 'snake_case'], ['28. mars', '28\\. mars'], ['- a', '\\- a'], ['5 < 6 & 7', '5 \\< 6 & 7'], ['&lt;', '\\&lt;'],
  ])('writes %s as %s', (text, written) => {
    expect(markdownText(text)).toBe(written);
  }); // prettier-ignore
});

const kindsIn = (nodes: readonly NoteNode[]): string[] => [
  ...new Set(
    nodes.flatMap((node) => ('children' in node ? node.children.map(({ kind }) => kind) : [node.kind])),
  ),
];

describe('the page of HTML', () => {
  it('says the language of each quote and of itself', () => {
    const page = notesHtml(ALL, { ...OPTIONS, lang: 'sr-Latn' });
    expect(page).toMatch(/^<!doctype html>\n<html lang="sr-Latn">/);
    for (const { quote, quoteLang } of [ALBANIAN, SERBIAN_LATIN, SERBIAN_CYRILLIC, ENGLISH])
      expect(page).toContain(`<blockquote lang="${quoteLang}"><p>${quote}</p></blockquote>`);
    const standing = { ...ALBANIAN, at: { lang: 'sq' as const, block: 'lead-2', start: 1, end: 9 } };
    expect(html(standing)).toContain('<h3 lang="sq">Rrethanat</h3>');
    expect(html(standing)).toContain('href="paralel:article/izbica-massacre?lang=sq&amp;block=lead-2"');
    expect(page).toContain('<h1>Beleške: Drenica 1998–1999</h1>');
    expect(page).toContain('<article class="violet"');
  });

  it('shows what was marked, and the state in words', () => {
    const page = html({ ...ALBANIAN, text: '# A\n\n1. *b*\n2. **c**\n\n> d\n\n`e`\n\n```\nf < g\n```\n\n---\n\nh\ni' }, SERBIAN_CYRILLIC);
    for (const part of ['<h4>A</h4>', '<ol start="1"><li>', '<em>b</em>', '<strong>c</strong>', '<blockquote><p>d</p></blockquote>',
      '<code>e</code>', '<pre><code>f &lt; g\n</code></pre>', '<hr>', 'h<br>i', '<li>93</li>', 'The place was not found'])
      expect(page).toContain(part);
  }); // prettier-ignore

  it('links only into Paralel and to https', () => {
    const page = html({
      ...ALBANIAN,
      text: '[a](javascript:alert(1)) [b](http://x.org) [c](https://x.org/?a="b") ![d](data:text/html,x)',
    });
    expect(Array.from(page.matchAll(/href="([^"]*)"/g), ([, href]) => href)).toEqual([
      'https://x.org/?a=%22b%22',
      'paralel:article/izbica-massacre?lang=sq',
    ]);
    expect(page).not.toMatch(/<img|javascript:|src=/);
  });

  it('forbids scripts and asks for nothing', () => {
    expect(html(ALBANIAN)).toContain("content=\"default-src 'none'; style-src 'unsafe-inline';");
    expect(html(ALBANIAN)).not.toMatch(/<script|<link|<img|url\(|@import/i);
  });

  it('lets nothing end an attribute', () => {
    expect(notesHtml([], { ...OPTIONS, version: '1" onload="x' })).toContain(
      'content="Paralel 1&quot; onload=&quot;x"',
    );
  });

  it('leaves what is filled into a Serbian sentence in its own script', () => {
    const page = notesHtml([], { ...OPTIONS, lang: 'sr-Latn', library: 'Дреница' });
    expect(page).toContain('<h1>Beleške: Дреница</h1>');
  });

  it('escapes whatever somebody wrote', () => {
    const KNOWN =
      /^<(?:\/?(?:html|head|title|style|body|header|main|section|article|h[1-6]|p|br|blockquote|div|ul|ol|li|strong|em|code|pre|a|hr)|!doctype html|meta)(?: (?:lang|charset|http-equiv|content|name|class|id|href|rel|start)="[^"<>]*")*>$/;
    fc.assert(
      fc.property(anyNotes, (notes) => {
        const page = notesHtml(notes, { ...OPTIONS, library: notes[0]?.text ?? '' });
        const tags = page.replace(/<style>[^]*?<\/style>/, '').match(/<[^>]*>?/g) ?? [];
        expect(tags.filter((tag) => !KNOWN.test(tag))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the table', () => {
  const rowsOf = (bytes: Uint8Array) => parse(textOf(bytes).replace(/^\uFEFF/, ''));
  const columns = (rows: readonly (readonly string[])[]) =>
    rows.slice(1).map((row) => Object.fromEntries((rows[0] ?? []).map((name, at) => [name, row[at] ?? ''])));

  it('has a row for each note, with everything about its place', () => {
    const [albanian, latin, , , name] = columns(rowsOf(notesCsv(ALL)));
    expect(albanian).toMatchObject({
      on: 'quote', article: 'izbica-massacre', title: 'Masakra e Izbicës', lang: 'sq', block: 'lead-2', state: 'anchored',
      quote: 'të paktën 93 shqiptarë të Kosovës', prefix: 'në masakër kishin vdekur ', score: '', by: 'Arta Ç.',
      text: ALBANIAN.text, tags: 'për t’u krahasuar; 93', colour: 'green', id: ALBANIAN.id, created: ALBANIAN.created,
    });
    expect(latin).toMatchObject({ lang: 'sr-Latn', prefix: 'život izgubila ', suffix: '. Većinom su to', score: '0.874' });
    expect(name).toMatchObject({ on: 'entity', entity: 'pl-izbica', article: '', quote: '' });
  }); // prettier-ignore

  it('has no cell that a spreadsheet would take for a formula, and loses nothing by that', () => {
    const evil = {
      ...ENGLISH,
      text: '=HYPERLINK("https://x.org")',
      tags: ['@a', 'b; c'],
      by: '+1',
      quote: '-2+3',
    };
    const [row] = columns(rowsOf(notesCsv([evil])));
    expect(row).toMatchObject({ text: '\'=HYPERLINK("https://x.org")', by: "'+1", quote: "'-2+3" });
    expect(splitList(unguard(row?.tags ?? ''))).toEqual(['@a', 'b; c']);
  });

  it('has every cell whole, whatever is in it', () => {
    fc.assert(
      fc.property(anyNotes, (notes) => {
        const rows = columns(rowsOf(notesCsv(notes)));
        expect(rows.map(({ text, id }) => [unguard(text ?? ''), id])).toEqual(
          notes.map(({ text, id }) => [text, id]),
        );
      }),
      { numRuns: 200 },
    );
  });
});

it('names the file that each format makes', () => {
  const formats = ['webannotation', 'annotations', 'markdown', 'html', 'csv'] as const;
  expect(formats.map((format) => writeNotes(format, [ON_NAME], OPTIONS).extension)).toEqual([
    'jsonld',
    'annotations',
    'md',
    'html',
    'csv',
  ]);
});
