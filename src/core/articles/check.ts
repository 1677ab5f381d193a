/** What the schemas cannot say of a library's files: that what they refer to is there, and stands where they say. */
import { categoryOf } from '../../shared/category';
import type { Period } from '../../shared/domain';
import { WRITTEN_LANGS } from '../../shared/lang';
import { isCitationForm } from '../names/brief';
import { type FindForm, formFinder } from '../names/forms';
import type { LibraryFiles } from './library-source';
import { parseMarkup } from './markup';

type Part = LibraryFiles['articles'][number];

/** Everything that can be referred to. */
interface Known {
  sources: ReadonlySet<string>;
  entities: ReadonlySet<string>;
  articles: ReadonlySet<string>;
  figures: ReadonlySet<string>;
  formOf: FindForm;
}

/** Every problem as a sentence that names the place; empty where there is none. */
export function checkLibrary(files: LibraryFiles): string[] {
  const known: Known = {
    sources: idsOf(files.sources),
    entities: idsOf(files.entities),
    articles: idsOf(files.articles.map(({ article }) => article)),
    figures: idsOf(files.articles.flatMap(({ figures }) => figures)),
    formOf: formFinder<string>(files.entities),
  };
  return [
    ...repeated('sources', files.sources),
    ...repeated('entities', files.entities),
    ...repeated('figures', files.articles.flatMap(({ figures }) => figures)), // prettier-ignore
    ...repeated('questions', files.articles.flatMap(({ questions }) => questions)), // prettier-ignore
    ...repeated('events', files.events.map(({ entity }) => ({ id: entity }))), // prettier-ignore
    ...missing('library', 'article', files.library.articles, known.articles),
    ...files.entities.flatMap((entity) => checkNames(entity, known)),
    ...files.events.flatMap((event) => [...checkEvent(event, known), ...checkToldIn(event, files)]),
    ...files.articles.flatMap((part) => [
      ...checkArticle(part, known),
      ...part.editions.flatMap((edition) => checkEdition(part, edition, known)),
      ...part.figures.flatMap((figure) => checkFigure(part, figure, known)),
      ...part.questions.flatMap((question) => checkQuestion(question, known)),
    ]),
  ];
}

function checkNames({ id, names }: LibraryFiles['entities'][number], { sources }: Known): string[] {
  const preferred = WRITTEN_LANGS.flatMap((lang) => {
    const forms = names
      .filter((name) => name.lang === lang && name.kind === 'preferred' && isCitationForm(name.form))
      .map(({ form }) => ({ id: `the preferred ${form} name in ${lang}` }));
    return forms.length === 0 ? [`${id}: there is no preferred name in ${lang}`] : repeated(id, forms);
  });
  return [
    ...names.flatMap((name) => missing(`${id} ${name.text}`, 'source', name.sources, sources)),
    ...preferred,
  ];
}

function checkEvent(
  { entity, occasions, places }: LibraryFiles['events'][number],
  { entities }: Known,
): string[] {
  const where = `event ${entity}`;
  return [
    ...missing(where, 'entity', [entity, ...places], entities),
    ...(categoryOf(entity) === 'event' ? [] : [`${where}: it is no event`]),
    ...places
      .filter((place) => categoryOf(place) !== 'place')
      .map((place) => `${where}: ${place} is no place`),
    ...repeated(`${where}, places`, places.map((id) => ({ id }))), // prettier-ignore
    ...occasions.flatMap((occasion) => checkDates(where, occasion)),
    ...occasions.flatMap(({ from }, at) => {
      const before = occasions[at - 1];
      return before && isBefore(from, before.to ?? before.from)
        ? [`${where}: ${from} stands after what was later`]
        : [];
    }),
  ];
}

function checkToldIn(
  { entity, toldIn = [] }: LibraryFiles['events'][number],
  { articles }: LibraryFiles,
): string[] {
  const where = `event ${entity}, told in`;
  return toldIn.flatMap(({ article: id, block }) => {
    const found = articles.find(({ article }) => article.id === id);
    return found
      ? missing(where, 'block', [block], idsOf(found.article.blocks))
      : [`${where}: there is no article ${id}`];
  });
}

function checkDates(where: string, { from, to }: Period): string[] {
  const wrong = [from, to].flatMap((date) => (date === undefined || isDate(date) ? [] : [date]));
  return [
    ...wrong.map((date) => `${where}: ${date} is no date`),
    ...(from && to && isBefore(to, from) ? [`${where}: it ends in ${to}, before ${from}`] : []),
  ];
}

/** Of the calendar, which has no 30 February. */
function isDate(iso: string): boolean {
  const moment = new Date(iso);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso);
}

/** As far as both are known: nothing of March 1999 is before 20 March 1999 for certain. */
function isBefore(a: string, b: string): boolean {
  const known = Math.min(a.length, b.length);
  return a.slice(0, known) < b.slice(0, known);
}

function checkArticle({ article, editions }: Part, known: Known): string[] {
  const { id, about, source, sources, blocks, facts, seeAlso } = article;
  const cited = [...blocks, ...facts].flatMap(({ citations }) =>
    citations.map((citation) => citation.source),
  );
  return [
    ...repeated(`${id}, blocks`, blocks),
    ...repeated(`${id}, editions`, editions.map(({ lang }) => ({ id: lang }))), // prettier-ignore
    ...missing(id, 'source', [source, ...sources, ...cited], known.sources),
    ...missing(id, 'entity', [about, ...seeAlso.map(({ entity }) => entity)], known.entities),
    ...missing(`${id}, see also`, 'article', seeAlso.flatMap(({ article: target }) => target ?? []), known.articles), // prettier-ignore
  ];
}

function checkEdition(
  { article }: Part,
  { lang, blocks, facts }: Part['editions'][number],
  known: Known,
): string[] {
  const where = `${article.id} ${lang}`;
  const blockIds = idsOf(article.blocks);
  const factKeys = new Set(article.facts.map(({ key }) => key));
  return [
    ...missing(where, 'text for block', [...blockIds], new Set(Object.keys(blocks))),
    ...missing(where, 'text for fact', [...factKeys], new Set(Object.keys(facts))),
    ...missing(where, 'block', Object.keys(blocks), blockIds),
    ...missing(where, 'fact', Object.keys(facts), factKeys),
    ...Object.entries({ ...blocks, ...facts }).flatMap(([id, text]) =>
      checkText(`${where} ${id}`, text, lang, known),
    ),
  ];
}

function checkText(where: string, markup: string, lang: string, { entities, formOf }: Known): string[] {
  try {
    const { mentions } = parseMarkup(markup);
    const unknown = mentions.filter(
      ({ entity, text }) => entities.has(entity) && !formOf(entity, lang, text),
    );
    return [
      ...missing(where, 'entity', mentions.map(({ entity }) => entity), entities), // prettier-ignore
      ...unknown.map(({ entity, text }) => `${where}: “${text}” is no known form of ${entity}`),
    ];
  } catch (error) {
    if (error instanceof RangeError) return [`${where}: ${error.message}`];
    throw error;
  }
}

function checkFigure({ article }: Part, figure: Part['figures'][number], known: Known): string[] {
  const where = `figure ${figure.id}`;
  const given = <T>(value: T | undefined) => (value === undefined ? [] : [value]);
  const says = figure.low !== null || figure.high !== null || figure.wording !== undefined;
  return [
    ...missing(where, 'source', figure.citations.map(({ source }) => source), known.sources), // prettier-ignore
    ...missing(where, 'entity', [...figure.scope.places, ...given(figure.holder)], known.entities),
    ...missing(where, 'block', given(figure.block), idsOf(article.blocks)),
    ...missing(where, 'fact', given(figure.fact), new Set(article.facts.map(({ key }) => key))), // prettier-ignore
    ...missing(where, 'figure', given(figure.partOf), known.figures),
    ...checkDates(where, figure.scope),
    ...(says ? [] : [`${where}: it has neither a number nor words`]),
  ];
}

function checkQuestion({ id, citations }: Part['questions'][number], { sources }: Known): string[] {
  return missing(`question ${id}`, 'source', citations.map(({ source }) => source), sources); // prettier-ignore
}

function idsOf(things: readonly { id: string }[]): Set<string> {
  return new Set(things.map(({ id }) => id));
}

function missing(where: string, what: string, ids: readonly string[], known: ReadonlySet<string>): string[] {
  return ids.filter((id) => !known.has(id)).map((id) => `${where}: there is no ${what} ${id}`);
}

function repeated(where: string, things: readonly { id: string }[]): string[] {
  const ids = things.map(({ id }) => id);
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${where}: ${id} stands twice`);
}
