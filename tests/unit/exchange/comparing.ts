/** What came back, beside what was written: equal but for what was said to be lost. */
import type { LossCode } from '../../../src/core/exchange/losses';
import type { Gazetteer, NameOf, Reading } from '../../../src/core/exchange/model';
import { isPlace } from '../../../src/core/exchange/places/classes';
import { SourceResolver } from '../../../src/core/exchange/plan/sources';
import { tidy } from '../../../src/core/exchange/text/tidy';
import { sourceSchema } from '../../../src/shared/domain';

const FILE = sourceSchema.parse({ id: 'file', kind: 'dataset', title: 'The file' });

interface Comparable {
  id: string;
  type?: string;
  within?: object;
  note?: object;
  point?: object;
  names: string[];
}

/** Entities and their names in no order, without what the losses name. */
function comparable(
  entity: { id?: string; type?: string; within?: object; note?: object; point?: object },
  names: readonly {
    lang: string;
    text: string;
    kind?: string;
    form?: string;
    certainty?: string;
    note?: string;
  }[],
  sources: (index: number) => readonly string[],
  lost: ReadonlySet<LossCode>,
): Comparable {
  const keep = (code: LossCode, value: object): object => (lost.has(code) ? {} : value);
  const point = entity.point && { ...entity.point };
  if (point && lost.has('point-precision')) Reflect.deleteProperty(point, 'precision');
  return {
    id: entity.id ?? '',
    type: entity.type,
    ...(entity.within && keep('within', { within: entity.within })),
    ...(entity.note && keep('entity-note', { note: entity.note })),
    ...(point && keep('point', { point })),
    names: names
      .map((name, index) =>
        JSON.stringify({
          lang: name.lang,
          text: tidy(name.text),
          // What a reader is to assume where a file says nothing.
          ...keep('name-kind', { kind: name.kind ?? 'variant' }),
          ...keep('name-form', { form: name.form ?? 'base' }),
          ...keep('name-certainty', { certainty: name.certainty ?? 'uncertain' }),
          ...keep('name-note', { note: name.note ?? '' }),
          ...keep('name-source', { sources: sources(index).toSorted() }),
        }),
      )
      .toSorted(),
  };
}

/** A format that loses forms or kinds has two names of one text once. */
function once(entities: Comparable[]): Comparable[] {
  return entities.map((entity) => ({ ...entity, names: [...new Set(entity.names)] }));
}

export function written(
  { entities }: Gazetteer,
  lost: ReadonlySet<LossCode>,
  isThere: (name: NameOf) => boolean = () => true,
): Comparable[] {
  return once(
    entities
      .filter((entity) => !lost.has('not-places') || isPlace(entity))
      .map((entity) => ({ ...entity, names: entity.names.filter(isThere) }))
      .filter(({ names }) => names.length > 0)
      .map((entity) => comparable(entity, entity.names, (at) => entity.names[at]!.sources, lost)),
  );
}

export function readBack(
  reading: Reading,
  { sources }: Gazetteer,
  lost: ReadonlySet<LossCode>,
): Comparable[] {
  const resolver = new SourceResolver(sources, reading.sources, FILE);
  return once(
    reading.entities.map((entity) =>
      comparable(entity, entity.names, (at) => resolver.resolve(entity.names[at]!.sources), lost),
    ),
  );
}
