import type { ArticleSummary, Figure } from '../../../shared/contract';
import { LANGS } from '../../../shared/lang';

/** The source of a figure, unless it is called as the article is that the figure stands under. A source has its title
 *  in its own language, which is known where an article is called so too. */
export function sourceToTell(
  { article, source }: Pick<Figure, 'article' | 'source'>,
  articles: readonly Pick<ArticleSummary, 'id' | 'titles'>[],
): { text: string; lang: string } | undefined {
  const titled = articles.filter(({ titles }) => LANGS.some((lang) => titles[lang] === source));
  if (source === '' || titled.some(({ id }) => id === article)) return undefined;
  const lang = LANGS.find((one) => titled.some(({ titles }) => titles[one] === source));
  return { text: source, lang: lang ?? '' };
}
