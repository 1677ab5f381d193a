/** How entities that a file may mean are called: asked for once each, one after the other, as they come into sight. */
import { shallowReactive } from 'vue';
import { categoryOf } from '../../../shared/category';
import type { Output } from '../../../shared/contract';
import type { EntityId } from '../../../shared/domain';
import type { Lang } from '../../../shared/lang';
import { call } from '../../client';
import { langsInOrder } from '../../composables/languages';
import { useText } from '../../composables/useText';
import { nameRows } from '../../reading/names';
import { useSession } from '../../stores/session';

type Known = Pick<Output<'names.get'>, 'id' | 'names' | 'type' | 'within'>;

export function useKnownNames() {
  const session = useSession();
  const { lang } = useText();
  const known = shallowReactive(new Map<string, Known>());
  const wanted = new Set<string>();
  let asking: Promise<void> = Promise.resolve();

  function want(id: EntityId): void {
    if (wanted.has(id)) return;
    wanted.add(id);
    asking = asking.then(async () => {
      try {
        known.set(id, await call('names.get', { id }));
      } catch {
        // Its id stands for it; the next list asks again.
        wanted.delete(id);
      }
    });
  }

  function entityOf(id: EntityId): Known | undefined {
    want(id);
    return known.get(id);
  }

  /** What it is cited by, a language each, the reader's first; its id until that is known. */
  function titlesOf(id: EntityId): { text: string; lang?: Lang }[] {
    const entity = entityOf(id);
    const order = langsInOrder([lang.value, ...session.readingLangs]);
    const titles = nameRows(entity?.names ?? [], order, categoryOf(id)).flatMap(({ main, lang: tag }) =>
      main.slice(0, 1).map(({ text }) => ({ text, lang: tag })),
    );
    const distinct = [...new Map(titles.map((title) => [title.text, title])).values()];
    return distinct.length > 0 ? distinct.slice(0, 3) : [{ text: id }];
  }

  return { entityOf, titlesOf };
}

export type KnownNames = ReturnType<typeof useKnownNames>;
