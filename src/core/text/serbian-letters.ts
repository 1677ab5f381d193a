/** The thirty letters of Serbian in both scripts, and where two Latin letters are not one. */

/** Cyrillic → Latin, in lower case. */
export const LATIN_OF: ReadonlyMap<string, string> = new Map(
  `а a б b в v г g д d ђ đ е e ж ž з z и i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ ć у u ф f х h ц c
   ч č џ dž ш š`
    .split(/\s+/)
    .flatMap((letter, at, all): [string, string][] =>
      at % 2 === 0 ? [[letter, all[at + 1] ?? letter]] : [],
    ),
);

/** A bar stands between the two letters; each entry begins a word. The nj and dž entries are from
 *  turanjanin/cirilizator, scripts/content.js (MIT); lj has none in common words. The dj entries are д + ј:
 *  ijekavian forms and prefixes; any other dj is read as đ typed without the letter. */
const SEAMS = `
  an|jon in|jaric in|jekc in|jekt in|jicira in|jurij ken|jon kon|jug kon|junk nekon|jug nekon|junk ssrn|j tan|jug
  van|jezičk

  feld|žandarm nad|žanj nad|ždrel nad|žel nad|žeo nad|žet nad|živ nad|žinj nad|žnj nad|žrec nad|žup od|žali
  od|žari od|žel od|žive od|življava od|žubor od|žvaka od|žval od|žvać pod|žanr pod|že pod|žig pod|žiz pod|žil
  pod|žnje pod|župan pred|želu pred|život

  ad|jektiv ad|junkt bd|je d|jec d|ječ d|jed d|jej d|jel d|jet d|jev dod|jel drugd|je gd|je igd|je nad|jač
  nad|jah negd|je ned|jel nigd|je obd|jel od|jah od|jav od|jec od|jeć od|jed od|jek od|jel od|jev od|jezd od|jur
  pod|jar pod|jed pod|jel pod|jez poned|jel ponegd|je prad|jed pred|jel prid|jev razd|jel sud|jel svagd|je
  svugd|je ud|jel vid|jeh vid|jel vid|jet
`;

const SEAM = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${SEAMS.trim()
    .split(/\s+/)
    .map((entry) => entry.replace(/\|(.*)$/, '(?=$1)'))
    .join('|')})`,
  'giu',
);

const NON_JOINER = '\u200C';

/** Puts a zero-width non-joiner between two letters that would read as one: injekcija → in‌jekcija. */
export function separateDigraphs(latin: string): string {
  return latin.replace(SEAM, `$&${NON_JOINER}`);
}
