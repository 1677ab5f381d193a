/** Linked Places as others write it: names, types, points and descriptions; what else it has is passed over. */
import { z } from 'zod';
import { sourceSchema } from '../../../shared/domain';
import type { IncomingSource, Reading, ReadOptions } from '../model';
import { type Place, Unreadable } from '../problems';
import { type RawEntity, type RawName, type Reader, reading } from '../reading';
import { sourceDetailsSchema } from '../sources';
import { tidy } from '../text/tidy';
import { typeOfAat } from './classes';

/** Anything but what it should be is as if it were not there. */
const text = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);
const listOf = <T extends z.ZodType>(item: T) => z.array(item.nullable().catch(null)).catch([]).default([]);

const dateShape = z.looseObject({ in: text }).optional().catch(undefined);
const whenShape = z
  .looseObject({ timespans: listOf(z.looseObject({ start: dateShape, end: dateShape })) })
  .optional()
  .catch(undefined);

const nameShape = z.looseObject({
  toponym: text,
  lang: text,
  citations: listOf(z.looseObject({ label: text, '@id': text, year: text, 'paralel:source': text })),
  when: whenShape,
  'paralel:kind': text,
  'paralel:form': text,
  'paralel:certainty': text,
  'paralel:note': text,
});

const geometryShape = z.looseObject({
  type: text,
  coordinates: z.unknown().optional(),
  citations: listOf(z.looseObject({ label: text })),
  geometries: listOf(z.looseObject({ type: text, coordinates: z.unknown().optional() })),
  'paralel:precision': text,
});

const featureShape = z.looseObject({
  '@id': text,
  names: listOf(nameShape),
  types: listOf(z.looseObject({ identifier: text, label: text })),
  geometry: geometryShape.nullable().optional().catch(null),
  descriptions: listOf(z.looseObject({ value: text, lang: text })),
  'paralel:within': z.record(z.string(), z.string()).optional().catch(undefined),
});
type Feature = z.infer<typeof featureShape>;

const collectionShape = z.looseObject({
  features: z.array(z.unknown()),
  'paralel:sources': listOf(z.looseObject({})),
});

export function readLpf(bytes: Uint8Array, options: ReadOptions): Reading {
  return reading(options, (reader) => {
    const { features, 'paralel:sources': sources } = parse(reader.decode(bytes));
    for (const source of sources) {
      const known = sourceSchema.safeParse(source);
      if (known.success) reader.source(known.data);
    }
    const cited = new Map<string, IncomingSource>();
    features.forEach((raw, index) => {
      const feature = featureShape.safeParse(raw);
      if (!feature.success)
        return reader.report('entity-nameless', { entry: `features[${index}]` }, { id: '' });
      readFeature(feature.data, index, reader);
      for (const source of citedIn(feature.data))
        if (!cited.has(source.title)) cited.set(source.title, source);
    });
    for (const source of cited.values()) reader.source(source);
  });
}

/** Sources of others, which stand where they are cited: names cite them by their label. */
function citedIn({ names }: Feature): IncomingSource[] {
  return names
    .flatMap((name) => name?.citations ?? [])
    .flatMap((citation): IncomingSource[] => {
      const title = tidy(citation?.label ?? '');
      if (title === '' || citation?.['paralel:source'] !== undefined) return [];
      const details = sourceDetailsSchema.parse({ url: citation?.['@id'], date: citation?.year });
      return [{ ...details, id: title, title }];
    });
}

function parse(json: string): z.infer<typeof collectionShape> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new Unreadable(
      'json-malformed',
      {},
      { detail: error instanceof Error ? error.message : String(error) },
    );
  }
  const parsed = collectionShape.safeParse(value);
  if (!parsed.success) throw new Unreadable('json-not-places');
  return parsed.data;
}

function readFeature(feature: Feature, index: number, reader: Reader): void {
  const address = feature['@id'] ?? '';
  const at: Place = { entry: address || `features[${index}]` };
  const names = feature.names.map((name) => name && reader.name(rawName(name), at)) ?? [];
  reader.entity(
    rawEntity(feature, address),
    names.map((name) => name ?? undefined),
    at,
  );
}

function rawName(name: z.infer<typeof nameShape>): RawName {
  return {
    text: name.toponym ?? '',
    lang: name.lang,
    kind: name['paralel:kind'],
    form: name['paralel:form'],
    certainty: name['paralel:certainty'],
    from: name.when?.timespans[0]?.start?.in,
    to: name.when?.timespans[0]?.end?.in,
    note: name['paralel:note'],
    sources: name.citations.flatMap(
      (cited) => cited?.['paralel:source'] ?? cited?.label ?? cited?.['@id'] ?? [],
    ),
  };
}

function rawEntity(feature: Feature, address: string): RawEntity {
  const [type] = feature.types.flatMap((each) => typeOfAat(each?.identifier ?? '') ?? each?.label ?? []);
  return {
    id: address,
    type,
    note: Object.fromEntries(
      feature.descriptions.flatMap((each): [string, string][] =>
        each?.lang && each.value ? [[each.lang, each.value]] : [],
      ),
    ),
    within: feature['paralel:within'],
    point: pointOf(feature.geometry),
  };
}

/** The point, or the first of several geometries where that is one. */
function pointOf(geometry: Feature['geometry']): RawEntity['point'] {
  const first = geometry?.type === 'GeometryCollection' ? geometry.geometries[0] : geometry;
  const pair = z.tuple([z.number(), z.number()]).safeParse(first?.coordinates);
  if (first?.type !== 'Point' || !pair.success) return undefined;
  const [lon, lat] = pair.data;
  return {
    lat: String(lat),
    lon: String(lon),
    precision: geometry?.['paralel:precision'],
    credit: geometry?.citations
      .map((cited) => cited?.label)
      .filter((label) => label !== undefined)
      .join('; '),
  };
}
