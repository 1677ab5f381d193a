/**
 * `paralel:` links: an address that leads to a place in the reader from anywhere. They only navigate; whatever
 * they hold beyond the places below is dropped, so that following one can change nothing.
 * `paralel:article/izbica-massacre?block=events-2&lang=sq` ↔ `/article/izbica-massacre?block=events-2&lang=sq`
 */
import { isLang } from './lang';

export const LINK_SCHEME = 'paralel';
const LONGEST = 2048;

const isId = (value: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value) && value.length <= 80;
const isWords = (value: string): boolean =>
  value.trim() !== '' && value.length <= 200 && !/\p{Cc}/u.test(value);

/** What an address of each kind may say after its `?`. */
const ARTICLE = { block: isId, lang: isLang, name: isId, find: isWords };
const SEARCH = { words: isWords, lang: isLang, exact: (value: string) => value === '1' };
const FINDINGS = { article: isId, lang: isLang, name: isId };
/** `ARTICLE.LANG,ARTICLE.LANG`: the editions that are set side by side. */
const isSides = (value: string): boolean =>
  value.length <= 400 &&
  value.split(',').every((side) => {
    const at = side.lastIndexOf('.');
    return isId(side.slice(0, at)) && isLang(side.slice(at + 1));
  });
type Query = Readonly<Record<string, (value: string) => boolean>>;

const PLACES: readonly { path: RegExp; query: Query }[] = [
  { path: /^article\/[a-z0-9-]+$/, query: ARTICLE },
  { path: /^names\/[a-z0-9-]+$/, query: {} },
  { path: /^search$/, query: SEARCH },
  { path: /^findings$/, query: FINDINGS },
  { path: /^compare$/, query: { sides: isSides, name: isId } },
  {
    path: /^(?:names|match|changes|notes|figures|map|timeline|settings|about|keys|welcome)?$/,
    query: { name: isId },
  },
];

/** A path of the window's router; undefined where the link is none of ours, or holds something that no place has. */
export function pathOfLink(link: string): string | undefined {
  if (link.length > LONGEST) return undefined;
  // Some systems hand `paralel:names` on as `paralel://names/`.
  const parts = /^paralel:(?:\/\/)?\/?([^?#]*?)\/?(?:\?([^#]*))?$/i.exec(link);
  if (!parts) return undefined;
  const [, path = '', query = ''] = parts;
  const place = PLACES.find((one) => one.path.test(path));
  if (!place || !path.split('/').slice(1).every(isId)) return undefined;
  const asked = [...new URLSearchParams(query)];
  const isKnown = asked.every(([key, value]) => Object.hasOwn(place.query, key) && place.query[key]?.(value));
  if (!isKnown || new Set(asked.map(([key]) => key)).size !== asked.length) return undefined;
  return `/${path}${asked.length > 0 ? `?${new URLSearchParams(asked)}` : ''}`;
}

/** The link to a path of the window's router; undefined where no link leads there. */
export function linkTo(path: string): string | undefined {
  const link = `${LINK_SCHEME}:${path.replace(/^\//, '')}`;
  return pathOfLink(link) === undefined ? undefined : link;
}
