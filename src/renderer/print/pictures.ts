/** Drawings as pictures, for formats that hold no SVG. */
import type { DocumentNode } from '../../shared/print-page';
import { cutOf, cutsIn, type Face, faceRules, facesOf, isUsed, type UsedCuts } from './used-faces';

export type Picture = Extract<DocumentNode, { kind: 'picture' }>;

/** To the inch. */
const DOTS = 300;
const PIXELS = 96;
const MM = 25.4;
/** More than this many dots on a side and a canvas may have no room. */
const MOST = 8000;
/** Of a proof, in pixels. */
const CELL = 20;
const PATIENCE_MS = 10_000;
const SVG = 'http://www.w3.org/2000/svg';

/** All that the page's styles say of a drawing. A picture is a document of its own, and has none of them. */
const STYLES = [
  'fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray',
  'stroke-dashoffset', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'paint-order', 'display', 'visibility',
  'clip-path', 'marker-start', 'marker-end', 'color', 'transform', 'transform-origin', 'transform-box', 'vector-effect',
  'font-family', 'font-size', 'font-style', 'font-weight', 'font-variant-numeric', 'letter-spacing',
  'word-spacing', 'text-anchor', 'dominant-baseline', 'text-transform', 'white-space', 'direction',
]; // prettier-ignore

export async function pictureOf(svg: SVGSVGElement): Promise<Picture> {
  const { width, height } = svg.getBoundingClientRect();
  const scale = Math.min(DOTS / PIXELS, MOST / Math.max(width, height, 1));
  const cuts = cutsIn(svg);
  const faces = facesOf(svg.ownerDocument).filter((face) => isUsed(face, cuts));
  const strip = proofStrip(faces, cuts, height);
  const alone = await standingAlone(svg, { width, height, faces, strip });
  const image = await loaded(alone, { width, height, proofs: faces.length });
  const { canvas, context } = canvasOf(width * scale, height * scale);
  // Whoever reads it on a dark ground sees it as on paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, width, height, 0, 0, canvas.width, canvas.height);
  const png = canvas.toDataURL('image/png').replace(/^data:[^,]*,/, '');
  return { kind: 'picture', png, width: inMm(width), height: inMm(height), alt: altOf(svg) };
}

export function altOf(svg: SVGSVGElement): string {
  const labels = (svg.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const said = labels.map((id) => svg.ownerDocument.getElementById(id)?.textContent ?? '').join(' ');
  const title = svg.querySelector(':scope > title')?.textContent ?? '';
  return (svg.getAttribute('aria-label') ?? (said || title)).replace(/\s+/g, ' ').trim();
}

interface Alone {
  width: number;
  height: number;
  faces: readonly Face[];
  strip: readonly SVGElement[];
}

/** A copy with its styles and faces in it, and a strip of proofs beneath. */
async function standingAlone(svg: SVGSVGElement, { width, height, faces, strip }: Alone): Promise<string> {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error('a drawing is no drawing');
  const originals = [svg, ...svg.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [at, original] of originals.entries()) settle(original, copies[at]);
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  for (const name of ['transform', 'margin', 'inline-size', 'block-size', 'width', 'height'])
    copy.style.removeProperty(name);
  const lang = svg.closest('[lang]')?.getAttribute('lang');
  const whole = made('svg', {
    width: Math.max(width, strip.length * CELL),
    height: height + CELL,
    ...(lang ? { lang } : {}),
  });
  const styles = made('style', {});
  styles.textContent = await faceRules(faces);
  // It is only written out; in this page its policy would forbid the element.
  whole.append(styles, copy, ...strip);
  return new XMLSerializer().serializeToString(whole);
}

/** Letters of each face in cells of their own. A letter cannot be seen until its face has come. */
function proofStrip(faces: readonly Face[], cuts: UsedCuts, top: number): SVGElement[] {
  return faces.map((face, at) => {
    const { family, weight, style, ranges } = face;
    const letter = [...(cuts.get(cutOf(face)) ?? [])].find(
      (one) => one > 0x20 && one !== 0xa0 && ranges.some(([from, to]) => one >= from && one <= to),
    );
    const proof = made('text', {
      x: at * CELL + CELL / 4,
      y: top + CELL * 0.75,
      'font-family': `'${family}'`,
      'font-weight': weight,
      'font-style': style,
      'font-size': CELL * 0.7,
    });
    proof.textContent = String.fromCodePoint(letter ?? 0x30);
    return proof;
  });
}

function made(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

function settle(original: Element, copy: Element | undefined): void {
  if (!(copy instanceof SVGElement)) return;
  const computed = getComputedStyle(original);
  for (const name of STYLES) copy.style.setProperty(name, computed.getPropertyValue(name));
  copy.removeAttribute('class');
}

/**
 * A picture has come before its faces have, and nothing says when they do (measured in 156): its proofs are looked at
 * until all can be seen.
 */
async function loaded(
  svg: string,
  { width, height, proofs }: { width: number; height: number; proofs: number },
): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  if (proofs === 0) return image;
  const { context } = canvasOf(Math.max(width, proofs * CELL), CELL);
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end;) {
    context.clearRect(0, 0, proofs * CELL, CELL);
    context.drawImage(image, 0, height, proofs * CELL, CELL, 0, 0, proofs * CELL, CELL);
    const isSeen = (at: number) =>
      context.getImageData(at * CELL, 0, CELL, CELL).data.some((value, byte) => byte % 4 === 3 && value > 0);
    if (Array.from({ length: proofs }, (_, at) => at).every(isSeen)) return image;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the fonts of a drawing did not come');
}

function canvasOf(width: number, height: number) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('there is no room for a picture');
  return { canvas, context };
}

function inMm(pixels: number): number {
  return Math.round((pixels / PIXELS) * MM * 100) / 100;
}
