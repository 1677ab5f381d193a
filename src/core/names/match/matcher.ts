/** Finds names in any text, whole and longest, whatever their script, marks, spaces and hyphens. */
import type { Span } from '../../../shared/domain';
import { type Asked, type Caps, CAPS, isInCapitals, hasOneCapital, judge } from './capitals';
import type { NamedForm } from './forms';
import { Gazetteer } from './gazetteer';
import { Reader } from './reader';
import { scan } from './scan';
import { beginsSentence, endingAt, standsAmongCapitals } from './surroundings';
import { Walk } from './walk';

export type { Caps } from './capitals';
export type { NamedForm } from './forms';

/** One that the name may be of. How much speaks for it: `confidenceOf`. */
export interface Candidate {
  entity: string;
  /** Which of its forms are written so, as positions in what the matcher was compiled from; in no order. */
  forms: number[];
  /** None of them is known to have been written by anybody. */
  generated: boolean;
}

/** Where a name stands, in UTF-16 units, whole characters. */
export interface Hit extends Span {
  /** More than one where names are the same; which is meant is for a person to say. */
  candidates: Candidate[];
  caps: Caps;
  /** What is joined to the name and is none of it: -s in NATO-s, where only NATO is listed. */
  ending?: Span;
}

export interface Matcher {
  /** In the order of the text, never overlapping, each the longest that begins where it does; the next is looked
   *  for after its ending. The text is read once, however many names there are. */
  find(text: string): Hit[];
}

/** Packs the names, whole words as `fold` has them; a form without words, or longer than LONGEST_NAME, is not looked
 *  for. Of `forms` nothing is kept but the entities' ids: who asks has the list. */
export function compileMatcher(forms: Iterable<NamedForm>): Matcher {
  const names = new Gazetteer(forms);
  const reader = new Reader(names.vocabulary.longest);
  const walk = new Walk(names, reader);

  function hitOf(text: string, start: number): Hit {
    const { end } = walk;
    const candidates = candidatesOf(walk.forms, walk.formCount);
    const caps = capsOf(text, start);
    const ending = endingAt(text, end);
    return ending === undefined ? { start, end, candidates, caps } : { start, end, candidates, caps, ending };
  }

  function candidatesOf(positions: readonly number[], count: number): Candidate[] {
    const candidates: Candidate[] = [];
    let last: Candidate | undefined;
    for (let at = 0; at < count; at++) {
      const position = positions[at] ?? 0;
      const entity = names.entityOf(position);
      const form = names.formAt(position);
      const generated = names.isGenerated(position);
      // Those of one entity lie side by side, but where several ways lead to a name.
      if (at > 0 && last?.entity !== entity) last = candidates.find((one) => one.entity === entity);
      if (last === undefined) candidates.push((last = { entity, forms: [form], generated }));
      else {
        last.forms.push(form);
        last.generated &&= generated;
      }
    }
    return candidates;
  }

  /** The best of what its forms say; mostly all say the same. */
  function capsOf(text: string, start: number): Caps {
    const { forms, formCount } = walk;
    let asked = names.askedBy(forms[0] ?? 0);
    let best = capsBy(asked, text, start);
    for (let at = 1; at < formCount; at++) {
      const other = names.askedBy(forms[at] ?? 0);
      if (other === asked) continue;
      asked = other;
      const caps = capsBy(asked, text, start);
      if (CAPS.indexOf(caps) < CAPS.indexOf(best)) best = caps;
    }
    return best;
  }

  function capsBy(asked: Asked, text: string, start: number): Caps {
    const { end, words, wordCount } = walk;
    const caps = judge(asked, words, wordCount) ?? 'none';
    if (caps !== 'own') return caps;
    if (isInCapitals(asked, words, wordCount))
      return standsAmongCapitals(text, { start, end }) ? 'heading' : 'own';
    return hasOneCapital(asked) && beginsSentence(text, start) ? 'sentence' : 'own';
  }

  return {
    find(text) {
      const hits: Hit[] = [];
      scan(text, names.firstWords, reader, (start, end) => {
        if (!walk.from(text, start, end)) return end;
        const hit = hitOf(text, start);
        hits.push(hit);
        return hit.ending?.end ?? hit.end;
      });
      return hits;
    },
  };
}
