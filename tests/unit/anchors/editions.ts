/** The editions of the first library, as blocks with the names that stand in them. */
import type { Anchor, AnchoredBlock, Found } from '../../../src/core/anchors/find';
import { describe } from '../../../src/core/anchors/quote';
import type { Mention } from '../../../src/shared/domain';
import { passages } from '../names/prose';

interface Block extends AnchoredBlock {
  mentions: Mention[];
}

/** By article and language: `izbica-massacre sq`. */
export const editions = new Map<string, Block[]>();
for (const { where, text, mentions } of passages) {
  const [article, lang, id = ''] = where.split(' ');
  const edition = `${article} ${lang}`;
  editions.set(edition, [...(editions.get(edition) ?? []), { id, text, mentions }]);
}

export const everyMention = [...editions].flatMap(([edition, blocks]) =>
  blocks.flatMap((block) => block.mentions.map((mention) => ({ edition, blocks, block, mention }))),
);

export function blocksOf(edition: string): Block[] {
  const blocks = editions.get(edition);
  if (!blocks) throw new Error(`no edition ${edition}`);
  return blocks;
}

export function textOf(blocks: readonly AnchoredBlock[], id: string): string {
  const block = blocks.find((one) => one.id === id);
  if (!block) throw new Error(`no block ${id}`);
  return block.text;
}

/** A note on words in a block; where they stand more than once, on their first occurrence behind `after`. */
export function noteOn(blocks: readonly AnchoredBlock[], id: string, words: string, after = ''): Anchor {
  const text = textOf(blocks, id);
  const start = text.indexOf(words, text.indexOf(after) + after.length);
  if (start === -1) throw new Error(`no “${words}” in ${id}`);
  return { block: id, ...describe(text, { start, end: start + words.length }) };
}

/** The edition with one block's text changed; fails where the change changes nothing. */
export function withText(
  blocks: readonly AnchoredBlock[],
  id: string,
  change: (text: string) => string,
): AnchoredBlock[] {
  if (change(textOf(blocks, id)) === textOf(blocks, id)) throw new Error(`${id} is as it was`);
  return blocks.map((block) => (block.id === id ? { id, text: change(block.text) } : block));
}

export const without = (blocks: readonly AnchoredBlock[], id: string) =>
  blocks.filter((block) => block.id !== id);

/** What was found, as text: where there is none, undefined. */
export function wordsAt(blocks: readonly AnchoredBlock[], found: Found): string | undefined {
  return found.state === 'orphaned' ? undefined : textOf(blocks, found.block).slice(found.start, found.end);
}
