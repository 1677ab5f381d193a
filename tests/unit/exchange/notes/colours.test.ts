import { expect, it } from 'vitest';
import { EPUB_COLOUR, nearestColour } from '../../../../src/core/exchange/notes/colours';
import { NOTE_COLOURS } from '../../../../src/shared/note-parts';

it.each([
  ['pink', 'red'], ['orange', 'yellow'], ['Purple', 'violet'], [' blue ', 'blue'], ['teal', 'green'],
  // Thorium’s seven, then plain and short ones.
  ['#EB9694', 'red'], ['#FAD0C3', 'red'], ['#FEF3BD', 'yellow'], ['#C1E1C5', 'green'], ['#C4DEF6', 'blue'],
  ['#BED3F3', 'blue'], ['#D4C4FB', 'violet'], ['#f00', 'red'], ['#00ff00', 'green'], ['#ff00a0', 'red'],
  ['rgb(30, 60, 200)', 'blue'], ['rgba(250, 230, 0, 0.3)', 'yellow'],
  // Greys, and what is no colour.
  ['#777777', 'yellow'], ['#74787a', 'yellow'], ['#ggg', 'yellow'], ['__proto__', 'yellow'], ['', 'yellow'], ['url(https://x.org)', 'yellow'],
])('%s is nearest to our %s', (theirs, ours) => {
  expect(nearestColour(theirs)).toBe(ours);
}); // prettier-ignore

it('comes back as it was from the names of e-readers', () => {
  expect(NOTE_COLOURS.map((colour) => nearestColour(EPUB_COLOUR[colour]))).toEqual([...NOTE_COLOURS]);
});
