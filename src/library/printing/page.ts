/** The print page with its handout inside it, so that it has nothing to ask for. */
import type { Handout } from '../../shared/contract';

const HTML_TAG = /<html lang="[^"]*">/;
const TITLE = /<title>[^<]*<\/title>/;
/** A data block is not executed, so `script-src 'self'` does not stop it (HTML standard, 4.12.1). */
const DATA_BLOCK = /<script type="application\/json" id="handout"><\/script>/;

/**
 * @param template the built print.html
 * @throws RangeError where the template is not the print page
 */
export function printPage(template: string, handout: Handout): string {
  const page = replaceOnce(template, HTML_TAG, `<html lang="${handout.lang}">`);
  const titled = replaceOnce(page, TITLE, `<title>${escapeText(handout.title)}</title>`);
  return replaceOnce(
    titled,
    DATA_BLOCK,
    `<script type="application/json" id="handout">${escapeJson(handout)}</script>`,
  );
}

/** A function, because `$&` in a replacement string would be taken for an instruction. */
function replaceOnce(text: string, what: RegExp, by: string): string {
  if (!what.test(text)) throw new RangeError(`the print page has no ${what.source}`);
  return text.replace(what, () => by);
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** No `<`, so neither `</script>` nor `<!--` can end or alter the block; U+2028 and U+2029 end lines in scripts. */
function escapeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
