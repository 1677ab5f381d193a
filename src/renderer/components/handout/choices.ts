/** What a handout is to be, while it is being chosen. Unlike a request it may lack what it cannot be made without. */
import type { HandoutOptions, HandoutRequest, PageSetup, SavedHandout } from '../../../shared/contract';
import { MARGINS, SIZES } from '../../../shared/handout-parts';
import { type Preset, PRESET_OPTIONS, PRESETS } from '../../../shared/handout-presets';
import type { Lang } from '../../../shared/lang';
import { written } from './own-questions';

export type Choices = HandoutRequest;
export type ChosenArticle = Choices['articles'][number];
export type Lack = 'articles' | 'langs' | 'parts';

/** As many editions as a handout can have. */
export const MOST_LANGS = 4;
export const MOST_ARTICLES = 500;

const PAGE: PageSetup = {
  paper: 'A4',
  landscape: false,
  margin: MARGINS.usual,
  binding: 0,
  size: SIZES.usual,
  columns: 1,
  contrast: false,
  hyphenate: false,
};

/** A preset that comes with Paralel, as the contract would fill it in: the window has no schemas. */
export function presetOptions(preset: Preset): HandoutOptions {
  const { parts, page, ...rest } = PRESET_OPTIONS[preset];
  return {
    layout: 'single',
    names: 'as-written',
    withoutDetails: false,
    ...rest,
    parts: [...(parts ?? [])],
    page: { ...PAGE, ...page },
  };
}

/** What a preset that comes with Paralel says nothing about: it stays as the reader has it. */
const ownMatters = ({ layout, names, page }: HandoutOptions) => ({ layout, names, paper: page.paper });

/** @param now undefined: nothing was chosen before */
export function withPreset(preset: Preset, now: HandoutOptions): HandoutOptions {
  const options = presetOptions(preset);
  const { paper, ...own } = ownMatters(now);
  return { ...options, ...own, page: { ...options.page, paper } };
}

export interface Beginning {
  articles: readonly ChosenArticle[];
  langs: readonly Lang[];
  paper: PageSetup['paper'];
}

/** A new handout: for a class, with its editions as the reader reads them. */
export function firstChoices({ articles, langs, paper }: Beginning): Choices {
  const options = presetOptions('class');
  return {
    ...options,
    layout: langs.length > 1 ? 'parallel' : 'single',
    page: { ...options.page, paper },
    articles: [...articles],
    langs: langs.slice(0, MOST_LANGS),
    title: '',
    subtitle: '',
    notes: 'all',
    questions: { without: [], own: [] },
  };
}

/** Key order differs between what was chosen here and what was kept. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, inOrder(inner)]),
  );
}

export function lackOf({ articles, langs, parts }: Choices): Lack | undefined {
  if (articles.length === 0) return 'articles';
  if (langs.length === 0) return 'langs';
  return parts.length === 0 ? 'parts' : undefined;
}

/** What a shell is asked to make; undefined while something is lacking. */
export function requestOf(choices: Choices): HandoutRequest | undefined {
  if (lackOf(choices)) return undefined;
  const { without, own } = choices.questions;
  return { ...choices, questions: { without, own: written(own) } };
}

export function optionsOf({ layout, names, parts, withoutDetails, page }: HandoutOptions): HandoutOptions {
  return { layout, names, parts, withoutDetails, page };
}

/** Of a handout that is kept; a preset changes nothing but its options. */
export function opened({ options, choice }: Pick<SavedHandout, 'options' | 'choice'>, now: Choices): Choices {
  return choice ? { ...options, ...choice } : { ...now, ...options };
}

/** To be kept. Undefined while something is lacking that cannot be kept so. */
export function toKeep(
  choices: Choices,
  withArticles: boolean,
): Pick<SavedHandout, 'options' | 'choice'> | undefined {
  const lack = lackOf(choices);
  if (lack === 'parts' || (lack && withArticles)) return undefined;
  const { articles, langs, title, subtitle, notes, questions } = choices;
  return {
    options: optionsOf(choices),
    choice: withArticles ? { articles, langs, title, subtitle, notes, questions } : null,
  };
}

/** Which of the presets that come with Paralel these options are. */
export function presetOf(options: HandoutOptions): Preset | undefined {
  return PRESETS.find((preset) => isSame(withPreset(preset, options), optionsOf(options)));
}

export function isOfPreset({ options }: Pick<SavedHandout, 'options'>, now: HandoutOptions): boolean {
  return isSame(optionsOf(options), optionsOf(now));
}

/** Without what the library has no longer. */
export function known(choices: Choices, hasArticle: (id: string) => boolean): Choices {
  return { ...choices, articles: choices.articles.filter(({ id }) => hasArticle(id)) };
}
