/** A Markdown link put into a text. */
import type { Span } from '../../../shared/domain';

/** Signs that would end a link's words too early, or make them something else. */
const escaped = (label: string): string => label.replace(/[\\[\]*_`<>!]/g, '\\$&');

/** The selected words become the link's, where there are any.
 *  @returns the text, and where writing goes on in it */
export function linkInserted(
  text: string,
  { start, end }: Span,
  link: { label: string; address: string },
): { text: string; caret: number } {
  const selected = text.slice(start, end).trim();
  const put = `[${selected === '' ? escaped(link.label) : selected}](${link.address})`;
  return { text: text.slice(0, start) + put + text.slice(end), caret: start + put.length };
}
