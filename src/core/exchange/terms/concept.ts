/** An entity as terminology has it: a concept, its languages, their terms, and facts about each. TBX 2 and 3 differ
 *  only in how they write this down. */
import { type NameKind, nameKindSchema } from '../../../shared/domain';
import { LANGS, type Lang } from '../../../shared/lang';
import type { EntitySource } from '../../articles/library-source';
import type { NameOf } from '../model';
import type { LabelOf } from '../sources';

/** `category` is the data category's name in TBX where it has one; ours otherwise. */
export interface Fact {
  category: string;
  value: string;
  lang?: string;
}

export interface Term {
  text: string;
  facts: Fact[];
}

export interface Concept {
  id: string;
  facts: Fact[];
  langs: { lang: Lang; terms: Term[] }[];
}

/** Data categories that TBX has no name for, which both dialects carry in their own way. */
export const OWN_CATEGORIES = [
  'form', 'certainty', 'within', 'about', 'point', 'precision', 'credit',
] as const; // prettier-ignore

const STATUS_OF: Record<NameKind, string> = {
  preferred: 'preferredTerm-admn-sts',
  variant: 'admittedTerm-admn-sts',
  historical: 'supersededTerm-admn-sts',
  misspelling: 'deprecatedTerm-admn-sts',
};
const KINDS = new Map(nameKindSchema.options.map((kind) => [STATUS_OF[kind], kind]));

/** Undefined for a status that says nothing of the kind. */
export function kindOfStatus(status: string): NameKind | undefined {
  return KINDS.get(status.trim());
}

export function conceptOf(entity: EntitySource, labelOf: LabelOf): Concept {
  const { within, note, point } = entity;
  const byLang = Map.groupBy(entity.names, ({ lang }) => lang);
  return {
    id: entity.id,
    facts: [
      { category: 'subjectField', value: entity.type },
      ...Object.entries(within ?? {}).map(([lang, value]) => ({ category: 'within', value, lang })),
      ...Object.entries(note ?? {}).map(([lang, value]) => ({ category: 'about', value, lang })),
      ...(point
        ? [
            { category: 'point', value: `${point.lat}, ${point.lon}` },
            { category: 'precision', value: point.precision },
            { category: 'credit', value: point.credit },
          ]
        : []),
    ],
    langs: LANGS.flatMap((lang) => {
      const names = byLang.get(lang) ?? [];
      return names.length === 0 ? [] : [{ lang, terms: names.map((name) => termOf(name, labelOf)) }];
    }),
  };
}

function termOf(name: NameOf, labelOf: LabelOf): Term {
  return {
    text: name.text,
    facts: [
      { category: 'administrativeStatus', value: STATUS_OF[name.kind] },
      ...(name.form === 'abbreviation' ? [{ category: 'termType', value: 'abbreviation' }] : []),
      ...name.sources.map((source) => ({ category: 'source', value: labelOf(source) })),
      { category: 'form', value: name.form },
      { category: 'certainty', value: name.certainty },
      ...(name.note === undefined ? [] : [{ category: 'note', value: name.note }]),
    ],
  };
}
