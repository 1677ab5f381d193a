/** What the matcher keeps of each form: its words, folded, and the capitals it asks for. */
import type { Lang } from '../../../shared/lang';
import { type Asked, askedOf } from './capitals';
import { Reader } from './reader';
import { type Shape, shapeOf } from './shape';

/** A form of a name, listed or generated. */
export interface NamedForm {
  entity: string;
  /** Decides nothing but whether linkers may vary. */
  lang: Lang;
  text: string;
  /** Made by rule; nobody is known to have written it. */
  generated?: boolean;
}

export interface Spelling {
  /** Folded words; and the marks between two of them, where there is more than what may vary. */
  path: string[];
  capitals: Asked;
}

/** In UTF-16 units. What is longer was listed by mistake or malice; a walk may take as many steps as a name has
 *  words, from every word of the text. */
export const LONGEST_NAME = 300;
/** Units that one becomes when folded: 18, in U+FDFA. */
const LONGEST_FOLDING = 18;
const SMALL = /^\p{Ll}/u;

/** One that has room for all the words of a name. */
export const readerOfNames = (): Reader => new Reader(LONGEST_NAME * LONGEST_FOLDING);

/** White space and hyphens between two words vary (Gornje Obrinje, Gornje-Obrinje) and are not kept; but an
 *  ending is joined by its hyphen (NATO-s is not NATO s). Marks at the edges are no part of a name. Without a path:
 *  what is no name. */
export function spell(text: string, reader: Reader): Spelling {
  if (text.length > LONGEST_NAME) return { path: [], capitals: askedOf([]) };
  const path: string[] = [];
  const shapes: Shape[] = [];
  let at = reader.gap(text, 0);
  while (at < text.length) {
    const end = reader.word(text, at);
    path.push(reader.toString());
    shapes.push(shapeOf(text, at, end));
    at = reader.gap(text, end);
    const joined = reader.isHyphen() ? SMALL.test(text.slice(at)) : reader.length > 0;
    if (joined && at < text.length) path.push(reader.toString());
  }
  return { path, capitals: askedOf(shapes) };
}
