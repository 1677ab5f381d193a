import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween, type EditedEntity, withChange } from '../../../src/core/names/edits';
import { withTwins } from '../../../src/core/names/latin';
import {
  CERTAINTIES,
  entityIdSchema,
  type KeptEntity,
  type KeptName,
  nameKindSchema,
  sourceIdSchema,
} from '../../../src/shared/domain';

const ID = entityIdSchema.parse('pl-izbica');
const SOURCE = sourceIdSchema.parse('geonames');

const nameOf = (text: string, more: Partial<KeptName> = {}): KeptName => ({
  lang: 'sq',
  text,
  kind: 'preferred',
  form: 'indefinite',
  sources: [SOURCE],
  certainty: 'verified',
  ...more,
});
const entityOf = (...names: KeptName[]): KeptEntity => ({ id: ID, type: 'village', names });
const without = (entity: EditedEntity | undefined): KeptEntity | undefined =>
  entity && { ...entity, names: entity.names.map(({ edit: _, ...name }) => name) };
const textsOf = (entity: EditedEntity | undefined) => entity?.names.map(({ text }) => text);

const names = fc.uniqueArray(
  fc.record({
    lang: fc.constantFrom('en' as const, 'sq' as const, 'sr-Cyrl' as const),
    text: fc.constantFrom('Izbicë', 'Izbica', 'Избица', 'Đakovica', 'Gjakovë', 'Llaushë', 'Љубижда'),
    kind: fc.constantFrom(...nameKindSchema.options),
    form: fc.constantFrom('base' as const, 'definite' as const, 'genitive' as const),
    sources: fc.constant<KeptName['sources']>([SOURCE]),
    certainty: fc.constantFrom(...CERTAINTIES),
  }),
  { selector: ({ lang, text, kind, form }) => [lang, text, kind, form].join(), minLength: 1, maxLength: 8 },
);
const entities: fc.Arbitrary<KeptEntity> = fc.record({
  id: fc.constant(ID),
  type: fc.constantFrom('village' as const, 'town' as const),
  names,
});
const sorted = (entity: KeptEntity | undefined) =>
  entity && { ...entity, names: entity.names.map((name) => JSON.stringify(name)).sort() };

describe('a change of an entity', () => {
  it('done to what it was made of gives what it was made for', () => {
    fc.assert(
      fc.property(entities, entities, (before, after) => {
        const change = changeBetween(before, after);
        const made = change ? withChange(before, ID, change, 1) : before;
        expect(sorted(without(made))).toEqual(sorted(after));
      }),
    );
  });

  it('done twice changes nothing more', () => {
    fc.assert(
      fc.property(entities, entities, (before, after) => {
        const change = changeBetween(before, after);
        fc.pre(change !== undefined);
        const once = withChange(before, ID, change, 1);
        const twice = once && withChange(once, ID, change, 2);
        expect(sorted(without(twice))).toEqual(sorted(without(once)));
      }),
    );
  });

  it('is none where nothing differs, whatever the order of keys', () => {
    const { lang, text, ...rest } = nameOf('Izbicë');
    expect(changeBetween(entityOf(nameOf('Izbicë')), entityOf({ ...rest, text, lang }))).toBeUndefined();
  });

  it('keeps what a newer library says of other names', () => {
    const change = changeBetween(
      entityOf(nameOf('Izbicë')),
      entityOf(nameOf('Izbicë'), nameOf('Izbica', { form: 'definite' })),
    );
    const newer = entityOf(
      nameOf('Izbicë', { certainty: 'uncertain' }),
      nameOf('Isbica', { kind: 'misspelling' }),
    );
    expect(change && textsOf(withChange(newer, ID, change, 7))).toEqual(['Izbicë', 'Isbica', 'Izbica']);
  });

  it('says which names it changed, and not of those that the library has meanwhile', () => {
    const after = entityOf(nameOf('Izbicë'), nameOf('Izbica', { form: 'definite' }));
    const change = changeBetween(entityOf(nameOf('Izbicë')), after);
    if (!change) throw new Error('no change');
    const made = withChange(entityOf(nameOf('Izbicë')), ID, change, 7);
    expect(made?.names.map(({ edit }) => edit)).toEqual([undefined, 7]);
    expect(withChange(after, ID, change, 7)?.names.map(({ edit }) => edit)).toEqual([undefined, undefined]);
  });

  it('of one letter changes the name rather than to take it away and add another', () => {
    const change = changeBetween(entityOf(nameOf('Izbice')), entityOf(nameOf('Izbicë')));
    expect(change).toMatchObject({ added: [], removed: [], changed: [{ name: { text: 'Izbice' } }] });
  });

  it('takes away a field, or the entity', () => {
    const before = { ...entityOf(nameOf('Izbicë')), note: { en: 'a', sq: 'b', 'sr-Cyrl': 'c' } };
    const change = changeBetween(before, entityOf(nameOf('Izbicë')));
    expect(change && withChange(before, ID, change, 1)).not.toHaveProperty('note');
    const removal = changeBetween(before, undefined);
    expect(removal && withChange(before, ID, removal, 1)).toBeUndefined();
  });

  it('of an entity that a newer library does not have leaves nothing half made', () => {
    const change = changeBetween(entityOf(nameOf('Izbicë')), entityOf(nameOf('Izbicë'), nameOf('Izbica')));
    expect(change && withChange(undefined, ID, change, 1)).toBeUndefined();
  });
});

describe('the Latin twin of a Cyrillic name', () => {
  const cyrillic = (text: string): KeptName => nameOf(text, { lang: 'sr-Cyrl', form: 'base' });
  const latin = (text: string): KeptName => nameOf(text, { lang: 'sr-Latn', form: 'base' });
  const shown = ({ names: all }: KeptEntity) => all.map(({ lang, text }) => `${lang} ${text}`);

  it('follows when the name is changed', () => {
    const before = [cyrillic('Љубовец'), latin('Ljubovec')];
    expect(shown(withTwins(before, entityOf(cyrillic('Љубовац'), latin('Ljubovec'))))).toEqual([
      'sr-Cyrl Љубовац',
      'sr-Latn Ljubovac',
    ]);
  });

  it('comes with a new one, and stays as somebody wrote it', () => {
    expect(shown(withTwins([], entityOf(cyrillic('Џамија'))))).toEqual(['sr-Cyrl Џамија', 'sr-Latn Džamija']);
    const before = [cyrillic('Ђаковица'), latin('Djakovica')];
    expect(shown(withTwins(before, entityOf(cyrillic('Ђаковица'), latin('Djakovica'))))).toEqual([
      'sr-Cyrl Ђаковица',
      'sr-Latn Đakovica',
      'sr-Latn Djakovica',
    ]);
  });
});
