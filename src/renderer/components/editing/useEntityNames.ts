/** What entities are called, where only their ids are at hand. */
import { shallowReactive, watch } from 'vue';
import { categoryOf } from '../../../shared/category';
import { AppError } from '../../../shared/errors';
import { call } from '../../client';
import { langsInOrder } from '../../composables/languages';
import { useText } from '../../composables/useText';
import { headingName } from '../../reading/names';
import { useMessages } from '../../stores/messages';
import { useNamesRevision } from '../../stores/names-revision';

export function useEntityNames() {
  const { lang } = useText();
  const { tellError } = useMessages();
  const revision = useNamesRevision();
  const known = shallowReactive(new Map<string, string>());
  const asked = new Set<string>();

  watch([() => revision.count, lang], () => {
    const ids = [...asked];
    asked.clear();
    learn(ids);
  });

  /** The id of what is no longer there: it has no other name. */
  async function ask(id: string): Promise<string> {
    try {
      const { names } = await call('names.get', { id });
      return headingName(names, langsInOrder([lang.value]), categoryOf(id))?.text ?? id;
    } catch (error) {
      if (error instanceof AppError && error.code === 'entity.unknown') return id;
      throw error;
    }
  }

  function learn(ids: Iterable<string>): void {
    for (const id of ids) {
      if (asked.has(id)) continue;
      asked.add(id);
      ask(id).then((name) => known.set(id, name), tellError);
    }
  }

  /** The id until its name is known. */
  const nameOf = (id: string): string => known.get(id) ?? id;

  return { ask, learn, nameOf };
}
