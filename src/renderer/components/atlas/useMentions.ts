/** Leads from a place or an event into the text, or to its name. */
import { type RouteLocationRaw, useRoute, useRouter } from 'vue-router';
import type { AtlasEvent, AtlasPlace } from '../../../shared/contract';
import { AppError, toReport } from '../../../shared/errors';
import { writtenFor } from '../../../shared/lang';
import { call } from '../../client';
import { useMessages } from '../../stores/messages';
import { useSession } from '../../stores/session';

type Thing = AtlasPlace | AtlasEvent;

export function useMentions() {
  const route = useRoute();
  const router = useRouter();
  const session = useSession();
  const { tellError } = useMessages();

  /** The article's beginning: what a link shows before it is followed. */
  function articleOf(article: string): RouteLocationRaw {
    return { name: 'article', params: { id: article } };
  }

  /** Where the article mentions it first, in an edition that the reader reads where there is one; or tells of it. */
  async function goToMention(thing: Thing, article: string): Promise<void> {
    try {
      const { id } = thing;
      const told = 'toldIn' in thing ? thing.toldIn.find((one) => one.article === article) : undefined;
      const { attestations } = await call('names.get', { id });
      const own = attestations.filter((one) => one.article === article);
      const read = session.readingLangs.map(writtenFor);
      const lang = read.find((written) => own.some((one) => writtenFor(one.lang) === written));
      const first = own.find((one) => lang === undefined || writtenFor(one.lang) === lang);
      const chosen = session.readingLangs.find((tag) => first && writtenFor(tag) === writtenFor(first.lang));
      const query = first
        ? { lang: chosen ?? first.lang, block: first.block, name: id }
        : told && { block: told.block, name: id };
      await router.push({ name: 'article', params: { id: article }, query });
    } catch (error) {
      tellError(error instanceof AppError ? error : AppError.fromReport(toReport(error)));
    }
  }

  function openName(id: string): void {
    void router.push({ query: { ...route.query, name: id } });
  }

  /** The article about it, where there is one; otherwise its name. */
  function open(thing: Thing): void {
    const about = 'about' in thing ? thing.about : null;
    if (about === null) openName(thing.id);
    else void router.push(articleOf(about));
  }

  return { articleOf, goToMention, openName, open };
}
