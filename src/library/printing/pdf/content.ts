/** What draws a page, operator by operator (ISO 32000-1, 7.8.2 and annex A). */
import { endOfLine, endOfString, endOfWord, isWhite, Lexer } from './lexer';
import { corners } from './space';
import type { Value } from './values';

/** An inline image is one operator, `BI`, whose data are part of it. */
export class Operators {
  /** The operator, and where its operands begin and it ends. */
  name = '';
  start = 0;
  end = 0;

  constructor(readonly source: string) {}

  /** False at the end; what follows the last whole operator is not looked at. */
  next(): boolean {
    const { source } = this;
    let at = this.end;
    let start = -1;
    while (at < source.length) {
      const code = source.charCodeAt(at);
      if (isWhite(code)) {
        at += 1;
        continue;
      }
      if (code === 37) {
        at = endOfLine(source, at);
        continue;
      }
      if (start < 0) start = at;
      if (code === 47) at = endOfWord(source, at + 1);
      else if (code === 40) at = endOfString(source, at);
      else if (code === 60 && source.charCodeAt(at + 1) !== 60) at = source.indexOf('>', at) + 1 || -1;
      else {
        const end = endOfWord(source, at);
        if (end === at)
          at += 1; // a bracket
        else if (isOperand(source, at, end)) at = end;
        else return this.#found(start, at, end);
      }
      if (at < 0) return false;
    }
    return false;
  }

  /** The numbers, names and strings before the operator. */
  get operands(): Value[] {
    const lexer = new Lexer(this.source.slice(this.start, this.end - this.name.length), 0, false);
    const values: Value[] = [];
    for (lexer.skip(); lexer.at < lexer.source.length; lexer.skip()) values.push(lexer.value());
    return values;
  }

  #found(start: number, at: number, end: number): boolean {
    this.name = this.source.slice(at, end);
    this.start = start;
    this.end = this.name === 'BI' ? endOfImage(this.source, end) : end;
    return true;
  }
}

function isOperand(source: string, start: number, end: number): boolean {
  const code = source.charCodeAt(start);
  // A digit, a sign or a point; `"` and `'` are operators.
  if (code <= 57) return code !== 34 && code !== 39;
  const length = end - start;
  return (length === 4 || length === 5) && ['true', 'false', 'null'].includes(source.slice(start, end));
}

/** `EI` between white space, where what follows it reads like more operators: the data may hold anything (8.9.7). */
function endOfImage(source: string, from: number): number {
  const data = /\sID\s/gu;
  data.lastIndex = from;
  if (!data.exec(source)) return source.length;
  const end = /\sEI(?=\s|$)/gu;
  end.lastIndex = data.lastIndex - 1;
  while (end.exec(source)) {
    if (/^[\t\n\r\x20-\x7e]*$/u.test(source.slice(end.lastIndex, end.lastIndex + 12))) return end.lastIndex;
    end.lastIndex -= 1;
  }
  return source.length;
}

/** Of making a path (8.5.2). */
export const PATH: ReadonlySet<string> = new Set(['m', 're', 'l', 'c', 'v', 'y', 'h']);

/** Of a path: its corners, and the points that its curves are drawn to. */
export function pointsOf(path: string): number[] {
  const points: number[] = [];
  const operators = new Operators(path);
  while (operators.next()) {
    if (!PATH.has(operators.name)) continue;
    const numbers = operators.operands.filter((operand) => typeof operand === 'number');
    if (operators.name !== 're') points.push(...numbers);
    else {
      const [x = 0, y = 0, width = 0, height = 0] = numbers;
      points.push(...corners([x, y, x + width, y + height]));
    }
  }
  return points;
}
