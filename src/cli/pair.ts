/** Two languages, from one into the other. */
import { isLang, type Lang } from '../shared/lang';

export interface Pair {
  source: Lang;
  target: Lang;
}

/** For a commander option. @throws RangeError, which is told as misuse */
export function parsePair(value: string): Pair {
  const [source = '', target = '', ...rest] = value.split(',');
  if (rest.length === 0 && isLang(source) && isLang(target) && source !== target) return { source, target };
  throw new RangeError(`“${value}” is no pair of languages, such as sq,sr-Latn.`);
}
