/** How the file looks in a browser: sheets of paper beneath each other. Printed, only the page's own styles hold. */

/** Points that read well at an arm's length. */
const READABLE = 12.75;

/** @param size of the text, in points */
export function screenStyles(size: number): string {
  const zoom = Math.max(1, Math.round((READABLE / size) * 100) / 100);
  return `@media screen {
  html { background: #e9e5dc; }
  body { background: none; padding: clamp(0rem, 3vw, 2.5rem) 0; zoom: ${zoom}; }
  [data-sheet] {
    inline-size: auto;
    max-inline-size: calc(var(--sheet-width) + 36mm);
    margin: 0 auto clamp(0.5rem, 3vw, 2rem);
    padding: clamp(1.1rem, 6vw, 18mm) clamp(1rem, 5vw, 18mm);
    background: #fff;
    box-shadow: 0 1px 3px rgb(0 0 0 / 18%);
    overflow-wrap: break-word;
  }
  [data-sheet] :is(div, section) { columns: auto !important; }
  li > a:only-child { min-block-size: 24px; }
  a[href]:focus-visible { outline: 2px solid #1f5fa8; outline-offset: 2px; }
  :target { scroll-margin-block-start: 1rem; }
  svg { max-inline-size: 100%; block-size: auto; }
}
@media screen and (width < 640px) {
  body { zoom: 1; }
  [data-sheet] :is(.row, .beside) { display: block !important; }
  [data-sheet] :is(.row, .beside) > * + * { margin-block-start: 0.6em; }
  table { font-size: 0.75em; overflow-wrap: anywhere; }
}`;
}
