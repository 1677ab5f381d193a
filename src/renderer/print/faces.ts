/** The cuts that print.css and the margin boxes are set in. */
const FACES = [
  "400 16px 'Source Serif 4'",
  "italic 400 16px 'Source Serif 4'",
  "600 16px 'Source Serif 4'",
  "400 16px 'Source Sans 3'",
  "600 16px 'Source Sans 3'",
];

/**
 * Loads every subset that the text may need. What is shown of the text is not asked: that would lay all of it out, in
 * other faces than its own.
 * @param margins what stands in the margins: that is laid out only when printing, too late to load
 * @throws where a font cannot be loaded: a handout in another typeface is not the one that was asked for
 */
export async function loadFaces(root: Element, margins: string): Promise<void> {
  const { fonts } = root.ownerDocument;
  const letters = [...new Set(root.textContent + margins)].join('');
  // Labels are set in capitals.
  const text = letters + letters.toUpperCase();
  const loaded = await Promise.all(FACES.map((face) => fonts.load(face, text))).catch((cause: unknown) => {
    throw new Error(`the fonts could not be loaded: ${String(cause)}`, { cause });
  });
  const missing = FACES.filter((_, at) => loaded[at]?.length === 0);
  if (missing.length > 0) throw new Error(`the page has no font ${missing.join(', ')}`);
  await fonts.ready;
}
