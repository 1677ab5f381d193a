/** The chapters of a handout: an article in one edition, or in several beside each other. */
import type { Article, Chapter, HandoutRequest, Note, OwnQuestion } from '../../shared/contract';
import type { EntityId } from '../../shared/domain';
import { type Lang, writtenFor } from '../../shared/lang';
import { toLatin } from '../text/script';
import type { Ingredient } from './compose';
import { formsInText } from './forms';
import { inSections, sectionsOfAll } from './sections';

export type GlossaryDetail = Pick<Chapter['glossary'][number], 'others' | 'within' | 'note'>;
type Details = ReadonlyMap<EntityId, GlossaryDetail>;
type ArticleChoice = HandoutRequest['articles'][number];

/** @param nameNotes notes on names, each of which goes where its name stands first */
export function chaptersOf(
  request: HandoutRequest,
  articles: readonly Ingredient[],
  details: Details,
  nameNotes: readonly Note[],
): Chapter[] {
  return withNameNotes(articleChapters(request, articles, details), nameNotes);
}

function articleChapters(
  request: HandoutRequest,
  articles: readonly Ingredient[],
  details: Details,
): Chapter[] {
  const lastId = articles.at(-1)?.id;
  return articles.flatMap((ingredient, at): Chapter[] => {
    const choice = request.articles[at];
    const editions = ingredient.editions.map((article) => printedEdition(article, choice, request));
    const there = new Set(sectionsOfAll(ingredient.editions));
    const missingSections = choice?.sections?.filter((section) => !there.has(section)) ?? [];
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
          missingSections: groupAt === 0 ? missingSections : [],
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
  const blocks = choice?.sections ? inSections(article.blocks, choice.sections) : article.blocks;
  return {
    ...article,
    blocks: request.withoutDetails
      ? blocks.map((block) => (block.graphic ? { ...block, text: '', mentions: [] } : block))
      : blocks,
  };
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

/** Said once, however many chapters have the name. */
function withNameNotes(chapters: readonly Chapter[], notes: readonly Note[]): Chapter[] {
  const firstWith = new Map<string, Chapter>();
  for (const chapter of chapters)
    for (const { id } of chapter.names) if (!firstWith.has(id)) firstWith.set(id, chapter);
  return chapters.map((chapter) => ({
    ...chapter,
    notes: [...chapter.notes, ...notes.filter(({ entity }) => entity && firstWith.get(entity) === chapter)],
  }));
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
