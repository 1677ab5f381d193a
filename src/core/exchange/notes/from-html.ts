/** HTML of another program as Markdown: its words, paragraphs, lists and links, and nothing that could act. It is read
 *  in one pass, however it is nested or broken. */
import { linkTarget, markdownText } from './markdown-text';

/** What stands in these is never shown. */
const UNSEEN = /^(?:script|style|template|iframe|object|noscript|svg|math|head|title|textarea|select)$/;
const BLOCK =
  /^(?:p|div|h[1-6]|ul|ol|dl|dt|dd|blockquote|pre|table|hr|section|article|header|footer|figure)$/;
const LINE = /^(?:br|tr)$/;
const TAG = /^<(\/?)([a-z][a-z0-9]*)/i;
/** No name is longer. */
const LONGEST_TAG_NAME = 20;

export function markdownFromHtml(html: string): string {
  const parts: string[] = [];
  let link: { address: string; from: number } | undefined;
  const closeLink = (): void => {
    if (link) linked(parts, link.from, link.address);
    link = undefined;
  };
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const text = html.slice(at, open < 0 ? undefined : open);
    if (text !== '') parts.push(markdownText(decoded(text).replace(/\s+/g, ' ')));
    if (open < 0) break;
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open + 4);
      continue;
    }
    const [, slash, name = ''] = TAG.exec(html.slice(open, open + LONGEST_TAG_NAME)) ?? [];
    const tag = name.toLowerCase();
    if (tag === '' && !/^<[!/?]/.test(html.slice(open, open + 2))) {
      parts.push('\\<');
      at = open + 1;
      continue;
    }
    at = after(html, '>', open);
    const inside = html.slice(open, at);
    if (UNSEEN.test(tag) && slash === '' && !inside.endsWith('/>')) at = afterElement(html, tag, at);
    if (BLOCK.test(tag)) parts.push('\n\n');
    if (LINE.test(tag) && slash === '') parts.push('\n');
    if (tag === 'li' && slash === '') parts.push('\n- ');
    if ((tag === 'td' || tag === 'th') && slash === '') parts.push(' ');
    if (tag === 'a') {
      closeLink();
      if (slash === '') link = { address: hrefIn(inside), from: parts.length };
    }
  }
  closeLink();
  return tidied(parts.join(''));
}

/** Where what ends in `end` ends; the end of all where it does not. */
function after(html: string, end: string, from: number): number {
  const at = html.indexOf(end, from);
  return at < 0 ? html.length : at + end.length;
}

function afterElement(html: string, tag: string, from: number): number {
  const end = new RegExp(`</${tag}[^a-z0-9]`, 'gi');
  end.lastIndex = from;
  const found = end.exec(html);
  return found ? after(html, '>', found.index) : html.length;
}

function hrefIn(tag: string): string {
  const [, double, single, bare] = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag) ?? [];
  return decoded(double ?? single ?? bare ?? '').trim();
}

/** A link is kept where a note can have it; of another address that a person could use the words are. */
function linked(parts: string[], from: number, address: string): void {
  const words = parts.splice(from).join('').replace(/\s+/g, ' ').trim();
  if (/^(?:https:\/\/|paralel:)/i.test(address))
    parts.push(`[${words || markdownText(address)}](${linkTarget(address)})`);
  else if (/^(?:http:\/\/|mailto:)/i.test(address)) parts.push(`${words} (${markdownText(address)})`);
  else parts.push(words);
}

const NAMED = new Map([
  ['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"], ['nbsp', ' '], ['ndash', '–'], ['mdash', '—'],
  ['lsquo', '‘'], ['rsquo', '’'], ['ldquo', '“'], ['rdquo', '”'], ['bdquo', '„'], ['laquo', '«'], ['raquo', '»'],
  ['hellip', '…'], ['euml', 'ë'], ['Euml', 'Ë'], ['ccedil', 'ç'], ['Ccedil', 'Ç'], ['scaron', 'š'], ['Scaron', 'Š'],
]); // prettier-ignore

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED.get(String(name)) ?? whole;
    const code = decimal === undefined ? parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : '';
  });
}

const tidied = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
