/**
 * A note's Markdown as a tree, to be made into elements by whoever shows it: nothing of it is ever taken for HTML, and
 * nothing is fetched. What is not understood, lies too deep or is too long stays in sight as the text that it is.
 */
import MarkdownIt, { type Token } from 'markdown-it';
import { LONGEST_NOTE } from '../../shared/note-parts';

export type NoteInline =
  | { kind: 'text' | 'inline-code'; text: string }
  | { kind: 'break' }
  | { kind: 'strong' | 'emphasis'; children: NoteInline[] }
  /** `to`: a place in Paralel (a `paralel:` link), or an https address. Whether it leads anywhere is to be asked of
   *  `shared/links` and `shared/policies/outside` before it is followed. */
  | { kind: 'link'; to: 'place' | 'outside'; address: string; children: NoteInline[] };

export type NoteNode =
  | { kind: 'paragraph'; children: NoteInline[] }
  /** 1 to 6, as written. */
  | { kind: 'heading'; level: number; children: NoteInline[] }
  /** `start`: the first number; null where it is not numbered. */
  | { kind: 'list'; start: number | null; items: NoteNode[][] }
  | { kind: 'quote'; children: NoteNode[] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' };

/** Of quotes, lists (two each) and of marks in a line: more than anybody writes, and less than a stack holds. */
const DEEPEST = 40;
const LONGEST_ADDRESS = 2048;

const markdown = new MarkdownIt('commonmark', {
  html: false,
  linkify: false,
  typographer: false,
  maxNesting: DEEPEST,
});
// Every address is taken for one here, so that what may not be followed becomes its words and not its source.
markdown.validateLink = () => true;

const PLACE = /^paralel:[^\p{Cc}\p{Cf}\p{Z}\\]*$/iu;
/** A host with a dot and no user before it; no sign that could make it look like another. */
const OUTSIDE =
  /^https:\/\/[^\p{Cc}\p{Cf}\p{Z}\\/?#@]+\.[^\p{Cc}\p{Cf}\p{Z}\\/?#@]+(?:[/?#][^\p{Cc}\p{Cf}\p{Z}\\]*)?$/iu;

function kindOfAddress(address: string): 'place' | 'outside' | undefined {
  if (address.length > LONGEST_ADDRESS) return undefined;
  if (PLACE.test(address)) return 'place';
  return OUTSIDE.test(address) ? 'outside' : undefined;
}

/** Puts text behind text, so that a word is one piece. */
function addText(to: NoteInline[], text: string): void {
  const last = to.at(-1);
  if (text === '') return;
  if (last?.kind === 'text') last.text += text;
  else to.push({ kind: 'text', text });
}

function linkAround(address: string): { node: NoteInline; children: NoteInline[] } | undefined {
  const to = kindOfAddress(address);
  const children: NoteInline[] = [];
  return to && { node: { kind: 'link', to, address, children }, children };
}

function markAround(kind: 'strong' | 'emphasis'): { node: NoteInline; children: NoteInline[] } {
  const children: NoteInline[] = [];
  return { node: { kind, children }, children };
}

/** A picture is not fetched: its description leads where it lies, where that may be followed. */
function addPicture(to: NoteInline[], token: Token, isInLink: boolean): void {
  const link = isInLink ? undefined : linkAround(String(token.attrGet('src') ?? ''));
  const words = inlineOf(token.children ?? [], isInLink || link !== undefined);
  if (!link) to.push(...words);
  else {
    link.children.push(...words);
    to.push(link.node);
  }
}

/** What a mark or a link makes; undefined where it is shown as its words only. */
function around(token: Token): { node: NoteInline; children: NoteInline[] } | undefined {
  if (token.type === 'link_open') return linkAround(String(token.attrGet('href') ?? ''));
  return markAround(token.type === 'strong_open' ? 'strong' : 'emphasis');
}

function inlineOf(tokens: readonly Token[], isInLink = false): NoteInline[] {
  const root: NoteInline[] = [];
  /** What is open; where it is shown as its words only, what it stands in once more. */
  const open = [{ children: root, isInLink }];
  for (const token of tokens) {
    const here = open.at(-1) ?? { children: root, isInLink };
    const { children } = here;
    if (token.nesting === 1) {
      const made = open.length > DEEPEST ? undefined : around(token);
      if (made) children.push(made.node);
      open.push(
        made ? { children: made.children, isInLink: here.isInLink || made.node.kind === 'link' } : here,
      );
    } else if (token.nesting === -1) open.pop();
    // As in letters: a new line is a new line.
    else if (token.type === 'softbreak' || token.type === 'hardbreak') children.push({ kind: 'break' });
    else if (token.type === 'code_inline') children.push({ kind: 'inline-code', text: token.content });
    else if (token.type === 'image') addPicture(children, token, here.isInLink);
    else addText(children, token.content);
  }
  return root;
}

/** Paragraphs of what is not read as Markdown. */
const unread = (text: string): NoteNode[] =>
  text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind: 'paragraph', children: [{ kind: 'text', text: part }] }));

export function parseNote(text: string): NoteNode[] {
  if (text.length > LONGEST_NOTE) return unread(text);
  const tokens = markdown.parse(text, {});
  // What lies deeper markdown-it leaves out.
  if (tokens.some(({ nesting, level }) => nesting === 1 && level >= DEEPEST - 1)) return unread(text);

  const root: NoteNode[] = [];
  const open: NoteNode[][] = [root];
  const lists: NoteNode[][][] = [];
  for (const token of tokens) {
    const here = open.at(-1) ?? root;
    switch (token.type) {
      case 'heading_open':
        here.push({ kind: 'heading', level: Number(token.tag.slice(1)), children: [] });
        break;
      case 'paragraph_open':
        here.push({ kind: 'paragraph', children: [] });
        break;
      case 'inline': {
        const last = here.at(-1);
        if (last?.kind === 'paragraph' || last?.kind === 'heading')
          last.children.push(...inlineOf(token.children ?? []));
        break;
      }
      case 'bullet_list_open':
      case 'ordered_list_open': {
        const items: NoteNode[][] = [];
        const start = token.type === 'bullet_list_open' ? null : Number(token.attrGet('start') ?? 1);
        here.push({ kind: 'list', start, items });
        lists.push(items);
        break;
      }
      case 'list_item_open': {
        const item: NoteNode[] = [];
        lists.at(-1)?.push(item);
        open.push(item);
        break;
      }
      case 'blockquote_open': {
        const children: NoteNode[] = [];
        here.push({ kind: 'quote', children });
        open.push(children);
        break;
      }
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists.pop();
        break;
      case 'list_item_close':
      case 'blockquote_close':
        open.pop();
        break;
      case 'fence':
      case 'code_block':
        here.push({ kind: 'code', text: token.content });
        break;
      case 'hr':
        here.push({ kind: 'rule' });
        break;
    }
  }
  return root;
}

function wordsOf(node: NoteNode | NoteInline): string {
  switch (node.kind) {
    case 'text':
    case 'inline-code':
    case 'code':
      return node.text;
    case 'break':
    case 'rule':
      return ' ';
    case 'list':
      return node.items.flat().map(wordsOf).join(' ');
    case 'quote':
      return node.children.map(wordsOf).join(' ');
    default:
      return node.children.map(wordsOf).join('');
  }
}

/** The words of a note in one line: what is searched, and what stands where there is room for a line only. */
export const plainOf = (text: string): string =>
  parseNote(text).map(wordsOf).join(' ').replace(/\s+/gu, ' ').trim();
