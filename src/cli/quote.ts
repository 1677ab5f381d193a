/** Which words of an article a command means. */
import type { Article } from '../shared/contract';
import type { ArticleId, EntityId, Span } from '../shared/domain';
import { AppError } from '../shared/errors';
import type { Lang } from '../shared/lang';
import { foldWithMap, fold, toOriginal } from '../core/text/fold';

export interface WantedWords {
  article: ArticleId;
  lang: Lang;
  block?: string | undefined;
  quote?: string | undefined;
  entity?: EntityId | undefined;
}

type Block = Article['blocks'][number];
interface Place extends Span {
  block: string;
  text: string;
}

/** As they are written, else whatever their script and marks.
 *  @throws AppError 'note.no-block' | 'note.no-words' | 'note.many-words' */
export function placeOfWords(blocks: readonly Block[], wanted: WantedWords): Place {
  const { article, lang, block, quote, entity } = wanted;
  const among = blocks.filter(({ id }) => block === undefined || id === block);
  if (block !== undefined && among.length === 0)
    throw new AppError('note.no-block', { article, lang, block });
  if (quote === undefined) {
    const [first] = among.flatMap((one) =>
      one.mentions.filter((mention) => mention.entity === entity).map((span) => placed(one, span)),
    );
    if (!first) throw new AppError('note.no-words', { words: entity ?? '', article, lang });
    return first;
  }
  const words = quote.trim();
  const exact = among.flatMap((one) => spansIn(one, words));
  const found = exact.length > 0 ? exact : among.flatMap((one) => foldedIn(one, words));
  const [first, second] = found;
  if (!first) throw new AppError('note.no-words', { words, article, lang });
  if (second)
    throw new AppError('note.many-words', {
      words,
      n: found.length,
      blocks: found.map((one) => one.block).join(', '),
    });
  return first;
}

const placed = ({ id, text }: Block, { start, end }: Span): Place => ({
  block: id,
  start,
  end,
  text: text.slice(start, end),
});

function spansIn(block: Block, words: string): Place[] {
  const found: Place[] = [];
  if (words === '') return found;
  for (let at = block.text.indexOf(words); at !== -1; at = block.text.indexOf(words, at + words.length))
    found.push(placed(block, { start: at, end: at + words.length }));
  return found;
}

function foldedIn(block: Block, words: string): Place[] {
  const wanted = fold(words);
  const folded = foldWithMap(block.text);
  const found: Place[] = [];
  if (wanted === '') return found;
  for (let at = folded.text.indexOf(wanted); at !== -1; at = folded.text.indexOf(wanted, at + wanted.length))
    found.push(placed(block, toOriginal(folded, at, at + wanted.length)));
  return found;
}
