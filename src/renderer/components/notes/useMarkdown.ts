/** The reading of Markdown, fetched when a note is first shown: no start needs it. */
import { shallowRef } from 'vue';

type Markdown = typeof import('../../../core/notes/markdown');

const markdown = shallowRef<Markdown>();
let asked: Promise<Markdown> | undefined;

/** Undefined until it has come; what shows notes shows them as they were typed until then. */
export function useMarkdown() {
  asked ??= import('../../../core/notes/markdown').then(
    (come) => (markdown.value = come),
    (error: unknown) => {
      asked = undefined;
      throw error;
    },
  );
  // Without it a note is still to be read, as it was typed.
  asked.catch((error: unknown) => console.error(error));
  return markdown;
}
