/** Text as people write it for a library: names stand as `[[pl-izbica|Izbicë]]`. */
import { entityIdSchema, type Mention, type RichText } from '../../shared/domain';

const MENTION = /\[\[([^[\]|]*)\|([^[\]|]*)\]\]/g;

/**
 * The text without its marks, and where the marked names stand in it.
 * @throws RangeError where brackets do not pair, an id is none, or a marked name is empty
 */
export function parseMarkup(source: string): RichText {
  const normal = source.normalize('NFC');
  const mentions: Mention[] = [];
  let text = '';
  let after = 0;
  for (const match of normal.matchAll(MENTION)) {
    const [whole, id = '', name = ''] = match;
    const entity = entityIdSchema.safeParse(id);
    if (!entity.success || name.trim() !== name || name === '')
      throw new RangeError(`“${whole}” is not a marked name`);
    text += normal.slice(after, match.index);
    mentions.push({ entity: entity.data, start: text.length, end: text.length + name.length, text: name });
    text += name;
    after = match.index + whole.length;
  }
  text += normal.slice(after);
  const stray = /\[\[|\]\]/.exec(text);
  if (stray)
    throw new RangeError(
      `“${stray[0]}” has no partner near “${text.slice(Math.max(0, stray.index - 20), stray.index + 20)}”`,
    );
  return { text, mentions };
}
