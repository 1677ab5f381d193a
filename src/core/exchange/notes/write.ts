/** Every format of notes by its id. */
import { strToU8 } from 'fflate';
import type { NoteFormat } from '../../../shared/note-parts';
import { notesCsv } from './csv';
import { notesHtml } from './html';
import { notesMarkdown } from './markdown';
import type { ExportedNote, NotesFile, WriteNotesOptions } from './types';
import { annotationsFile, webAnnotationFile } from './web-annotation';

export function writeNotes(
  format: NoteFormat,
  notes: readonly ExportedNote[],
  options: WriteNotesOptions,
): NotesFile {
  switch (format) {
    case 'webannotation':
      return {
        extension: 'jsonld',
        mediaType: 'application/ld+json',
        bytes: webAnnotationFile(notes, options),
      };
    case 'annotations':
      return {
        extension: 'annotations',
        mediaType: 'application/zip',
        bytes: annotationsFile(notes, options),
      };
    case 'markdown':
      return { extension: 'md', mediaType: 'text/markdown', bytes: strToU8(notesMarkdown(notes, options)) };
    case 'html':
      return { extension: 'html', mediaType: 'text/html', bytes: strToU8(notesHtml(notes, options)) };
    case 'csv':
      return { extension: 'csv', mediaType: 'text/csv', bytes: notesCsv(notes) };
  }
}
