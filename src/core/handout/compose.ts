/** From articles to a printable document. */
import type { Article, Atlas, Handout, HandoutRequest, Note, Question } from '../../shared/contract';
import type { ArticleId, EntityId } from '../../shared/domain';
import type { Lang } from '../../shared/lang';
import { localizedIn } from '../text/localized';
import { chaptersOf, type GlossaryDetail } from './chapters';
import { sheetsOf } from './sheets';

/** An article as far as the library has it in the languages that are asked for. */
export interface Ingredient {
  id: ArticleId;
  /** In the order of the request's languages. */
  editions: readonly Article[];
  missing: readonly Lang[];
  /** The chosen ones on the article and on what stands in it. */
  notes: readonly Note[];
  /** The library's, in each language of `editions`. */
  questions: ReadonlyMap<Lang, readonly Question[]>;
}

export interface Ingredients {
  library: Handout['library'];
  /** One for each article of the request, in its order; each has an edition at least. */
  articles: readonly Ingredient[];
  /** What explains a name. */
  details: ReadonlyMap<EntityId, GlossaryDetail>;
  /** The chosen ones on names that the articles mention. */
  nameNotes: readonly Note[];
  /** Of what the articles mention. */
  atlas: Atlas;
}

/** @throws RangeError where there is no article */
export function composeHandout(
  request: HandoutRequest,
  { library, articles, details, nameNotes, atlas }: Ingredients,
): Handout {
  const chapters = chaptersOf(request, articles, details, nameNotes);
  const [first] = chapters;
  if (first === undefined) throw new RangeError('a handout needs at least one article');
  const lang = chapters.find((chapter) => chapter.lang === request.langs[0])?.lang ?? first.lang;
  const { layout, names, withoutDetails, page, langs, subtitle } = request;
  return {
    title: request.title.trim() || titleOf(library, chapters, lang),
    subtitle: subtitle.trim(),
    lang,
    langs: [...new Set(langs)],
    library,
    layout,
    names,
    withoutDetails,
    page,
    chapters,
    sheets: sheetsOf(request, chapters, atlas),
    atlas,
    request,
  };
}

/** Of one article its own; of several the library's. */
function titleOf(library: Handout['library'], chapters: Handout['chapters'], lang: Lang): string {
  const [first, ...rest] = chapters;
  const isOne = first !== undefined && rest.every(({ article }) => article === first.article);
  return isOne ? (first.editions[0]?.titles[lang] ?? first.id) : localizedIn(library.title, lang);
}
