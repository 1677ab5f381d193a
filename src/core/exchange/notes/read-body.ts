/** What an annotation says: its text as Markdown, its tags, its colour; wherever programs put these. */
import { LONGEST_TAG, MOST_TAGS } from '../../../shared/note-parts';
import { asText, field, type Fields, isFields, list, textIn, typesIn } from './fields';
import { markdownFromHtml } from './from-html';
import { markdownText } from './markdown-text';
import { Refused, shown } from './problems';

export interface ReadBody {
  text: string;
  tags: string[];
  /** As the file says it; '' where it does not. */
  colour: string;
}

/** @throws Refused where what it says would not be kept whole */
export function readBody(annotation: Fields): ReadBody {
  const texts: string[] = [];
  const tags: string[] = [];
  let colour = '';
  for (const body of list(field(annotation, 'body'))) {
    colour ||= textIn(body, 'color');
    tags.push(...tagsIn(body));
    if (textIn(body, 'purpose') === 'tagging') tags.push(valueIn(body));
    else texts.push(textOf(body));
  }
  // `bodyValue` is the model’s short form, `text` and `tags` beside it are Hypothesis’s.
  texts.push(textIn(annotation, 'bodyValue'), textIn(annotation, 'text'));
  tags.push(...tagsIn(annotation));
  return {
    text: texts.filter((text) => text.trim() !== '').join('\n\n'),
    tags: checkedTags(tags),
    colour,
  };
}

/** Plain text and Markdown stay as they stand: what is written in letters is the same in both. */
function textOf(body: unknown): string {
  if (typeof body === 'string') return linkTo(asText(body));
  if (!isFields(body)) return '';
  const value = valueIn(body);
  const format = textIn(body, 'format').toLowerCase();
  if (/^(?:text\/html|application\/xhtml\+xml)\b/.test(format)) return markdownFromHtml(value);
  if (value !== '') return value;
  const address = textIn(body, 'id') || textIn(body, 'source');
  if (address !== '') return linkTo(address);
  const [type = ''] = typesIn(body);
  if (field(body, 'value') !== undefined || type === '' || type === 'TextualBody') return '';
  throw new Refused('body-unknown', { type: shown(type) });
}

/** A text, or one with its language beside it. */
function valueIn(body: unknown): string {
  const [value] = list(field(body, 'value'));
  return asText(value) || textIn(value, '@value') || textIn(value, 'text') || textIn(value, 'value');
}

const linkTo = (address: string): string =>
  /^https?:\/\/[^\s<>]+$/.test(address) ? `<${address}>` : markdownText(address);

/** An array of tags, or one string with commas between them. */
function tagsIn(of: unknown): string[] {
  return ['tags', 'tag'].flatMap((name) => {
    const value = field(of, name);
    return typeof value === 'string' ? asText(value).split(',') : list(value).map(asText);
  });
}

function checkedTags(all: readonly string[]): string[] {
  const tags = [...new Set(all.map((tag) => tag.trim()).filter((tag) => tag !== ''))];
  const long = tags.find((tag) => tag.length > LONGEST_TAG);
  if (long !== undefined) throw new Refused('tag-too-long', { length: long.length, limit: LONGEST_TAG });
  if (tags.length > MOST_TAGS) throw new Refused('tags-many', { count: tags.length, limit: MOST_TAGS });
  return tags;
}
