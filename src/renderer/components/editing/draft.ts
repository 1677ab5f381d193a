/** An entity as a form holds it: every field there, all of it text, and nothing yet certain to be right. */
import { toLatin } from '../../../core/text/script';
import type { Input } from '../../../shared/contract';
import type { Certainty, EntityType, KeptEntity, KeptName, NameForm, NameKind } from '../../../shared/domain';
import type { Lang, Localized, WrittenLang } from '../../../shared/lang';
import { citationForm } from './grammar';

/** As the library takes them: ids are checked where they arrive. */
export type EntityToKeep = NonNullable<Input<'names.put'>['after']>;
export type SourceToKeep = NonNullable<Input<'names.put'>['sources']>[number];

export interface NameDraft {
  /** Of the row; no part of the name. */
  key: number;
  lang: Lang;
  text: string;
  kind: NameKind;
  form: NameForm;
  certainty: Certainty | '';
  sources: string[];
  from: string;
  to: string;
  note: string;
}

export interface EntityDraft {
  id: string;
  /** Written by the reader, not made from the name. */
  hasOwnId: boolean;
  type: EntityType | '';
  within: Localized;
  note: Localized;
  point: { lat: string; lon: string; precision: string; credit: string };
  names: NameDraft[];
  /** That the library does not have yet. */
  newSources: SourceToKeep[];
}

const NOWHERE: Localized = { en: '', sq: '', 'sr-Cyrl': '' };
const WRITTEN: readonly WrittenLang[] = ['en', 'sq', 'sr-Cyrl'];

export function newName(names: readonly NameDraft[], lang: Lang, text = ''): NameDraft {
  const last = names.at(-1);
  return {
    key: Math.max(0, ...names.map(({ key }) => key)) + 1,
    lang,
    text,
    kind: last?.kind ?? 'preferred',
    form: citationForm(lang),
    certainty: last?.certainty ?? '',
    sources: [...(last?.sources ?? [])],
    from: '',
    to: '',
    note: '',
  };
}

export function newDraft(lang: Lang, text: string): EntityDraft {
  return {
    id: '',
    hasOwnId: false,
    type: '',
    within: { ...NOWHERE },
    note: { ...NOWHERE },
    point: { lat: '', lon: '', precision: '', credit: '' },
    names: [newName([], lang, text)],
    newSources: [],
  };
}

/** A Latin name that is the Cyrillic one letter by letter follows it by itself, and has no row. */
function isTwin(name: KeptName, names: readonly KeptName[]): boolean {
  if (name.lang !== 'sr-Latn') return false;
  return names.some(
    (one) =>
      one.lang === 'sr-Cyrl' &&
      JSON.stringify(ordered({ ...one, lang: name.lang, text: toLatin(one.text) })) ===
        JSON.stringify(ordered(name)),
  );
}

function ordered({ lang, text, kind, form, sources, certainty, period, note }: KeptName): unknown[] {
  return [lang, text, kind, form, sources, certainty, period?.from, period?.to, note];
}

export function draftOf({ id, type, within, note, point, names }: KeptEntity): EntityDraft {
  return {
    id,
    hasOwnId: true,
    type,
    within: { ...(within ?? NOWHERE) },
    note: { ...(note ?? NOWHERE) },
    point: {
      lat: point ? String(point.lat) : '',
      lon: point ? String(point.lon) : '',
      precision: point?.precision ?? '',
      credit: point?.credit ?? '',
    },
    names: names
      .filter((name) => !isTwin(name, names))
      .map(({ period, note: remark, ...name }, index) => ({
        ...name,
        key: index + 1,
        sources: [...name.sources],
        from: period?.from ?? '',
        to: period?.to ?? '',
        note: remark ?? '',
      })),
    newSources: [],
  };
}

/** One way to write a letter, no space around, and one space between words. */
export const tidy = (text: string): string => text.normalize('NFC').trim().replace(/\s+/gu, ' ');
/** Both 42.5 and 42,5 are read. */
export const degrees = (text: string): number =>
  text.trim() === '' ? NaN : Number(text.trim().replace(',', '.').replace('−', '-'));

export const isBlank = (texts: Readonly<Record<string, string>>): boolean =>
  Object.values(texts).every((text) => text.trim() === '');

function localized(texts: Localized): Localized | undefined {
  if (isBlank(texts)) return undefined;
  return Object.fromEntries(WRITTEN.map((lang) => [lang, tidy(texts[lang])])) as Localized;
}

/** What is to be kept; undefined where something has not been chosen yet: see problems.ts. */
export function entityOf(draft: EntityDraft): EntityToKeep | undefined {
  const { id, type, point } = draft;
  const names = draft.names.flatMap((name) => nameOf(name) ?? []);
  if (type === '' || names.length < draft.names.length) return undefined;
  const within = localized(draft.within);
  const note = localized(draft.note);
  return {
    id,
    type,
    ...(within && { within }),
    ...(!isBlank(point) && {
      point: {
        lat: degrees(point.lat),
        lon: degrees(point.lon),
        precision: tidy(point.precision),
        credit: tidy(point.credit),
      },
    }),
    ...(note && { note }),
    names,
  };
}

function nameOf({ lang, text, kind, form, sources, certainty, from, to, note }: NameDraft) {
  if (certainty === '') return undefined;
  const period = { ...(from.trim() && { from: from.trim() }), ...(to.trim() && { to: to.trim() }) };
  return {
    lang,
    text: tidy(text),
    kind,
    form,
    sources: [...sources],
    certainty,
    ...(Object.keys(period).length > 0 && { period }),
    ...(note.trim() && { note: tidy(note) }),
  };
}

/** New ones that a name has. */
export function sourcesUsed({ names, newSources }: EntityDraft): SourceToKeep[] {
  return newSources.filter(({ id }) => names.some(({ sources }) => sources.includes(id)));
}
