/** The glossary's entries, as the language's alphabet orders them. */
import { compareBy } from '../../../core/text/collation';
import { citedAs } from '../../../shared/cited';
import type { Chapter } from '../../../shared/contract';
import type { Certainty } from '../../../shared/domain';
import type { Lang } from '../../../shared/lang';

type Explained = Chapter['glossary'][number];

interface GlossaryName {
  text: string;
  certainty: Certainty;
}

export interface GlossaryEntry extends Pick<Explained, 'id' | 'type' | 'within' | 'note'> {
  /** In the handout's language, or in the first that has a name. */
  term: GlossaryName & { lang: Lang };
  /** What else it is called, a language each; never the term again. */
  others: { lang: Lang; names: GlossaryName[] }[];
}

/** @param langs in which a name is looked for, and in which order the others stand */
export function glossaryEntries(
  chapters: readonly Pick<Chapter, 'glossary'>[],
  langs: readonly [Lang, ...Lang[]],
): GlossaryEntry[] {
  const byId = new Map(
    chapters.flatMap(({ glossary }) => glossary).map((explained) => [explained.id, explained]),
  );
  const entries = [...byId.values()].flatMap((explained) => entryOf(explained, langs) ?? []);
  const compare = compareBy(langs[0]);
  return entries.sort((a, b) => compare(a.term.text, b.term.text));
}

function entryOf(explained: Explained, langs: readonly Lang[]): GlossaryEntry | undefined {
  const { id, type, within, note } = explained;
  const terms = langs.flatMap((lang) => citedName(explained, lang) ?? []);
  const [term] = terms;
  if (term === undefined) return undefined;
  const others = langs.flatMap((lang) => {
    const known = [
      ...terms.filter((one) => one !== term && one.lang === lang),
      ...explained.others.filter((name) => name.lang === lang && name.kind !== 'misspelling'),
    ];
    const names = known
      .map(({ text, certainty }) => ({ text, certainty }))
      .filter(
        ({ text }, at) =>
          (text !== term.text || lang !== term.lang) && known.findIndex((name) => name.text === text) === at,
      );
    return names.length > 0 ? [{ lang, names }] : [];
  });
  return { id, type, term, others, ...(within && { within }), ...(note && { note }) };
}

function citedName(explained: Explained, lang: Lang): GlossaryEntry['term'] | undefined {
  const text = citedAs(explained, lang);
  if (text === undefined) return undefined;
  const { preferred, definite } = explained;
  const name = definite?.text === text && lang === 'sq' ? definite : preferred[lang];
  return { lang, text, certainty: name?.certainty ?? 'well-known' };
}
