/** The chapters of a handout: an article in one edition, or in several beside each other. */
import type { Article, Chapter, HandoutRequest, Note, OwnQuestion } from '../../shared/contract';
import type { Block, EntityId } from '../../shared/domain';
import { LEAD } from '../../shared/handout-parts';
import { type Lang, writtenFor } from '../../shared/lang';
import { toLatin } from '../text/script';
import type { Ingredient } from './compose';
import { formsInText } from './forms';

export type GlossaryDetail = Pick<Chapter['glossary'][number], 'others' | 'within' | 'note'>;
type Details = ReadonlyMap<EntityId, GlossaryDetail>;
type ArticleChoice = HandoutRequest['articles'][number];

export function chaptersOf(
  request: HandoutRequest,
  articles: readonly Ingredient[],
  details: Details,
): Chapter[] {
  const lastId = articles.at(-1)?.id;
  return articles.flatMap((ingredient, at): Chapter[] => {
    const choice = request.articles[at];
    const editions = ingredient.editions.map((article) => printedEdition(article, choice, request));
    const groups = request.layout === 'parallel' ? [editions] : editions.map((edition) => [edition]);
    const own = request.questions.own.filter(
      ({ article }) => article === ingredient.id || (article === null && ingredient.id === lastId),
    );
    const langs = groups.map(([edition]) => edition?.lang);
    return groups.flatMap((group, groupAt): Chapter[] => {
      const [first] = group;
      if (first === undefined) return [];
      const { lang } = first;
      const names = namesOf(group);
      const all = group.map(({ entities: _, ...edition }) => edition);
      return [
        {
          id: groups.length > 1 ? `${ingredient.id}_${lang}` : ingredient.id,
          article: ingredient.id,
          lang,
          editions: all,
          missing: groupAt === 0 ? [...ingredient.missing] : [],
          names,
          glossary: glossaryOf(names, details),
          notes: ingredient.notes.filter((note) => chapterOf(note, langs) === groupAt),
          questions: questionsOf(ingredient, own, group, request, groupAt === 0),
        },
      ];
    });
  });
}

/** The chosen sections, without what is left out of them. */
function printedEdition(
  article: Article,
  choice: ArticleChoice | undefined,
  request: HandoutRequest,
): Article {
  const blocks = choice?.sections
    ? sectionsOf(article.blocks, new Set<string>(choice.sections))
    : article.blocks;
  return {
    ...article,
    blocks: request.withoutDetails
      ? blocks.map((block) => (block.graphic ? { ...block, text: '', mentions: [] } : block))
      : blocks,
  };
}

/** A section begins with a heading of the second level; what comes before the first is the lead. */
function sectionsOf(blocks: readonly Block[], chosen: ReadonlySet<string>): Block[] {
  let section: string = LEAD;
  return blocks.filter((block) => {
    if (block.type === 'heading' && (block.level ?? 2) === 2) section = block.id;
    return chosen.has(section);
  });
}

const textsOf = ({ facts, blocks }: Article) => [
  ...facts.map(({ value, mentions }) => ({ text: value, mentions })),
  ...blocks,
];

/** An entity that the text does not name, as one known only from a figure's scope, has no row. */
function namesOf(editions: readonly Article[]): Chapter['names'] {
  const rows = new Map<EntityId, Chapter['names'][number]>();
  for (const edition of editions) {
    const forms = formsInText(textsOf(edition));
    for (const entity of edition.entities) {
      const inText = forms.get(entity.id);
      if (inText !== undefined && !rows.has(entity.id)) rows.set(entity.id, { ...entity, inText });
    }
  }
  return [...rows.values()];
}

function glossaryOf(names: Chapter['names'], details: Details): Chapter['glossary'] {
  return names.flatMap(({ inText: _, ...brief }) => {
    const detail = details.get(brief.id);
    return detail ? [{ ...brief, ...detail }] : [];
  });
}

/** A note goes with the edition that it was written on, or with the first. */
function chapterOf({ lang }: Note, langs: readonly (Lang | undefined)[]): number {
  const same = langs.indexOf(lang ?? undefined);
  if (same >= 0) return same;
  const written = langs.findIndex((one) => one && lang && writtenFor(one) === writtenFor(lang));
  return Math.max(written, 0);
}

function questionsOf(
  { questions }: Ingredient,
  own: readonly OwnQuestion[],
  editions: readonly Article[],
  request: HandoutRequest,
  isFirst: boolean,
): Chapter['questions'] {
  const without = new Set<string>(request.questions.without);
  const langs = editions.map(({ lang }) => lang);
  const [lang] = langs;
  const library = (lang === undefined ? [] : (questions.get(lang) ?? []))
    .filter(({ id }) => !without.has(id))
    .map(({ id, lines, citations }) => ({
      id,
      lines,
      citations,
      texts: langs.flatMap((each) => {
        const one = questions.get(each)?.find((question) => question.id === id);
        return one ? [{ lang: each, question: one.question, answer: one.answer }] : [];
      }),
    }));
  const ours = own.flatMap((question) => {
    const texts = ownTexts(question, langs, isFirst);
    const number = request.questions.own.indexOf(question) + 1;
    return texts.length > 0 ? [{ id: `own-${number}`, lines: question.lines, citations: [], texts }] : [];
  });
  return [...library, ...ours];
}

/** In the chapter's languages; where it was written in none of them, as it was written, once. */
function ownTexts({ texts }: OwnQuestion, langs: readonly Lang[], isFirst: boolean) {
  const given = Object.entries(texts).flatMap(([lang, text]) =>
    text.question.trim() === '' ? [] : [{ lang: lang as Lang, ...text }],
  );
  const wanted = langs.flatMap((lang) => {
    const exact = given.find((one) => one.lang === lang);
    if (exact) return [exact];
    const cyrillic = lang === 'sr-Latn' ? given.find((one) => one.lang === 'sr-Cyrl') : undefined;
    return cyrillic ? [{ lang, question: toLatin(cyrillic.question), answer: toLatin(cyrillic.answer) }] : [];
  });
  return wanted.length > 0 || !isFirst ? wanted : given.slice(0, 1);
}
