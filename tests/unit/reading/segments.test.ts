import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entityBriefSchema, type EntityBrief, type NamesDisplay } from '../../../src/shared/contract';
import { blockSchema, type Block } from '../../../src/shared/domain';
import type { Lang } from '../../../src/shared/lang';
import {
  blockSegments,
  type Display,
  firstMentions,
  type Segment,
  segmentsOf,
} from '../../../src/renderer/reading/segments';

function brief(id: string, names: Partial<Record<Lang, string>>, definite?: string): EntityBrief {
  const preferred = Object.entries(names).map(([lang, text]) => [lang, { text, certainty: 'verified' }]);
  return entityBriefSchema.parse({
    id,
    type: 'village',
    preferred: Object.fromEntries(preferred),
    ...(definite && { definite: { text: definite, certainty: 'verified' } }),
  });
}

const IZBICA = brief(
  'pl-izbica',
  { en: 'Izbica', sq: 'Izbicë', 'sr-Latn': 'Izbica', 'sr-Cyrl': 'Избица' },
  'Izbica',
);
const DRENAS = brief(
  'pl-drenas',
  { en: 'Drenas', sq: 'Drenas', 'sr-Latn': 'Glogovac', 'sr-Cyrl': 'Глоговац' },
  'Drenasi',
);
const MASSACRE = brief(
  'ev-izbica',
  {
    en: 'Izbica massacre',
    sq: 'masakër e Izbicës',
    'sr-Latn': 'Masakr u Izbici',
    'sr-Cyrl': 'Масакр у Избици',
  },
  'Masakra e Izbicës',
);
const FORCES = brief('or-fry-forces', {
  en: 'FR Yugoslavia security forces',
  'sr-Cyrl': 'снаге безбедности СРЈ',
});
const ENTITIES = [IZBICA, DRENAS, MASSACRE, FORCES];

/** `[[pl-izbica|Izbica]]` as in the library's files. */
function block(id: string, marked: string, type: Block['type'] = 'paragraph'): Block {
  const mentions: unknown[] = [];
  let text = '';
  for (const part of marked.split(/(\[\[.*?\]\])/)) {
    const [, entity, name] = /\[\[(.*)\|(.*)\]\]/.exec(part) ?? [];
    if (name !== undefined)
      mentions.push({ entity, text: name, start: text.length, end: text.length + name.length });
    text += name ?? part;
  }
  return blockSchema.parse({
    id,
    type,
    ...(type === 'heading' && { level: 2 }),
    text,
    mentions,
    citations: [],
  });
}

function shown(marked: string | string[], lang: Lang, mode: NamesDisplay): string {
  const blocks = [marked].flat().map((text, index) => block(`b-${index}`, text));
  const segments = blockSegments({ lang, blocks, facts: [], entities: ENTITIES }, mode);
  return [...segments.values()].map((parts) => parts.map(textOf).join('')).join('\n');
}

function textOf(segment: Segment): string {
  if (segment.kind !== 'name') return segment.text;
  return segment.shown + (segment.gloss ? ` (${segment.gloss.map(({ text }) => text).join(' · ')})` : '');
}

function names(marked: string, lang: Lang, mode: NamesDisplay) {
  const { text, mentions } = block('b', marked);
  const firsts = firstMentions([{ type: 'paragraph', mentions }]);
  const display: Display = {
    mode,
    lang,
    entities: new Map(ENTITIES.map((entity) => [entity.id, entity])),
    firsts,
  };
  return segmentsOf({ text, mentions }, display).filter((segment) => segment.kind === 'name');
}

describe('names in the text', () => {
  it('are as the text writes them, unless asked otherwise', () => {
    expect(shown('in the village of [[pl-izbica|Izbica]].', 'en', 'as-written')).toBe(
      'in the village of Izbica.',
    );
  });

  it('can all be shown in one language, with what is written kept', () => {
    expect(shown('near [[pl-drenas|Drenas]] and [[pl-izbica|Izbica]]', 'en', 'sr-Cyrl')).toBe(
      'near Глоговац and Избица',
    );
    const [drenas] = names('near [[pl-drenas|Drenas]]', 'en', 'sr-Cyrl');
    expect(drenas).toMatchObject({
      shown: 'Глоговац',
      original: 'Drenas',
      lang: 'sr-Cyrl',
      start: 5,
      end: 11,
    });
  });

  it('keep the cases of an edition that is in the chosen language', () => {
    expect(shown('në fshatin [[pl-izbica|Izbicës]]', 'sq', 'sq')).toBe('në fshatin Izbicës');
    expect(shown('у [[pl-izbica|Избици]]', 'sr-Cyrl', 'sr-Latn')).toBe('у Izbici');
    expect(shown('u [[pl-izbica|Izbici]]', 'sr-Latn', 'sr-Cyrl')).toBe('u Избици');
    // A description says the same in the other script.
    expect(shown('у [[ev-izbica|масакру]] које су [[or-fry-forces|владине снаге]]', 'sr-Cyrl', 'sr-Latn')).toBe('у masakru које су vladine snage'); // prettier-ignore
  });

  it('stay as written where the gazetteer has no name in the language', () => {
    expect(shown('the [[or-fry-forces|FR Yugoslavia security forces]]', 'en', 'sq')).toBe(
      'the FR Yugoslavia security forces',
    );
  });

  it('are not put in place of a description, which would say another thing', () => {
    expect(shown('the [[or-fry-forces|government forces]]', 'en', 'sr-Cyrl')).toBe('the government forces');
    expect(shown('the [[or-fry-forces|FR Yugoslavia security forces]]', 'en', 'sr-Cyrl')).toBe(
      'the снаге безбедности СРЈ',
    );
  });

  it('are not put in place of a form that the text quotes', () => {
    expect(shown('(“[[pl-drenas|Glogovac]]” in the document)', 'en', 'sq')).toBe(
      '(“Glogovac” in the document)',
    );
    const cited =
      'The [[ev-izbica|Izbica massacre]] (Albanian: [[ev-izbica|Masakra e Izbicës]]; Serbian: [[ev-izbica|Масакр у Избици]])';
    expect(shown(cited, 'en', 'sr-Latn')).toBe(
      'The Masakr u Izbici (Albanian: Masakra e Izbicës; Serbian: Масакр у Избици)',
    );
  });

  it('are not said twice where the text says them in brackets itself', () => {
    const glossed =
      '[[ev-izbica|Масакр у Избици]] (албански: [[ev-izbica|Masakra e Izbicës]]) и [[ev-izbica|Масакр у Избици]]';
    expect(shown(glossed, 'sr-Cyrl', 'sq')).toBe(
      'Масакр у Избици (албански: Masakra e Izbicës) и Masakra e Izbicës',
    );
  });

  it('of events are cited in the Albanian definite', () => {
    expect(shown('the [[ev-izbica|Izbica massacre]]', 'en', 'sq')).toBe('the Masakra e Izbicës');
  });

  it('carry the language that they are written in', () => {
    expect(names('[[pl-izbica|Izbica]]', 'en', 'as-written')[0]?.lang).toBe('en');
    const { mentions, ...quoting } = block('p', '[[ev-izbica|Masakra e Izbicës]]');
    const quoted = { ...quoting, mentions: mentions.map((mention) => ({ ...mention, lang: 'sq' as const })) };
    const segments = blockSegments(
      { lang: 'en', blocks: [quoted], facts: [], entities: ENTITIES },
      'as-written',
    );
    expect(segments.get('p')).toMatchObject([{ kind: 'name', shown: 'Masakra e Izbicës', lang: 'sq' }]);
  });
});

describe('explaining names', () => {
  it('gives the other spellings once, at the first mention', () => {
    const text = ['[[pl-izbica|Izbica]] lies in Drenica.', '[[pl-izbica|Izbica]] again.'];
    expect(shown(text, 'en', 'gloss')).toBe('Izbica (Izbicë · Избица) lies in Drenica.\nIzbica again.');
  });

  it('gives both scripts of Serbian where they differ from what is shown', () => {
    expect(shown('[[pl-drenas|Drenas]]', 'en', 'gloss')).toBe('Drenas (Глоговац · Glogovac)');
  });

  it('leaves headings alone', () => {
    const blocks = [block('h', '[[pl-izbica|Izbica]]', 'heading'), block('p', '[[pl-izbica|Izbica]]')];
    const segments = blockSegments({ lang: 'en', blocks, facts: [], entities: ENTITIES }, 'gloss');
    expect(segments.get('h')?.map(textOf).join('')).toBe('Izbica');
    expect(segments.get('p')?.map(textOf).join('')).toBe('Izbica (Izbicë · Избица)');
  });
});

describe('first mentions', () => {
  it('are counted anew in each section', () => {
    const blocks = [
      block('a', '[[pl-izbica|Izbica]] and [[pl-izbica|Izbica]]'),
      block('h', 'Background', 'heading'),
      block('b', '[[pl-izbica|Izbica]]'),
    ];
    const { inArticle, inSection } = firstMentions(blocks);
    expect(
      blocks.flatMap(({ mentions }) =>
        mentions.map((mention) => [inArticle.has(mention), inSection.has(mention)]),
      ),
    ).toEqual([
      [true, true],
      [false, false],
      [false, true],
    ]);
  });
});

const modes = fc.constantFrom<NamesDisplay>('as-written', 'gloss', 'en', 'sq', 'sr-Latn', 'sr-Cyrl');
const langs = fc.constantFrom<Lang>('en', 'sq', 'sr-Latn', 'sr-Cyrl');
/** Any mentions at all, also overlapping, empty and outside of the text. */
const richTexts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).chain((text) => {
  const position = fc.nat(text.length + 2);
  const entity = fc.constantFrom(...ENTITIES.map(({ id }) => id));
  const mention = fc.record({ start: position, end: position, entity, text: fc.string() });
  return fc.record({ text: fc.constant(text), mentions: fc.array(mention, { maxLength: 8 }) });
});

describe('segments of any text', () => {
  it('adjoin, cover the text and keep it, whatever the names are shown as', () => {
    fc.assert(
      fc.property(richTexts, modes, langs, ({ text, mentions }, mode, lang) => {
        const firsts = firstMentions([{ type: 'paragraph', mentions }]);
        const entities = new Map(ENTITIES.map((entity) => [entity.id, entity]));
        const segments = segmentsOf({ text, mentions }, { mode, lang, entities, firsts });
        expect(
          segments.map((segment) => (segment.kind === 'name' ? segment.original : segment.text)).join(''),
        ).toBe(text);
        let at = 0;
        for (const { start, end } of segments) {
          expect(start).toBe(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBe(text.length);
      }),
    );
  });
});
