/** The name that stands for an entity in a language, where a format has room for one. */
import { citedAs } from '../../shared/cited';
import { type Lang, LANGS } from '../../shared/lang';
import type { EntitySource } from '../articles/library-source';
import { briefOf, isCitationForm } from '../names/brief';
import type { NameOf } from './model';

/** The one that lists and titles show: Albanian events in the definite, places in the indefinite. */
export function citationName({ id, type, names }: EntitySource, lang: Lang): NameOf | undefined {
  const preferred = names.filter(
    (name) => name.lang === lang && name.kind === 'preferred' && isCitationForm(name.form),
  );
  const text = citedAs(briefOf(id, type, preferred), lang);
  return preferred.find((name) => name.text === text);
}

/** In the first of the languages that has one; any name at all where none is preferred. */
export function titleOf(entity: EntitySource, langs: readonly Lang[]): NameOf | undefined {
  return (
    [...langs, ...LANGS].map((lang) => citationName(entity, lang)).find((name) => name) ?? entity.names[0]
  );
}
