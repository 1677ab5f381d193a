/** Handouts: composed of what the library has, kept, and opened again. */
import { composeHandout, type Ingredient } from '../core/handout/compose';
import type { GlossaryDetail } from '../core/handout/chapters';
import { LEAST_LETTERS, tooNarrow } from '../core/handout/fits';
import { sectionsOfAll } from '../core/handout/sections';
import type {
  Article,
  Handout,
  HandoutRequest,
  Note,
  Output,
  Parsed,
  Question,
  SavedHandout,
} from '../shared/contract';
import type { ArticleId, EntityId } from '../shared/domain';
import { AppError } from '../shared/errors';
import { type Attached, attachedSchema } from '../shared/handout';
import type { Lang } from '../shared/lang';
import { articleTitle, getArticle, titledIn } from './articles';
import { atlasOf } from './atlas';
import type { Context } from './context';
import { notesOf, notesOnNamesIn } from './notes';
import { localizedIn } from '../core/text/localized';

/** @throws AppError 'article.unknown' | 'handout.no-edition' | 'handout.no-section' | 'handout.narrow-…' */
export function makeHandout(context: Context, request: HandoutRequest): Handout {
  const articles = request.articles.map((choice) => ingredientOf(context, choice, request));
  const editions = articles.flatMap((one) => one.editions);
  checkFit(request, Math.max(...articles.map((one) => one.editions.length)));
  return composeHandout(request, {
    library: libraryOf(context),
    articles,
    details: detailsOf(context, editions),
    nameNotes: chosenNotes(request, () =>
      notesOnNamesIn(
        context,
        articles.map(({ id }) => id),
      ),
    ),
    // Nothing else asks where and when, and going through the whole library takes its time.
    atlas: request.parts.some(({ part }) => part === 'map' || part === 'timeline')
      ? atlasOf(
          context,
          articles.map(({ id }) => id),
        )
      : { places: [], events: [] },
  });
}

/** @throws AppError 'resource.missing' */
export function libraryOf({ collections }: Context): Handout['library'] {
  const collection = collections.first();
  if (!collection) throw new AppError('resource.missing', { file: 'library.json' });
  return {
    id: collection.id,
    version: collection.version,
    title: collection.title,
    licence: { name: collection.licence_name, url: collection.licence_url },
    credits: collection.credits,
    contentNote: collection.content_note,
  };
}

/** @throws AppError 'handout.narrow-editions' | 'handout.narrow-columns' | 'handout.narrow-page' */
function checkFit(request: HandoutRequest, editions: number): void {
  const narrow = tooNarrow(request, editions);
  if (!narrow) return;
  const { what, columns, letters } = narrow;
  throw new AppError(`handout.narrow-${what}`, { n: columns, letters, least: LEAST_LETTERS });
}

function ingredientOf(
  context: Context,
  { id, sections }: HandoutRequest['articles'][number],
  request: HandoutRequest,
): Ingredient {
  const langs = [...new Set(request.langs)];
  const titled = new Set(titledIn(context, id));
  const editions = langs.filter((lang) => titled.has(lang)).map((lang) => getArticle(context, id, lang));
  const [first] = editions;
  if (!first)
    throw new AppError('handout.no-edition', {
      title: articleTitle(context, id, langs[0] ?? 'en') ?? id,
      langs: langs.join(', '),
      languages: [...titled].join(', '),
    });
  const there = sectionsOfAll(editions);
  if (sections && !sections.some((section) => there.includes(section)))
    throw new AppError('handout.no-section', {
      title: articleTitle(context, id, first.lang) ?? id,
      sections: sections.join(', '),
      there: there.join(', '),
    });
  return {
    id,
    editions,
    missing: langs.filter((lang) => !titled.has(lang)),
    notes: chosenNotes(request, () => notesOf(context, { article: id, lang: first.lang })),
    questions: new Map(editions.map(({ lang }) => [lang, listQuestions(context, { article: id, lang })])),
  };
}

/** Asked for only where they are among the parts. */
function chosenNotes({ parts, notes }: HandoutRequest, all: () => Note[]): Note[] {
  if (!parts.some(({ part }) => part === 'notes')) return [];
  const chosen = notes === 'all' ? undefined : new Set<string>(notes);
  return all().filter((note) => chosen?.has(note.id) ?? true);
}

/** @throws AppError 'article.unknown' */
export function listQuestions(
  context: Context,
  { article, lang }: { article: ArticleId; lang: Lang },
): Question[] {
  if (!context.articles.get(article)) throw new AppError('article.unknown', { id: article });
  return context.questions.ofArticle(article).map(({ question, answer, ...row }) => ({
    ...row,
    question: localizedIn(question, lang),
    answer: localizedIn(answer, lang),
  }));
}

/** Of what has something to explain: what it is, where it is, or what an abbreviation stands for. */
function detailsOf(context: Context, editions: readonly Article[]): Map<EntityId, GlossaryDetail> {
  const details = new Map<EntityId, GlossaryDetail>();
  const mentioned = new Set(editions.flatMap(({ entities }) => entities.map(({ id }) => id)));
  for (const id of mentioned) {
    const entity = context.entities.get(id);
    if (!entity) continue;
    const { names, within, note } = entity;
    const others = names
      .filter(
        ({ kind, form }) =>
          form === 'abbreviation' || (kind === 'variant' && (form === 'base' || form === 'indefinite')),
      )
      .map(({ lang, text, kind, form, certainty }) => ({ lang, text, kind, form, certainty }));
    const isExplained = note ?? within ?? others.find(({ form }) => form === 'abbreviation');
    if (isExplained) details.set(id, { others, ...(within && { within }), ...(note && { note }) });
  }
  return details;
}

/** @throws AppError 'handout.unreadable' | 'handout.no-articles' */
export async function readHandout(
  context: Context,
  { file }: Parsed<'handout.read'>,
): Promise<Output<'handout.read'>> {
  const { request, library } = parseAttached(await attachedText(file), file.name);
  const isThere = ({ id }: { id: ArticleId }): boolean => context.articles.get(id) !== undefined;
  const opened = request.articles.filter(isThere).map((choice) => withKnownSections(context, choice));
  const articles = opened.map(({ choice }) => choice);
  const missing: string[] = [
    ...request.articles.filter((one) => !isThere(one)).map(({ id }) => id),
    ...opened.flatMap(({ choice: { id }, lost }) => lost.map((section) => `${id}:${section}`)),
  ];
  if (articles.length === 0)
    throw new AppError('handout.no-articles', { file: file.name, articles: missing.join(', ') });
  const kept = request.notes === 'all' ? 'all' : request.notes.filter((id) => context.notes.get(id));
  if (kept !== 'all' && request.notes !== 'all')
    missing.push(...request.notes.filter((id) => !kept.includes(id)));
  const own = libraryOf(context);
  const isSame = library.id === own.id && library.version === own.version;
  return { request: { ...request, articles, notes: kept }, missing, from: isSame ? null : library };
}

/** Where none is left, what was chosen stays: the whole article is not what somebody chose parts of. */
function withKnownSections(context: Context, choice: HandoutRequest['articles'][number]) {
  const { id, sections } = choice;
  if (!sections) return { choice, lost: [] };
  const there = sectionsOfAll(titledIn(context, id).map((lang) => getArticle(context, id, lang)));
  const known = sections.filter((section) => there.includes(section));
  const lost = sections.filter((section) => !there.includes(section));
  return { choice: known.length > 0 ? { id, sections: known } : choice, lost };
}

async function attachedText({ name, data }: Parsed<'handout.read'>['file']): Promise<string> {
  const bytes = Buffer.from(data, 'base64');
  if (/^\s*\{/.test(bytes.subarray(0, 64).toString('utf8'))) return bytes.toString('utf8');
  const { readAttached } = await import('./printing/attached');
  try {
    const text = await readAttached(bytes);
    if (text !== undefined) return text;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new AppError('handout.unreadable', { file: name, detail: cause.message }, { cause });
  }
  throw new AppError('handout.unreadable', { file: name, detail: 'no handout of Paralel is attached to it' });
}

function parseAttached(text: string, file: string): Attached {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new AppError('handout.unreadable', { file, detail: (cause as Error).message }, { cause });
  }
  const parsed = attachedSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0] ?? { path: [], message: '' };
  throw new AppError(
    'handout.unreadable',
    { file, detail: `${path.join('.') || 'handout.json'}: ${message}` },
    { cause: parsed.error },
  );
}

/** By name. */
export function listHandouts({ handouts }: Context): SavedHandout[] {
  return handouts.list().toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

export function saveHandout({ handouts }: Context, kept: Parsed<'handouts.save'>): SavedHandout {
  const handout = { ...kept, at: new Date().toISOString() };
  handouts.put(handout);
  return handout;
}
