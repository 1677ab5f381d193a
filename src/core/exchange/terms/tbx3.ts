/** TBX 3 (ISO 30042:2019), dialect TBX-Basic, data categories as tags: https://www.tbxinfo.net/tbx-dialects/
 *  What TBX-Basic has no category for stands in notes that begin with its name: "form: definite". */
import type { Format, Gazetteer, WriteOptions } from '../model';
import { labelsIn } from '../sources';
import { element, xmlDocument } from '../xml/write';
import { type Concept, conceptOf, type Fact, type Term } from './concept';
import { readTbx } from './read-tbx';
import { writeSources } from './sources';

export const tbx3: Format = {
  extension: 'tbx',
  mediaType: 'application/x-tbx+xml',
  losses: () => [],
  write: (gazetteer, options) => new TextEncoder().encode(document(gazetteer, options)),
  read: readTbx,
};

/** Where a category has a tag of its own; in a term the tags come first, then the notes. */
const TAGS: Partial<Record<string, string>> = {
  subjectField: 'min:subjectField',
  administrativeStatus: 'min:administrativeStatus',
  termType: 'basic:termType',
  source: 'basic:source',
};

function document({ entities, sources }: Gazetteer, { date, version }: WriteOptions): string {
  const labelOf = labelsIn(sources);
  const entries = entities.map((entity) => entry(conceptOf(entity, labelOf)));
  return xmlDocument(
    element(
      'tbx',
      {
        type: 'TBX-Basic',
        style: 'dct',
        'xml:lang': 'en',
        xmlns: 'urn:iso:std:iso:30042:ed-2',
        'xmlns:min': 'http://www.tbxinfo.net/ns/min',
        'xmlns:basic': 'http://www.tbxinfo.net/ns/basic',
      },
      [
        element('tbxHeader', {}, [
          element('fileDesc', {}, [
            element('sourceDesc', {}, [element('p', {}, `Names from Paralel ${version}, ${date}`)]),
          ]),
        ]),
        element('text', {}, [
          ...(entries.length === 0 ? [] : [element('body', {}, entries)]),
          ...writeSources('refObjectSec', sources),
        ]),
      ],
    ),
  );
}

function entry({ id, facts, langs }: Concept): string {
  return element('conceptEntry', { id }, [
    ...facts.map(fact),
    ...langs.map(({ lang, terms }) => element('langSec', { 'xml:lang': lang }, terms.map(term))),
  ]);
}

function term({ text, facts }: Term): string {
  return element('termSec', {}, [element('term', {}, text), ...facts.map(fact)]);
}

function fact({ category, value, lang }: Fact): string {
  const tag = TAGS[category];
  return tag ? element(tag, {}, value) : element('note', { 'xml:lang': lang }, `${category}: ${value}`);
}
