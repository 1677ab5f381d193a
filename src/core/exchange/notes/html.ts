/** Notes as one page of HTML that needs nothing else: no script, no address that is fetched, every quote in its
 *  language. Everything that somebody wrote is escaped. */
import { type NoteInline, type NoteNode, parseNote } from '../../notes/markdown';
import { addressOf, factsOf, placeInWords, prefaceOf, sectionsOf, stateInWords } from './document';
import { STYLE } from './html-style';
import type { ExportedNote, WriteNotesOptions } from './types';
import type { Words } from './words';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export function notesHtml(notes: readonly ExportedNote[], options: WriteNotesOptions): string {
  const { words, title, written, count } = prefaceOf(notes, options);
  const sections = sectionsOf(notes, words).map(
    (section) =>
      `<section>\n<h2>${escaped(section.title)}</h2>\n${section.notes
        .map(({ note, under }) => heading(under, note) + article(note, options, words))
        .join('\n')}\n</section>`,
  );
  return `<!doctype html>
<html lang="${options.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${escaped(`Paralel ${options.version}`)}">
<title>${escaped(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p>${escaped(written)}<br>${escaped(count)}</p>
</header>
<main>
${sections.join('\n')}
</main>
</body>
</html>
`;
}

/** Of an article's text, in the language that it is shown in; a name's title is in the page's. */
function heading(under: string | null, { article: of, at }: ExportedNote): string {
  const lang = of !== null && at ? ` lang="${at.lang}"` : '';
  return under === null ? '' : `<h3${lang}>${escaped(under)}</h3>\n`;
}

function article(note: ExportedNote, { lang }: WriteNotesOptions, words: Words): string {
  const place = placeInWords(note, words);
  const address = addressOf(note);
  const open = address && link(address, escaped(words(({ notes }) => notes.export.open)));
  const parts = [
    place && `<p class="place">${escaped(place)}</p>`,
    note.quote && `<blockquote${langOf(note)}><p>${lines(note.quote)}</p></blockquote>`,
    ...stateInWords(note, words).map((sentence) => `<p class="state">${escaped(sentence)}</p>`),
    note.text.trim() !== '' && `<div class="text">${nodes(parseNote(note.text))}</div>`,
    `<p class="facts">${[...factsOf(note, lang, words).map(escaped), ...(open ? [open] : [])].join(' · ')}</p>`,
    note.tags.length > 0 &&
      `<ul class="tags">${note.tags.map((tag) => `<li>${escaped(tag)}</li>`).join('')}</ul>`,
  ];
  return `<article class="${note.colour}" id="note-${note.id}">\n${parts.filter(Boolean).join('\n')}\n</article>`;
}

const langOf = ({ quoteLang }: ExportedNote): string => (quoteLang ? ` lang="${quoteLang}"` : '');

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** For text and for values of attributes. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES.get(sign) ?? sign);

const lines = (text: string): string => escaped(text).replace(/\r\n|[\n\r]/g, '<br>');

const link = (address: string, content: string): string =>
  `<a href="${escaped(address)}" rel="noreferrer">${content}</a>`;

const nodes = (children: readonly NoteNode[]): string => children.map(node).join('\n');

/** The page's own headings are of the levels 1 to 3. */
const levelOf = (level: number): number => Math.min(level + 3, 6);

function node(one: NoteNode): string {
  switch (one.kind) {
    case 'paragraph':
      return `<p>${inline(one.children)}</p>`;
    case 'heading':
      return `<h${levelOf(one.level)}>${inline(one.children)}</h${levelOf(one.level)}>`;
    case 'list': {
      const items = one.items.map((item) => `<li>${nodes(item)}</li>`).join('');
      return one.start === null ? `<ul>${items}</ul>` : `<ol start="${one.start}">${items}</ol>`;
    }
    case 'quote':
      return `<blockquote>${nodes(one.children)}</blockquote>`;
    case 'code':
      return `<pre><code>${escaped(one.text)}</code></pre>`;
    case 'rule':
      return '<hr>';
  }
}

function inline(children: readonly NoteInline[]): string {
  return children.map(inlineOf).join('');
}

function inlineOf(one: NoteInline): string {
  switch (one.kind) {
    case 'text':
      return escaped(one.text);
    case 'inline-code':
      return `<code>${escaped(one.text)}</code>`;
    case 'break':
      return '<br>';
    case 'strong':
      return `<strong>${inline(one.children)}</strong>`;
    case 'emphasis':
      return `<em>${inline(one.children)}</em>`;
    case 'link':
      return link(one.address, inline(one.children));
  }
}
