/** TBX of either generation and either style: 2 (martif), 3 by attributes (DCA) and 3 by tags (DCT). */
import type { ReadOptions, Reading } from '../model';
import { Unreadable } from '../problems';
import { type RawEntity, type RawName, type Reader, reading } from '../reading';
import { idsIn } from '../sources';
import { categoryOf, readXml, type XmlElement } from '../xml/read';
import { type Fact, kindOfStatus } from './concept';
import { readSources } from './sources';

const ENTRIES = new Set(['conceptEntry', 'termEntry', 'refObject']);
const SECTIONS = new Set(['langSec', 'langSet']);
const TERMS = new Set(['termSec', 'tig', 'ntig']);
/** Only hold others together. */
const GROUPS = new Set(['termGrp', 'descripGrp', 'termNoteGrp', 'adminGrp']);

/** A note that begins with one of our categories is that fact: TBX has no place for it. */
const LABELLED = /^(form|certainty|within|about|point|precision|credit|note): (.*)$/su;

export function readTbx(bytes: Uint8Array, options: ReadOptions): Reading {
  return reading(options, (reader) => {
    const entries: XmlElement[] = [];
    const objects: XmlElement[] = [];
    readXml(reader.decode(bytes), {
      entries: ENTRIES,
      onEntry: (entry) => (entry.name === 'refObject' ? objects : entries).push(entry),
      onRoot: (name) => {
        if (name !== 'tbx' && name !== 'martif')
          throw new Unreadable('xml-not-this', {}, { name, wanted: 'tbx' });
      },
      onDoctypeIgnored: (at) => reader.report('xml-doctype-ignored', at),
    });
    const sources = readSources(objects);
    for (const source of sources) reader.source(source);
    const idOf = idsIn(sources);
    for (const entry of entries) readEntry(entry, idOf, reader);
  });
}

/** What is said in an element itself, groups opened, `skip` left out. */
function factsIn(element: XmlElement, skip: ReadonlySet<string>): Fact[] {
  return element.children.flatMap((child): Fact[] => {
    if (skip.has(child.name) || child.name === 'term') return [];
    if (GROUPS.has(child.name)) return factsIn(child, skip);
    const lang = child.attributes['xml:lang'];
    const [, label, rest] = child.name === 'note' ? (LABELLED.exec(child.text.trim()) ?? []) : [];
    const category = label ?? categoryOf(child).replace(/^x-/, '');
    return [{ category, value: rest ?? child.text, ...(lang !== undefined && { lang }) }];
  });
}

const CONCEPT_FACTS = new Set(['subjectField', 'within', 'about', 'point', 'precision', 'credit']);
const TERM_FACTS = new Set([
  'administrativeStatus', 'termType', 'source', 'form', 'certainty', 'note', 'usageNote',
]); // prettier-ignore

function readEntry(entry: XmlElement, idOf: (label: string) => string, reader: Reader): void {
  const facts = factsIn(entry, SECTIONS);
  unread(entry, facts, CONCEPT_FACTS, reader);
  const names = entry.children
    .filter(({ name }) => SECTIONS.has(name))
    .flatMap((section) => {
      unread(section, factsIn(section, TERMS), new Set(), reader);
      return section.children
        .filter(({ name }) => TERMS.has(name))
        .map((term) =>
          reader.name(nameOf(term, section.attributes['xml:lang'] ?? '', idOf, reader), term.at),
        );
    });
  reader.entity(entityOf(entry.attributes.id ?? '', facts), names, entry.at);
}

function nameOf(term: XmlElement, lang: string, idOf: (label: string) => string, reader: Reader): RawName {
  const facts = factsIn(term, new Set());
  unread(term, facts, TERM_FACTS, reader);
  const values = (category: string) =>
    facts.filter((fact) => fact.category === category).map(({ value }) => value);
  const group = term.children.find(({ name }) => name === 'termGrp') ?? term;
  const [status = ''] = values('administrativeStatus');
  const isShort = values('termType').some((type) => /^(abbreviation|acronym|initialism)$/.test(type.trim()));
  return {
    lang,
    text: group.children.find(({ name }) => name === 'term')?.text ?? '',
    kind: kindOfStatus(status) ?? '',
    form: values('form')[0] ?? (isShort ? 'abbreviation' : ''),
    certainty: values('certainty')[0] ?? '',
    note: [...values('note'), ...values('usageNote')].join(' '),
    sources: values('source').map((source) => idOf(source.trim())),
  };
}

function entityOf(id: string, facts: readonly Fact[]): RawEntity {
  const value = (category: string) => facts.find((fact) => fact.category === category)?.value ?? '';
  const localized = (category: string) =>
    Object.fromEntries(
      facts
        .filter((fact) => fact.category === category)
        .map(({ lang = '', value: text }): [string, string] => [lang, text]),
    );
  const [lat = '', lon = ''] = value('point').split(', ');
  return {
    id,
    type: value('subjectField'),
    within: localized('within'),
    note: localized('about'),
    point: { lat, lon, precision: value('precision'), credit: value('credit') },
  };
}

/** What a term base says beyond names is passed over, and told. */
function unread(
  element: XmlElement,
  facts: readonly Fact[],
  read: ReadonlySet<string>,
  reader: Reader,
): void {
  for (const { category } of facts)
    if (!read.has(category)) reader.report('element-unread', element.at, { element: category });
}
