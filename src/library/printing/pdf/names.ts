/** Name trees (ISO 32000-1, 7.9.6). */
import type { PdfFile } from './file';
import { Ref, Text, type Value, wordsIn } from './values';

const DEEPEST = 50;
const MOST_NODES = 100_000;

/** Each name with its value, as far as the tree can be walked: a node is visited once. */
export function* namesIn(file: PdfFile, root: Value | undefined): Generator<[string, Value]> {
  const seen = new Set<number>();
  const waiting: [Value | undefined, number][] = [[root, 0]];
  while (waiting.length > 0 && seen.size < MOST_NODES) {
    const [value, depth] = waiting.pop() ?? [undefined, 0];
    if (value instanceof Ref) {
      if (seen.has(value.number)) continue;
      seen.add(value.number);
    }
    const node = depth > DEEPEST ? undefined : file.dict(value);
    const names = file.array(node?.get('Names')) ?? [];
    for (let at = 0; at + 1 < names.length; at += 2) {
      const key = file.resolve(names[at]);
      if (key instanceof Text) yield [wordsIn(key), names[at + 1] ?? null];
    }
    for (const kid of (file.array(node?.get('Kids')) ?? []).toReversed()) waiting.push([kid, depth + 1]);
  }
}
