/** What a handout is asked to be: the options, a preset or an opened handout beneath them, and the library to check by. */
import { sectionsOfAll } from '../core/handout/sections';
import type { Call, HandoutRequest } from '../shared/contract';
import { type ArticleId, articleIdSchema } from '../shared/domain';
import { handoutRequestSchema } from '../shared/handout';
import { PRESET_OPTIONS, PRESETS } from '../shared/handout-presets';
import { readGiven, readText } from './files';
import { checkSections, checkWithoutQuestions, questionsOf } from './handout-limits';
import { type Basis, type HandoutOptions, requestOf } from './handout-request';

export type Asked = HandoutOptions & {
  all?: boolean;
  preset?: string;
  from?: string;
  questionsFile?: string;
};

/** @throws RangeError; AppError as the library does */
export async function requested(
  ids: readonly ArticleId[],
  options: Asked,
  call: Call,
): Promise<HandoutRequest> {
  const basis = await basisOf(options, call);
  const named = options.all ? (await call('articles.list', {})).map(({ id }) => id) : ids;
  const articles =
    named.length > 0 ? named : (basis.articles ?? []).map(({ id }) => articleIdSchema.parse(id));
  if (articles.length === 0) throw new RangeError('Name an article at least, or say --all or --from FILE.');
  await checkChosen(articles, options, call);
  const { questionsFile: file } = options;
  const questions = file === undefined ? undefined : questionsOf(parseJson(file), file);
  return handoutRequestSchema.parse(requestOf(named, { ...options, questions }, basis));
}

/** What was typed has to be there; what a handout that is opened again has lost is told of and left out.
 *  @throws RangeError; AppError 'article.unknown' | 'note.unknown' */
async function checkChosen(articles: readonly ArticleId[], options: Asked, call: Call): Promise<void> {
  const { sections = new Map<string, string[]>(), withoutQuestions = [], notes = 'all' } = options;
  const summaries = sections.size > 0 ? await call('articles.list', {}) : [];
  for (const { id, languages } of summaries) {
    const chosen = sections.get(id);
    if (!chosen || !articles.includes(id)) continue;
    const editions = await Promise.all(languages.map((lang) => call('articles.get', { id, lang })));
    checkSections(id, chosen, sectionsOfAll(editions));
  }
  if (withoutQuestions.length > 0) {
    const asked = await Promise.all(
      articles.map((article) => call('questions.list', { article, lang: 'en' })),
    );
    checkWithoutQuestions(
      withoutQuestions,
      asked.flat().map(({ id }) => id),
    );
  }
  if (notes !== 'all') await Promise.all(notes.map((id) => call('notes.get', { id })));
}

/** A preset by its id, or by the name that the reader gave it. @throws RangeError */
async function basisOf({ preset, from }: Asked, call: Call): Promise<Basis> {
  if (from !== undefined) {
    const file = { name: from.split(/[\\/]/).at(-1) ?? from, data: readGiven(from).toString('base64') };
    const { request, missing } = await call('handout.read', { file });
    for (const id of missing) console.error(`${from}: “${id}” is not in this library and is left out.`);
    return request;
  }
  if (preset === undefined) return {};
  const shipped = PRESETS.find((id) => id === preset);
  if (shipped) return PRESET_OPTIONS[shipped];
  const own = await call('handouts.list', {});
  const found = own.find(({ id }) => id === preset) ?? own.find(({ name }) => name === preset);
  if (found) return { ...found.options, ...found.choice };
  throw new RangeError(`There is no preset “${preset}”. There are: ${[...PRESETS, ...own.map(({ name }) => name)].join(', ')}.`); // prettier-ignore
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readText(path));
  } catch (error) {
    if (error instanceof SyntaxError) throw new RangeError(`${path}: ${error.message}`, { cause: error });
    throw error;
  }
}
