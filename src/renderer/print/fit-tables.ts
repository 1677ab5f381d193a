/** Columns of equal right unless that would divide a word; then as wide as their words, where the page has the room. */
import { measured, roomOf } from './measured';

const NATURAL = 'natural';
/** What is rounded away. */
const PIXEL = 0.1;

export function fitTables(root: HTMLElement): void {
  const tables = [...root.querySelectorAll('table')];
  measured(root, () => {
    const torn = tables.filter(dividesWords);
    for (const { classList } of torn) classList.add(NATURAL);
    const tooWide = torn.filter((table) => widthOf(table) > widthOf(table.parentElement ?? table) + PIXEL);
    for (const { classList } of tooWide) classList.remove(NATURAL);
  });
}

function widthOf(element: Element): number {
  return element.getBoundingClientRect().width;
}

function dividesWords(table: HTMLTableElement): boolean {
  const range = document.createRange();
  return [...table.querySelectorAll<HTMLElement>('th, td')].some((cell) => {
    range.selectNodeContents(cell);
    return range.getBoundingClientRect().right > roomOf(cell) + PIXEL;
  });
}
