/** Chapters of a part, by the articles that they are of. */
import type { Chapter, Handout } from '../../../shared/contract';
import type { ArticleId } from '../../../shared/domain';
import type { Lang } from '../../../shared/lang';

export interface ArticleChapters {
  id: ArticleId;
  /** One, or one for each edition. */
  chapters: readonly [Chapter, ...Chapter[]];
}

/** In the order of the chapters. */
export function byArticle(chapters: readonly Chapter[]): ArticleChapters[] {
  return [...Map.groupBy(chapters, ({ article }) => article)].flatMap(([id, [first, ...others]]) =>
    first === undefined ? [] : [{ id, chapters: [first, ...others] as const }],
  );
}

/** The article's title in `lang`, or as its first edition has it. */
export function titleIn(chapters: readonly Chapter[], lang: Lang): string {
  const [edition] = chapters[0]?.editions ?? [];
  return edition?.titles[lang] || (edition?.title ?? '');
}

/** Where the handout has a part about the chapter, with all the chapters that are in it. */
export function chaptersOfPart(
  part: Handout['sheets'][number]['parts'][number]['part'],
  chapter: Chapter,
  { sheets, chapters }: Pick<Handout, 'sheets' | 'chapters'>,
): Chapter[] | undefined {
  const all = sheets.flatMap(({ parts }) => parts).filter((one) => one.part === part);
  const articles = (ids: readonly string[]) =>
    chapters.filter(({ id }) => ids.includes(id)).map(({ article }) => article);
  const found =
    all.find((one) => one.chapters.includes(chapter.id)) ??
    all.find((one) => articles(one.chapters).includes(chapter.article));
  return found && chapters.filter(({ id }) => found.chapters.includes(id));
}

/** Where an article begins in the document; undefined where it has none of its pages. */
export function articleAnchor(
  article: string,
  { sheets, chapters }: Pick<Handout, 'sheets' | 'chapters'>,
): string | undefined {
  const headed = new Set(sheets.map(({ chapter }) => chapter));
  return chapters.find((chapter) => chapter.article === article && headed.has(chapter.id))?.id;
}
