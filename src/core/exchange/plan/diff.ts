/** What a file says of an entity, as changes to what we have. What the file does not say changes nothing: an import
 *  never takes a name away. */
import { CATEGORY_OF_TYPE } from '../../../shared/category';
import { localizedSchema, type Period } from '../../../shared/domain';
import { type Localized, WRITTEN_LANGS } from '../../../shared/lang';
import type { EntitySource } from '../../articles/library-source';
import type { IncomingEntity, IncomingName, IncomingPoint, NameOf } from '../model';
import { tidy } from '../text/tidy';
import type { SourceResolver } from './sources';
import type { Assumed, NameFields, NameKey, NewChange, Point, Remark } from './types';

export interface Difference {
  changes: NewChange[];
  remarks: Remark[];
}

/** Of a new entity only the type is known. */
export type Known = Pick<EntitySource, 'type' | 'within' | 'note' | 'point' | 'names'>;

export function difference(known: Known, incoming: IncomingEntity, sources: SourceResolver): Difference {
  const ofNames = nameChanges(known, incoming, sources);
  const parts = [
    typeChange(known, incoming),
    textChange('within', known, incoming),
    textChange('note', known, incoming),
    { changes: pointChange(known.point, incoming.point, sources.fileTitle), remarks: [] },
    { changes: ofNames, remarks: secondPreferred(known.names, ofNames) },
  ];
  return {
    changes: parts.flatMap(({ changes }) => changes),
    remarks: parts.flatMap(({ remarks }) => remarks),
  };
}

/** An id says the category: a village may become a town, not a war. */
function typeChange({ type }: Known, incoming: IncomingEntity): Difference {
  const to = incoming.type;
  if (to === undefined || to === type) return { changes: [], remarks: [] };
  const category = CATEGORY_OF_TYPE[type];
  if (CATEGORY_OF_TYPE[to] === category)
    return { changes: [{ what: 'type-changed', from: type, to }], remarks: [] };
  return { changes: [], remarks: [{ code: 'category-differs', params: { type: to, category } }] };
}

/** A text is kept in all languages or in none. */
function textChange(field: 'within' | 'note', known: Known, incoming: IncomingEntity): Difference {
  const from: Localized | undefined = known[field];
  const said = Object.entries(incoming[field] ?? {}).filter(([, text]) => text !== '');
  const merged = localizedSchema.safeParse({ ...from, ...Object.fromEntries(said) });
  if (said.length === 0) return { changes: [], remarks: [] };
  if (!merged.success) {
    const missing = WRITTEN_LANGS.filter((lang) => incoming[field]?.[lang] === undefined).join(', ');
    return { changes: [], remarks: [{ code: 'text-incomplete', params: { field, langs: missing } }] };
  }
  const to = merged.data;
  const isSame = from && WRITTEN_LANGS.every((lang) => tidy(from[lang]) === tidy(to[lang]));
  return { changes: isSame ? [] : [{ what: 'text-changed', field, ...(from && { from }), to }], remarks: [] };
}

/** Where the source of a point does not say how exact it is. */
const UNSTATED = '?';

function pointChange(from: Point | undefined, said: IncomingPoint | undefined, file: string): NewChange[] {
  if (said === undefined) return [];
  const moved = from?.lat !== said.lat || from.lon !== said.lon;
  // Another point is not as exact as the one before, nor owed to the same.
  const kept = moved ? undefined : from;
  const to = {
    lat: said.lat,
    lon: said.lon,
    precision: said.precision ?? kept?.precision ?? UNSTATED,
    credit: said.credit ?? kept?.credit ?? file,
  };
  const isSame =
    from && !moved && tidy(from.precision) === tidy(to.precision) && tidy(from.credit) === tidy(to.credit);
  return isSame ? [] : [{ what: 'point-changed', ...(from && { from }), to }];
}

/** Each name of the file beside the one of ours that it is: the same in form and kind before all others. */
function pairs(known: readonly NameOf[], incoming: readonly IncomingName[]): Map<IncomingName, NameOf> {
  const paired = new Map<IncomingName, NameOf>();
  const taken = new Set<NameOf>();
  const fits = (own: NameOf, name: IncomingName) =>
    (name.form === undefined || name.form === own.form) &&
    (name.kind === undefined || name.kind === own.kind);
  for (const isFitting of [fits, () => true])
    for (const name of incoming) {
      const own = paired.has(name)
        ? undefined
        : known.find((each) => !taken.has(each) && isSameText(each, name) && isFitting(each, name));
      if (own === undefined) continue;
      paired.set(name, own);
      taken.add(own);
    }
  return paired;
}

export function isSameText(
  one: { lang: string; text: string },
  other: { lang: string; text: string },
): boolean {
  return one.lang === other.lang && tidy(one.text) === tidy(other.text);
}

function nameChanges(known: Known, incoming: IncomingEntity, sources: SourceResolver): NewChange[] {
  const paired = pairs(known.names, incoming.names);
  const preferred = new Set(known.names.filter(({ kind }) => kind === 'preferred').map(({ lang }) => lang));
  return incoming.names.flatMap((name): NewChange[] => {
    const own = paired.get(name);
    if (own) return changesOf(own, name, sources);
    const change = addition(name, !preferred.has(name.lang), sources);
    if (change.name.kind === 'preferred') preferred.add(name.lang);
    return [change];
  });
}

export function keyOf({ lang, text, form, kind }: NameOf): NameKey {
  return { lang, text, form, kind };
}

function changesOf(own: NameOf, said: IncomingName, sources: SourceResolver): NewChange[] {
  const to: NameFields = {
    ...(said.kind !== undefined && said.kind !== own.kind && { kind: said.kind }),
    ...(said.form !== undefined && said.form !== own.form && { form: said.form }),
    ...(said.certainty !== undefined && said.certainty !== own.certainty && { certainty: said.certainty }),
    ...(said.period !== undefined && !isSamePeriod(said.period, own.period) && { period: said.period }),
    ...(said.note !== undefined && said.note !== tidy(own.note ?? '') && { note: said.note }),
  };
  const cited = sources.resolve(said.sources, own.sources).filter((source) => !own.sources.includes(source));
  if (cited.length > 0) to.sources = [...own.sources, ...cited];
  if (Object.keys(to).length === 0) return [];
  const from = Object.fromEntries(Object.entries(own).filter(([field]) => field in to));
  return [{ what: 'name-changed', name: keyOf(own), from, to }];
}

const isSamePeriod = (one: Period, other: Period = {}): boolean =>
  one.from === other.from && one.to === other.to;

/** A name that says nothing of itself is not taken for certain, nor for the preferred one where there is another. */
function addition(said: IncomingName, isFirst: boolean, sources: SourceResolver) {
  const { lang, text, kind, form, certainty, period, note } = said;
  const cited = sources.resolve(said.sources);
  const assumed: Assumed[] = [
    ...(kind === undefined ? (['kind'] as const) : []),
    ...(form === undefined ? (['form'] as const) : []),
    ...(certainty === undefined ? (['certainty'] as const) : []),
    ...(cited.length === 0 ? (['source'] as const) : []),
  ];
  const name: NameOf = {
    lang,
    text,
    kind: kind ?? (isFirst ? 'preferred' : 'variant'),
    form: form ?? 'base',
    sources: cited.length === 0 ? [sources.file()] : cited,
    certainty: certainty ?? 'uncertain',
    ...(period && { period }),
    ...(note !== undefined && { note }),
  };
  return { what: 'name-added' as const, name, assumed };
}

/** Where a language has another preferred name of the same form, lists and cards would show the first alone. */
function secondPreferred(known: readonly NameOf[], changes: readonly NewChange[]): Remark[] {
  const now = known.filter(({ kind }) => kind === 'preferred').map(keyOf);
  return changes.flatMap((change): Remark[] => {
    if (change.what !== 'name-added' && change.what !== 'name-changed') return [];
    const after = change.what === 'name-added' ? keyOf(change.name) : { ...change.name, ...change.to };
    const becomes =
      after.kind === 'preferred' && !now.some((own) => isSameText(own, after) && own.form === after.form);
    if (!becomes) return [];
    const other = now.find(({ lang, form }) => lang === after.lang && form === after.form);
    now.push(after);
    const { text: name, lang } = after;
    return other ? [{ code: 'second-preferred', params: { name, lang, other: other.text } }] : [];
  });
}
