/** Clauses 5 and 6, and the metadata of 7.1: what the file says that it is. */
import { SaxesParser } from 'saxes';
import { dictAt, has, isTrue } from '../objects';
import type { UaDocument } from '../document';
import { type Rule, whole } from './rule';

const UA = 'http://www.aiim.org/pdfua/ns/id/';
const DC = 'http://purl.org/dc/elements/1.1/';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

export interface Xmp {
  /** Properties of the PDF/UA schema, with the prefix that they are written with. */
  ua: Map<string, { prefix: string; value: string }>;
  hasTitle: boolean;
  /** Whether a text that could be in several languages is only in the one that is not named. */
  hasUnnamedLanguage: boolean;
}

/** @returns undefined where it is not well formed */
export function readXmp(text: string): Xmp | undefined {
  const xmp: Xmp = { ua: new Map(), hasTitle: false, hasUnnamedLanguage: false };
  const parser = new SaxesParser({ xmlns: true });
  const path: { uri: string; local: string; prefix: string; text: string }[] = [];
  let alternatives: string[] = [];
  let isWhole = true;
  parser.on('error', () => {
    isWhole = false;
  });
  parser.on('opentag', ({ uri, local, prefix, attributes }) => {
    path.push({ uri, local, prefix, text: '' });
    if (uri === RDF && local === 'Alt') alternatives = [];
    for (const one of Object.values(attributes)) {
      if (one.uri === UA) xmp.ua.set(one.local, { prefix: one.prefix, value: one.value.trim() });
      if (one.name === 'xml:lang' && uri === RDF && local === 'li') alternatives.push(one.value);
      if (one.uri === DC && one.local === 'title') xmp.hasTitle = true;
    }
  });
  parser.on('text', (part) => {
    const last = path.at(-1);
    if (last) last.text += part;
  });
  parser.on('closetag', () => {
    const one = path.pop();
    if (!one) return;
    if (one.uri === UA) xmp.ua.set(one.local, { prefix: one.prefix, value: one.text.trim() });
    if (one.uri === DC && one.local === 'title') xmp.hasTitle = true;
    if (
      one.uri === RDF &&
      one.local === 'Alt' &&
      alternatives.length === 1 &&
      alternatives[0] === 'x-default'
    )
      xmp.hasUnnamedLanguage = true;
  });
  parser.write(text.replace(/^[^<]*/, '').replace(/\0+$/, '')).close();
  return isWhole ? xmp : undefined;
}

const xmpOf = ({ metadata }: UaDocument) => (metadata === undefined ? undefined : readXmp(metadata));
const prefixOf = (document: UaDocument, property: string) =>
  xmpOf(document)?.ua.get(property)?.prefix ?? 'pdfuaid';

export const identification: readonly Rule[] = [
  whole('5-1', 'The metadata do not say that the file follows PDF/UA.', 'metadata', (document) => {
    const xmp = xmpOf(document);
    return document.metadata !== undefined && !xmp?.ua.size;
  }),
  // Part 1 of ISO 14289 is the one that is held to here.
  whole('5-2', 'The part of PDF/UA in the metadata is not 1.', 'metadata', (document) => {
    const ua = xmpOf(document)?.ua;
    return Boolean(ua?.size) && Number(ua?.get('part')?.value) !== 1;
  }),
  ...(['part', 'amd', 'corr'] as const).map((property, index) =>
    whole(
      `5-${index + 3}`,
      `The property “${property}” is not written with the prefix pdfuaid.`,
      'metadata',
      (document) => prefixOf(document, property) !== 'pdfuaid',
    ),
  ),
  // 6.1: PDF 1.0 to 1.7.
  whole(
    '6.1-1',
    'The file does not begin with %PDF-1.0 to %PDF-1.7.',
    'header',
    ({ header }) => !/^%PDF-1\.[0-7]$/.test(header),
  ),
  // 6.2 and 7.1: a tagged document.
  whole(
    '6.2-1',
    'The catalog does not say that the content is marked.',
    'catalog',
    ({ catalog }) => !isTrue(dictAt(catalog, 'MarkInfo'), 'Marked'),
  ),
  whole('7.1-4', 'The catalog says that the tags are suspect.', 'catalog', ({ catalog }) =>
    isTrue(dictAt(catalog, 'MarkInfo'), 'Suspects'),
  ),
  whole('7.1-8', 'The catalog has no metadata.', 'catalog', ({ metadata }) => metadata === undefined),
  whole(
    '7.1-9',
    'The metadata have no title.',
    'metadata',
    (document) => document.metadata !== undefined && !xmpOf(document)?.hasTitle,
  ),
  whole(
    '7.1-10',
    'Viewers are not asked to show the title.',
    'catalog',
    ({ catalog }) => !isTrue(dictAt(catalog, 'ViewerPreferences'), 'DisplayDocTitle'),
  ),
  whole('7.1-11', 'There is no structure tree.', 'catalog', ({ catalog }) => !has(catalog, 'StructTreeRoot')),
  // 7.2: metadata are text too.
  whole(
    '7.2-33',
    'The language of a text in the metadata is nowhere named.',
    'metadata',
    (document) => document.lang === undefined && xmpOf(document)?.hasUnnamedLanguage === true,
  ),
];
