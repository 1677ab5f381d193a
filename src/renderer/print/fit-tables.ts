/** Columns of equal right unless that would divide a word; then as wide as their words, where the page has the room. */

const MEASURING = 'measuring';
const NATURAL = 'natural';
/** What is rounded away. */
const PIXEL = 0.1;

export function fitTables(root: HTMLElement): void {
  const tables = [...root.querySelectorAll('table')];
  root.classList.add(MEASURING);
  const torn = tables.filter(dividesWords);
  for (const { classList } of torn) classList.add(NATURAL);
  const tooWide = torn.filter((table) => widthOf(table) > widthOf(table.parentElement ?? table) + PIXEL);
  for (const { classList } of tooWide) classList.remove(NATURAL);
  root.classList.remove(MEASURING);
}

function widthOf(element: Element): number {
  return element.getBoundingClientRect().width;
}

/** Text that runs into the cell's padding is no overflow to a browser, so that the text itself is measured. */
function dividesWords(table: HTMLTableElement): boolean {
  const range = document.createRange();
  return [...table.querySelectorAll<HTMLElement>('th, td')].some((cell) => {
    range.selectNodeContents(cell);
    const room =
      cell.getBoundingClientRect().right - Number.parseFloat(getComputedStyle(cell).paddingInlineEnd);
    return range.getBoundingClientRect().right > room + PIXEL;
  });
}
