/** The look of the page of notes: the reader's type and colours, with what the machine has where they are not there.
 *  Colours are told apart by the line beside a note and said in words. */
export const STYLE = `:root { color-scheme: light dark; --ink: light-dark(#22201c, #ece7dc); --soft: light-dark(#5f5a51, #b5ad9f);
  --rule: light-dark(#e3ddd0, #3a362f); --paper: light-dark(#faf8f3, #1a1916); --accent: light-dark(#2f5d62, #8fc3c8); }
body { max-inline-size: 40rem; margin: 3rem auto; padding-inline: 1.5rem; color: var(--ink); background: var(--paper);
  font: 1.1875rem/1.6 'Source Serif 4', 'Noto Serif', 'Liberation Serif', Georgia, serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; font-weight: 600; text-wrap: balance; }
h1 { font-size: 2.125rem; margin-block: 0 0.5rem; }
h2 { font-size: 1.5rem; margin-block: 3rem 1rem; padding-block-end: 0.5rem; border-block-end: 1px solid var(--rule); }
h3 { font-size: 1.125rem; margin-block: 2rem 0.75rem; }
h4, h5, h6 { font-size: 1rem; margin-block: 1rem 0.5rem; }
header p, .facts, .place, .state, .tags { color: var(--soft); line-height: 1.45;
  font-family: 'Source Sans 3', 'Noto Sans', 'Liberation Sans', system-ui, sans-serif; font-size: 0.9375rem; }
article { margin-block: 1.75rem; padding-inline-start: 1rem; border-inline-start: 4px solid var(--line); break-inside: avoid; }
article > * { margin-block: 0.5rem; }
.yellow { --line: light-dark(#8f6a00, #d9b64a); }
.green { --line: light-dark(#4a7336, #8fc47c); }
.blue { --line: light-dark(#2f6690, #86b9de); }
.red { --line: light-dark(#a5432f, #e69a88); }
.violet { --line: light-dark(#6a4f9a, #b9a3e3); }
blockquote { margin-inline: 0; font-style: italic; }
.text blockquote { padding-inline-start: 1rem; border-inline-start: 1px solid var(--rule); }
article > blockquote p { margin-block: 0; }
.text :is(p, ul, ol, pre) { margin-block: 0.5rem; }
.text li > p { margin-block: 0.125rem; }
.text > :first-child { margin-block-start: 0; }
.text > :last-child { margin-block-end: 0; }
.place { font-weight: 600; }
.state { color: var(--ink); }
.tags { display: flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; padding: 0; list-style: none; }
.tags li { padding: 0 0.5rem; border: 1px solid var(--rule); border-radius: 0.375rem; }
pre { overflow-x: auto; white-space: pre-wrap; }
pre, code { font-family: 'Source Code Pro', 'Liberation Mono', monospace; font-size: 0.875em; }
hr { border: 0; border-block-start: 1px solid var(--rule); }
a { color: var(--accent); }
@media print { :root { color-scheme: light; --paper: #fff; } body { max-inline-size: none; margin: 0; font-size: 11pt; }
  h2, h3 { break-after: avoid; } }`;
