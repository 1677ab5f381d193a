/** Linked Places 1.3 (JSON-LD and GeoJSON): https://github.com/LinkedPasts/linked-places-format
 *  No country codes: XK is not in the format's list, and another would take a side. What the format has no word for
 *  is said in words of our own, which the context declares. */
import type { Period, Source } from '../../../shared/domain';
import type { EntitySource } from '../../articles/library-source';
import { DEFAULT_BASE } from '../addresses';
import { titleOf } from '../citation';
import { lostEntities } from '../losses';
import type { Format, Gazetteer, NameOf, WriteOptions } from '../model';
import { isPlace, placeClass } from './classes';
import { readLpf } from './read-lpf';

export const lpf: Format = {
  holdsPeriods: true,
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  holds: isPlace,
  losses: (gazetteer) => lostEntities('not-places', gazetteer, (entity) => !isPlace(entity)),
  write: (gazetteer, options) =>
    new TextEncoder().encode(`${JSON.stringify(collection(gazetteer, options), null, 1)}\n`),
  read: readLpf,
};

const CONTEXT = [
  'https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld',
  { paralel: 'urn:x-paralel:vocabulary:' },
];

/** The format knows three degrees. */
const CERTAINTY = {
  verified: 'certain',
  'well-known': 'less-certain',
  derived: 'less-certain',
  uncertain: 'uncertain',
} as const;

function collection({ entities, sources }: Gazetteer, options: WriteOptions) {
  const byId = new Map<string, Source>(sources.map((source) => [source.id, source]));
  return {
    type: 'FeatureCollection',
    '@context': CONTEXT,
    features: entities.filter(isPlace).map((entity) => feature(entity, byId, options)),
    'paralel:sources': sources,
  };
}

function feature(entity: EntitySource, sources: ReadonlyMap<string, Source>, options: WriteOptions) {
  const { fclass, aat } = placeClass(entity.type);
  const { note, within, point } = entity;
  return {
    '@id': (options.base ?? DEFAULT_BASE) + entity.id,
    type: 'Feature',
    properties: { title: titleOf(entity, options.langs)?.text ?? entity.id, fclasses: [fclass] },
    // Not when the place was: when these names were put together.
    when: { timespans: [{ start: { in: options.date } }], label: 'as collected' },
    names: entity.names.map((name) => nameObject(name, sources)),
    types: [
      {
        ...(aat && { identifier: `aat:${aat}` }),
        label: entity.type,
        sourceLabels: [{ label: entity.type, lang: 'en' }],
      },
    ],
    geometry: point
      ? {
          type: 'Point',
          coordinates: [point.lon, point.lat],
          citations: [{ label: point.credit }],
          'paralel:precision': point.precision,
        }
      : null,
    ...(note && { descriptions: Object.entries(note).map(([lang, value]) => ({ value, lang })) }),
    ...(within && { 'paralel:within': within }),
  };
}

function nameObject(name: NameOf, sources: ReadonlyMap<string, Source>) {
  return {
    toponym: name.text,
    lang: name.lang,
    citations: name.sources.map((id) => citation(id, sources.get(id))),
    certainty: CERTAINTY[name.certainty],
    ...(name.period && { when: { timespans: [timespanOf(name.period)] } }),
    'paralel:kind': name.kind,
    'paralel:form': name.form,
    'paralel:certainty': name.certainty,
    ...(name.note !== undefined && { 'paralel:note': name.note }),
  };
}

function timespanOf({ from, to }: Period) {
  return { ...(from && { start: { in: from } }), ...(to && { end: { in: to } }) };
}

function citation(id: string, source: Source | undefined) {
  const year = /^\d{4}/.exec(source?.date ?? '')?.[0];
  return {
    label: source?.title ?? id,
    ...(year && { year }),
    ...(source?.url !== undefined && { '@id': source.url }),
    'paralel:source': id,
  };
}
