/** What the library's methods work with: the tables over the opened files. */
import { citedAs } from '../shared/cited';
import type { EntityId } from '../shared/domain';
import type { Lang } from '../shared/lang';
import { articleTable } from '../store/library/articles';
import { briefTable } from '../store/library/briefs';
import { collectionTable } from '../store/library/collections';
import { entityTable } from '../store/library/entities';
import { figureTable } from '../store/library/figures';
import { sourceTable } from '../store/library/sources';
import { indexTable } from '../store/index/passages';
import { positionTable } from '../store/notebook/positions';
import { settingTable } from '../store/notebook/settings';
import type { Shelf } from './shelf';

export type Context = ReturnType<typeof createContext>;

export function createContext(shelf: Shelf) {
  return {
    shelf,
    articles: articleTable(shelf.library),
    briefs: briefTable(shelf.library),
    collections: collectionTable(shelf.library),
    entities: entityTable(shelf.library),
    figures: figureTable(shelf.library),
    sources: sourceTable(shelf.library),
    index: indexTable(shelf.index),
    positions: positionTable(shelf.notebook),
    settings: settingTable(shelf.notebook),
  };
}

/** The entity as a list or a title cites it; its id where it has no name. */
export function cited({ briefs }: Context, id: EntityId, lang: Lang): string {
  const brief = briefs.get(id);
  return (brief && citedAs(brief, lang)) ?? id;
}
