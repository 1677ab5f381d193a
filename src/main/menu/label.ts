/** Text as a menu can show it: a single `&` marks the letter after it as the key that chooses an item. */

const INVISIBLE = /\p{Bidi_Control}/gu;
const GAPS = /[\s\p{Cc}]+/gu;

/** Text from a document on one line, and in the direction it has: nothing in it rearranges what stands around it. */
export function onOneLine(text: string): string {
  return text.toWellFormed().replace(INVISIBLE, '').replace(GAPS, ' ').trim();
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** At most `limit` UTF-16 code units and a sign that there was more; a letter keeps its marks. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = 0;
  for (const { index, segment } of characters.segment(text)) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}

/** An article's title, a selection: shown as it is, and no longer than a menu is wide. */
export function foreignLabel(text: string, limit: number): string {
  return shortened(onOneLine(text), limit).replaceAll('&', '&&');
}

/** One of our own messages, for where no letter is underlined. */
export function withoutMnemonic(message: string): string {
  return message.replace('&', '');
}
