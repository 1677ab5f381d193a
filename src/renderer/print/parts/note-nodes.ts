/** A note's Markdown as elements on paper: nothing is fetched, and an address stands beside its words. */
import { h, type VNode } from 'vue';
import type { NoteInline, NoteNode } from '../../../core/notes/markdown';
import { pathOfLink } from '../../../shared/links';
import { mayOpenOutside, shownAddress } from '../../../shared/policies/outside';

type Shown = VNode | string;

/** Where a link to an article leads in the document; undefined where it leads nowhere on paper. */
export type AnchorOf = (article: string) => string | undefined;

/** What a link says, to be called by. */
function wordsOf(node: NoteInline): string {
  if (node.kind === 'break') return ' ';
  return 'text' in node ? node.text : node.children.map(wordsOf).join('');
}

function shownLink(node: Extract<NoteInline, { kind: 'link' }>, anchorOf: AnchorOf): Shown[] {
  const children = shownInlines(node.children, anchorOf);
  const words = node.children.map(wordsOf).join('').trim();
  if (node.to === 'place') {
    const [, article] = /^\/article\/([a-z0-9-]+)/.exec(pathOfLink(node.address) ?? '') ?? [];
    const anchor = article === undefined ? undefined : anchorOf(article);
    return anchor === undefined || words === ''
      ? children
      : [h('a', { href: `#${anchor}`, 'aria-label': words }, children)];
  }
  if (!mayOpenOutside(node.address)) return children;
  const address = shownAddress(node.address);
  const label = words && words !== address ? `${words}: ${address}` : address;
  const link = (shown: Shown[], role?: string) =>
    h('a', { href: address, 'aria-label': label, class: role }, shown);
  if (words === '' || words === node.address) return [link([address], 'address')];
  return [...children, ' (', link([address], 'address'), ')'];
}

function shownInlines(nodes: readonly NoteInline[], anchorOf: AnchorOf): Shown[] {
  return nodes.flatMap((node): Shown[] => {
    switch (node.kind) {
      case 'text':
        return [node.text];
      case 'inline-code':
        return [h('code', node.text)];
      case 'break':
        return [h('br')];
      case 'strong':
        return [h('strong', shownInlines(node.children, anchorOf))];
      case 'emphasis':
        return [h('em', shownInlines(node.children, anchorOf))];
      case 'link':
        return shownLink(node, anchorOf);
    }
  });
}

/** Lines as breaks, which other formats know as well. */
function codeLines(text: string): Shown[] {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.flatMap((line, at): Shown[] => (at === 0 ? [line] : [h('br'), line]));
}

/** A heading in a note is a line of its own, and none of the document's. */
export function shownNote(node: NoteNode, anchorOf: AnchorOf): VNode {
  const shown = (nodes: readonly NoteNode[]) => nodes.map((one) => shownNote(one, anchorOf));
  switch (node.kind) {
    case 'paragraph':
      return h('p', shownInlines(node.children, anchorOf));
    case 'heading':
      return h('p', { class: 'note-heading' }, [h('strong', shownInlines(node.children, anchorOf))]);
    case 'list': {
      const items = node.items.map((item) => h('li', shown(item)));
      return node.start === null ? h('ul', items) : h('ol', { start: node.start }, items);
    }
    case 'quote':
      return h('blockquote', shown(node.children));
    case 'code':
      return h('pre', h('code', codeLines(node.text)));
    case 'rule':
      return h('hr');
  }
}
