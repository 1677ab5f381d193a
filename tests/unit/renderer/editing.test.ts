import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  draftOf,
  type EntityDraft,
  entityOf,
  newDraft,
  newName,
  sourcesUsed,
} from '../../../src/renderer/components/editing/draft';
import {
  ENTITY_TYPES,
  entityIdOf,
  isEntityId,
  slugOf,
  sourceIdOf,
} from '../../../src/renderer/components/editing/entity-id';
import { citationForm, formsIn } from '../../../src/renderer/components/editing/grammar';
import { dropDraft, keepDraft, keptDraft } from '../../../src/renderer/components/editing/kept-draft';
import { problemsOf, warningsOf } from '../../../src/renderer/components/editing/problems';
import { matchingSources } from '../../../src/renderer/components/editing/source-search';
import { CATEGORY_OF_TYPE } from '../../../src/shared/category';
import { keptEntity } from '../../../src/shared/kept';
import { changeBetween } from '../../../src/core/names/edits';
import { withLatinTwins, withTwins } from '../../../src/core/names/latin';
import { categoryOf } from '../../../src/shared/category';
import {
  ENTITY_TYPES as ALL_TYPES,
  entityIdSchema,
  keptEntitySchema,
  NAME_FORMS,
  sourceSchema,
} from '../../../src/shared/domain';
import { LANGS } from '../../../src/shared/lang';

const resource = (name: string): unknown =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../resources/library', name), 'utf8'));
const library = z.array(keptEntitySchema).parse(resource('entities.json'));
const sources = z.array(sourceSchema).parse(resource('sources.json'));

describe('an id', () => {
  it.each([
    ['Đakovica', 'djakovica'],
    ['Ђаковица', 'djakovica'],
    ['Жеговац', 'zegovac'],
    ['Gjakovë', 'gjakove'],
    ['Çikatovë e Vjetër', 'cikatove-e-vjeter'],
    ['Чикатово', 'cikatovo'],
    ['Љубенић', 'ljubenic'],
    ['Drenas / Glogovac', 'drenas-glogovac'],
    ['  “Operation Horseshoe” (1999) ', 'operation-horseshoe-1999'],
    ['O’Brien', 'obrien'],
    ['Δρένιτσα', ''],
  ])('is made of %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('begins with what it is of, once that is known', () => {
    expect(entityIdOf('Ђаковица', 'town')).toBe('pl-djakovica');
    expect(entityIdOf('Masakra e Izbicës', 'massacre')).toBe('ev-masakra-e-izbices');
    expect(entityIdOf('Jashari', 'family')).toBe('pe-jashari');
    expect(entityIdOf('Ђаковица', '')).toBe('');
    expect(entityIdOf('Δρένιτσα', 'town')).toBe('');
  });

  it('is one that the library takes, however long the name', () => {
    for (const type of ENTITY_TYPES) {
      const id = entityIdOf('Међународни кривични суд '.repeat(9), type);
      expect(isEntityId(id, type)).toBe(true);
      expect(entityIdSchema.safeParse(id).success).toBe(true);
      expect(id.length).toBeLessThanOrEqual(80);
    }
    for (const id of ['pl-', 'pl-Izbica', 'pl-a--b', 'izbica', 'pl-izbicë', 'ev-izbica'])
      expect(isEntityId(id, 'village')).toBe(false);
  });

  it('states the category that the library’s own ids state', () => {
    expect(ENTITY_TYPES.toSorted()).toEqual([...ALL_TYPES].toSorted());
    for (const { id, type } of library) expect([id, CATEGORY_OF_TYPE[type]]).toEqual([id, categoryOf(id)]);
  });

  it('of a source is another than those that are there', () => {
    expect(sourceIdOf('Hartë e re', new Set())).toBe('harte-e-re');
    expect(sourceIdOf('Hartë e re', new Set(['harte-e-re', 'harte-e-re-2']))).toBe('harte-e-re-3');
    expect(sourceIdOf('Ω', new Set())).toBe('source');
  });
});

describe('the form of an entity', () => {
  it('changes nothing of any entity of the library when it is saved as it was opened', () => {
    for (const entity of library) {
      const shown = { ...entity, names: withLatinTwins(entity.names) };
      const after = keptEntitySchema.parse(entityOf(draftOf(shown)));
      expect(changeBetween(shown, withTwins(shown.names, after))).toBeUndefined();
    }
  });

  it('has no row for Serbian Latin that follows from the Cyrillic, and one for what was written', () => {
    const [name] = newDraft('sr-Cyrl', 'Ћирез').names;
    const cyrillic = { ...name!, certainty: 'verified' as const, sources: ['nga-gns'] };
    const entity = keptEntitySchema.parse({
      id: 'pl-qirez',
      type: 'village',
      names: [
        { lang: 'sr-Cyrl', text: 'Ћирез', kind: 'preferred', form: 'base', sources: ['nga-gns'], certainty: 'verified' },
        { lang: 'sr-Latn', text: 'Ćirez', kind: 'preferred', form: 'base', sources: ['nga-gns'], certainty: 'verified' },
        { lang: 'sr-Latn', text: 'Cirez', kind: 'variant', form: 'base', sources: ['nga-gns'], certainty: 'uncertain' },
      ],
    }); // prettier-ignore
    const { names } = draftOf(entity);
    expect(names.map(({ text }) => text)).toEqual(['Ћирез', 'Cirez']);
    expect(names[0]).toMatchObject({ text: cyrillic.text, form: cyrillic.form, sources: cyrillic.sources });
  });

  it('keeps nothing that is only shown', () => {
    const [first] = library;
    const shown = {
      ...first!,
      names: first!.names.map((name) => ({ ...name, source: 'Somebody', edit: 7 })),
    };
    expect(keptEntity(shown)).toEqual(first);
  });

  it('tidies what was typed: one spelling of a letter, one space between words, a decimal comma', () => {
    const draft: EntityDraft = {
      ...newDraft('sq', '  Mullini   i Vjete\u0308r '),
      id: 'pl-mullini',
      type: 'site',
      point: { lat: '42,75', lon: ' 20.9 ', precision: '± 1 km', credit: 'HLC' },
    };
    draft.names[0]!.certainty = 'verified';
    draft.names[0]!.from = '1999';
    const entity = entityOf(draft);
    expect(entity?.names[0]).toMatchObject({ text: 'Mullini i Vjetër', period: { from: '1999' } });
    expect(entity?.point).toEqual({ lat: 42.75, lon: 20.9, precision: '± 1 km', credit: 'HLC' });
    expect(entity).not.toHaveProperty('within');
  });

  it('adds a name with what is known of the one before, but for what it is called', () => {
    const [first] = draftOf(library[0]!).names;
    const added = newName([first!], 'en');
    expect(added).toMatchObject({
      text: '',
      form: 'base',
      sources: first!.sources,
      certainty: first!.certainty,
    });
    expect(added.key).not.toBe(first!.key);
  });

  it('brings along the new sources that a name has, and no others', () => {
    const draft = newDraft('sq', 'Izbicë');
    draft.newSources = [
      { id: 'one', kind: 'press', title: 'One' },
      { id: 'two', kind: 'press', title: 'Two' },
    ];
    draft.names[0]!.sources = ['two'];
    expect(sourcesUsed(draft).map(({ id }) => id)).toEqual(['two']);
  });
});

describe('the forms of a language', () => {
  it('are all there are, once each, with the citation form first', () => {
    for (const lang of LANGS) {
      const { usual, other } = formsIn(lang);
      expect([...usual, ...other].toSorted()).toEqual([...NAME_FORMS].toSorted());
      expect(usual[0]).toBe(citationForm(lang));
    }
  });

  it('are usual where the first library has them', () => {
    for (const { lang, form } of library.flatMap(({ names }) => names))
      expect([lang, ...formsIn(lang).usual]).toContain(form);
  });
});

describe('a form with a problem', () => {
  const whole = (): EntityDraft => draftOf(library.find(({ point }) => point)!);
  const problems = (change: (draft: EntityDraft) => void) => {
    const draft = whole();
    change(draft);
    return Object.fromEntries(problemsOf(draft));
  };

  it('is none where the library’s own record is in it', () => {
    for (const entity of library) expect([entity.id, ...problemsOf(draftOf(entity))]).toEqual([entity.id]);
  });

  it('names the field', () => {
    const key = whole().names[0]!.key;
    expect(problems((draft) => (draft.type = ''))).toEqual({ type: 'type' });
    expect(problems((draft) => (draft.id = 'ev-x'))).toEqual({ id: 'id' });
    expect(problems((draft) => (draft.names = []))).toEqual({ names: 'noNames' });
    expect(problems(({ names }) => (names[0]!.text = ' '))).toEqual({ [`name-${key}-text`]: 'text' });
    expect(problems(({ names }) => (names[0]!.sources = []))).toEqual({ [`name-${key}-sources`]: 'sources' });
    expect(problems(({ names }) => (names[0]!.certainty = ''))).toEqual({
      [`name-${key}-certainty`]: 'certainty',
    });
    expect(problems((draft) => (draft.within.sq = ''))).toEqual({ within: 'localized' });
    expect(problems(({ point }) => (point.lat = '91'))).toEqual({ lat: 'latitude' });
    expect(problems(({ point }) => (point.lon = 'east'))).toEqual({ lon: 'longitude' });
    expect(problems(({ point }) => (point.credit = ''))).toEqual({ credit: 'credit' });
  });

  it('finds the second of two rows that say the same', () => {
    const draft = whole();
    draft.names.push({ ...draft.names[0]!, key: 99, text: ` ${draft.names[0]!.text} ` });
    expect([...problemsOf(draft)]).toEqual([['name-99-text', 'twice']]);
  });

  it.each([
    ['1999', '', true],
    ['', '1999-03-28', true],
    ['1999', '1999-03', true],
    ['1998-12', '1999', true],
    ['1999-03', '1999', true],
    ['2000', '1999', false],
    ['1999-04', '1999-03', false],
    ['1999-13', '', false],
    ['1999-02-30', '', false],
    ['spring 1999', '', false],
  ])('takes a period from “%s” to “%s”: %s', (from, to, isTaken) => {
    const found = problems(({ names }) => Object.assign(names[0]!, { from, to }));
    expect(Object.values(found)).toEqual(isTaken ? [] : ['period']);
  });
});

describe('what a reader should look at again', () => {
  const codes = (lang: 'en' | 'sq' | 'sr-Cyrl' | 'sr-Latn', text: string) =>
    warningsOf({ lang, text }).map(({ code, words }) => [code, words]);

  it('is a word in two scripts, and which', () => {
    // The Р is a Latin P.
    expect(codes('sr-Cyrl', 'Стари Pезала')).toEqual([['mixed', 'Pезала']]);
  });

  it('is a name in another script than its language’s, but for names that quote one', () => {
    expect(codes('sr-Cyrl', 'Izbica')).toEqual([['latin', 'Izbica']]);
    expect(codes('sr-Latn', 'Избица')).toEqual([['cyrillic', 'Избица']]);
    expect(codes('sr-Cyrl', 'операција NATO')).toEqual([]);
  });

  it('is a character that cannot be seen', () => {
    expect(codes('sq', 'Izbi\u202Ecë')).toEqual([['invisible', '']]);
  });

  it('is nothing in any name of the library', () => {
    const odd = library.flatMap(({ names }) => names.filter((name) => warningsOf(name).length > 0));
    expect(odd).toEqual([]);
  });
});

describe('a half-filled form', () => {
  const shelf = () => {
    const items = new Map<string, string>();
    return {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
      removeItem: (key: string) => void items.delete(key),
    };
  };

  it('is found again, each by its own name, until it is thrown away', () => {
    const items = shelf();
    const one = { before: library[0]!, draft: draftOf(library[0]!) };
    const other = { before: null, draft: newDraft('sq', 'Çirez') };
    keepDraft(items, one.before.id, one);
    keepDraft(items, 'new Çirez', other);
    expect(keptDraft(items, one.before.id)).toEqual(one);
    expect(keptDraft(items, 'new Çirez')).toEqual(other);
    dropDraft(items, one.before.id);
    expect(keptDraft(items, one.before.id)).toBeUndefined();
    expect(keptDraft(items, 'new Çirez')).toEqual(other);
  });
});

describe('looking for a source', () => {
  it('finds it by words of its title or publisher, whatever the marks', () => {
    const titles = (words: string) => matchingSources(sources, words, 8).map(({ id }) => id);
    expect(titles('geonet')).toContain('nga-gns');
    expect(titles('poklek massacre')).toContain('doc-poklek');
    expect(titles('no such source at all')).toEqual([]);
    expect(matchingSources(sources, '', 5)).toHaveLength(5);
  });
});
