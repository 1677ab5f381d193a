/** From what is chosen in the dialog to what the library is asked for. */
import type { Lang } from '../../../shared/lang';
import { NOTE_FORMATS, type NoteFormat } from '../../../shared/note-parts';
import type { ExportRequest } from '../exchange/export-request';
import { filterOf, filtersOf, type NotesView } from './view';

export { NOTE_FORMATS, type NoteFormat };

export const SCOPES = ['chosen', 'filtered', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

export interface Scoped {
  view: NotesView;
  chosen: readonly string[];
}

/** The narrowest first; where nothing is chosen and nothing is filtered, there is nothing to choose among. */
export function scopesOf({ view, chosen }: Scoped): Scope[] {
  return SCOPES.filter((scope) => {
    if (scope === 'chosen') return chosen.length > 0;
    return scope === 'all' || filtersOf(view).length > 0;
  });
}

export function requestOf(
  format: NoteFormat,
  lang: Lang,
  scope: Scope,
  { view, chosen }: Scoped,
): Extract<ExportRequest, { what: 'notes' }> {
  const request = { what: 'notes' as const, format, lang };
  if (scope === 'all') return request;
  const filter = scope === 'chosen' ? { ids: [...chosen] } : filterOf(view);
  // What is not asked for is not sent.
  const asked = Object.entries(filter).filter(([, value]) => value !== undefined);
  return { ...request, filter: Object.fromEntries(asked) };
}
