/** SKOS in Turtle: https://www.w3.org/TR/skos-reference/. Written, not read. A concept an entity; per language one
 *  prefLabel (S14), the other names altLabels, misspellings hiddenLabels, and no label in two of these (S13). */
import type { Source } from '../../../shared/domain';
import { LANGS } from '../../../shared/lang';
import type { EntitySource } from '../../articles/library-source';
import { DEFAULT_BASE } from '../addresses';
import { citationName } from '../citation';
import { type Loss, lostEntities, lostNames } from '../losses';
import type { Format, Gazetteer, NameOf, WriteOptions } from '../model';
import { iri, literal, subject } from './turtle';

export const skos: Format = {
  extension: 'ttl',
  mediaType: 'text/turtle',
  losses,
  write: (gazetteer, options) => new TextEncoder().encode(scheme(gazetteer, options)),
};

const PREFIXES = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dct: 'http://purl.org/dc/terms/',
  geo: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
};

interface Labels {
  pref?: NameOf;
  alt: NameOf[];
  hidden: NameOf[];
}

/** Each text once: as the prefLabel, or else an altLabel, or else hidden. */
function labelsOf(entity: EntitySource): Labels[] {
  return LANGS.map((lang) => {
    const pref = citationName(entity, lang);
    const seen = new Set(pref && [pref.text]);
    const once = ({ text }: NameOf) => !seen.has(text) && seen.add(text);
    const others = entity.names.filter((name) => name.lang === lang && name !== pref);
    const alt = others.filter(({ kind }) => kind !== 'misspelling').filter(once);
    const hidden = others.filter(({ kind }) => kind === 'misspelling').filter(once);
    return { pref, alt, hidden };
  });
}

/** What the labels alone would say of a name's kind is wrong for these. */
function hasOtherKind(gazetteer: Gazetteer): (name: NameOf) => boolean {
  const labels = gazetteer.entities.flatMap(labelsOf);
  const told = new Set<NameOf>([
    ...labels.flatMap(({ pref }) => (pref ? [pref] : [])),
    ...labels.flatMap(({ alt }) => alt.filter(({ kind }) => kind === 'variant')),
    ...labels.flatMap(({ hidden }) => hidden),
  ]);
  return (name) => !told.has(name);
}

function losses(gazetteer: Gazetteer): Loss[] {
  const all = () => true;
  return [
    ...lostNames('name-kind', gazetteer, hasOtherKind(gazetteer)),
    ...lostNames('name-form', gazetteer, ({ form }) => form !== 'base'),
    ...lostNames('name-certainty', gazetteer, all),
    ...lostNames('name-source', gazetteer, all),
    ...lostNames('name-note', gazetteer, ({ note }) => note !== undefined),
    ...lostEntities('point-precision', gazetteer, ({ point }) => point !== undefined),
    ...lostEntities('point-credit', gazetteer, ({ point }) => point !== undefined),
  ];
}

function scheme({ entities, sources }: Gazetteer, { base = DEFAULT_BASE, date }: WriteOptions): string {
  const address = (id: string) => iri(base + id);
  const names = address('names');
  const prefixes = Object.entries(PREFIXES).map(
    ([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`,
  );
  return [
    prefixes.join(''),
    subject(names, [
      ['a', ['skos:ConceptScheme']],
      ['dct:title', [literal('Names', 'en')]],
      ['dct:created', [literal(date)]],
    ]),
    ...sources.map((source) => reference(address(`source-${source.id}`), source)),
    ...entities.map((entity) => concept(entity, names, address)),
  ].join('\n');
}

function reference(name: string, { title, kind, publisher, date, url, licence, note }: Source): string {
  const one = (text: string | undefined) => (text === undefined ? [] : [literal(text)]);
  return subject(name, [
    ['a', ['dct:BibliographicResource']],
    ['dct:title', [literal(title)]],
    ['dc:type', [literal(kind)]],
    ['dc:publisher', one(publisher)],
    ['dc:date', one(date)],
    ['dc:identifier', one(url)],
    ['dc:rights', one(licence)],
    ['dc:description', one(note)],
  ]);
}

function concept(entity: EntitySource, scheme: string, address: (id: string) => string): string {
  const { within, note, point } = entity;
  const labels = labelsOf(entity);
  const written = (names: readonly NameOf[]) => names.map(({ text, lang }) => literal(text, lang));
  const localized = (texts: Record<string, string> | undefined) =>
    Object.entries(texts ?? {}).map(([lang, text]) => literal(text, lang));
  const cited = new Set(entity.names.flatMap(({ sources }) => sources));
  return subject(address(entity.id), [
    ['a', ['skos:Concept']],
    ['skos:inScheme', [scheme]],
    ['skos:prefLabel', written(labels.flatMap(({ pref }) => (pref ? [pref] : [])))],
    ['skos:altLabel', written(labels.flatMap(({ alt }) => alt))],
    ['skos:hiddenLabel', written(labels.flatMap(({ hidden }) => hidden))],
    ['skos:scopeNote', localized(note)],
    ['dc:coverage', localized(within)],
    ['dc:type', [literal(entity.type)]],
    ['geo:lat', point ? [literal(String(point.lat))] : []],
    ['geo:long', point ? [literal(String(point.lon))] : []],
    ['dct:source', Array.from(cited, (id) => address(`source-${id}`))],
  ]);
}
