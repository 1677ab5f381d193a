/** How names stand in the text on paper: as written, in one language, or explained where they are first mentioned. */
import type { Chapter, Handout } from '../../shared/contract';
import type { RichText } from '../../shared/domain';
import { type Lang, LANGS, writtenFor } from '../../shared/lang';
import { type Display, firstMentions, segmentsOf } from '../reading/segments';
import { SEPARATOR } from '../reading/separator';

/** A voice and a font have to know. */
export interface LanguageRun {
  text: string;
  /** Where it is another than the text's. */
  lang?: Lang;
}

/** Of one edition of a chapter; knows which mentions are the first. */
export type NamesShown = Display;

/** @param lang the edition's */
export function namesShown(
  handout: Pick<Handout, 'names' | 'langs'>,
  chapter: Pick<Chapter, 'editions' | 'names'>,
  lang: Lang,
): NamesShown {
  const edition = chapter.editions.find((one) => one.lang === lang);
  return {
    mode: handout.names,
    lang,
    entities: new Map(chapter.names.map((row) => [row.id, row])),
    firsts: firstMentions(edition?.blocks ?? []),
    glossed: glossedIn(handout.langs, lang),
  };
}

/** The other languages of the handout; where it has no other, all there are. */
function glossedIn(langs: readonly Lang[], edition: Lang): readonly Lang[] {
  const others = langs.filter((lang) => writtenFor(lang) !== writtenFor(edition));
  return others.length > 0 ? others : LANGS;
}

/** The runs make up the text as it is shown; neighbours differ in language. */
export function textRuns(text: Readonly<RichText>, names: NamesShown): LanguageRun[] {
  const runs: LanguageRun[] = [];
  const add = (words: string, lang: Lang): void => {
    const last = runs.at(-1);
    const own = lang === names.lang ? undefined : lang;
    if (last && last.lang === own) last.text += words;
    else runs.push(own === undefined ? { text: words } : { text: words, lang: own });
  };
  for (const segment of segmentsOf(text, names)) {
    if (segment.kind !== 'name') {
      add(segment.text, names.lang);
      continue;
    }
    add(segment.shown, segment.lang);
    segment.gloss?.forEach((name, at) => {
      add(at === 0 ? ' (' : SEPARATOR, names.lang);
      add(name.text, name.lang);
    });
    if (segment.gloss) add(')', names.lang);
  }
  return runs;
}
