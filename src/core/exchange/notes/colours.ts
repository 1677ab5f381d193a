/** Colours of other programs, as the nearest of ours: by name, or by where on the colour wheel they lie. */
import { NOTE_COLOURS, type NoteColour } from '../../../shared/note-parts';

/** The six that the EPUB and Readium drafts know. */
export const EPUB_COLOUR: Record<NoteColour, string> = {
  yellow: 'yellow',
  green: 'green',
  blue: 'blue',
  red: 'pink',
  violet: 'purple',
};

const NAMED = new Map<string, NoteColour>([
  ...NOTE_COLOURS.map((colour): [string, NoteColour] => [colour, colour]),
  ['pink', 'red'], ['magenta', 'red'], ['brown', 'red'],
  ['orange', 'yellow'], ['gold', 'yellow'],
  ['lime', 'green'], ['olive', 'green'], ['teal', 'green'],
  ['cyan', 'blue'], ['aqua', 'blue'], ['navy', 'blue'],
  ['purple', 'violet'], ['indigo', 'violet'], ['lavender', 'violet'],
]); // prettier-ignore

/** Each up to this many degrees; what follows is red again. */
const WHEEL: readonly [number, NoteColour][] = [
  [20, 'red'], [72, 'yellow'], [165, 'green'], [250, 'blue'], [315, 'violet'], [360, 'red'],
]; // prettier-ignore
/** Of 255: less apart, and red, green and blue are a grey. */
const GREY = 10;

/** Yellow where nothing is said, or something that is no colour. */
export function nearestColour(value: string): NoteColour {
  const name = value.trim().toLowerCase();
  const hue = NAMED.get(name) ?? hueOf(name);
  if (typeof hue !== 'number') return hue ?? 'yellow';
  return WHEEL.find(([end]) => hue <= end)?.[1] ?? 'yellow';
}

/** Of #rgb, #rrggbb or rgb(…), in degrees. */
function hueOf(colour: string): number | undefined {
  const hex = /^#(?:[\da-f]{3}|[\da-f]{6})$/.exec(colour)?.[0].slice(1);
  const digits = hex?.length === 3 ? hex.replace(/./g, '$&$&') : hex;
  const parts = digits?.match(/../g)?.map((part) => parseInt(part, 16)) ?? rgbIn(colour);
  const [red, green, blue] = parts ?? [];
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (spread < GREY) return undefined;
  const sixth =
    most === red
      ? (green - blue) / spread
      : most === green
        ? 2 + (blue - red) / spread
        : 4 + (red - green) / spread;
  return (sixth * 60 + 360) % 360;
}

function rgbIn(colour: string): number[] | undefined {
  return /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})[^)]{0,20}\)$/.exec(colour)?.slice(1).map(Number);
}
