/** Any text as Markdown that shows just that text: in Paralel and in Obsidian, which knows more signs. */

/** Mean something anywhere in a line: CommonMark’s, and Obsidian’s maths, highlights, comments and tables. A `!` at the
 *  end would make a picture of a link behind it. */
const SIGNS = /[\\`*[\]<|$]|~(?=~)|(?<=~)~|=(?==)|(?<==)=|%(?=%)|(?<=%)%|&(?=#?\w+;)|!$/g;
/** An underscore inside a word is one. */
const UNDERSCORES = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** A tag of Obsidian’s, or a heading. */
const HASHES = /(?<=^|[\s(])#/gm;
/** Lists, quotes, rules and the lines under headings. */
const STARTS = /^([ \t]*)([-+>=~])/gm;
const NUMBERS = /^([ \t]*\d{1,9})([.)])(?=\s|$)/gm;

export function markdownText(text: string): string {
  return text
    .replace(SIGNS, '\\$&')
    .replace(UNDERSCORES, '\\_')
    .replace(HASHES, '\\#')
    .replace(STARTS, '$1\\$2')
    .replace(NUMBERS, '$1\\$2');
}

/** An address between brackets, where it would else end too early. */
export function linkTarget(address: string): string {
  const safe = address.replace(/[\s<>\\\p{Cc}]/gu, encodeURIComponent);
  return /[()[\]*_`]/.test(safe) ? `<${safe}>` : safe;
}
