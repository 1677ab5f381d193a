/** Which grammatical form a written name is, by the gazetteer. */
import type { NameForm } from '../../shared/domain';
import { fold } from '../text/fold';

export interface KnownForm<L extends string = string> {
  /** Another than the edition's where a text quotes a name in its own language. */
  lang: L;
  form: NameForm;
}

interface Named<L extends string> {
  id: string;
  names: readonly { lang: L; text: string; form: NameForm }[];
}

export type FindForm<L extends string = string> = (
  entity: string,
  lang: L,
  text: string,
) => KnownForm<L> | undefined;

/** Looks in the text's language first and exactly as written first; undefined where the gazetteer does not have it. */
export function formFinder<L extends string>(entities: readonly Named<L>[]): FindForm<L> {
  const byEntity = new Map(
    entities.map(({ id, names }) => [id, names.map((name) => ({ ...name, folded: fold(name.text) }))]),
  );
  return (entity, lang, text) => {
    const names = byEntity.get(entity) ?? [];
    const own = names.filter((name) => name.lang === lang);
    const folded = fold(text);
    const found = [own, names].flatMap((list) => [
      list.find((name) => name.text === text),
      list.find((name) => name.folded === folded),
    ]);
    const first = found.find((name) => name !== undefined);
    return first && { lang: first.lang, form: first.form };
  };
}
