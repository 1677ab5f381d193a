/** Serbian names are kept in both scripts; the Latin one follows from the Cyrillic where nobody wrote it. */
import type { KeptEntity, KeptName } from '../../shared/domain';
import { toLatin } from '../text/script';

interface Written {
  lang: string;
  text: string;
  form: string;
}

/** The names, each Cyrillic one without a written Latin twin followed by a derived one. */
export function withLatinTwins<T extends Written>(names: readonly T[]): T[] {
  const written = new Set(names.filter((name) => name.lang === 'sr-Latn').map((name) => name.text));
  return names.flatMap((name) => {
    if (name.lang !== 'sr-Cyrl') return [name];
    const text = toLatin(name.text);
    if (written.has(text)) return [name];
    written.add(text);
    return [name, { ...name, lang: 'sr-Latn', text }];
  });
}

/** What is to be kept of an edited entity: where a Cyrillic name was changed, the Latin one that followed from it
 *  follows again, unless somebody wrote another.
 *  @param before the names as they were */
export function withTwins(before: readonly KeptName[], entity: KeptEntity): KeptEntity {
  const twinOf = (name: KeptName): KeptName => ({ ...name, lang: 'sr-Latn', text: toLatin(name.text) });
  const is = (one: KeptName, other: KeptName): boolean =>
    one.lang === other.lang && one.text === other.text && one.form === other.form && one.kind === other.kind;
  const isCyrillic = ({ lang }: KeptName): boolean => lang === 'sr-Cyrl';
  const gone = before
    .filter((name) => isCyrillic(name) && !entity.names.some((now) => is(now, name)))
    .map(twinOf);
  const names = entity.names.filter((name) => !gone.some((twin) => is(twin, name)));
  return { ...entity, names: withLatinTwins(names) };
}
