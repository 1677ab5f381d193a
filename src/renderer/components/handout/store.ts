/** The handout that is being built, and those that are kept. */
import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import type { HandoutOptions, SavedHandout } from '../../../shared/contract';
import type { Lang } from '../../../shared/lang';
import { call, onEvent } from '../../client';
import { useArticles } from '../../composables/useArticles';
import { beforeLeaving } from '../../leaving';
import { useMessages } from '../../stores/messages';
import { useSession } from '../../stores/session';
import { useShell } from '../../stores/shell';
import { type Choices, firstChoices, isSame, known, lackOf, opened, requestOf, toKeep } from './choices';
import { draftKeeper } from './draft-keeper';

/** What is being built is kept under this id, and listed nowhere. */
export const DRAFT = 'draft';

export const useHandout = defineStore('handout', () => {
  const session = useSession();
  const shell = useShell();
  const { tellError } = useMessages();
  const { byId } = useArticles();

  const choices = shallowRef<Choices>();
  const kept = shallowRef<readonly SavedHandout[]>([]);
  /** The kept one that was opened last. */
  const from = shallowRef<string>();
  const presets = computed(() => kept.value.filter(({ choice }) => choice === null));
  const handouts = computed(() => kept.value.filter(({ id, choice }) => choice !== null && id !== DRAFT));
  const request = computed(() => choices.value && requestOf(choices.value));
  const lack = computed(() => choices.value && lackOf(choices.value));

  const keeper = draftKeeper<Choices>({
    // What lacks something that a handout cannot be without stays in this window.
    async save(value) {
      const draft = toKeep(value, true);
      if (draft) await call('handouts.save', { id: DRAFT, name: DRAFT, ...draft });
    },
    mayKeep: () => !session.leavesNoTrace,
    tell: tellError,
  });
  beforeLeaving(keeper.finish);

  async function list(): Promise<void> {
    if (!shell.isReadingRoom) kept.value = await call('handouts.list', {});
  }
  onEvent(({ type }) => {
    if (type === 'handouts' || type === 'notebook') list().catch(tellError);
  });

  function begin(value: Choices): void {
    choices.value = value;
    keeper.change(value);
  }

  function change(changes: Partial<Choices>): void {
    if (choices.value) begin({ ...choices.value, ...changes });
  }

  function changeOptions(options: HandoutOptions): void {
    change(options);
  }

  /** A new handout, of these articles or of what was read last. */
  function fresh(article?: string, lang?: Lang): Choices {
    const { articles = [], lastRead } = session.opened ?? {};
    const wanted = article ?? lastRead?.article;
    const first = articles.find(({ id }) => id === wanted) ?? articles[0];
    const langs = lang ? [lang, ...session.readingLangs.filter((one) => one !== lang)] : session.readingLangs;
    return firstChoices({
      articles: first ? [{ id: first.id }] : [],
      langs,
      paper: session.settings.paper,
    });
  }

  const isKnown = (id: string): boolean => byId.value.has(id);

  function draft(): Choices | undefined {
    const saved = kept.value.find(({ id }) => id === DRAFT);
    if (!saved?.choice) return undefined;
    const found = known({ ...saved.options, ...saved.choice }, isKnown);
    return found.articles.length > 0 ? found : undefined;
  }

  /**
   * What the page opens with: what was being built, unless an article or a kept handout is asked for.
   * @returns what was being built and made room
   */
  async function arrive(asked: {
    article?: string | undefined;
    lang?: Lang | undefined;
    saved?: string | undefined;
  }): Promise<Choices | undefined> {
    // Without what is kept a handout can be built all the same.
    await list().catch(tellError);
    const before = choices.value ?? draft();
    const saved = asked.saved === undefined ? undefined : kept.value.find(({ id }) => id === asked.saved);
    if (saved) {
      open(saved, before ?? fresh());
      return before && isTouched(before) ? before : undefined;
    }
    const isAsked = asked.article !== undefined && isKnown(asked.article);
    if (!isAsked) {
      choices.value = before ?? fresh();
      return undefined;
    }
    const next = fresh(asked.article, asked.lang);
    from.value = undefined;
    if (before && isSame(before, next)) {
      choices.value = before;
      return undefined;
    }
    begin(next);
    return before && isTouched(before) ? before : undefined;
  }

  /** It is not as it would have been begun with its article. */
  function isTouched(built: Choices): boolean {
    const [first] = built.articles;
    return !isSame(built, fresh(first?.id, built.langs[0])) && !isSame(built, fresh(first?.id));
  }

  /** What was chosen in private is forgotten with it. */
  watch(
    () => shell.isPrivate,
    (isPrivate) => {
      if (isPrivate || !choices.value) return;
      keeper.drop();
      choices.value = draft() ?? fresh();
    },
  );

  function open(saved: SavedHandout, now: Choices | undefined = choices.value): void {
    from.value = saved.id;
    begin(known(opened(saved, now ?? fresh()), isKnown));
  }

  async function keep(saved: Omit<SavedHandout, 'at'>): Promise<SavedHandout> {
    const { id, name, options, choice } = saved;
    const answer = await call('handouts.save', { id, name, options, choice });
    await list();
    return answer;
  }

  async function remove(id: string): Promise<void> {
    await call('handouts.remove', { id });
    await list();
  }

  return {
    choices, request, lack, presets, handouts, from, arrive, begin, change, changeOptions, fresh, open, keep, remove,
    settle: keeper.finish,
  }; // prettier-ignore
});
