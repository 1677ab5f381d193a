/** TBX 2 (2008, `martif`), as OmegaT 6 reads it: it matches languages by their first part, shows a translator
 *  descriptions and notes of all languages and the term notes of the target, and never shows `admin`. */
import { LANGS } from '../../../shared/lang';
import { type Loss, lostNames } from '../losses';
import type { Format, Gazetteer, NameOf, Pair, WriteOptions } from '../model';
import { labelsIn } from '../sources';
import { element, xmlDocument } from '../xml/write';
import { type Concept, conceptOf, type Fact, type Term } from './concept';
import { readTbx } from './read-tbx';
import { writeSources } from './sources';

export const tbx2: Format = {
  extension: 'tbx',
  mediaType: 'application/x-tbx+xml',
  holds: ({ names }, { pair }) => names.some((name) => isOffered(name, pair)),
  losses: (gazetteer, { pair }) => [
    ...lostNames('names-left-out', gazetteer, (name) => !isOffered(name, pair)),
    ...bothSerbian(gazetteer, pair),
  ],
  write: (gazetteer, options) => new TextEncoder().encode(document(gazetteer, options)),
  read: readTbx,
};

/** OmegaT offers every term of the target: a misspelling may be found in a text, but not be written. */
function isOffered({ lang, kind }: NameOf, pair: Pair | undefined): boolean {
  return !pair || lang === pair.source || (lang === pair.target && kind !== 'misspelling');
}

/** In OmegaT sr-Latn and sr-Cyrl are one language: terms in one script are offered for a text in the other, and
 *  from one to the other there is nothing to offer. */
export function bothSerbian(gazetteer: Gazetteer, pair: Pair | undefined): Loss[] {
  const langs = pair ? [pair.source, pair.target] : LANGS;
  const serbian = langs.filter((lang) => lang.startsWith('sr'));
  const written = serbian.filter((lang) =>
    gazetteer.entities.some(({ names }) => names.some((name) => name.lang === lang)),
  );
  return written.length < 2
    ? []
    : lostNames('omegat-one-serbian', gazetteer, ({ lang }) => lang === 'sr-Latn');
}

function document({ entities, sources }: Gazetteer, { date, version, pair }: WriteOptions): string {
  const labelOf = labelsIn(sources);
  const entries = entities
    .map((entity) => ({ ...entity, names: entity.names.filter((name) => isOffered(name, pair)) }))
    .filter(({ names }) => names.length > 0)
    .map((entity) => entry(conceptOf(entity, labelOf)));
  return xmlDocument(
    element('martif', { type: 'TBX', 'xml:lang': 'en' }, [
      element('martifHeader', {}, [
        element('fileDesc', {}, [
          element('sourceDesc', {}, [element('p', {}, `Names from Paralel ${version}, ${date}`)]),
        ]),
      ]),
      element('text', {}, [element('body', {}, entries), ...writeSources('refObjectList', sources)]),
    ]),
  );
}

function entry({ id, facts, langs }: Concept): string {
  return element('termEntry', { id }, [
    ...facts.map(conceptFact),
    ...langs.map(({ lang, terms }) => element('langSet', { 'xml:lang': lang }, terms.map(term))),
  ]);
}

/** A translator tells homonyms apart by what they are and where they lie. */
function conceptFact({ category, value, lang }: Fact): string {
  if (category === 'subjectField') return element('descrip', { type: category }, value);
  if (category === 'within' || category === 'about')
    return element('note', { 'xml:lang': lang }, `${category}: ${value}`);
  return element('admin', { type: `x-${category}` }, value);
}

/** What a translator should see of a term of the target: what speaks against it, and what was noted. */
function isShown({ category, value }: Fact): boolean {
  if (category === 'administrativeStatus') return /^(superseded|deprecated)/.test(value);
  return category === 'note' || category === 'termType';
}

/** Term notes come before all else in a `tig`. */
function term({ text, facts }: Term): string {
  const shown = facts.filter(isShown);
  const hidden = facts.filter((fact) => !isShown(fact));
  return element('tig', {}, [
    element('term', {}, text),
    ...shown.map(({ category, value }) =>
      element('termNote', { type: category === 'note' ? 'usageNote' : category }, value),
    ),
    ...hidden.map(({ category, value }) =>
      element('admin', { type: category === 'source' ? category : `x-${category}` }, value),
    ),
  ]);
}
