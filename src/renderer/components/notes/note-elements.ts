/** A note's tree as elements. */
import { h, type VNode } from 'vue';
import { RouterLink } from 'vue-router';
import type { NoteInline, NoteNode } from '../../../core/notes/markdown';
import { pathOfLink } from '../../../shared/links';
import { mayOpenOutside } from '../../../shared/policies/outside';
import OutsideLink from './OutsideLink.vue';

type Shown = VNode | string;

/** What stands above a note takes the first two. */
const HIGHEST = 3;
const LOWEST = 5;

function shownLink(node: Extract<NoteInline, { kind: 'link' }>): Shown[] {
  const children = node.children.flatMap(shownInline);
  if (node.to === 'place') {
    const to = pathOfLink(node.address);
    return to === undefined ? children : [h(RouterLink, { to }, { default: () => children })];
  }
  return mayOpenOutside(node.address)
    ? [h(OutsideLink, { address: node.address }, { default: () => children })]
    : children;
}

function shownInline(node: NoteInline): Shown[] {
  switch (node.kind) {
    case 'text':
      return [node.text];
    case 'inline-code':
      return [h('code', node.text)];
    case 'break':
      return [h('br')];
    case 'strong':
      return [h('strong', node.children.flatMap(shownInline))];
    case 'emphasis':
      return [h('em', node.children.flatMap(shownInline))];
    case 'link':
      return shownLink(node);
  }
}

export function shownNode(node: NoteNode): VNode {
  switch (node.kind) {
    case 'paragraph':
      return h('p', node.children.flatMap(shownInline));
    case 'heading':
      return h(
        `h${Math.min(LOWEST, Math.max(HIGHEST, node.level + HIGHEST - 1))}`,
        node.children.flatMap(shownInline),
      );
    case 'list': {
      const items = node.items.map((item) => h('li', item.map(shownNode)));
      return node.start === null ? h('ul', items) : h('ol', { start: node.start }, items);
    }
    case 'quote':
      return h('blockquote', node.children.map(shownNode));
    case 'code':
      return h('pre', { tabindex: 0 }, h('code', node.text));
    case 'rule':
      return h('hr');
  }
}
