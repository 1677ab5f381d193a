/** Notes as a reader writes them, for tests of what becomes of them. */
import type { Call } from '../../src/shared/contract';
import { articleIdSchema } from '../../src/shared/domain';
import { type NoteId, noteIdSchema } from '../../src/shared/notes';

export const newNoteId = (): NoteId => noteIdSchema.parse(crypto.randomUUID());

/** On an article as a whole. @returns its id */
export async function writeNote(call: Call, text: string, id = newNoteId(), expected = 0): Promise<NoteId> {
  const target = { on: 'article', article: articleIdSchema.parse('izbica-massacre'), lang: 'en' } as const;
  await call('notes.save', { id, expected, target, text, colour: 'yellow', tags: [] });
  return id;
}

export async function textsOf(call: Call): Promise<string[]> {
  const { rows } = await call('notes.page', { lang: 'en', sort: 'time', limit: 500 });
  return rows.map(({ text }) => text).sort();
}
