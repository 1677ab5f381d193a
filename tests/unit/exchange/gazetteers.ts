/** Gazetteers to exchange: the first library as it is, and any other. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import { entitySourceSchema } from '../../../src/core/articles/library-source';
import type { Gazetteer, NameOf, WriteOptions } from '../../../src/core/exchange/model';
import {
  certaintySchema,
  type EntityType,
  ENTITY_TYPES,
  nameFormSchema,
  nameKindSchema,
  sourceSchema,
} from '../../../src/shared/domain';
import { prefixOf } from '../../../src/core/exchange/plan/ids';
import { mixedWords } from '../../../src/core/exchange/text/confusables';
import { tidy } from '../../../src/core/exchange/text/tidy';
import { LANGS } from '../../../src/shared/lang';

const LIBRARY = resolve(import.meta.dirname, '../../../resources/library');

export function firstLibrary(): Gazetteer {
  const read = (file: string): unknown => JSON.parse(readFileSync(resolve(LIBRARY, file), 'utf8'));
  return {
    entities: z.array(entitySourceSchema).parse(read('entities.json')),
    sources: z.array(sourceSchema).parse(read('sources.json')),
  };
}

export const OPTIONS: WriteOptions = { langs: LANGS, date: '2026-11-22', version: '0.1.0' };

export function gazetteerOf(entities: unknown[], sources: unknown[] = [BIRN]): Gazetteer {
  return {
    entities: z.array(entitySourceSchema).parse(entities),
    sources: z.array(sourceSchema).parse(sources),
  };
}

export const BIRN = {
  id: 'birn',
  kind: 'dataset',
  title: 'Mass graves map',
  publisher: 'BIRN',
  date: '2023',
};

export function name(lang: string, text: string, rest: Partial<NameOf> = {}) {
  return { lang, text, kind: 'preferred', form: 'base', sources: ['birn'], certainty: 'verified', ...rest };
}

export const QIREZ = gazetteerOf([
  {
    id: 'pl-qirez',
    type: 'village',
    within: { en: 'Skënderaj', sq: 'Skënderaj', 'sr-Cyrl': 'Србица' },
    names: [
      name('sr-Cyrl', 'Ћирез'),
      name('sr-Cyrl', 'Ћиреза', { form: 'genitive', certainty: 'derived' }),
      name('sr-Latn', 'Ćirez'),
      name('sq', 'Qirez', { form: 'indefinite' }),
      name('sq', 'Qirezit', { form: 'genitive-dative', note: 'also ablative' }),
      name('sq', 'Çirez', { kind: 'variant', form: 'indefinite' }),
      name('sq', 'Cirez', { kind: 'misspelling' }),
      name('en', '#1 Ćirez'),
    ],
  },
  { id: 'pl-abri', type: 'village', names: [name('sq', 'Abri')] },
]);

export const VERBOC = gazetteerOf([
  {
    id: 'pl-verboc',
    type: 'village',
    note: { en: 'Not the one near Klina.', sq: 'Jo ai afër Klinës.', 'sr-Cyrl': 'Не онај код Клине.' },
    point: { lat: 42.68111, lon: 20.85278, precision: '± 1-2 km', credit: 'GeoNames 784179' },
    names: [
      name('sq', 'Vërboc', { form: 'indefinite' }),
      name('sq', 'Vërboci', { form: 'definite', certainty: 'derived' }),
      name('sr-Cyrl', 'Врбовац'),
      name('sr-Latn', 'Vrbovac'),
      name('en', 'Vrbovac', { kind: 'variant' }),
      name('sq', 'Verboc', { kind: 'misspelling' }),
      name('sq', 'Vërboc', { kind: 'variant', form: 'definite' }),
    ],
  },
]);

/** Letters of these languages, and all that a format could trip over. */
const hostile = fc.constantFrom(
  ...'aëçšđžЂћљnj =+-@;,"\'\\/<>&#|[]{}()._:*~^`$%!?'.split(''),
  '\u0301', '’', '“', '‘', '–', '\u00A0', '\u200C', '😀', '𝔻', 'ﬁ', '_x0041_', ']]>', '-->', '&amp;', '%0A', '\u00DF',
  "'=", '; ', '\\;', '[pl-izbica]', 'note: ', 'form: base', '@sq', '"@en', '”',
); // prettier-ignore
const text = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => tidy(parts.join('')))
  .filter((tidied) => tidied !== '');
const localized = fc.record({ en: text, sq: text, 'sr-Cyrl': text });
const slug = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4})?$/);

const source = fc.record(
  {
    id: slug,
    kind: fc.constantFrom(...sourceSchema.shape.kind.options),
    title: text,
    publisher: text,
    date: fc.constantFrom('2001', '1998-09-28', '2024-04'),
    url: fc.webUrl({ withQueryParameters: true }),
    licence: text,
    note: text,
  },
  { requiredKeys: ['id', 'kind', 'title'] },
);

const point = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }).map((degrees) => (degrees === 0 ? 0 : degrees)),
  lon: fc.double({ min: -180, max: 180, noNaN: true }).map((degrees) => (degrees === 0 ? 0 : degrees)),
  precision: text,
  credit: text,
});

/** A word in two scripts is not read as a name: of such a word the Latin letters only. */
const nameText = text
  .map((any) =>
    tidy(
      any.replace(/[\p{L}\p{M}]+/gu, (word) =>
        mixedWords(word, 'Latn').length === 0 ? word : word.replace(/[^\p{Script=Latin}\p{M}]/gu, ''),
      ),
    ),
  )
  .filter((any) => any !== '' && mixedWords(any, 'Latn').length === 0);

const nameWith = (sources: readonly string[]) =>
  fc.record(
    {
      lang: fc.constantFrom(...LANGS),
      text: nameText,
      kind: fc.constantFrom(...nameKindSchema.options),
      form: fc.constantFrom(...nameFormSchema.options),
      sources: fc.subarray([...sources], { minLength: 1 }),
      certainty: fc.constantFrom(...certaintySchema.options),
      period: fc.constantFrom({ from: '1946', to: '1992' }, { from: '1999-03-28' }, { to: '1912-10' }),
      note: text,
    },
    { requiredKeys: ['lang', 'text', 'kind', 'form', 'sources', 'certainty'] },
  );

const entityWith = (sources: readonly string[]) =>
  fc
    .record(
      {
        slug,
        type: fc.constantFrom<EntityType[]>(...ENTITY_TYPES),
        within: localized,
        note: localized,
        point,
        names: fc.uniqueArray(nameWith(sources), {
          minLength: 1,
          maxLength: 6,
          selector: ({ lang, text: same, kind, form }) => JSON.stringify([lang, same, kind, form]),
        }),
      },
      { requiredKeys: ['slug', 'type', 'names'] },
    )
    .map(({ slug: end, ...entity }) => ({ id: `${prefixOf(entity.type)}-${end}`, ...entity }));

/** Any gazetteer without characters that no file should have. */
export const anyGazetteer: fc.Arbitrary<Gazetteer> = fc
  .uniqueArray(source, { minLength: 1, maxLength: 4, selector: ({ id }) => id })
  .chain((sources) =>
    fc
      .uniqueArray(entityWith(sources.map(({ id }) => id)), {
        minLength: 1,
        maxLength: 5,
        selector: ({ id }) => id,
      })
      .map((entities) => gazetteerOf(entities, sources)),
  );
