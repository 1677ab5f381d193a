/** LP-TSV 0.5, the table that contributors to World Historical Gazetteer upload:
 *  https://github.com/LinkedPasts/linked-places-format/blob/main/tsv_0.5.md
 *  Fields are not quoted, several values in one stand between semicolons, and no country code is given. */
import type { EntitySource } from '../../articles/library-source';
import { writtenFor } from '../../../shared/lang';
import { titleOf } from '../citation';
import { loss, lostEntities, lostNames } from '../losses';
import type { Format, Gazetteer, NameOf, WriteOptions } from '../model';
import { labelsIn, uncited, type LabelOf } from '../sources';
import { guard, guardQuote } from '../table/guard';
import { joinList } from '../table/list';
import { isPlace, placeClass } from './classes';
import { readLpTsv } from './read-lp-tsv';

const COLUMNS = [
  'id', 'title', 'title_source', 'fclasses', 'aat_types', 'attestation_year', 'variants', 'types',
  'lon', 'lat', 'geo_source', 'description',
] as const; // prettier-ignore

export const lpTsv: Format = {
  extension: 'tsv',
  mediaType: 'text/tab-separated-values',
  holds: (entity) => isPlace(entity) && entity.names.some(isWritable),
  losses: (gazetteer, options) => {
    const places = { ...gazetteer, entities: gazetteer.entities.filter(isPlace) };
    const written = { ...places, entities: places.entities.map((entity) => writable(entity)) };
    const titles = new Set(written.entities.map((entity) => titleOf(entity, options.langs)));
    return [
      ...lostEntities('not-places', gazetteer, (entity) => !isPlace(entity)),
      ...lostNames('unwritable-names', places, (name) => !isWritable(name)),
      ...lostNames('name-kind', written, ({ kind }) => kind !== 'variant'),
      ...lostNames('name-form', written, ({ form }) => form !== 'base'),
      ...lostNames('name-certainty', written, () => true),
      ...lostNames('name-source', written, (name) => !titles.has(name)),
      ...lostNames('name-note', written, ({ note }) => note !== undefined),
      ...lostEntities('within', written, ({ within }) => within !== undefined),
      ...lostEntities('entity-note', written, ({ note }) => note !== undefined),
      ...lostEntities('point-precision', written, ({ point }) => point !== undefined),
      ...loss(
        'source-details',
        gazetteer.sources.map(({ title }) => title),
      ),
      ...uncited(gazetteer),
    ];
  },
  write: (gazetteer, options) => new TextEncoder().encode(table(gazetteer, options)),
  read: readLpTsv,
};

/** A semicolon ends a name in the column of variants, and nothing can keep it from doing so. */
function isWritable({ text }: NameOf): boolean {
  return !text.includes(';');
}

function writable(entity: EntitySource): EntitySource {
  return { ...entity, names: entity.names.filter(isWritable) };
}

function table({ entities, sources }: Gazetteer, options: WriteOptions): string {
  const labelOf = labelsIn(sources);
  const yearOf = new Map<string, string>(sources.map(({ id, date }) => [id, date?.slice(0, 4) ?? '']));
  const rows = entities
    .filter(isPlace)
    .map(writable)
    .map((entity) => rowOf(entity, labelOf, yearOf, options))
    .filter((row) => row !== undefined);
  return [COLUMNS, ...rows].map((cells) => `${cells.join('\t')}\n`).join('');
}

function rowOf(
  entity: EntitySource,
  labelOf: LabelOf,
  yearOf: ReadonlyMap<string, string>,
  { langs, date }: WriteOptions,
): string[] | undefined {
  const title = titleOf(entity, langs);
  if (title === undefined) return undefined;
  const { fclass, aat = '' } = placeClass(entity.type);
  // The title has no language of its own: it stands among the variants once more, first, with its tag.
  const variants = [title, ...entity.names.filter((name) => name !== title)];
  const row: Record<(typeof COLUMNS)[number], string> = {
    id: entity.id,
    title: title.text,
    title_source: joinList(title.sources.map(labelOf)),
    fclasses: fclass,
    aat_types: aat,
    attestation_year: title.sources.map((id) => yearOf.get(id)).find((year) => year) ?? date.slice(0, 4),
    variants: variants.map(({ text, lang }) => `${text}@${lang}`).join(';'),
    types: entity.type,
    lon: String(entity.point?.lon ?? ''),
    lat: String(entity.point?.lat ?? ''),
    geo_source: entity.point?.credit ?? '',
    description: entity.note?.[writtenFor(langs[0] ?? 'en')] ?? '',
  };
  return COLUMNS.map((column) => guardQuote(guard(row[column])));
}
