/** How like two pieces of text are, from beginning to end. */
import search from 'approx-string-match';

/** Longer ones are compared by samples: every unit of both would take length × length / 32. */
const IN_FULL = 1024;
const SAMPLES = 64;
const SAMPLE = 16;

/** Between 0 and 1; what one has more than the other counts as different. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
  if (shorter === '') return 0;
  if (longer.length > IN_FULL) return (shareOf(longer, shorter) * shorter.length) / longer.length;
  // A search leaves out what is before and behind; here that is different as well.
  const errors = search(shorter, longer, longer.length).map(
    (found) => found.errors + found.start + shorter.length - found.end,
  );
  return 1 - Math.min(longer.length, ...errors) / longer.length;
}

/** The share of pieces, from all over the longer one, that are in the other letter for letter. */
function shareOf(longer: string, shorter: string): number {
  const step = (longer.length - SAMPLE) / (SAMPLES - 1);
  let there = 0;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const at = Math.floor(sample * step);
    if (shorter.includes(longer.slice(at, at + SAMPLE))) there += 1;
  }
  return there / SAMPLES;
}
