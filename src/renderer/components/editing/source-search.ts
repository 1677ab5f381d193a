/** Sources by what a reader types of them, in any script. */
import { fold } from '../../../core/text/fold';
import type { Source } from '../../../shared/domain';

export type NamedSource = Pick<Source, 'title' | 'publisher' | 'kind'> & { id: string };

/** Every word has to be in the title, the publisher or the id. Titles that begin with the words come first. */
export function matchingSources<S extends NamedSource>(
  sources: readonly S[],
  words: string,
  most: number,
): S[] {
  const sought = fold(words.trim()).split(/\s+/u).filter(Boolean);
  const texts = sources.map((source) => ({
    source,
    text: fold([source.title, source.publisher ?? '', source.id].join(' ')),
  }));
  const start = fold(words.trim());
  return texts
    .filter(({ text }) => sought.every((word) => text.includes(word)))
    .toSorted((a, b) => Number(b.text.startsWith(start)) - Number(a.text.startsWith(start)))
    .slice(0, most)
    .map(({ source }) => source);
}
