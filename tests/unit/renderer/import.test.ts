import { describe, expect, it } from 'vitest';
import { csv } from '../../../src/core/exchange/table/csv';
import { applyImport } from '../../../src/core/exchange/plan/apply';
import { planImport } from '../../../src/core/exchange/plan/plan';
import { NAME_FORMATS, lackOf, requestOf } from '../../../src/renderer/components/exchange/export-request';
import {
  givenFile,
  isReadable,
  MOST_BYTES,
  READ_FORMATS,
} from '../../../src/renderer/components/exchange/given-file';
import {
  type Choice,
  decisionsOf,
  effectOf,
  NOTHING_CHOSEN,
  stepOf,
  stillChosen,
  tally,
} from '../../../src/renderer/components/exchange/import-choices';
import { bySeverity, placeKey, spoken } from '../../../src/renderer/components/exchange/sentences';
import {
  exportRequestSchema,
  givenFileSchema,
  NAME_FORMATS as CONTRACT_FORMATS,
  type PlannedItem,
  plannedItemSchema,
  READ_FORMATS as CONTRACT_READS,
} from '../../../src/shared/exchange';
import { keptEntitySchema, sourceSchema } from '../../../src/shared/domain';

const source = (id: string) => sourceSchema.parse({ id, kind: 'document', title: id });
const kept = (id: string, names: readonly (readonly [lang: string, text: string])[]) =>
  keptEntitySchema.parse({
    id,
    type: 'village',
    names: names.map(([lang, text]) => ({
      lang,
      text,
      kind: 'preferred',
      form: lang === 'sq' ? 'indefinite' : 'base',
      sources: ['own'],
      certainty: 'verified',
    })),
  });

const existing = {
  entities: [
    kept('pl-poklek', [['sq', 'Poklek']]),
    kept('pl-izbica', [['sq', 'Izbicë']]),
    kept('pl-drenas', [['sq', 'Drenas']]),
  ],
  sources: [source('own')],
};

function planOf(rows: readonly string[]) {
  const text = ['id,type,lang,name,kind,form', ...rows].join('\r\n');
  const reading = csv.read?.(new TextEncoder().encode(text), {});
  if (!reading) throw new Error('CSV is not read');
  return planImport(existing, reading, source('file'));
}

const shown = (plan: ReturnType<typeof planOf>): PlannedItem[] =>
  plan.items.map((item) => plannedItemSchema.parse(item));
const choice = (own: Partial<Choice>): Choice => ({ ...NOTHING_CHOSEN, ...own });

/** What is there already, a name that is another’s too, something without a kind, and what asks nothing. */
const ROWS = [
  ',village,sq,Poklek,preferred,indefinite',
  'pl-izbica,village,sq,Izbicë,preferred,indefinite',
  'pl-izbica,village,sq,Drenas,variant,indefinite',
  'x1,,sq,Rakinicë,preferred,indefinite',
  'pl-vasileve,village,sq,Vasilevë,preferred,indefinite',
  'pl-vasileve,village,sr-Latn,Vasiljevo,preferred,base',
];

describe('what is chosen of a file', () => {
  const plan = planOf(ROWS);
  const [, izbica, rakinice, vasileve] = shown(plan);
  if (!izbica || !rakinice || !vasileve) throw new Error('four entities were to be read');

  it('is nothing to begin with: whatever asks something is undecided', () => {
    expect([izbica, rakinice, vasileve].map((item) => effectOf(item, NOTHING_CHOSEN))).toEqual([
      'undecided',
      'undecided',
      'added',
    ]);
    expect(stepOf(rakinice, NOTHING_CHOSEN).asksType).toBe(true);
    expect(decisionsOf([izbica, rakinice, vasileve], new Map())).toEqual({});
  });

  it('keeps or leaves out a name that is another’s too', () => {
    const [homonym] = stepOf(izbica, NOTHING_CHOSEN).homonyms;
    const answered = (given: 'keep' | 'leave') => choice({ homonyms: { [homonym?.change ?? '']: given } });
    expect(effectOf(izbica, answered('keep'))).toBe('changed');
    expect(effectOf(izbica, answered('leave'))).toBe('left');
  });

  it('adds nothing of which every name was left out', () => {
    const all = vasileve.changes.map(({ id }) => id);
    expect(effectOf(vasileve, choice({ without: all.slice(0, 1) }))).toBe('added');
    expect(effectOf(vasileve, choice({ without: all }))).toBe('left');
    expect(effectOf(vasileve, choice({ isSkipped: true }))).toBe('left');
  });

  /** Every way to answer: the window says of each what the library then does. */
  it('comes to what the library makes of it', () => {
    const asking = planOf([
      'p,village,sq,Poklek,preferred,indefinite',
      'p,village,sr-Latn,Poklek,preferred,base',
      'p,village,sq,Drenas,variant,indefinite',
      ...ROWS.slice(1),
    ]);
    const items = shown(asking);
    const ways: Partial<Choice>[] = items.flatMap((item) => {
      const candidates = item.conflicts.flatMap((one) => (one.code === 'same-as' ? one.candidates : []));
      const ids = [...item.changes, ...candidates.flatMap(({ changes }) => changes)].map(({ id }) => id);
      const homonyms = [
        {},
        Object.fromEntries(ids.map((id) => [id, 'keep' as const])),
        Object.fromEntries(ids.map((id) => [id, 'leave' as const])),
      ];
      return [undefined, 'new' as const, ...candidates.map(({ id }) => id)].flatMap((as) =>
        homonyms.flatMap((answers) =>
          [[], ids, ids.slice(0, 1)].flatMap((without) =>
            [undefined, 'village' as const].map((type) => ({
              ...(as && { as }),
              ...(type && { type }),
              homonyms: answers,
              without,
            })),
          ),
        ),
      );
    });
    const seen = new Set<string>();
    for (const way of ways)
      for (const item of items) {
        const others = new Map(items.map(({ key }) => [key, choice({ isSkipped: key !== item.key })]));
        others.set(item.key, choice(way));
        const done = applyImport(existing, asking, decisionsOf(items, others));
        const did = done.undecided.includes(item.key)
          ? 'undecided'
          : done.added.length > 0
            ? 'added'
            : done.changed.length > 0
              ? 'changed'
              : 'left';
        seen.add(did);
        expect([item.name, way, effectOf(item, choice(way))]).toEqual([item.name, way, did]);
      }
    expect([...seen].sort()).toEqual(['added', 'changed', 'left', 'undecided']);
  });

  it('is counted as it stands', () => {
    const items = shown(plan);
    const all = tally(items, new Map());
    expect(all.added + all.changed + all.undecided + all.left).toBe(items.length);
    expect(tally(items, new Map(items.map(({ key }) => [key, choice({ isSkipped: true })])))).toEqual({
      added: 0,
      changed: 0,
      undecided: 0,
      left: items.length,
    });
  });

  it('is forgotten where the plan has changed, for its changes are numbered anew', () => {
    const chosen = new Map([
      [izbica.key, choice({ without: ['2.1'] })],
      [vasileve.key, choice({ isSkipped: true })],
    ]);
    const after = [{ ...izbica, changes: [] }, vasileve];
    expect([...stillChosen([izbica, vasileve], after, chosen).keys()]).toEqual([vasileve.key]);
  });
});

describe('a file that is given', () => {
  it('is sent whole, byte for byte', async () => {
    const bytes = Uint8Array.from({ length: 100_001 }, (_, at) => (at * 7) % 256);
    const { name, data } = await givenFile(new File([bytes], 'emra.csv'));
    expect(name).toBe('emra.csv');
    expect(Buffer.from(data, 'base64').equals(Buffer.from(bytes))).toBe(true);
  });

  it('is refused before it is sent where the contract would not take it', () => {
    const base64 = (bytes: number) => 'A'.repeat(Math.ceil(bytes / 3) * 4);
    expect(givenFileSchema.safeParse({ name: 'a', data: base64(MOST_BYTES) }).success).toBe(true);
    expect(givenFileSchema.safeParse({ name: 'a', data: base64(MOST_BYTES + 1) }).success).toBe(false);
    expect([isReadable({ size: MOST_BYTES }), isReadable({ size: MOST_BYTES + 1 })]).toEqual([true, false]);
  });

  it('may be of any format that the contract reads', () => {
    expect(READ_FORMATS).toEqual([...CONTRACT_READS]);
  });
});

describe('what is said of a file', () => {
  it('stands where it stands', () => {
    expect(placeKey({ sheet: 'Names', cell: 'C12', line: 12 })).toBe('cell');
    expect(placeKey({ sheet: 'Names', line: 12 })).toBe('row');
    expect(placeKey({ line: 12, column: 4 })).toBe('position');
    expect(placeKey({ line: 12 })).toBe('line');
    expect(placeKey({ entry: 'pl-izbica' })).toBe('entry');
    expect(placeKey({})).toBeUndefined();
  });

  it('names languages and kinds, and leaves names alone', () => {
    const words = { lang: (tag: string) => `<${tag}>`, type: (type: string) => `[${type}]`, number: String };
    expect(spoken({ langs: 'sq, sr-Cyrl', type: 'village', name: 'en', count: 3 }, words)).toEqual({
      langs: '<sq>, <sr-Cyrl>',
      type: '[village]',
      name: 'en',
      count: '3',
    });
  });

  it('has the gravest first', () => {
    const problem = (severity: 'fatal' | 'error' | 'warning' | 'note') => ({
      code: 'x',
      severity,
      at: {},
      params: {},
    });
    const groups = bySeverity([problem('note'), problem('error'), problem('note')]);
    expect(groups.map(({ severity, problems }) => [severity, problems.length])).toEqual([
      ['error', 1],
      ['note', 2],
    ]);
  });
});

describe('what is asked for to be exported', () => {
  const choices = {
    format: 'csv',
    langs: ['sq', 'en'],
    forms: 'all',
    source: 'sq',
    target: 'en',
    base: '',
  } as const;

  it('is what the contract takes, in every format', () => {
    expect(NAME_FORMATS).toEqual([...CONTRACT_FORMATS]);
    for (const format of NAME_FORMATS) {
      const request = requestOf('names', { ...choices, format, base: 'https://example.org/' }, {});
      expect(exportRequestSchema.safeParse(request).success).toBe(true);
    }
    for (const what of ['blocks', 'figures'] as const)
      expect(exportRequestSchema.safeParse(requestOf(what, choices, {})).success).toBe(true);
  });

  it('keeps the order of the languages, and to what was chosen', () => {
    expect(requestOf('names', choices, { entities: ['pl-izbica'] })).toEqual({
      what: 'names',
      format: 'csv',
      forms: 'all',
      langs: ['sq', 'en'],
      entities: ['pl-izbica'],
    });
    expect(requestOf('figures', choices, { articles: ['izbica-massacre'] })).toEqual({
      what: 'figures',
      lang: 'sq',
      article: 'izbica-massacre',
    });
  });

  it('asks a glossary for its two languages only', () => {
    const request = requestOf(
      'names',
      { ...choices, format: 'omegat', langs: ['en'], target: 'sr-Latn' },
      {},
    );
    expect(request).toMatchObject({ langs: ['sq', 'sr-Latn'], pair: { source: 'sq', target: 'sr-Latn' } });
    expect(lackOf('names', { ...choices, format: 'omegat', target: 'sq' })).toBe('needPair');
  });

  it('is nothing as long as something is lacking', () => {
    expect(lackOf('names', { ...choices, langs: [] })).toBe('needLang');
    expect(lackOf('blocks', { ...choices, langs: ['en'] })).toBe('needTwo');
    expect(requestOf('blocks', { ...choices, langs: ['en'] }, {})).toBeUndefined();
    expect(lackOf('names', { ...choices, format: 'skos', base: 'example.org' })).toBe('baseWrong');
    expect(lackOf('names', { ...choices, format: 'csv', base: 'example.org' })).toBeUndefined();
  });
});
