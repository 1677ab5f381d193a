/** From what is chosen in the dialog to what the library is asked for. */
import type { Input } from '../../../shared/contract';
import type { NameFormat } from '../../../shared/formats';
import type { Lang } from '../../../shared/lang';

export { NAME_FORMATS, type NameFormat } from '../../../shared/formats';

export type ExportRequest = Input<'export.preview'>;
export type Exported = ExportRequest['what'];
type NamesRequest = Extract<ExportRequest, { what: 'names' }>;

export interface ExportChoices {
  format: NameFormat;
  /** In the reader's order. */
  langs: readonly Lang[];
  forms: 'all' | 'citation';
  source: Lang;
  target: Lang;
  /** As typed. */
  base: string;
}

/** Only of these. */
export interface ExportScope {
  articles?: readonly string[] | undefined;
  entities?: readonly string[] | undefined;
}

export const isPaired = (what: Exported, { format }: Pick<ExportChoices, 'format'>): boolean =>
  what === 'names' && format === 'omegat';
export const hasAddresses = (what: Exported, { format }: Pick<ExportChoices, 'format'>): boolean =>
  what === 'names' && ['lpf', 'lp-tsv', 'skos'].includes(format);
/** One language is no translation. */
const needsTwo = (what: Exported, { format }: ExportChoices): boolean =>
  what === 'blocks' || (what === 'names' && format === 'tmx');

/** As the contract has it. */
const BASE = /^[a-z][a-z0-9+.-]*:\S*[:/#]$/;
const LONGEST_BASE = 200;

const isBase = (base: string): boolean => BASE.test(base) && base.length <= LONGEST_BASE;

export type Lack = 'needLang' | 'needTwo' | 'needPair' | 'baseWrong';

/** What keeps the choices from being a request. */
export function lackOf(what: Exported, choices: ExportChoices): Lack | undefined {
  const { langs, source, target, base } = choices;
  if (isPaired(what, choices)) return source === target ? 'needPair' : undefined;
  if (needsTwo(what, choices) && langs.length < 2) return 'needTwo';
  if (langs.length === 0) return 'needLang';
  return hasAddresses(what, choices) && base.trim() !== '' && !isBase(base.trim()) ? 'baseWrong' : undefined;
}

/** Undefined as long as something is lacking. */
export function requestOf(
  what: Exported,
  choices: ExportChoices,
  scope: ExportScope,
): ExportRequest | undefined {
  const [first] = choices.langs;
  if (lackOf(what, choices) !== undefined || first === undefined) return undefined;
  if (what === 'figures') {
    const [article] = scope.articles ?? [];
    return { what, lang: first, ...(article !== undefined && { article }) };
  }
  const langs = [...choices.langs];
  if (what === 'blocks') return { what, langs, ...(scope.articles && { articles: [...scope.articles] }) };
  return namesRequest(choices, langs, scope);
}

function namesRequest(choices: ExportChoices, langs: Lang[], { entities }: ExportScope): NamesRequest {
  const { format, forms, source, target } = choices;
  const base = choices.base.trim();
  const isPair = isPaired('names', choices);
  return {
    what: 'names',
    format,
    forms,
    langs: isPair ? [source, target] : langs,
    ...(isPair && { pair: { source, target } }),
    ...(hasAddresses('names', choices) && base !== '' && { base }),
    ...(entities && { entities: [...entities] }),
  };
}
