/** The words of the Web Annotation formats: https://www.w3.org/TR/annotation-model/, and what they have no word for. */
import { isLang, type Lang } from '../../../shared/lang';
import { LINK_SCHEME } from '../../../shared/links';
import { field, textIn } from './fields';

export const WEB_ANNOTATION = 'http://www.w3.org/ns/anno.jsonld';
/** https://w3c.github.io/epub-specs/epub34/annotations/, which has grown out of Readium's draft. */
export const EPUB_ANNOTATION = 'https://www.w3.org/ns/epub-anno.jsonld';

/** Not `paralel`: as a prefix that would take our addresses for words of this vocabulary. */
export const PREFIX = 'x-paralel';
export const VOCABULARY = 'urn:x-paralel:vocabulary:';

export type OwnWord = 'revision' | 'colour' | 'lang' | 'begins' | 'unit' | 'Edition' | 'figure';

/** A word of ours as a file has it: short, where its context declares the prefix, else in full. */
export type Naming = (word: OwnWord) => string;
export const short: Naming = (word) => `${PREFIX}:${word}`;
export const full: Naming = (word) => VOCABULARY + word;

export function ownField(of: unknown, word: OwnWord): unknown {
  return field(of, short(word)) ?? field(of, full(word));
}

/** Fragments of HTML are ids of elements: blocks are such. */
export const HTML_FRAGMENT = 'http://tools.ietf.org/rfc/rfc3236';
export const FIGURE_FRAGMENT = full('figure');

export const articleAddress = (article: string, lang?: Lang): string =>
  `${LINK_SCHEME}:article/${article}${lang === undefined ? '' : `?lang=${lang}`}`;
export const entityAddress = (entity: string): string => `${LINK_SCHEME}:names/${entity}`;

export interface PlaceInArticle {
  article: string;
  lang: Lang | null;
  block: string | null;
}

const ADDRESS = new RegExp(
  `^${LINK_SCHEME}:(?://)?/?(article|names)/([a-z0-9-]+)/?(?:\\?([^#]*))?(?:#([a-z0-9-]+))?$`,
  'i',
);

/** What an address of ours is of; undefined for everybody else's. */
export function placeOf(address: string): PlaceInArticle | { entity: string } | undefined {
  const [, kind, id, query = '', fragment] = ADDRESS.exec(address) ?? [];
  if (id === undefined) return undefined;
  if (kind?.toLowerCase() === 'names') return { entity: id };
  const asked = (key: string): string | undefined =>
    new RegExp(`(?:^|&)${key}=([\\w-]+)(?:&|$)`).exec(query)?.[1];
  const lang = asked('lang');
  return { article: id, lang: isLang(lang) ? lang : null, block: asked('block') ?? fragment ?? null };
}

export function editionIn(target: unknown): string | null {
  const state = field(target, 'state');
  const type = textIn(state, 'type');
  return type === short('Edition') || type === full('Edition') ? textIn(state, 'value') : null;
}
