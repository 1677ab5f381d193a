/** The four alphabets as weights for sort keys. */
import type { Lang } from '../../shared/lang';
import { LATIN_OF } from './serbian-letters';

const ENGLISH = 'a b c d e f g h i j k l m n o p q r s t u v w x y z';
/** The thirty letters, and those of other Cyrillic alphabets where a Serbian reader looks for them. */
const AZBUKA = 'а б в г ґ д ђ е є ж з ѕ и і ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш щ ъ ы ь э ю я';

/** Foreign q w x y stand where other Latin alphabets have them. The reader's own script comes first. */
const ORDERS: Record<Lang, string> = {
  en: `${ENGLISH} ${AZBUKA}`,
  sq: `a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v w x xh y z zh ${AZBUKA}`,
  'sr-Latn': `a b c č ć d dž đ e f g h i j k l lj m n nj o p q r s š t u v w x y z ž ${AZBUKA}`,
  'sr-Cyrl': `${AZBUKA} ${ENGLISH}`,
};

/** Below U+0200, and so below every spelled-out character of `collation`. */
const FIRST_WEIGHT = 0x40;

export interface Alphabet {
  /** Letter of one or two characters → one character that sorts in its place. */
  weights: ReadonlyMap<string, string>;
  /** Cyrillic letter → the Latin letter it sorts as, so that both scripts of Serbian make one list. */
  aliases: ReadonlyMap<string, string>;
}

function alphabetOf(lang: Lang): Alphabet {
  const aliases: ReadonlyMap<string, string> = lang === 'sr-Latn' ? LATIN_OF : new Map();
  const letters = ORDERS[lang].split(' ').filter((letter) => !aliases.has(letter));
  const weights = letters.map((letter, at): [string, string] => [
    letter,
    String.fromCharCode(FIRST_WEIGHT + at),
  ]);
  return { weights: new Map(weights), aliases };
}

export const ALPHABETS: Readonly<Record<Lang, Alphabet>> = {
  en: alphabetOf('en'),
  sq: alphabetOf('sq'),
  'sr-Cyrl': alphabetOf('sr-Cyrl'),
  'sr-Latn': alphabetOf('sr-Latn'),
};
