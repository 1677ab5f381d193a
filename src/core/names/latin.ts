/** Serbian names are kept in both scripts; the Latin one follows from the Cyrillic where nobody wrote it. */
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
