/** What the library's methods work with: the tables over the opened files. */
import { citedAs } from '../shared/cited';
import type { EntityId } from '../shared/domain';
import type { Lang } from '../shared/lang';
import { articleTable } from '../store/library/articles';
import { collectionTable } from '../store/library/collections';
import { eventTable } from '../store/library/events';
import { figureTable } from '../store/library/figures';
import { questionTable } from '../store/library/questions';
import { librarySourceTable } from '../store/library/sources';
import { briefTable } from '../store/index/briefs';
import { entityTable } from '../store/index/entities';
import { listingTable } from '../store/index/listing';
import { mentionTable } from '../store/index/mentions';
import { noteEntryTable } from '../store/index/notes';
import { indexTable } from '../store/index/passages';
import { sourceTable } from '../store/index/sources';
import { editTable } from '../store/notebook/edits';
import { handoutTable } from '../store/notebook/handouts';
import { noteTable } from '../store/notebook/notes';
import { positionTable } from '../store/notebook/positions';
import { settingTable } from '../store/notebook/settings';
import type { Shelf } from './shelf';

export type Context = ReturnType<typeof createContext>;

export function createContext(shelf: Shelf) {
  return {
    shelf,
    articles: articleTable(shelf.library),
    articleSources: librarySourceTable(shelf.library),
    collections: collectionTable(shelf.library),
    events: eventTable(shelf.library),
    figures: figureTable(shelf.library),
    questions: questionTable(shelf.library),
    // The names in force.
    briefs: briefTable(shelf.index),
    entities: entityTable(shelf.index),
    listing: listingTable(shelf.index),
    mentions: mentionTable(shelf.index),
    sources: sourceTable(shelf.index),
    index: indexTable(shelf.index),
    noteEntries: noteEntryTable(shelf.index),
    edits: editTable(shelf.notebook),
    handouts: handoutTable(shelf.notebook),
    notes: noteTable(shelf.notebook),
    positions: positionTable(shelf.notebook),
    settings: settingTable(shelf.notebook),
  };
}

/** The entity as a list or a title cites it; its id where it has no name. */
export function cited({ briefs }: Context, id: EntityId, lang: Lang): string {
  const brief = briefs.get(id);
  return (brief && citedAs(brief, lang)) ?? id;
}
