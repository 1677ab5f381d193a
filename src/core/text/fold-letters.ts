/** What one character becomes when folded; `fold` strings these together. */

/** Folded form: the characters that have it. Read after compatibility decomposition and lower-casing, so only
 *  what Unicode does not take apart (đ ł ø) and Cyrillic stand here. Cyrillic follows Serbian Latin with its
 *  marks off; й ё ї decompose, so they follow и е і. The signs ъ ь have no letter there. */
// prettier-ignore
const CHARACTERS: Record<string, string> = {
  a: 'аⱥ', ae: 'æӕ', b: 'бƀ', c: 'цчћȼ', d: 'дђđðɖ', dz: 'џѕ', e: 'еэѣɇ', f: 'фѳ', g: 'гґǥ', h: 'хħ',
  i: 'иіıɨѵ', j: 'јȷɉ', ja: 'я', je: 'єѥ', ju: 'ю', k: 'кĸ', l: 'лłƚ', lj: 'љ', m: 'м', n: 'нŋ', nj: 'њ',
  o: 'оøѡ', oe: 'œ', p: 'п', r: 'рɍ', s: 'сш', sc: 'щ', ss: 'ß', t: 'тŧⱦ', th: 'þ', u: 'уʉ', v: 'в',
  y: 'ыɏ', z: 'зжƶ', '': 'ъь', σ: 'ς',
  "'": '’‘‛‚‹›ʼʻʹ′‵`´\u1FFD', '"': '“”„‟«»″‶〝〞〟', '-': '−', '/': '⁄',
};

const FOLDED = new Map(
  Object.entries(CHARACTERS).flatMap(([folded, characters]) =>
    Array.from(characters, (character): [string, string] => [character, folded]),
  ),
);

/** Marks, and what has no shape of its own: soft hyphen, joiners, CGJ, bidi controls, BOM. */
const DROPPED = /^[\p{M}\p{Default_Ignorable_Code_Point}]$/u;
const SPACE = /^\p{White_Space}$/u;
const DASH = /^\p{Pd}$/u;

const D = 0x64;
export const J = 0x6a;

/** Of folded units, the last one included: every j after a d is dropped, for dj is how đ is written without the
 *  letter, and a run of them has to go for folding twice to change nothing. */
export const leavesNoTrace = (unit: number, last: number): boolean => unit === J && last === D;

/** Whether a code point is one code unit, and that unit never half of a pair: what tables by unit may hold. */
export const isOneUnit = (point: number): boolean => point < 0xd800 || (point > 0xdfff && point <= 0xffff);

/** `character` is one code point. Answers '' for what is dropped, and several letters for љ, ﬁ, ß. */
export function foldCharacter(character: string): string {
  // Half a surrogate pair: dropping what stands between two halves must not make a character of them.
  if (!character.isWellFormed()) return '\uFFFD';
  const listed = FOLDED.get(character);
  if (listed !== undefined) return listed;
  if (DROPPED.test(character)) return '';
  if (SPACE.test(character)) return ' ';
  if (DASH.test(character)) return '-';
  const parts = character.normalize('NFKD').toLowerCase();
  return parts === character ? parts : Array.from(parts, foldCharacter).join('');
}
