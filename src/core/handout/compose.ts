/** From articles to a printable document. */
import type { Article, Handout, HandoutRequest } from '../../shared/contract';
import type { EntityId, RichText } from '../../shared/domain';
import { type Lang, writtenFor } from '../../shared/lang';
import { toLatin } from '../text/script';

type Part = Handout['parts'][number];

/**
 * @param articles one an article and language, in the order in which they are to be printed; at least one
 * @throws RangeError where there is none
 */
export function composeHandout(
  request: HandoutRequest,
  library: Handout['library'],
  articles: readonly Article[],
): Handout {
  const [first] = articles;
  if (first === undefined) throw new RangeError('a handout needs at least one article');
  const isOfOneArticle = articles.every(({ id }) => id === first.id);
  return {
    paper: request.paper,
    lang: first.lang,
    title: isOfOneArticle ? first.title : titleOf(library, first.lang),
    library: { title: library.title, licence: library.licence, credits: library.credits },
    parts: articles.map(partOf),
  };
}

function titleOf(library: Handout['library'], lang: Lang): string {
  const title = library.title[writtenFor(lang)];
  return lang === 'sr-Latn' ? toLatin(title) : title;
}

/** An entity that the text does not name, as one known only from a figure's scope, has no row. */
function partOf({ entities, ...article }: Article): Part {
  const forms = formsInText([
    ...article.facts.map(({ value, mentions }) => ({ text: value, mentions })),
    ...article.blocks,
  ]);
  const names = entities.flatMap((entity) => {
    const inText = forms.get(entity.id);
    return inText === undefined ? [] : [{ ...entity, inText }];
  });
  return { article, names };
}

/** The distinct forms of each entity, in the order of first mention. */
function formsInText(texts: readonly Pick<RichText, 'mentions'>[]): Map<EntityId, string[]> {
  const forms = new Map<EntityId, Map<string, string>>();
  for (const { entity, text } of texts.flatMap(({ mentions }) => mentions)) {
    const known = forms.get(entity) ?? new Map<string, string>();
    forms.set(
      entity,
      known.set(text.toLowerCase(), withFewerCapitals(known.get(text.toLowerCase()) ?? text, text)),
    );
  }
  return new Map([...forms].map(([entity, known]) => [entity, [...known.values()]]));
}

/** “Government forces” at the head of a sentence is no form of its own beside “government forces”. */
function withFewerCapitals(a: string, b: string): string {
  const capitals = (text: string) =>
    Array.from(text).filter((letter) => letter !== letter.toLowerCase()).length;
  return capitals(b) < capitals(a) ? b : a;
}
