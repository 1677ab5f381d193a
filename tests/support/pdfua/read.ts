/** What a reader of a PDF gets of it: its words with their languages, its headings, its contents, its fonts. */
import { PDFArray, type PDFObject } from '@cantoo/pdf-lib';
import { around, isArtifact, isTagged, langWithin, said, type ShownText } from './content';
import { type Page, readDocument, type UaDocument } from './document';
import { asDict, asName, asText, at, dictAt, nameAt, rawItemsAt, resolved, treeEntries } from './objects';
import { descendants, type StructElement, upwards } from './structure';

export { orphanHeadings, outlineOf, type OutlineEntry, textWithin } from './positions';

export interface Run {
  /** As BCP 47 has it; undefined where nothing names it. */
  lang: string | undefined;
  /** Lines end without white space between them. */
  text: string;
}

/** The text that is read aloud, in the order of the pages, cut where the language changes. */
export async function textByLang(bytes: Uint8Array): Promise<Run[]> {
  const document = await readDocument(bytes);
  const runs: Run[] = [];
  for (const { shown, text } of spoken(document)) {
    const lang = langWithin(shown.within) ?? document.lang;
    const last = runs.at(-1);
    if (last?.lang === lang && last) last.text += text;
    else runs.push({ lang, text });
  }
  return runs.filter(({ text }) => text.trim() !== '');
}

export interface Heading {
  level: number;
  text: string;
  /** From 1; 0 where it has no content. */
  page: number;
}

/** In the order of the structure. */
export async function headingsOf(bytes: Uint8Array): Promise<Heading[]> {
  const document = await readDocument(bytes);
  const words = wordsOf(document);
  return document.elements.flatMap((element) => {
    const level = /^H([1-6])$/.exec(element.standard ?? '')?.[1];
    if (level === undefined) return [];
    return [{ level: Number(level), ...words(element) }];
  });
}

export interface ContentsEntry {
  text: string;
  /** The number at its end; undefined where there is none. */
  printed: number | undefined;
  /** To which its link leads; undefined where it leads nowhere. */
  page: number | undefined;
}

/** Entries of the table of contents: of a TOC, and where there is none, of the first list of inner links alone. */
export async function contentsNumbers(bytes: Uint8Array): Promise<ContentsEntry[]> {
  const document = await readDocument(bytes);
  const words = wordsOf(document);
  const inner = document.annotations.filter(({ subtype, dict }) => subtype === 'Link' && destination(dict));
  const linksIn = (entry: StructElement) =>
    inner.filter(({ element }) => [...upwards(element)].includes(entry));
  return entriesOf(document, (entry) => linksIn(entry).length > 0).map((entry) => {
    const { text: line } = words(entry);
    const [link] = linksIn(entry);
    const [, text = '', number] = /^(.*?)[\s.·…]*(\d+)$/su.exec(line) ?? [line, line];
    return {
      text: text.trim(),
      printed: number === undefined ? undefined : Number(number),
      page: link && pageOfDestination(document, destination(link.dict)),
    };
  });
}

function entriesOf({ elements }: UaDocument, hasLink: (entry: StructElement) => boolean): StructElement[] {
  const entries = elements.filter(({ standard }) => standard === 'TOCI');
  if (entries.length > 0) return entries.filter(hasLink);
  const items = (list: StructElement) => [...descendants(list)].filter(({ standard }) => standard === 'LI');
  const list = elements.find(
    (one) => one.standard === 'L' && items(one).length > 0 && items(one).every(hasLink),
  );
  return list ? items(list) : [];
}

export interface UsedFont {
  /** Without the six letters of a subset. */
  name: string;
  /** `CIDFontType2`, `TrueType`, `Type3` …: of a composite font that of its CIDFont. */
  type: string;
  isEmbedded: boolean;
}

/** Those that text is shown in. */
export async function fontsOf(bytes: Uint8Array): Promise<UsedFont[]> {
  const { fonts } = await readDocument(bytes);
  return [...fonts.values()].map(({ name, inner, isEmbedded }) => ({
    name: name.replace(/^[A-Z]{6}\+/, ''),
    type: nameAt(inner, 'Subtype') ?? '',
    isEmbedded,
  }));
}

interface Spoken {
  shown: ShownText;
  text: string;
}

/** What is tagged and no artifact, with the words that replace what is seen. */
function* spoken({ content, fonts }: UaDocument): Generator<Spoken> {
  const replaced = new Set<unknown>();
  for (const shown of content.texts) {
    if (isArtifact(shown.within) || !isTagged(shown.within)) continue;
    const instead = [...around(shown.within)].find((marked) => said(marked).actual !== undefined);
    if (instead) {
      if (!replaced.has(instead)) yield { shown, text: said(instead).actual ?? '' };
      replaced.add(instead);
      continue;
    }
    const glyphs = (shown.font && fonts.get(shown.font)?.glyphs(shown.bytes)) ?? [];
    yield { shown, text: glyphs.map(({ text }) => text ?? '').join('') };
  }
}

interface Words {
  text: string;
  /** Where they begin; 0 where there are none. */
  page: number;
}

/** The words of an element and of all that is in it. */
function wordsOf(document: UaDocument): (element: StructElement) => Words {
  const own = new Map<StructElement, Words>();
  for (const { shown, text } of spoken(document)) {
    const element = [...around(shown.within)].find((marked) => marked.element)?.element;
    if (!element) continue;
    const words = own.get(element) ?? { text: '', page: shown.page };
    own.set(element, { ...words, text: words.text + text });
  }
  return (element) => {
    const parts = [element, ...descendants(element)].flatMap((one) => own.get(one) ?? []);
    return {
      text: parts
        .map(({ text }) => text)
        .join('')
        .trim(),
      page: parts[0]?.page ?? 0,
    };
  };
}

const numberOf = (pages: Page[], page: PDFObject | undefined) =>
  pages.find(({ dict }) => dict === asDict(page))?.number;

function destination(link: Page['dict']): PDFObject | undefined {
  const action = dictAt(link, 'A');
  return at(link, 'Dest') ?? (nameAt(action, 'S') === 'GoTo' ? at(action, 'D') : undefined);
}

/** Named or not, and in the old way or the new (ISO 32000-1, 12.3.2). */
function pageOfDestination({ catalog, pages }: UaDocument, found: PDFObject | undefined): number | undefined {
  if (found instanceof PDFArray) return numberOf(pages, resolved(catalog.context, found.get(0)));
  const name = asName(found) ?? asText(found);
  if (name === undefined) return undefined;
  const named =
    at(dictAt(catalog, 'Dests'), name) ??
    resolved(
      catalog.context,
      treeEntries(dictAt(dictAt(catalog, 'Names'), 'Dests'), 'Names', asText).get(name),
    );
  const [target] = named instanceof PDFArray ? [named.get(0)] : rawItemsAt(asDict(named), 'D');
  return numberOf(pages, resolved(catalog.context, target));
}
