/** Cells that a spreadsheet would take for a formula: https://owasp.org/www-community/attacks/CSV_Injection
 *  An apostrophe goes before each, and before one that has apostrophes already, so that each comes back. */

/** After a separator too: a file with commas may be opened by a program that separates at semicolons. */
const STARTS = /(?<=^|[;,\t\r\n])(?='*[=+\-@\t\r\n＝＋－＠])/g;
const GUARDED = /(?<=^|[;,\t\r\n])'(?='*[=+\-@\t\r\n＝＋－＠])/g;
const NUMBER = /^-?\d+(\.\d+)?(e-?\d+)?$/i;

export function guard(cell: string): string {
  return NUMBER.test(cell) ? cell : cell.replace(STARTS, "'");
}

export function unguard(cell: string): string {
  return cell.replace(GUARDED, '');
}

/** In a file whose fields are never quoted, a spreadsheet would still take a quote at the start of one for a quoted
 *  field, and lose what follows up to the next. */
export function guardQuote(cell: string): string {
  return cell.replace(/^(?='*")/, "'");
}

export function unguardQuote(cell: string): string {
  return cell.replace(/^'(?='*")/, '');
}
