/** Notes as W3C Web Annotations (JSON-LD), and as the `.annotations` of e-readers: the same in two profiles. */
import { strToU8, zipSync } from 'fflate';
import { writtenFor } from '../../../shared/lang';
import type { KeptTarget } from '../../../shared/notes';
import { EPUB_COLOUR } from './colours';
import type { ExportedNote, WriteNotesOptions } from './types';
import { noteIdFrom } from '../../notes/ids';
import {
  articleAddress,
  entityAddress,
  EPUB_ANNOTATION,
  FIGURE_FRAGMENT,
  full,
  HTML_FRAGMENT,
  type Naming,
  PREFIX,
  short,
  VOCABULARY,
  WEB_ANNOTATION,
} from './vocabulary';

const urn = (id: string): string => `urn:uuid:${id}`;
const encoded = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 1)}\n`);

/** A collection whose one page is within it. */
export function webAnnotationFile(notes: readonly ExportedNote[], options: WriteNotesOptions): Uint8Array {
  const id = setId(notes, options);
  return encoded({
    '@context': [WEB_ANNOTATION, { [PREFIX]: VOCABULARY }],
    id,
    type: 'AnnotationCollection',
    label: options.library,
    generator: generator(options),
    generated: options.date,
    total: notes.length,
    first: {
      id: `${id}#1`,
      type: 'AnnotationPage',
      partOf: id,
      startIndex: 0,
      items: notes.map((note) => ({
        ...common(note, short),
        ...bodies(note),
        target: target(note.target, short),
      })),
    },
  });
}

/** A set in a zip. One time for all, so that the same notes make the same bytes. */
export function annotationsFile(notes: readonly ExportedNote[], options: WriteNotesOptions): Uint8Array {
  const set = {
    '@context': EPUB_ANNOTATION,
    id: setId(notes, options),
    type: 'AnnotationSet',
    generator: generator(options),
    generated: options.date,
    title: options.library,
    about: { 'dc:title': options.library },
    items: notes.map((note) => ({
      // Readium's draft asks for it here too; where it does not, it says nothing new.
      '@context': EPUB_ANNOTATION,
      ...common(note, full),
      body: epubBody(note),
      target: { selector: [], ...target(note.target, full), ...meta(note) },
    })),
  };
  return zipSync({ 'annotations.json': encoded(set) }, { level: 6, mtime: '1980-01-01T00:00:00' });
}

const setId = (notes: readonly ExportedNote[], { date, library }: WriteNotesOptions): string =>
  urn(noteIdFrom('set', library, date, ...notes.map(({ id }) => id)));

const generator = ({ version }: WriteNotesOptions) => ({
  id: 'urn:x-paralel:program',
  type: 'Software',
  name: `Paralel ${version}`,
});

function common(note: ExportedNote, own: Naming) {
  return {
    id: urn(note.id),
    type: 'Annotation',
    motivation: note.text !== '' ? 'commenting' : note.on === 'quote' ? 'highlighting' : 'bookmarking',
    created: note.created,
    modified: note.modified,
    // Nobody has an address here; one made from the name is the same in each file.
    ...(note.by !== '' && {
      creator: { id: urn(noteIdFrom('person', note.by)), type: 'Person', name: note.by },
    }),
    [own('revision')]: note.revision,
    [own('colour')]: note.colour,
  };
}

function bodies({ text, tags }: ExportedNote) {
  const body = [
    ...(text === ''
      ? []
      : [{ type: 'TextualBody', value: text, format: 'text/markdown', purpose: 'commenting' }]),
    ...tags.map((tag) => ({ type: 'TextualBody', value: tag, purpose: 'tagging' })),
  ];
  return body.length > 0 ? { body } : {};
}

/** One body with everything: e-readers know no other. */
const epubBody = ({ text, tags, colour }: ExportedNote) => ({
  type: 'TextualBody',
  value: text,
  format: 'text/markdown',
  color: EPUB_COLOUR[colour],
  highlight: 'solid',
  ...(tags.length > 0 && { tags }),
});

const meta = ({ heading }: ExportedNote) =>
  heading === null ? {} : { meta: { headings: [{ level: 2, txt: heading }] } };

function target(kept: KeptTarget, own: Naming) {
  const type = 'SpecificResource';
  if (kept.on === 'entity') return { type, source: entityAddress(kept.entity) };
  if (kept.on === 'figure')
    return {
      type,
      source: articleAddress(kept.article),
      selector: [fragment(FIGURE_FRAGMENT, kept.figure)],
    };
  // The quote is of the written edition, and so is the address; the script that it was read in is ours to know.
  const written = writtenFor(kept.lang);
  const source = {
    type,
    source: articleAddress(kept.article, written),
    ...(written !== kept.lang && { [own('lang')]: kept.lang }),
  };
  if (kept.on === 'article') return source;
  const state = { type: own('Edition'), value: kept.edition };
  const block = fragment(HTML_FRAGMENT, kept.block);
  if (kept.on === 'block') return { ...source, selector: [block], state, [own('begins')]: kept.exact };
  const { start, end, exact, prefix, suffix } = kept;
  return {
    ...source,
    selector: [
      // The model counts code points, whom nobody follows; the quote decides.
      {
        ...block,
        refinedBy: { type: 'TextPositionSelector', start, end, [own('unit')]: 'UTF-16 code units' },
      },
      { type: 'TextQuoteSelector', exact, prefix, suffix },
    ],
    state,
  };
}

const fragment = (conformsTo: string, value: string) => ({ type: 'FragmentSelector', conformsTo, value });
