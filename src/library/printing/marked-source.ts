/** A content stream to which marks are added; nothing else in it moves. */

interface Edit {
  at: number;
  to: number;
  by: string;
}

export class MarkedSource {
  readonly #edits: Edit[] = [];
  /** The mark made last, while nothing has come after it that it could not hold. */
  #last: { end: Edit; opening: string } | undefined;

  constructor(private readonly source: string) {}

  /** Marks what stands from `start` to `end`, together with what was marked just before in the same way. */
  wrap(start: number, end: number, opening: string): void {
    if (this.#last?.opening === opening) {
      this.#last.end.at = end;
      this.#last.end.to = end;
      return;
    }
    const edit = { at: end, to: end, by: '\nEMC' };
    this.#edits.push({ at: start, to: start, by: `${opening}\n` }, edit);
    this.#last = { end: edit, opening };
  }

  /** What was marked ends here: a mark has to lie within others, and is better off within one graphics state. */
  divide(): void {
    this.#last = undefined;
  }

  replace(start: number, end: number, by: string): void {
    this.#edits.push({ at: start, to: end, by });
  }

  toString(): string {
    let marked = '';
    let at = 0;
    for (const edit of this.#edits.sort((a, b) => a.at - b.at)) {
      marked += this.source.slice(at, edit.at) + edit.by;
      at = edit.to;
    }
    return marked + this.source.slice(at);
  }
}
