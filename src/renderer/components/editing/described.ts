/** What an edit did, as a sentence. */
import type { EditLabel } from '../../../shared/contract';

/** Kind → the message; `text` is what stands in the article, `name` what the entity is called. */
const MESSAGES = {
  entity: 'editing.did.changed',
  'entity-added': 'editing.did.added',
  'entity-removed': 'editing.did.removed',
  'mention-added': 'editing.did.marked',
  'mention-confirmed': 'editing.did.confirmed',
  'mention-corrected': 'editing.did.corrected',
  'mention-rejected': 'editing.did.rejected',
  import: 'editing.did.imported',
  source: 'editing.did.source',
} as const satisfies Record<EditLabel['kind'], string>;

export interface Described {
  message: (typeof MESSAGES)[EditLabel['kind']];
  params: Record<string, string | number>;
}

export function described(what: EditLabel, nameOf: (entity: string) => string): Described {
  const message = MESSAGES[what.kind];
  switch (what.kind) {
    case 'entity':
    case 'entity-added':
    case 'entity-removed':
      return { message, params: { name: what.name } };
    case 'import':
      return { message, params: { file: what.file, added: what.added, changed: what.changed } };
    case 'source':
      return { message, params: { title: what.title } };
    default:
      return {
        message,
        params: { text: what.text, name: what.entity === null ? '' : nameOf(what.entity) },
      };
  }
}
