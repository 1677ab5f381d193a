/**
 * Tells a page's content from what only decorates it. Chromium marks text and pictures with what they are, leaves
 * running heads and hidden drawings unmarked, and marks rules and backgrounds as content of tables and paragraphs.
 * PDF/UA-1 (ISO 14289-1, 7.1) wants each to be either content or an artifact.
 */
import { Operators, PATH, pointsOf } from './pdf/content';
import { after, around, type Box, corners, IDENTITY, type Matrix, union, within } from './pdf/space';
import { MarkedSource } from './marked-source';
import { type Dict, isName, Name, Text, type Value, wordsIn } from './pdf/values';

/** What a marked piece of content belongs to. */
export interface Belonging {
  /** It may be drawn only, such as a figure or the bullet of a list; else it has text or is an artifact. */
  isDrawing: boolean;
  /** Its extent is wanted. */
  isFigure: boolean;
  /** Its text is wanted. */
  isLink: boolean;
}

export interface Drawn {
  kind: 'image' | 'form';
  /** Marked inside, so that it must not be within an artifact. */
  isTagged: boolean;
  box: Box;
}

export interface Surroundings {
  /** Of the page, in points; undefined for a form, whose content is never a running head. */
  height: number | undefined;
  /** By the marked-content identifier. */
  belonging(mcid: number): Belonging | undefined;
  drawn(name: string): Drawn | undefined;
  /** A string's words in a font of the page. */
  words(font: string, string: Text): string;
  /** The properties that a name stands for. */
  properties(name: string): Dict | undefined;
}

export interface Marked {
  source: string;
  /** Identifiers that are no content any more. */
  artifacts: Set<number>;
  /** Extents of what belongs to figures, by identifier. */
  boxes: Map<number, Box>;
  /** Text of what belongs to links, by identifier. */
  texts: Map<number, string>;
  /** Forms that were drawn, where, and whether outside of any mark. */
  forms: Map<string, { box: Box | undefined; isFree: boolean }>;
}

interface Mark {
  mcid: number | undefined;
  /** Content or artifact: what is within needs no other mark. */
  holds: boolean;
  belonging: Belonging | undefined;
  hasContent: boolean;
  /** It says that a word is divided. */
  isSoftHyphen: boolean;
  start: number;
  end: number;
}

const PAINT = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);
const SHOW = new Set(['Tj', 'TJ', "'", '"']);
const SOFT_HYPHEN = '\u00AD';
/** Seen, and not read out. */
const UNSAID = '/Span <</ActualText <FEFF>>>BDC';
const LAYOUT = '/Artifact <</Type /Layout>>BDC';
const running = (place: 'Header' | 'Footer') => `/Artifact <</Type /Pagination /Subtype /${place}>>BDC`;

export function markContent(source: string, around: Surroundings): Marked {
  const pass = new Pass(source, around);
  pass.run();
  return pass.marked();
}

/** One reading of one stream. */
class Pass {
  readonly #marking: MarkedSource;
  readonly #result: Omit<Marked, 'source'> = {
    artifacts: new Set(),
    boxes: new Map(),
    texts: new Map(),
    forms: new Map(),
  };
  readonly #operators: Operators;
  readonly #saved: { matrix: Matrix; clip: Box | undefined }[] = [];
  readonly #marks: Mark[] = [];
  #matrix = IDENTITY;
  #clip: Box | undefined;
  /** Where the path that is being made begins, and whether it is to cut off what follows. */
  #path: { start: number; cuts: boolean } | undefined;
  #text:
    | { start: number; free: { start: number; end: number }[]; hasMarks: boolean; box: Box | undefined }
    | undefined;
  #line = IDENTITY;
  /** The height of the line that was set last. */
  #height = 0;
  #font = { name: '', size: 0 };
  /** Chromium draws a hyphen after the soft one, which says the same: read out, the word would have two. */
  #isDivided = false;

  constructor(
    private readonly source: string,
    private readonly surroundings: Surroundings,
  ) {
    this.#operators = new Operators(source);
    this.#marking = new MarkedSource(source);
  }

  run(): void {
    while (this.#operators.next()) this.#step(this.#operators.name);
  }

  marked(): Marked {
    return { ...this.#result, source: this.#marking.toString() };
  }

  #step(name: string): void {
    if (PATH.has(name)) this.#path ??= { start: this.#operators.start, cuts: false };
    else if (SHOW.has(name)) this.#show();
    else if (PAINT.has(name)) this.#paint(true);
    else this.#other(name);
  }

  #other(name: string): void {
    switch (name) {
      case 'n':
        return this.#paint(false);
      case 'W':
      case 'W*':
        if (this.#path) this.#path.cuts = true;
        return;
      case 'q':
        this.#saved.push({ matrix: this.#matrix, clip: this.#clip });
        return this.#marking.divide();
      case 'Q': {
        const saved = this.#saved.pop();
        if (saved) ({ matrix: this.#matrix, clip: this.#clip } = saved);
        return this.#marking.divide();
      }
      case 'cm':
        this.#matrix = after(this.#numbers(), this.#matrix);
        return;
      case 'BDC':
      case 'BMC':
        return this.#open();
      case 'EMC':
        return this.#close();
      case 'BT':
        this.#text = { start: this.#operators.start, free: [], hasMarks: false, box: undefined };
        this.#line = IDENTITY;
        return;
      case 'ET':
        return this.#endText();
      case 'Tf':
      case 'Tm':
      case 'Td':
      case 'TD':
        if (this.#isFollowed()) this.#move(name);
        return;
      case 'Do':
        return this.#draw();
      case 'BI':
        return this.#drawn(around(corners([0, 0, 1, 1]), this.#matrix), true);
      case 'sh':
        return this.#drawn(this.#clip, false);
    }
  }

  /** Text is followed closely only where somebody wants to know. */
  #isFollowed(): boolean {
    const mark = this.#holder();
    return this.#isDivided || !mark || mark.belonging?.isFigure === true || mark.belonging?.isLink === true;
  }

  #holder(): Mark | undefined {
    return this.#marks.findLast(({ holds }) => holds);
  }

  #open(): void {
    const { start, end, operands } = this.#operators;
    const [tag, given] = operands;
    const properties = given instanceof Name ? this.surroundings.properties(given.text) : given;
    const id = properties instanceof Map ? properties.get('MCID') : undefined;
    const mcid = typeof id === 'number' ? id : undefined;
    const instead = properties instanceof Map ? properties.get('ActualText') : undefined;
    this.#marks.push({
      mcid,
      holds: mcid !== undefined || isName(tag, 'Artifact'),
      belonging: mcid === undefined ? undefined : this.surroundings.belonging(mcid),
      hasContent: false,
      isSoftHyphen: instead instanceof Text && wordsIn(instead).endsWith(SOFT_HYPHEN),
      start,
      end,
    });
    if (this.#text) this.#text.hasMarks = true;
    this.#marking.divide();
  }

  #close(): void {
    const mark = this.#marks.pop();
    this.#isDivided = mark?.isSoftHyphen ?? false;
    if (this.#text) this.#text.hasMarks = true;
    this.#marking.divide();
    if (mark?.mcid === undefined || mark.hasContent || mark.belonging?.isDrawing) return;
    this.#result.artifacts.add(mark.mcid);
    this.#marking.replace(mark.start, mark.end, LAYOUT);
  }

  #paint(isPainted: boolean): void {
    const path = this.#path;
    this.#path = undefined;
    if (!path) return;
    const { end } = this.#operators;
    const holder = this.#holder();
    if (!path.cuts && holder && !holder.belonging?.isFigure) return;
    const box = within(around(pointsOf(this.source.slice(path.start, end)), this.#matrix), this.#clip);
    if (isPainted) this.#take(path.start, end, box);
    // What lies wholly outside is cut to nothing, which is not the same as not being cut.
    if (path.cuts) this.#clip = box ?? [0, 0, 0, 0];
  }

  #drawn(box: Box | undefined, isContent: boolean): void {
    const { start, end } = this.#operators;
    const holder = this.#holder();
    if (holder && isContent) holder.hasContent = true;
    this.#take(start, end, within(box, this.#clip));
  }

  #draw(): void {
    const [operand] = this.#operators.operands;
    const called = operand instanceof Name ? operand.text : '';
    const found = this.surroundings.drawn(called);
    const box = found && around(corners(found.box), this.#matrix);
    if (found?.kind !== 'form') return this.#drawn(box, true);
    const isFree = this.#holder() === undefined;
    this.#result.forms.set(called, { box: within(box, this.#clip), isFree });
    if (!isFree || !found.isTagged) this.#drawn(box, true);
    else this.#marking.divide();
  }

  /** Something is painted: it belongs to the mark about it, or becomes an artifact. */
  #take(start: number, end: number, box: Box | undefined): void {
    const holder = this.#holder();
    if (!holder) return this.#marking.wrap(start, end, this.#openingFor(box));
    if (holder.mcid === undefined || !holder.belonging?.isFigure) return;
    const whole = union(this.#result.boxes.get(holder.mcid), box);
    if (whole) this.#result.boxes.set(holder.mcid, whole);
  }

  /** Chromium cuts everything to the page's area but the margin boxes. */
  #openingFor(box: Box | undefined): string {
    const { height } = this.surroundings;
    if (height === undefined || this.#clip || !box) return LAYOUT;
    return running((box[1] + box[3]) / 2 > height / 2 ? 'Header' : 'Footer');
  }

  #move(name: string): void {
    if (name === 'Tf') {
      const [font, size] = this.#operators.operands;
      this.#font = { name: font instanceof Name ? font.text : '', size: typeof size === 'number' ? size : 0 };
      return;
    }
    const numbers = this.#numbers();
    this.#line = name === 'Tm' ? numbers : after([1, 0, 0, 1, numbers[0], numbers[1]], this.#line);
    const mcid = this.#holder()?.mcid;
    const text = mcid === undefined ? undefined : this.#result.texts.get(mcid);
    // A line ends without a space.
    if (mcid !== undefined && text && this.#height !== this.#line[5] && !/[\s-]$/u.test(text))
      this.#result.texts.set(mcid, `${text} `);
    this.#height = this.#line[5];
  }

  #show(): void {
    const holder = this.#holder();
    const { start, end } = this.#operators;
    if (holder) holder.hasContent = true;
    else this.#text?.free.push({ start, end });
    if (!this.#isFollowed()) return;
    const strings = this.#operators.operands
      .flatMap((operand) => operand)
      .filter((operand) => operand instanceof Text);
    if (this.#text) this.#text.box = union(this.#text.box, this.#extent(strings));
    const isHyphen = this.#isDivided && /^[-\u2010]$/u.test(this.#words(strings));
    this.#isDivided = false;
    if (isHyphen && holder) {
      this.#marking.divide();
      this.#marking.wrap(start, end, UNSAID);
      this.#marking.divide();
    }
    if (holder?.mcid !== undefined && holder.belonging?.isLink) {
      const said = isHyphen ? '' : this.#words(strings);
      this.#result.texts.set(holder.mcid, (this.#result.texts.get(holder.mcid) ?? '') + said);
    }
    if (holder?.belonging?.isFigure) this.#take(start, end, within(this.#extent(strings), this.#clip));
  }

  #words(strings: readonly Text[]): string {
    return strings.map((one) => this.surroundings.words(this.#font.name, one)).join('');
  }

  /** About as much room as letters take: of two bytes each, rather too wide than too narrow. */
  #extent(strings: readonly Text[]): Box | undefined {
    const letters = strings.reduce((sum, { source }) => sum + Math.ceil((source.length - 2) / 4), 0);
    const { size } = this.#font;
    const box: Box = [0, -0.25 * size, 0.7 * size * letters, 0.9 * size];
    return around(corners(box), after(this.#line, this.#matrix));
  }

  #endText(): void {
    const text = this.#text;
    this.#text = undefined;
    if (!text || text.free.length === 0) return;
    if (!text.hasMarks)
      return this.#marking.wrap(text.start, this.#operators.end, this.#openingFor(text.box));
    for (const { start, end } of text.free) {
      this.#marking.divide();
      this.#marking.wrap(start, end, this.#openingFor(text.box));
    }
    this.#marking.divide();
  }

  #numbers(): Matrix {
    const numbers = this.#operators.operands.map((operand: Value) =>
      typeof operand === 'number' ? operand : 0,
    );
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
    return [a, b, c, d, e, f];
  }
}
