/** A name record as its card shows it. */
import type { Output } from '../../shared/contract';
import type { Category } from '../../shared/category';
import type { Certainty, Name, NameForm, NameKind } from '../../shared/domain';
import type { Lang } from '../../shared/lang';

type EntityDetail = Output<'names.get'>;
type Attestation = EntityDetail['attestations'][number];

/** Forms under which a name is looked up, as against its cases. */
const CITATION: ReadonlySet<NameForm> = new Set(['base', 'indefinite', 'nominative', 'abbreviation']);
const FORM_ORDER: readonly NameForm[] = [
  'indefinite', 'definite', 'accusative', 'genitive', 'genitive-dative', 'dative', 'locative', 'instrumental',
  'vocative', 'possessive',
]; // prettier-ignore

/** As good to write as possible first. */
export const KIND_ORDER: readonly NameKind[] = ['preferred', 'variant', 'historical', 'misspelling'];

const SUREST_FIRST: readonly Certainty[] = ['verified', 'well-known', 'derived', 'uncertain'];

export interface NameRow {
  lang: Lang;
  /** What the name is cited by. */
  main: Name[];
  /** Its other forms, most certain first: what was formed by rule is not passed off as attested. */
  others: { certainty: Certainty; forms: { form: NameForm; texts: string[] }[] }[];
}

/** Albanian cites a place or a person in the indefinite, an event or a body in the definite: Izbicë, but
 *  Masakra e Izbicës. Where a language has no citation form at all, its first form stands in. */
function citedBy(names: readonly Name[], category: Category): Name[] {
  const isDescribed = category !== 'place' && category !== 'person';
  const definite = names.filter(({ lang, form }) => isDescribed && lang === 'sq' && form === 'definite');
  const cited = definite.length > 0 ? definite : names.filter(({ form }) => CITATION.has(form));
  return distinct(cited.length > 0 ? cited : names.slice(0, 1));
}

/** A row a language that has a preferred name, in the order of `langs`. */
export function nameRows(
  names: readonly Name[],
  langs: readonly Lang[],
  category: Category = 'place',
): NameRow[] {
  return langs.flatMap((lang) => {
    const preferred = names.filter((name) => name.lang === lang && name.kind === 'preferred');
    const main = citedBy(preferred, category);
    if (main.length === 0) return [];
    const rest = preferred.filter(
      (name) => !main.some(({ text, form }) => text === name.text && form === name.form),
    );
    const others = SUREST_FIRST.flatMap((certainty) => {
      const forms = formsOf(rest.filter((name) => name.certainty === certainty));
      return forms.length > 0 ? [{ certainty, forms }] : [];
    });
    return [{ lang, main, others }];
  });
}

function formsOf(names: readonly Name[]): { form: NameForm; texts: string[] }[] {
  return FORM_ORDER.flatMap((form) => {
    const texts = distinct(names.filter((name) => name.form === form)).map(({ text }) => text);
    return texts.length > 0 ? [{ form, texts }] : [];
  });
}

/** As `nameRows`, and one without a citation form for a language that has other names only. */
export function cardRows(names: readonly Name[], langs: readonly Lang[], category: Category): NameRow[] {
  const rows = new Map(nameRows(names, langs, category).map((row) => [row.lang, row]));
  return langs
    .filter((lang) => names.some((name) => name.lang === lang))
    .map((lang) => rows.get(lang) ?? { lang, main: [], others: [] });
}

/** What the card is headed with: the first language in `langs` that has a name. */
export function headingName(
  names: readonly Name[],
  langs: readonly Lang[],
  category: Category,
): Name | undefined {
  return nameRows(names, langs, category)[0]?.main[0] ?? names[0];
}

/** Every other way it is written, a spelling once, with all languages that write it so. */
export interface Variant extends Pick<Name, 'text' | 'kind' | 'certainty' | 'period' | 'note' | 'edit'> {
  langs: Lang[];
}

/** What may be written comes before what was, and what is known to be wrong comes last. */
export function variantsOf(names: readonly Name[], langs: readonly Lang[]): Variant[] {
  const variants = new Map<string, Variant>();
  for (const lang of langs) {
    for (const name of citedVariants(names.filter((one) => one.lang === lang))) {
      const { text, kind, certainty, period, note, edit } = name;
      const key = `${kind} ${text}`;
      const known = variants.get(key);
      if (!known) variants.set(key, { text, langs: [lang], kind, certainty, period, note, edit });
      else if (!known.langs.includes(lang)) known.langs.push(lang);
    }
  }
  const rank = ({ kind }: Variant): number => KIND_ORDER.indexOf(kind);
  return [...variants.values()].toSorted((a, b) => rank(a) - rank(b));
}

/** How many letters in common make a case of a name, not a name of its own. */
const STEM = 4;

/** Without their cases. Some variants are recorded in no citation form; their first form stands in. */
function citedVariants(names: readonly Name[]): Name[] {
  const variants = names.filter(({ kind }) => kind !== 'preferred');
  const cited = variants.filter(({ form }) => CITATION.has(form));
  for (const name of variants) {
    const stem = name.text.slice(0, STEM);
    if (!cited.includes(name) && !cited.some(({ text }) => text.startsWith(stem))) cited.push(name);
  }
  return cited;
}

/** Who has which forms: a source once, with the forms it is given for; what is surest first. */
export function sourcesOf(
  names: readonly Name[],
): { source: string; forms: Pick<Name, 'text' | 'lang'>[] }[] {
  const surest = (given: readonly Name[]) =>
    Math.min(...given.map(({ certainty }) => SUREST_FIRST.indexOf(certainty)));
  return [...Map.groupBy(names, (name) => name.source)]
    .toSorted(([, a], [, b]) => surest(a) - surest(b))
    .map(([source, given]) => ({ source, forms: distinct(given).map(({ text, lang }) => ({ text, lang })) }));
}

export interface Standing {
  article: Attestation['article'];
  lang: Lang;
  /** The written forms, most frequent first, each with the first block it stands in. */
  forms: { text: string; count: number; block: string }[];
}

/**
 * Where a name stands, an entry an edition. Serbian is one edition in two scripts and is listed in one.
 * @param order of the articles
 */
export function standings(
  attestations: readonly Attestation[],
  script: 'Cyrl' | 'Latn',
  order: readonly string[],
): Standing[] {
  const serbian = attestations.map(({ lang }) => lang).filter((lang) => lang.startsWith('sr'));
  const listed = serbian.includes(`sr-${script}`) ? `sr-${script}` : serbian[0];
  const places = new Map<string, Standing>();
  for (const { article, lang, block, text } of attestations) {
    if (lang.startsWith('sr') && lang !== listed) continue;
    const key = `${article} ${lang}`;
    const standing = places.get(key) ?? { article, lang, forms: [] };
    places.set(key, standing);
    const form = standing.forms.find((known) => known.text === text);
    if (form) form.count += 1;
    else standing.forms.push({ text, count: 1, block });
  }
  const rank = (article: string) => (order.includes(article) ? order.indexOf(article) : order.length);
  return [...places.values()]
    .map((standing) => ({ ...standing, forms: standing.forms.toSorted((a, b) => b.count - a.count) }))
    .toSorted((a, b) => rank(a.article) - rank(b.article));
}

function distinct(names: readonly Name[]): Name[] {
  return names.filter((name, index) => names.findIndex(({ text }) => text === name.text) === index);
}
