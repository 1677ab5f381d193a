/** Numbers of lists that a list of a word processor would get wrong: they become words. */
import type { DocumentNode, Inline } from '../../shared/print-page';

/** It begins elsewhere than at one, or what it counts is no line of text. */
export function isCountedByHand(items: readonly DocumentNode[][], numbers: readonly number[]): boolean {
  return (
    numbers.some((number, at) => number !== at + 1) || items.some(([first]) => first?.kind !== 'paragraph')
  );
}

/** In each language that stands beside another. */
export function numbered(nodes: readonly DocumentNode[], number: number): DocumentNode[] {
  const [first, ...rest] = nodes;
  const text: Inline = { kind: 'text', text: `${number}. ` };
  if (first?.kind === 'paragraph') return [{ ...first, children: [text, ...first.children] }, ...rest];
  if (first?.kind === 'columns')
    return [{ ...first, columns: first.columns.map((column) => numbered(column, number)) }, ...rest];
  return [{ kind: 'paragraph', children: [{ ...text, text: `${number}.` }] }, ...nodes];
}

/** An entry of a glossary: what it opens with in bold is what it explains. */
export function asEntry(nodes: readonly DocumentNode[]): DocumentNode[] {
  const [first, ...rest] = nodes;
  const opening = first?.kind === 'paragraph' ? first.children[0] : undefined;
  if (first?.kind !== 'paragraph' || rest.length === 0 || opening?.kind !== 'text' || !opening.bold)
    return [...nodes];
  return [{ ...first, role: 'term' }, ...rest];
}
