/** A link's areas on the page, which Chromium draws without a word of what they lead to. */
import type { PdfFile } from './pdf/file';
import type { Box } from './pdf/space';
import { union } from './pdf/space';
import { bytesIn, type Dict, Name, nameText, Ref, Text, text } from './pdf/values';
import type { PdfWriter } from './pdf/writer';
import { type Attached, type Element, elementsOf, isElement, isPiece, type Kid } from './structure';

/** Points that two areas of a line may lie apart. */
const NEAR = 0.5;

export interface Links {
  /** By the number of its object. */
  annotations: Map<number, Dict>;
  /** Numbers of those that have become part of another. */
  dropped: Set<number>;
}

const isAttached = (kid: Kid): kid is Attached => !isElement(kid) && !isPiece(kid);

/**
 * Makes a `Link` of whatever has such areas: Chromium knows none among ARIA's roles for publications, as `doc-noteref`.
 * Areas that touch in a line become one, for each is a stop of the Tab key; Chromium does so sometimes.
 */
export function readLinks(file: PdfFile, document: Element): Links {
  const links: Links = { annotations: new Map(), dropped: new Set() };
  for (const element of elementsOf(document)) {
    const areas = element.kids.filter(isAttached);
    if (areas.length === 0) continue;
    if (element.role === 'NonStruct') element.role = 'Link';
    let last: { page: number; annotation: Dict } | undefined;
    for (const { object, page } of areas) {
      const annotation = file.dict(new Ref(object));
      if (!annotation) continue;
      const joined = last?.page === page ? joinedBox(last.annotation, annotation) : undefined;
      if (last && joined) {
        last.annotation.set('Rect', [...joined]);
        links.dropped.add(object);
      } else {
        last = { page, annotation };
        links.annotations.set(object, annotation);
      }
    }
    element.kids = element.kids.filter((kid) => !isAttached(kid) || !links.dropped.has(kid.object));
  }
  return links;
}

function joinedBox(a: Dict, b: Dict): Box | undefined {
  const [first, second] = [boxOf(a), boxOf(b)];
  if (!first || !second) return undefined;
  const isNear = (x: number, y: number) => Math.abs(x - y) < NEAR;
  const inLine = isNear(first[1], second[1]) && isNear(first[3], second[3]);
  const touch = isNear(first[2], second[0]) || isNear(second[2], first[0]);
  return inLine && touch ? union(first, second) : undefined;
}

function boxOf(annotation: Dict): Box | undefined {
  const rectangle = annotation.get('Rect');
  const numbers = Array.isArray(rectangle) ? rectangle.filter((one) => typeof one === 'number') : [];
  const [left, bottom, right, top] = numbers;
  return left === undefined || bottom === undefined || right === undefined || top === undefined
    ? undefined
    : [left, bottom, right, top];
}

/**
 * Each area says what the link says, else where it leads (ISO 14289-1, 7.18.5).
 * @param keys is told under which key each is filed
 */
export function describe(
  { annotations }: Links,
  link: Element,
  words: string,
  writer: PdfWriter,
  keys: Map<number, number>,
): void {
  const whole = words.replace(/\s+/gu, ' ').trim();
  for (const { object } of link.kids.filter(isAttached)) {
    const annotation = annotations.get(object);
    if (!annotation) continue;
    const key = annotation.get('StructParent');
    if (typeof key === 'number') keys.set(object, key);
    if (!annotation.has('Contents')) annotation.set('Contents', text(whole || targetOf(annotation)));
    writer.set(object, annotation);
  }
}

function targetOf(annotation: Dict): string {
  const action = annotation.get('A');
  const address = action instanceof Map ? action.get('URI') : undefined;
  if (address instanceof Text) return bytesIn(address);
  const destination = annotation.get('Dest');
  return destination instanceof Name ? nameText(destination) : '';
}
