/** In a chunk that the window shares: it is there before the document is shown, and no start of the window waits for it. */
export const { parseNote } = await import('../../../core/notes/markdown');
