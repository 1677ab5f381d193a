/** The faces that a document really uses, to be put into files that have no others. */

export interface Face {
  family: string;
  /** 400 */
  weight: string;
  style: string;
  ranges: readonly (readonly [number, number])[];
  /** Where it lies. */
  url: string;
  format: string;
}

/** What is set in one cut: `Source Serif 4|600|normal`, and the characters in it. */
export type UsedCuts = ReadonlyMap<string, ReadonlySet<number>>;

const ALL: readonly (readonly [number, number])[] = [[0, 0x10ffff]];
/** What lists and fields are numbered with: never in the text, and in every Latin face. */
const GENERATED = '0123456789.•–/ ';

export function cutOf({ family, weight, style }: Pick<Face, 'family' | 'weight' | 'style'>): string {
  return `${family}|${weight}|${style}`;
}

/** `U+0-FF, U+131, U+4??` (css-fonts-4, “unicode-range”). */
export function rangesIn(text: string): Face['ranges'] {
  const ranges = [...text.matchAll(/U\+([0-9A-F]{1,6})(\?*)(?:-([0-9A-F]{1,6}))?/gi)].map(
    ([, from = '0', wild = '', to]): readonly [number, number] => [
      Number.parseInt(from + '0'.repeat(wild.length), 16),
      Number.parseInt(to ?? from + 'F'.repeat(wild.length), 16),
    ],
  );
  return ranges.length > 0 ? ranges : ALL;
}

export function isUsed(face: Face, cuts: UsedCuts): boolean {
  const characters = cuts.get(cutOf(face));
  if (!characters) return false;
  return [...characters].some((one) => face.ranges.some(([from, to]) => one >= from && one <= to));
}

/** Every face that the page's styles name. */
export function facesOf(document: Document): Face[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const { style } = rule;
      const [, address, format = 'woff2'] =
        /url\("([^"]+)"\)(?:\s+format\("?([^")]+)"?\))?/.exec(style.getPropertyValue('src')) ?? [];
      if (address === undefined) return [];
      return [
        {
          family: unquoted(style.getPropertyValue('font-family')),
          weight: style.getPropertyValue('font-weight') || '400',
          style: style.getPropertyValue('font-style') || 'normal',
          ranges: rangesIn(style.getPropertyValue('unicode-range')),
          url: new URL(address, sheet.href ?? document.baseURI).href,
          format,
        },
      ];
    }),
  );
}

/** @param everywhere text that is set in every cut that is used, such as running heads */
export function cutsIn(root: Element, everywhere = ''): UsedCuts {
  const cuts = new Map<string, Set<number>>();
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent ?? '';
    if (parent && text.trim() !== '') add(cuts, getComputedStyle(parent), text);
  }
  for (const characters of cuts.values())
    for (const character of GENERATED + everywhere) characters.add(character.codePointAt(0) ?? 0);
  return cuts;
}

function add(cuts: Map<string, Set<number>>, style: CSSStyleDeclaration, text: string): void {
  const [first = ''] = style.fontFamily.split(',');
  const cut = cutOf({ family: unquoted(first), weight: style.fontWeight, style: style.fontStyle });
  const characters = cuts.get(cut) ?? new Set();
  cuts.set(cut, characters);
  for (const character of text) {
    characters.add(character.codePointAt(0) ?? 0);
    // Letters may be raised in print only.
    if (style.textTransform !== 'none')
      for (const upper of character.toUpperCase()) characters.add(upper.codePointAt(0) ?? 0);
  }
}

/** `@font-face` rules with the faces in them. */
export async function faceRules(faces: readonly Face[]): Promise<string> {
  const rules = await Promise.all(faces.map(async (face) => faceRule(face, await dataUrl(face))));
  return rules.join('\n');
}

function faceRule({ family, weight, style, ranges, format }: Face, url: string): string {
  const hex = (code: number) => code.toString(16).toUpperCase();
  const range = ranges.map(([from, to]) => `U+${hex(from)}-${hex(to)}`).join(', ');
  return `@font-face { font-family: '${family}'; font-style: ${style}; font-weight: ${weight}; src: url(${url}) format('${format}'); unicode-range: ${range}; }`;
}

/** From our own origin, which is all that the page's policy lets it ask. */
async function dataUrl({ url, format }: Face): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`the face ${url} could not be read`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return `data:font/${format};base64,${btoa(letters)}`;
}

function unquoted(family: string): string {
  return family.trim().replace(/^["']|["']$/g, '');
}
