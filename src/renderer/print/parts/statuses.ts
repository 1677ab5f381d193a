/** How far the texts of a handout have come. */
import { formatDate } from '../../../core/text/dates';
import type { Chapter } from '../../../shared/contract';
import type { Lang } from '../../../shared/lang';
import { byArticle, titleIn } from './articles';

type Status = Chapter['editions'][number]['status'];

export interface EditionStatuses {
  lang: Lang;
  /** The smallest first. The last is of all the others, and the only one of all: it has no titles. */
  groups: { state: Status['state']; details: string; titles: string[] }[];
}

/** By language, in the order of `langs`. @param own in which titles and dates are written */
export function statusesOf(
  chapters: readonly Chapter[],
  langs: readonly Lang[],
  own: Lang,
): EditionStatuses[] {
  const articles = byArticle(chapters);
  return langs.flatMap((lang) => {
    const editions = articles.flatMap((article) => {
      const all = article.chapters.flatMap((chapter) => chapter.editions);
      const edition = all.find((one) => one.lang === lang);
      if (!edition) return [];
      const { state, by, on } = edition.status;
      const details = [by, on === undefined ? undefined : formatDate(on, own)].filter(Boolean).join(', ');
      return [{ state, details, title: titleIn(article.chapters, own) }];
    });
    const groups = [...Map.groupBy(editions, ({ state, details }) => `${state} ${details}`).values()]
      .sort((a, b) => a.length - b.length)
      .flatMap((group, at, all) => {
        const [first] = group;
        const titles = at < all.length - 1 ? group.map(({ title }) => title) : [];
        return first ? [{ state: first.state, details: first.details, titles }] : [];
      });
    return groups.length > 0 ? [{ lang, groups }] : [];
  });
}
