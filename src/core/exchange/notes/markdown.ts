/** Notes as one Markdown document, for people and for programs such as Obsidian and Zettlr. */
import { parseNote } from '../../notes/markdown';
import { addressOf, factsOf, placeInWords, prefaceOf, sectionsOf, stateInWords } from './document';
import { linkTarget, markdownText } from './markdown-text';
import { markdownOf, quoted } from './markdown-tree';
import type { ExportedNote, WriteNotesOptions } from './types';
import type { Words } from './words';

/** What a note writes as a heading stands below the document's own. */
const BELOW = 3;

export function notesMarkdown(notes: readonly ExportedNote[], options: WriteNotesOptions): string {
  const { words, title, written, count } = prefaceOf(notes, options);
  const parts = [`# ${inLine(title)}`, `${inLine(written)}\n${inLine(count)}`];
  for (const section of sectionsOf(notes, words)) {
    parts.push(`## ${inLine(section.title)}`);
    section.notes.forEach(({ note, under }, at) => {
      if (under !== null) parts.push(`### ${inLine(under)}`);
      else if (at > 0) parts.push('---');
      parts.push(...noteParts(note, options, words));
    });
  }
  return `${parts.join('\n\n')}\n`;
}

function noteParts(note: ExportedNote, { lang }: WriteNotesOptions, words: Words): string[] {
  const place = placeInWords(note, words);
  const address = addressOf(note);
  const open = words(({ notes }) => notes.export.open);
  const facts = inLine(factsOf(note, lang, words).join(' · '));
  const tags = note.tags.map(tagOf);
  return [
    ...(place === undefined ? [] : [`**${inLine(place)}**`]),
    ...(note.quote === null || note.quote === '' ? [] : [quoted(asParagraph(note.quote))]),
    ...stateInWords(note, words).map((sentence) => `*${inLine(sentence)}*`),
    ...(note.text.trim() === '' ? [] : [markdownOf(parseNote(note.text), BELOW)]),
    [facts, ...(address ? [`[${inLine(open)}](${linkTarget(address)})`] : [])].join(' · '),
    ...(tags.length > 0 ? [tags.join(' ')] : []),
  ];
}

const inLine = (text: string): string => markdownText(text.replace(/\s+/gu, ' ').trim());

/** Without the white space at the start of lines, which would make code of them. */
const asParagraph = (text: string): string =>
  markdownText(
    text
      .split(/\r\n|[\n\r\u2028\u2029]/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n'),
  );

/** Letters, digits, `_`, `-` and `/`, and not digits alone: what Obsidian takes for a tag. */
function tagOf(tag: string): string {
  const safe = tag.replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-').replace(/^[-/]+|[-/]+$/g, '');
  if (safe === '') return inLine(tag);
  return /^[\p{N}/-]+$/u.test(safe) ? `#_${safe}` : `#${safe}`;
}
