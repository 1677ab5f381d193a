/** A note's Markdown written anew from what was understood of it, so that it can end nothing of the document around it
 *  and no program takes a part of it for HTML. */
import type { NoteInline, NoteNode } from '../../notes/markdown';
import { linkTarget, markdownText } from './markdown-text';

const DEEPEST_HEADING = 6;

/** @param below how many levels of headings the document has itself */
export function markdownOf(nodes: readonly NoteNode[], below: number): string {
  return nodes.map((node) => block(node, below)).join('\n\n');
}

export const quoted = (markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');

function block(node: NoteNode, below: number): string {
  switch (node.kind) {
    case 'paragraph':
      return inline(node.children);
    case 'heading':
      return `${'#'.repeat(Math.min(node.level + below, DEEPEST_HEADING))} ${inline(node.children).replaceAll('\\\n', ' ')}`;
    case 'list':
      return node.items.map((item, at) => listItem(item, node.start, at, below)).join('\n');
    case 'quote':
      return quoted(markdownOf(node.children, below));
    case 'code':
      return fenced(node.text);
    case 'rule':
      return '* * *';
  }
}

function listItem(item: readonly NoteNode[], start: number | null, at: number, below: number): string {
  const mark = start === null ? '- ' : `${start + at}. `;
  const indent = ' '.repeat(mark.length);
  const [first = '', ...rest] = markdownOf(item, below).split('\n');
  return [mark + first, ...rest.map((line) => (line === '' ? '' : indent + line))].join('\n');
}

function inline(children: readonly NoteInline[]): string {
  return children.map(inlineOf).join('');
}

function inlineOf(node: NoteInline): string {
  switch (node.kind) {
    case 'text':
      return markdownText(node.text);
    case 'break':
      return '\\\n';
    case 'inline-code': {
      const fence = '`'.repeat(longestRun(node.text) + 1);
      // A space at both ends is taken off again.
      const apart = /^[` ]|[` ]$/.test(node.text) ? ' ' : '';
      return fence + apart + node.text.replace(/\s+/gu, ' ') + apart + fence;
    }
    case 'strong':
      return `**${inline(node.children)}**`;
    case 'emphasis':
      return `*${inline(node.children)}*`;
    case 'link':
      return `[${inline(node.children)}](${linkTarget(node.address)})`;
  }
}

function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}\n${text.replace(/\n$/, '')}\n${fence}`;
}

const longestRun = (text: string): number =>
  (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
