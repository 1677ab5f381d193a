/** What of a gazetteer is exchanged at all, whatever the format: the languages and forms asked for, and texts
 *  without characters that no reader elsewhere would thank us for. */
import type { EntitySource } from '../articles/library-source';
import { isCitationForm } from '../names/brief';
import { type Loss, loss, lostNames } from './losses';
import type { Gazetteer, NameOf, WriteOptions } from './model';
import { tidy } from './text/tidy';

export interface Prepared {
  gazetteer: Gazetteer;
  losses: Loss[];
}

export function prepare(gazetteer: Gazetteer, { langs, forms = 'all' }: WriteOptions): Prepared {
  const inLangs = (name: NameOf): boolean => langs.includes(name.lang);
  const inForms = (name: NameOf): boolean =>
    forms === 'all' || isCitationForm(name.form) || name.form === 'abbreviation';
  const changed: string[] = [];
  const clean = (text: string): string => {
    const cleaned = tidy(text);
    if (cleaned !== text.normalize('NFC')) changed.push(cleaned);
    return cleaned;
  };
  const entities = gazetteer.entities
    .map((entity) => ({ ...entity, names: entity.names.filter((name) => inLangs(name) && inForms(name)) }))
    .map((entity) => cleanEntity(entity, clean))
    .filter(({ names }) => names.length > 0);
  const sources = gazetteer.sources.map((source) => cleanStrings(source, clean));
  return {
    gazetteer: { entities, sources },
    losses: [
      ...lostNames('langs', gazetteer, (name) => !inLangs(name)),
      ...lostNames('case-forms', gazetteer, (name) => inLangs(name) && !inForms(name)),
      ...loss('characters', changed),
    ],
  };
}

/** Ids, tags and numbers have nothing to clean, and cleaning changes none of them. */
function cleanStrings<T extends object>(value: T, clean: (text: string) => string): T {
  const cleaned = Object.entries(value).map(([key, part]: [string, unknown]) => [
    key,
    typeof part === 'string' ? clean(part) : part,
  ]);
  return { ...value, ...Object.fromEntries(cleaned) };
}

function cleanEntity(entity: EntitySource, clean: (text: string) => string): EntitySource {
  const { within, note, point } = entity;
  return {
    ...entity,
    ...(within && { within: cleanStrings(within, clean) }),
    ...(note && { note: cleanStrings(note, clean) }),
    ...(point && { point: cleanStrings(point, clean) }),
    names: entity.names.map((name) => cleanStrings(name, clean)).filter(({ text }) => text !== ''),
  };
}
