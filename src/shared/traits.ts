/** What carriers have to know of a method beside its schemas. Free of zod: hosts ask before a schema is needed. */
import type { Method } from './contract';

type Trait =
  /** It changes what the library keeps; refused where readers may only read. */
  | 'writes'
  /** It changes names or mentions, which every window shows. */
  | 'changesNames'
  /** It changes notes. */
  | 'changesNotes'
  /** It changes presets or kept handouts. */
  | 'changesHandouts'
  /** It forgets what was read. */
  | 'clearsHistory'
  /** It may change all that the notebook holds. */
  | 'changesNotebook'
  /** It says something of what is read: refused while somebody reads in private. */
  | 'leavesTrace'
  /** Its input may be large: a file, or a text. */
  | 'takesFile'
  /** It may take minutes where there is much of it. */
  | 'isLong';

const TRAITS: Partial<Record<Method, readonly Trait[]>> = {
  'settings.set': ['writes', 'leavesTrace'],
  'reading.keep': ['writes', 'leavesTrace'],
  'reading.clear': ['writes', 'clearsHistory'],
  'notes.save': ['writes', 'changesNotes', 'takesFile'],
  'notes.remove': ['writes', 'changesNotes', 'takesFile'],
  'notes.restore': ['writes', 'changesNotes', 'takesFile'],
  'notes.purge': ['writes', 'changesNotes', 'takesFile', 'isLong'],
  'notes.import': ['writes', 'changesNotes', 'takesFile', 'isLong'],
  'notes.page': ['takesFile'],
  'notebook.backup': ['writes', 'isLong'],
  'notebook.restore': ['writes', 'changesNotebook', 'takesFile', 'isLong'],
  'notebook.recover': ['writes', 'changesNotebook', 'isLong'],
  'names.findings': ['isLong'],
  'names.match': ['takesFile', 'isLong'],
  'names.put': ['writes', 'changesNames'],
  'names.mention': ['writes', 'changesNames'],
  'names.undo': ['writes', 'changesNames', 'isLong'],
  'names.redo': ['writes', 'changesNames', 'isLong'],
  'import.preview': ['takesFile', 'isLong'],
  'import.apply': ['writes', 'changesNames', 'takesFile', 'isLong'],
  'handout.compose': ['takesFile', 'isLong'],
  'handout.read': ['takesFile'],
  'handouts.save': ['writes', 'changesHandouts', 'takesFile'],
  'handouts.remove': ['writes', 'changesHandouts'],
  'shell.print': ['takesFile', 'isLong'],
  'shell.preview': ['takesFile', 'isLong'],
  'shell.paper': ['takesFile', 'isLong'],
  'export.preview': ['isLong'],
  'export.make': ['isLong'],
};

/** @param method of the contract, or anything else that somebody asked for */
export function has(method: string, trait: Trait): boolean {
  return Object.hasOwn(TRAITS, method) && (TRAITS[method as Method]?.includes(trait) ?? false);
}
