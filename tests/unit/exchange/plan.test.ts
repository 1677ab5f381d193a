import { describe, expect, it } from 'vitest';
import { readNames } from '../../../src/core/exchange/formats';
import type { Gazetteer, Reading } from '../../../src/core/exchange/model';
import { planImport } from '../../../src/core/exchange/plan/plan';
import { BIRN, gazetteerOf, name } from './gazetteers';
import { after, FILE, expectWellFormed } from './importing';

const read = (csv: string): Reading => readNames('csv', new TextEncoder().encode(csv));
const plan = (existing: Gazetteer, csv: string) => planImport(existing, read(csv), FILE);

const OURS = gazetteerOf([
  {
    id: 'pl-verboc',
    type: 'village',
    within: { en: 'Drenas', sq: 'Drenas', 'sr-Cyrl': 'Глоговац' },
    point: { lat: 42.68111, lon: 20.85278, precision: '± 1-2 km', credit: 'GeoNames' },
    names: [
      name('sq', 'Vërboc', { form: 'indefinite' }),
      name('sr-Cyrl', 'Врбовац'),
      name('sr-Cyrl', 'Врбовца', { form: 'genitive', certainty: 'derived' }),
    ],
  },
  { id: 'pl-vrbovac-klina', type: 'village', names: [name('sr-Latn', 'Vrbovac')] },
]);

describe('a plan', () => {
  it('tells each difference exactly', () => {
    const { items, sources } = plan(
      OURS,
      [
        'id,type,lang,name,kind,form,certainty,sources,name_note,lat,lon,within_sq',
        'pl-verboc,town,sq,Vërboc,variant,,,birn;Atlas,on maps,42.7,20.9,Komuna e Drenasit',
        'pl-verboc,town,sr-Cyrl,Врбовца,,accusative,verified,,,,,',
        'pl-verboc,town,sr-Latn,Vrbovec,,,,,,,,',
      ].join('\n'),
    );
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      key: '1',
      status: 'changed',
      entity: 'pl-verboc',
      isNew: false,
      at: { line: 2 },
    });
    expect(items[0]?.changes).toEqual([
      { id: '1.1', what: 'type-changed', from: 'village', to: 'town' },
      {
        id: '1.2',
        what: 'text-changed',
        field: 'within',
        from: { en: 'Drenas', sq: 'Drenas', 'sr-Cyrl': 'Глоговац' },
        to: { en: 'Drenas', sq: 'Komuna e Drenasit', 'sr-Cyrl': 'Глоговац' },
      },
      {
        id: '1.3',
        what: 'point-changed',
        from: { lat: 42.68111, lon: 20.85278, precision: '± 1-2 km', credit: 'GeoNames' },
        to: { lat: 42.7, lon: 20.9, precision: '?', credit: 'names.csv' },
      },
      {
        id: '1.4',
        what: 'name-changed',
        name: { lang: 'sq', text: 'Vërboc', form: 'indefinite', kind: 'preferred' },
        from: { kind: 'preferred', sources: ['birn'] },
        to: { kind: 'variant', note: 'on maps', sources: ['birn', 'atlas'] },
      },
      {
        id: '1.5',
        what: 'name-changed',
        name: { lang: 'sr-Cyrl', text: 'Врбовца', form: 'genitive', kind: 'preferred' },
        from: { form: 'genitive', certainty: 'derived' },
        to: { form: 'accusative', certainty: 'verified' },
      },
      {
        id: '1.6',
        what: 'name-added',
        name: {
          lang: 'sr-Latn',
          text: 'Vrbovec',
          kind: 'preferred',
          form: 'base',
          certainty: 'uncertain',
          sources: ['names-csv'],
        },
        assumed: ['kind', 'form', 'certainty', 'source'],
      },
    ]);
    expect(sources).toEqual([{ id: 'atlas', kind: 'reference', title: 'Atlas' }, FILE]);
  });

  it('takes one case for another only where no name is left for it', () => {
    const csv =
      'id,lang,name,form\npl-verboc,sr-Cyrl,Врбовца,genitive\npl-verboc,sr-Cyrl,Врбовца,accusative\n';
    expect(plan(OURS, csv).items[0]?.changes).toMatchObject([
      { what: 'name-added', name: { text: 'Врбовца', form: 'accusative' } },
    ]);
  });

  it('asks before it adds a name that is another entity’s', () => {
    const reading = read('id,lang,name\npl-verboc,sq,Vërboc\npl-verboc,sr-Latn,Vrbovac\n');
    const { items } = planImport(OURS, reading, FILE);
    expect(items[0]).toMatchObject({
      status: 'conflict',
      conflicts: [
        { code: 'homonym', change: '1.1', name: 'Vrbovac', lang: 'sr-Latn', others: ['pl-vrbovac-klina'] },
      ],
    });
    expect(after(OURS, reading)).toMatchObject({ entities: OURS.entities, undecided: ['1'] });
    expect(after(OURS, reading, { 1: { keepHomonyms: true } }).changed).toEqual(['pl-verboc']);
    expect(after(OURS, reading, { 1: { without: ['1.1'] } })).toMatchObject({ changed: [], undecided: [] });
  });

  it('asks whether it is this one, where the id is new and a name is not', () => {
    const reading = read('id,type,lang,name\nq42,village,sr-Latn,Vrbovac\nq42,village,sq,Wrbowatz\n');
    const [item] = planImport(OURS, reading, FILE).items;
    expect(item).toMatchObject({ status: 'conflict', isNew: true, entity: 'pl-vrbovac' });
    expect(item?.conflicts).toMatchObject([
      {
        code: 'same-as',
        candidates: [
          { id: 'pl-vrbovac-klina', shared: ['Vrbovac'], changes: [{ what: 'name-added', name: { text: 'Wrbowatz' } }] },
          // Врбовац and Vrbovac are one name but for script.
          { id: 'pl-verboc', shared: ['Vrbovac'], changes: [{}, {}] },
        ],
      },
    ]); // prettier-ignore
    expect(after(OURS, reading).undecided).toEqual(['1']);
    const chosen = after(OURS, reading, { 1: { as: 'pl-vrbovac-klina' as never } });
    expect(chosen.entities.map(({ names }) => names.length)).toEqual([3, 2]);
    const added = after(OURS, reading, { 1: { as: 'new' } });
    expect(added.added).toEqual(['pl-vrbovac']);
    expectWellFormed(added);
  });

  it('does not ask again for what came from another program before, where nothing else is called so', () => {
    const reading = read('id,type,lang,name\nx7,village,sq,Provë\n');
    const first = after(OURS, reading);
    expect(first.added).toEqual(['pl-prove']);
    const [again] = planImport({ entities: first.entities, sources: first.sources }, reading, FILE).items;
    expect(again).toMatchObject({ status: 'unchanged', entity: 'pl-prove' });
  });

  it('asks so for the one that is chosen too', () => {
    const reading = read('id,type,lang,name\nq42,village,sr-Latn,Vrbovac\n');
    const [item] = planImport(OURS, reading, FILE).items;
    const [candidate] = item?.conflicts[0]?.code === 'same-as' ? item.conflicts[0].candidates.slice(-1) : [];
    expect(candidate).toMatchObject({
      id: 'pl-verboc',
      changes: [{ id: '1.pl-verboc.1' }],
      homonyms: [{ change: '1.pl-verboc.1', name: 'Vrbovac', others: ['pl-vrbovac-klina'] }],
    });
    const as = candidate!.id;
    expect(after(OURS, reading, { 1: { as } })).toMatchObject({ changed: [], undecided: ['1'] });
    expect(after(OURS, reading, { 1: { as, keepHomonyms: true } }).changed).toEqual([as]);
    expect(after(OURS, reading, { 1: { as, without: ['1.pl-verboc.1'] } })).toMatchObject({
      changed: [],
      undecided: [],
    });
  });

  it('asks where the id is known and no name is', () => {
    const [item] = plan(OURS, 'id,lang,name\npl-verboc,sq,Prekaz\n').items;
    expect(item).toMatchObject({
      status: 'conflict',
      isNew: true,
      conflicts: [
        { code: 'same-as', candidates: [{ id: 'pl-verboc', shared: [] }] },
        { code: 'type-missing' },
      ],
    });
  });

  it('knows an entity without an id in which everything stands already', () => {
    expect(plan(OURS, 'lang,name\nsr-Latn,Vrbovac\n').items).toMatchObject([
      { status: 'unchanged', entity: 'pl-vrbovac-klina' },
    ]);
  });

  it('asks for the type of what is new', () => {
    const reading = read('lang,name\nsq,Prekaz\n');
    expect(planImport(OURS, reading, FILE).items).toMatchObject([
      { status: 'conflict', conflicts: [{ code: 'type-missing' }] },
    ]);
    expect(after(OURS, reading).undecided).toEqual(['1']);
    const { added, entities } = after(OURS, reading, { 1: { type: 'village' } });
    expect(added).toEqual(['pl-prekaz']);
    expect(entities.at(-1)).toMatchObject({
      type: 'village',
      names: [{ text: 'Prekaz', certainty: 'uncertain' }],
    });
  });

  it('gives new entities ids of their own', () => {
    const csv =
      'type,lang,name\nvillage,sq,Çikatovë e Vjetër\nvillage,sq,Cikatove e Vjeter\nwar,sr-Cyrl,Рат\n';
    const { items } = plan(OURS, csv);
    expect(items.map(({ entity }) => entity)).toEqual([
      'pl-cikatove-e-vjeter',
      'pl-cikatove-e-vjeter-2',
      'ev-rat',
    ]);
    expect(plan(OURS, 'id,type,lang,name\npl-prekaz,war,sq,Prekaz\n').items[0]?.entity).toBe('ev-prekaz');
  });

  it('says what it does not take over', () => {
    const csv = 'id,type,lang,name,note_en\npl-verboc,war,sq,Vërboc,A note in one language\n';
    expect(plan(OURS, csv).items[0]).toMatchObject({
      status: 'unchanged',
      remarks: [
        { code: 'category-differs', params: { type: 'war', category: 'place' } },
        { code: 'text-incomplete', params: { field: 'note', langs: 'sq, sr-Cyrl' } },
      ],
    });
  });

  it('says where a language would have two preferred names of one form', () => {
    const csv = (kind: string) =>
      `id,lang,name,kind,form\npl-verboc,sq,Vërboc,,\npl-verboc,sq,Vrboc,${kind},indefinite\n`;
    expect(plan(OURS, csv('variant')).items[0]?.remarks).toEqual([]);
    expect(plan(OURS, csv('preferred')).items[0]).toMatchObject({
      status: 'changed',
      remarks: [{ code: 'second-preferred', params: { name: 'Vrboc', lang: 'sq', other: 'Vërboc' } }],
    });
  });

  it('leaves out what a person does not want', () => {
    const reading = read('id,type,lang,name\npl-verboc,town,sq,Vërboc\npl-verboc,town,sq,Vrbocë\n');
    const { entities } = after(OURS, reading, { 1: { without: ['1.1'] } });
    expect(entities[0]).toMatchObject({ type: 'village' });
    expect(entities[0]?.names.map(({ text }) => text)).toContain('Vrbocë');
    expect(after(OURS, reading, { 1: { skip: true } }).entities).toEqual(OURS.entities);
  });
});

describe('an entity whose id is an address', () => {
  const ID = 'https://example.org/names/pl-verboc';
  it.each([
    ['csv', `id,lang,name\n${ID},sq,Vërboc\n`],
    ['lp-tsv', `id\ttitle\tvariants\n${ID}\tVërboc\tVërboc@sq\n`],
    ['lpf', `{"features":[{"@id":"${ID}","names":[{"toponym":"Vërboc","lang":"sq"}]}]}`],
    [
      'tbx',
      `<tbx><text><body><conceptEntry id="${ID}"><langSec xml:lang="sq"><termSec><term>Vërboc</term></termSec></langSec></conceptEntry></body></text></tbx>`,
    ],
    ['omegat', `Vërboc\tVërboc\tvillage [${ID}]\n`],
  ] as const)('is ours in %s where the address ends in one of our ids', (id, text) => {
    const reading = readNames(id, new TextEncoder().encode(text), { pair: { source: 'sq', target: 'sq' } });
    expect(reading.problems).toEqual([]);
    expect(planImport(OURS, reading, FILE).items).toMatchObject([
      { status: 'unchanged', entity: 'pl-verboc' },
    ]);
  });

  it('is another program’s where it does not', () => {
    const { entities, problems } = read(`id,lang,name\n${ID}/history,sq,Vërboc\n`);
    expect(entities[0]?.id).toBe(`${ID}/history`);
    expect(problems).toMatchObject([{ code: 'id-foreign' }]);
  });

  it('is one with the bare id', () => {
    const rows = `title\tid\tvariants\nVërboc\tpl-verboc\tVërboc@sq\nVërboc\t${ID}\tVërboc@sq\n`;
    expect(readNames('lp-tsv', new TextEncoder().encode(rows)).problems).toMatchObject([
      { code: 'id-repeated', at: { line: 3 }, params: { id: 'pl-verboc', first: 2 } },
    ]);
  });
});

describe('sources of a file', () => {
  const twice = gazetteerOf(OURS.entities, [
    BIRN,
    { ...BIRN, id: 'birn-2' },
    { ...BIRN, id: 'hlc', title: 'HLC; report' },
  ]);
  const sourcesOf = (existing: Gazetteer, csv: string) => {
    const { items, sources } = plan(existing, csv);
    const [change] = items[0]?.changes ?? [];
    return { cited: change?.what === 'name-added' ? change.name.sources : change, sources };
  };
  const row = (cited: string) => `id,lang,name,sources\npl-verboc,sq,Vërboc,\npl-verboc,sq,Vrboc,${cited}\n`;

  it.each([
    ['hlc', ['hlc']],
    ['HLC\\; report', ['hlc']],
    ['Mass graves map', ['birn']],
    ['Mass graves map [birn-2]', ['birn-2']],
    ['birn; hlc', ['birn', 'hlc']],
  ])('are found by id and by title: %s', (cited, expected) => {
    expect(sourcesOf(twice, row(cited))).toEqual({ cited: expected, sources: [] });
  });

  it('are new where nobody knows them, and one where they are cited twice', () => {
    const { cited, sources } = sourcesOf(twice, `${row('Atlas 1900')}pl-verboc,sq,Vrbocë,Atlas 1900\n`);
    expect(cited).toEqual(['atlas-1900']);
    expect(sources).toEqual([{ id: 'atlas-1900', kind: 'reference', title: 'Atlas 1900' }]);
  });

  it('have an id each, where they are called almost the same', () => {
    const { sources } = sourcesOf(twice, `${row('Atlas 1900')}pl-verboc,sq,Vrbocë,Atlas (1900)\n`);
    expect(sources.map(({ id, title }) => [id, title])).toEqual([
      ['atlas-1900', 'Atlas 1900'],
      ['atlas-1900-2', 'Atlas (1900)'],
    ]);
  });

  it('keep the address and year that a Linked Places file cites them with', () => {
    const citations = [{ label: 'Atlas 1900', year: 1900, '@id': 'https://example.org/atlas' }];
    const names = [
      { toponym: 'Vërboc', lang: 'sq' },
      { toponym: 'Vrboc', lang: 'sq', citations },
    ];
    const json = JSON.stringify({ features: [{ '@id': 'urn:x:pl-verboc', names }] });
    const { sources } = planImport(OURS, readNames('lpf', new TextEncoder().encode(json)), FILE);
    expect(sources).toEqual([
      {
        id: 'atlas-1900',
        kind: 'reference',
        title: 'Atlas 1900',
        date: '1900',
        url: 'https://example.org/atlas',
      },
    ]);
  });

  it('are not ours because they have an id of ours', () => {
    const csv =
      'id,lang,name,sources,source_titles\npl-verboc,sq,Vërboc,,\npl-verboc,sq,Vrboc,birn,Bern chronicle\n';
    const { cited, sources } = sourcesOf(twice, csv);
    expect(cited).toEqual(['birn-3']);
    expect(sources).toEqual([{ id: 'birn-3', kind: 'reference', title: 'Bern chronicle' }]);
  });
});
