/** What is printed, in order: which parts, whose, and on which pages. */
import type { Atlas, Chapter, HandoutRequest, PartChoice, Sheet } from '../../shared/contract';
import { type Part, type Scope, SCOPES_OF } from '../../shared/handout-parts';

type Own = Pick<Atlas, 'places' | 'events'>;
/** These have their pages to themselves. */
const ALONE: ReadonlySet<Part> = new Set<Part>(['cover', 'answers']);
/** In a handout of one chapter all else goes with it. */
const NEVER_WITH_CHAPTER: ReadonlySet<Part> = new Set<Part>(['cover', 'contents', 'answers']);

interface Placed {
  part: Part;
  scope: Scope;
  landscape: boolean;
}

/** A part without anything to show is left out. Each sheet begins a page. */
export function sheetsOf({ parts, page }: HandoutRequest, chapters: readonly Chapter[], own: Own): Sheet[] {
  const isOne = chapters.length === 1;
  const placed = parts
    .filter(({ part }) => chapters.some((chapter) => hasContent(part, chapter, own)))
    .map((choice) => placedAs(choice, { isOne, landscape: page.landscape }));
  const sheets = runsOf(isOne ? placed : together(placed)).flatMap((run) =>
    run[0]?.scope === 'each'
      ? chapters.flatMap((chapter) => sheetsAfter(chapter, run, own))
      : dividedByPaper(run).map(({ landscape, kinds }) => ({
          chapter: null,
          landscape,
          parts: kinds.map((part) => ({ part, chapters: idsFor(part, chapters, own) })),
        })),
  );
  // A handout of nothing but parts that have nothing to show still says whose it is.
  return joined(sheets.length > 0 ? sheets : emptySheets(chapters, page.landscape));
}

function emptySheets(chapters: readonly Chapter[], landscape: boolean): Sheet[] {
  return chapters.map(({ id }) => ({ chapter: id, landscape, parts: [{ part: 'text', chapters: [id] }] }));
}

function placedAs(
  { part, scope, landscape }: PartChoice,
  { isOne, landscape: usual }: { isOne: boolean; landscape: boolean },
): Placed {
  return {
    part,
    scope: isOne && !NEVER_WITH_CHAPTER.has(part) ? 'each' : (scope ?? SCOPES_OF[part][0]),
    landscape: landscape ?? usual,
  };
}

/** What stands after each article is not torn from it by what stands once: that comes before them all, or after. */
function together(placed: readonly Placed[]): Placed[] {
  const isEach = ({ scope }: Placed): boolean => scope === 'each';
  const first = placed.findIndex(isEach);
  if (first < 0) return [...placed];
  const rest = placed.slice(first);
  return [...placed.slice(0, first), ...rest.filter(isEach), ...rest.filter((one) => !isEach(one))];
}

/** Neighbours that stand in the same way. */
function runsOf(placed: readonly Placed[]): Placed[][] {
  const runs: Placed[][] = [];
  for (const one of placed) {
    const last = runs.at(-1);
    if (last?.[0]?.scope === one.scope) last.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** Neighbours that go on the same pages. */
function dividedByPaper(run: readonly Placed[]): { landscape: boolean; kinds: Part[] }[] {
  const sheets: { landscape: boolean; kinds: Part[] }[] = [];
  for (const { part, landscape } of run) {
    const last = sheets.at(-1);
    const goesOn =
      last?.landscape === landscape && !ALONE.has(part) && !last.kinds.some((one) => ALONE.has(one));
    if (goesOn) last.kinds.push(part);
    else sheets.push({ landscape, kinds: [part] });
  }
  return sheets;
}

function sheetsAfter(chapter: Chapter, run: readonly Placed[], own: Own): Sheet[] {
  return dividedByPaper(run.filter(({ part }) => hasContent(part, chapter, own))).map(
    ({ landscape, kinds }) => ({
      chapter: chapter.id,
      landscape,
      parts: kinds.map((part) => ({ part, chapters: [chapter.id] })),
    }),
  );
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
