/** Which entities have a name: as written, or but for marks and script. */
import type { EntityId } from '../../../shared/domain';
import type { EntitySource } from '../../articles/library-source';
import { fold } from '../../text/fold';
import { tidy } from '../text/tidy';

interface Named {
  lang: string;
  text: string;
}

/** More would help nobody to choose. */
const CANDIDATES = 5;

const exactKey = ({ lang, text }: Named): string => `${lang} ${tidy(text)}`;

export class NameIndex {
  readonly #exact = new Map<string, Set<EntityId>>();
  readonly #folded = new Map<string, Set<EntityId>>();

  constructor(entities: readonly EntitySource[]) {
    for (const { id, names } of entities)
      for (const name of names) {
        add(this.#exact, exactKey(name), id);
        add(this.#folded, fold(tidy(name.text)), id);
      }
  }

  /** The entities that have this very name. */
  holders(name: Named): EntityId[] {
    return [...(this.#exact.get(exactKey(name)) ?? [])];
  }

  /** The entities that share names, those with most first; a name as written counts for more than its folding. */
  sharing(names: readonly Named[]): { id: EntityId; shared: string[] }[] {
    const found = new Map<EntityId, { shared: string[]; weight: number }>();
    for (const name of names)
      for (const id of this.#folded.get(fold(tidy(name.text))) ?? []) {
        const entry = found.get(id) ?? { shared: [], weight: 0 };
        found.set(id, entry);
        entry.shared.push(name.text);
        entry.weight += this.#exact.get(exactKey(name))?.has(id) ? 2 : 1;
      }
    return Array.from(found, ([id, { shared, weight }]) => ({ id, shared: [...new Set(shared)], weight }))
      .sort((one, other) => other.weight - one.weight)
      .slice(0, CANDIDATES)
      .map(({ id, shared }) => ({ id, shared }));
  }
}

function add(index: Map<string, Set<EntityId>>, key: string, id: EntityId): void {
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, new Set([id]));
}
