/** What the contents list, in the order in which it is printed. */
import type { Chapter, Handout } from '../../shared/contract';
import type { Part } from '../../shared/handout-parts';
import type { Lang } from '../../shared/lang';
import { headingAnchor, partAnchor, partLang, partLevel } from './parts/anchor';

export interface Entry {
  anchor: string;
  level: 1 | 2;
  lang: Lang;
  /** Of a chapter or a section of it; of a part its kind. */
  what: { title: string; edition: Lang | undefined } | { part: Part };
}

/** They need no looking up: they open the pages. */
const UNLISTED: ReadonlySet<Part> = new Set<Part>(['cover', 'contents', 'content-note']);

export function entriesOf(handout: Handout): Entry[] {
  const seen = new Set<string>();
  return handout.sheets.flatMap(({ chapter: id, parts }) => {
    const chapter = handout.chapters.find((one) => one.id === id);
    const isNew = chapter !== undefined && !seen.has(chapter.id);
    if (chapter) seen.add(chapter.id);
    const listed = parts.flatMap(({ part, chapters: ids }): Entry[] => {
      if (UNLISTED.has(part)) return [];
      const chapters = chaptersOf(ids, handout);
      if (part === 'text') return chapters.flatMap(sectionEntries);
      return [
        {
          anchor: partAnchor(part, chapters, handout),
          level: partLevel(part, chapters, handout),
          lang: partLang(chapters, handout),
          what: { part },
        },
      ];
    });
    return isNew ? [chapterEntry(chapter, handout), ...listed] : listed;
  });
}

/** Whose a part is. */
export function chaptersOf(ids: readonly string[], { chapters }: Handout): Chapter[] {
  return chapters.filter(({ id }) => ids.includes(id));
}

/** What the chapter's own edition has beneath its title; its beginning needs no line. */
function sectionEntries(chapter: Chapter): Entry[] {
  const blocks = chapter.editions[0]?.blocks ?? [];
  return blocks
    .filter(({ type, level, text }) => type === 'heading' && (level ?? 2) === 2 && text !== '')
    .map(({ id, text }) => ({
      anchor: headingAnchor(chapter, id),
      level: 2,
      lang: chapter.lang,
      what: { title: text, edition: undefined },
    }));
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
