/**
 * What the system's own menus say about Paralel. Not in locales/, because no window of ours shows it and each would
 * load it. Serbian Latin is what the program's own conversion makes of the Cyrillic; a test holds it to that.
 */

/** Codes as a desktop entry has them (Desktop Entry Specification, localised values). */
export type DesktopLang = 'en' | 'sq' | 'sr' | 'sr@latin';

interface Words {
  /** What kind of program it is. */
  generic: string;
  comment: string;
  /** What a person types to find it; without semicolons, which part them. */
  keywords: readonly string[];
  /** What an .annotations file is. */
  notes: string;
  /** What a .paralel-backup file is. */
  backup: string;
}

export const WORDS: Readonly<Record<DesktopLang, Words>> = {
  en: {
    generic: 'Multilingual Reader',
    comment: 'Read articles with their Albanian, Serbian and English names in parallel, without a network',
    keywords: ['reader', 'library', 'names', 'places', 'translation', 'Kosovo'],
    notes: 'Notes from Paralel',
    backup: 'Paralel backup',
  },
  sq: {
    generic: 'Lexues shumëgjuhësh',
    comment: 'Lexoni artikuj me emrat shqip, serbisht dhe anglisht krah për krah, pa rrjet',
    keywords: ['lexues', 'bibliotekë', 'emra', 'vende', 'përkthim', 'Kosovë'],
    notes: 'Shënime nga Paraleli',
    backup: 'Kopje rezervë e Paralelit',
  },
  sr: {
    generic: 'Вишејезични читач',
    comment: 'Читајте чланке са албанским, српским и енглеским именима упоредо, без мреже',
    keywords: ['читач', 'библиотека', 'имена', 'места', 'превод', 'Косово'],
    notes: 'Белешке из програма Paralel',
    backup: 'Резервна копија програма Paralel',
  },
  'sr@latin': {
    generic: 'Višejezični čitač',
    comment: 'Čitajte članke sa albanskim, srpskim i engleskim imenima uporedo, bez mreže',
    keywords: ['čitač', 'biblioteka', 'imena', 'mesta', 'prevod', 'Kosovo'],
    notes: 'Beleške iz programa Paralel',
    backup: 'Rezervna kopija programa Paralel',
  },
};

/** Keys of a desktop entry that differ by language; English is what all others fall back to. */
export function desktopEntry(name: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(WORDS).flatMap(([lang, { generic, comment, keywords }]) => {
      const at = lang === 'en' ? '' : `[${lang}]`;
      return [
        [`Name${at}`, name],
        [`GenericName${at}`, generic],
        [`Comment${at}`, comment],
        [`Keywords${at}`, `${keywords.join(';')};`],
      ];
    }),
  );
}
