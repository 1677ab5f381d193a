/** What is printed, in order: which parts, whose, and on which pages. */
import type { Atlas, Chapter, HandoutRequest, PartChoice, Sheet } from '../../shared/contract';
import { type Part, type Scope, SCOPES_OF } from '../../shared/handout-parts';

type Own = Pick<Atlas, 'places' | 'events'>;
/** These have their pages to themselves. */
const ALONE: ReadonlySet<Part> = new Set<Part>(['cover', 'answers']);
/** In a handout of one chapter all else goes with it. */
const NEVER_WITH_CHAPTER: ReadonlySet<Part> = new Set<Part>(['cover', 'contents', 'answers']);

interface Run {
  scope: Scope;
  landscape: boolean;
  parts: Part[];
}

/** A part without anything to show is left out. Each sheet begins a page. */
export function sheetsOf({ parts, page }: HandoutRequest, chapters: readonly Chapter[], own: Own): Sheet[] {
  const isOne = chapters.length === 1;
  const runs = runsOf(
    parts.filter(({ part }) => chapters.some((chapter) => hasContent(part, chapter, own))),
    { isOne, landscape: page.landscape },
  );
  const sheets = runs.flatMap(({ scope, landscape, parts: kinds }): Sheet[] =>
    scope === 'each'
      ? chapters.flatMap((chapter) => sheetOf(chapter, landscape, kinds, own))
      : [
          {
            chapter: null,
            landscape,
            parts: kinds.map((part) => ({ part, chapters: idsFor(part, chapters, own) })),
          },
        ],
  );
  // A handout of nothing but parts that have nothing to show still says whose it is.
  return joined(sheets.length > 0 ? sheets : emptySheets(chapters, page.landscape));
}

function emptySheets(chapters: readonly Chapter[], landscape: boolean): Sheet[] {
  return chapters.map(({ id }) => ({ chapter: id, landscape, parts: [{ part: 'text', chapters: [id] }] }));
}

/** Neighbours that stand in the same way. */
function runsOf(
  choices: readonly PartChoice[],
  { isOne, landscape: usual }: { isOne: boolean; landscape: boolean },
): Run[] {
  const runs: Run[] = [];
  for (const choice of choices) {
    const { part } = choice;
    const scope = isOne && !NEVER_WITH_CHAPTER.has(part) ? 'each' : (choice.scope ?? SCOPES_OF[part][0]);
    const landscape = choice.landscape ?? usual;
    const last = runs.at(-1);
    const goesOn =
      last?.scope === scope &&
      last.landscape === landscape &&
      !ALONE.has(part) &&
      !last.parts.some((one) => ALONE.has(one));
    if (goesOn) last.parts.push(part);
    else runs.push({ scope, landscape, parts: [part] });
  }
  return runs;
}

function sheetOf(chapter: Chapter, landscape: boolean, kinds: readonly Part[], own: Own): Sheet[] {
  const parts = kinds
    .filter((part) => hasContent(part, chapter, own))
    .map((part) => ({ part, chapters: [chapter.id] }));
  return parts.length > 0 ? [{ chapter: chapter.id, landscape, parts }] : [];
}

/** Once for all of them, an article counts once: in the first of its editions. Questions are in each. */
function idsFor(part: Part, chapters: readonly Chapter[], own: Own): string[] {
  const isPerEdition = part === 'questions' || part === 'answers' || part === 'contents' || part === 'notes';
  return chapters
    .filter(
      ({ article }, at) => isPerEdition || chapters.findIndex((other) => other.article === article) === at,
    )
    .filter((chapter) => hasContent(part, chapter, own))
    .map(({ id }) => id);
}

/** A content note opens the pages that follow it, a licence closes those before it: neither wants a page of its own. */
function joined(sheets: readonly Sheet[]): Sheet[] {
  const result: Sheet[] = [];
  for (const sheet of sheets) {
    const last = result.at(-1);
    const isNote = last?.chapter === null && last.parts.every(({ part }) => part === 'content-note');
    const isLicence = sheet.chapter === null && sheet.parts.every(({ part }) => part === 'licence');
    const mayJoin = last?.landscape === sheet.landscape && ![...last.parts, ...sheet.parts].some(({ part }) => ALONE.has(part)); // prettier-ignore
    if (last && mayJoin && (isNote || isLicence))
      result[result.length - 1] = {
        ...last,
        chapter: isNote ? sheet.chapter : last.chapter,
        parts: [...last.parts, ...sheet.parts],
      };
    else result.push(sheet);
  }
  return result;
}

function hasContent(part: Part, chapter: Chapter, own: Own): boolean {
  const isOf = (one: { articles: readonly string[] }): boolean => one.articles.includes(chapter.article);
  switch (part) {
    case 'facts':
      return chapter.editions.some(({ facts }) => facts.length > 0);
    case 'figures':
      return chapter.editions.some(({ figures }) => figures.length > 0);
    case 'timeline':
      return own.events.some(isOf);
    case 'map':
      return own.places.some((place) => place.point !== null && isOf(place));
    case 'names':
      return chapter.names.length > 0;
    case 'glossary':
      return chapter.glossary.length > 0;
    case 'notes':
      return chapter.notes.length > 0;
    case 'questions':
    case 'answers':
      return chapter.questions.length > 0;
    case 'sources':
      return chapter.editions.some(({ sources, seeAlso }) => sources.length + seeAlso.length > 0);
    case 'cover':
    case 'contents':
    case 'content-note':
    case 'text':
    case 'licence':
      return true;
  }
}
