/** What stands in content streams: marked content, and what is shown within it (ISO 32000-1, 8 to 9 and 14.6). */
import { PDFArray, type PDFContext, type PDFDict, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { asBytes, asDict, asName, asNumber, asText, at, decoded, dictAt, dictsAt, itemsAt, nameAt, numberAt, textAt } from './objects'; // prettier-ignore
import { type Structure, type StructElement, langOf } from './structure';
import { operations } from './tokens';

/** A sequence from BMC or BDC to EMC. */
export interface Marked {
  tag: string;
  properties: PDFDict | undefined;
  mcid: number | undefined;
  /** By the parent tree. */
  element: StructElement | undefined;
  around: Marked | undefined;
  where: string;
}

export interface Shown {
  kind: 'text' | 'path' | 'image' | 'shading';
  within: Marked | undefined;
  where: string;
}

/** One string that a text operator shows. */
export interface ShownText {
  font: PDFDict | undefined;
  bytes: Uint8Array;
  /** 3 is invisible. */
  mode: number;
  within: Marked | undefined;
  /** From 1; 0 beside the pages. */
  page: number;
  where: string;
}

export interface PaintedForm {
  form: PDFRawStream;
  name: string;
  hasMarks: boolean;
  where: string;
}

export interface Content {
  marked: Marked[];
  shown: Shown[];
  texts: ShownText[];
  forms: PaintedForm[];
  /** Sequences that are not ended, or ended without a beginning. */
  unbalanced: string[];
}

interface State {
  font: PDFDict | undefined;
  mode: number;
}

interface Stream {
  bytes: Uint8Array;
  resources: PDFDict | undefined;
  structParents: number | undefined;
  where: string;
}

const PATHS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
const TEXTS = new Set(['Tj', 'TJ', "'", '"']);
/** Deeper than any document; a form that paints itself ends here. */
const DEEPEST = 24;

export const emptyContent = (): Content => ({ marked: [], shown: [], texts: [], forms: [], unbalanced: [] });

export function* around(marked: Marked | undefined): Generator<Marked> {
  for (let one = marked; one; one = one.around) yield one;
}
export const isArtifact = (marked: Marked | undefined) =>
  [...around(marked)].some(({ tag }) => tag === 'Artifact');
export const isTagged = (marked: Marked | undefined) => [...around(marked)].some(({ element }) => element);

/** As the marks around it say, the innermost first, and else the structure that it belongs to. */
export function langWithin(marked: Marked | undefined): string | undefined {
  for (const { properties, element } of around(marked)) {
    const lang = textAt(properties, 'Lang') ?? langOf(element);
    if (lang !== undefined) return lang;
  }
  return undefined;
}

export class Interpreter {
  private number = 0;

  constructor(
    private readonly context: PDFContext,
    private readonly structure: Structure | undefined,
    readonly content: Content,
  ) {}

  page(page: PDFDict, resources: PDFDict | undefined, number: number): void {
    this.number = number;
    const streams = itemsAt(page, 'Contents').map(decoded);
    // White space between them: an operator does not go over from one to the next (7.8.2).
    const bytes = new Uint8Array(streams.reduce((sum, one) => sum + one.length + 1, 0)).fill(10);
    let from = 0;
    for (const one of streams) {
      bytes.set(one, from);
      from += one.length + 1;
    }
    this.run(
      { bytes, resources, structParents: numberAt(page, 'StructParents'), where: `page ${number}` },
      undefined,
      0,
    );
  }

  form(
    form: PDFRawStream,
    resources: PDFDict | undefined,
    where: string,
    within?: Marked,
    state?: State,
    depth = 0,
  ): void {
    const stream = {
      bytes: decoded(form),
      resources: dictAt(form.dict, 'Resources') ?? resources,
      structParents: numberAt(form.dict, 'StructParents'),
      where,
    };
    this.run(stream, within, depth, state);
  }

  private run(
    { bytes, resources, structParents, where }: Stream,
    outer: Marked | undefined,
    depth: number,
    from?: State,
  ): void {
    // prettier-ignore
    if (depth > DEEPEST) return;
    const { content } = this;
    let state: State = from ? { ...from } : { font: undefined, mode: 0 };
    const saved: State[] = [];
    let marked = outer;
    const show = (kind: Shown['kind']) => content.shown.push({ kind, within: marked, where });
    const text = (string: PDFObject | undefined) => {
      const shown = asBytes(string);
      if (shown?.length)
        content.texts.push({ ...state, bytes: shown, within: marked, page: this.number, where });
    };
    const found = (kind: string, name: PDFObject | undefined) =>
      at(dictAt(resources, kind), asName(name) ?? '');

    for (const { operator, operands } of operations(bytes, this.context)) {
      if (PATHS.has(operator)) show('path');
      else if (TEXTS.has(operator)) {
        show('text');
        const last = operands.at(-1);
        if (operator === 'TJ' && last) for (const item of arrayItems(last)) text(item);
        else text(last);
      }
      switch (operator) {
        case 'q':
          saved.push({ ...state });
          break;
        case 'Q':
          state = saved.pop() ?? state;
          break;
        case 'Tf':
          state.font = asDict(found('Font', operands[0]));
          break;
        case 'gs':
          state.font = dictsAt(asDict(found('ExtGState', operands[0])), 'Font')[0] ?? state.font;
          break;
        case 'Tr':
          state.mode = asNumber(operands[0]) ?? 0;
          break;
        case 'sh':
          show('shading');
          break;
        case 'BI':
          show('image');
          break;
        case 'BMC':
        case 'BDC':
          marked = this.mark(operands, found('Properties', operands[1]), structParents, marked, where);
          content.marked.push(marked);
          break;
        case 'EMC':
          if (marked === outer) content.unbalanced.push(where);
          else marked = marked?.around;
          break;
        case 'Do': {
          const painted = found('XObject', operands[0]);
          if (!(painted instanceof PDFRawStream)) break;
          if (nameAt(painted.dict, 'Subtype') !== 'Form') {
            show('image');
            break;
          }
          const name = `form ${asName(operands[0])} of ${where}`;
          const before = content.marked.length;
          this.form(painted, resources, name, marked, state, depth + 1);
          const hasMarks = content.marked.slice(before).some(({ mcid }) => mcid !== undefined);
          content.forms.push({ form: painted, name, hasMarks, where });
          break;
        }
      }
    }
    if (marked !== outer) content.unbalanced.push(where);
  }

  private mark(
    [tag, given]: PDFObject[],
    named: PDFObject | undefined,
    structParents: number | undefined,
    outer: Marked | undefined,
    where: string,
  ): Marked {
    const properties = asDict(named) ?? asDict(given);
    const mcid = numberAt(properties, 'MCID');
    const parents = structParents === undefined ? undefined : this.structure?.parents.get(structParents);
    const element = mcid !== undefined && Array.isArray(parents) ? parents[mcid] : undefined;
    return { tag: asName(tag) ?? '', properties, mcid, element, around: outer, where };
  }
}

const arrayItems = (object: PDFObject) => (object instanceof PDFArray ? object.asArray() : []);

/** What a marked sequence says itself in place of what is seen. */
export const said = ({ properties }: Marked) => ({
  alt: asText(at(properties, 'Alt')),
  actual: asText(at(properties, 'ActualText')),
  expansion: asText(at(properties, 'E')),
});
