/** What the contents list, in the order in which it is printed. */
import type { Chapter, Handout } from '../../shared/contract';
import type { Part } from '../../shared/handout-parts';
import type { Lang } from '../../shared/lang';
import { partAnchor, partLang, partLevel } from './parts/anchor';

export interface Entry {
  anchor: string;
  level: 1 | 2;
  lang: Lang;
  /** Of a chapter; of a part its kind. */
  what: { title: string; edition: Lang | undefined } | { part: Part };
}

/** They need no looking up: they open the pages, or stand beneath a chapter's title. */
const UNLISTED: ReadonlySet<Part> = new Set<Part>(['cover', 'contents', 'content-note', 'text']);

export function entriesOf(handout: Handout): Entry[] {
  const seen = new Set<string>();
  return handout.sheets.flatMap(({ chapter: id, parts }, at) => {
    const chapter = handout.chapters.find((one) => one.id === id);
    const isNew = chapter !== undefined && !seen.has(chapter.id);
    const isBack = chapter !== undefined && !isNew && handout.sheets[at - 1]?.chapter !== chapter.id;
    if (chapter) seen.add(chapter.id);
    const listed = parts.flatMap(({ part, chapters: ids }): Entry[] => {
      if (UNLISTED.has(part)) return [];
      const chapters = chaptersOf(ids, handout);
      return [
        {
          anchor: partAnchor(part, chapters, handout),
          level: partLevel(part, chapters, handout),
          lang: partLang(chapters, handout),
          what: { part },
        },
      ];
    });
    if (isNew) return [chapterEntry(chapter, handout), ...listed];
    const [first] = listed;
    // What comes later of a chapter stands beneath its title again.
    return isBack && first
      ? [{ ...chapterEntry(chapter, handout), anchor: first.anchor }, ...listed]
      : listed;
  });
}

/** Whose a part is. */
export function chaptersOf(ids: readonly string[], { chapters }: Handout): Chapter[] {
  return chapters.filter(({ id }) => ids.includes(id));
}

/** The language is said where the same article follows in another. */
function chapterEntry({ id, lang, article, editions }: Chapter, { chapters }: Handout): Entry {
  const isInSeveral = chapters.some((other) => other.article === article && other.lang !== lang);
  return {
    anchor: id,
    level: 1,
    lang,
    what: { title: editions[0]?.titles[lang] ?? article, edition: isInSeveral ? lang : undefined },
  };
}
