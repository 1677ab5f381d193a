/** Names: the gazetteer, where each name stands, and its concordance. */
import { foldedWords } from '../core/search/query';
import { formFinder } from '../core/names/forms';
import { categoryOf } from '../shared/category';
import type { ConcordanceRow, EntityDetail, EntityListing } from '../shared/contract';
import type { Entity, EntityId } from '../shared/domain';
import { AppError } from '../shared/errors';
import type { Lang } from '../shared/lang';
import type { Context } from './context';
import { showSpans, shownIn } from './shown';

/** Characters of context on each side, where nobody says how many. */
const WIDTH = 60;

export function listNames(
  context: Context,
  words: string | undefined,
  type: string | undefined,
): EntityListing[] {
  const counts = context.articles.mentionCounts();
  const wanted = words === undefined ? undefined : entitiesMatching(context, words);
  return context.entities
    .list()
    .filter((entity) => wanted === undefined || wanted.has(entity.id))
    .filter((entity) => type === undefined || entity.type === type || categoryOf(entity.id) === type)
    .map((entity) => ({ ...entity, mentions: counts.get(entity.id) ?? 0 }));
}

/** Entities of which some form has a word that begins with `words`. */
function entitiesMatching(context: Context, words: string): Set<EntityId> {
  const key = foldedWords(words).join(' ');
  return new Set(key === '' ? [] : context.index.entitiesBeginning(key));
}

export function getName(context: Context, id: EntityId): EntityDetail {
  const entity = entityOf(context, id);
  return {
    ...entity,
    attestations: attestationsOf(context, entity).map(({ around: _, ...attestation }) => attestation),
  };
}

export function concordance(context: Context, id: EntityId, width = WIDTH): ConcordanceRow[] {
  return attestationsOf(context, entityOf(context, id)).map(
    ({ article, lang, block, start, end, text, form, around }) => ({
      article,
      lang,
      block,
      before: around.slice(Math.max(0, start - width), start),
      match: text,
      after: around.slice(end, end + width),
      form,
    }),
  );
}

function entityOf(context: Context, id: EntityId): Entity {
  const entity = context.entities.get(id);
  if (!entity) throw new AppError('entity.unknown', { id });
  return entity;
}

type Attestation = EntityDetail['attestations'][number] & { around: string };

function attestationsOf(context: Context, entity: Entity): Attestation[] {
  const formOf = formFinder<Lang>([entity]);
  return context.articles.mentionsOf(entity.id).flatMap(({ article, lang: written, block, start, end }) => {
    const passage = context.articles.text(article, written, block) ?? '';
    return shownIn(written).map((lang): Attestation => {
      const shown = showSpans(passage, [{ start, end }], lang);
      const [span = { start, end }] = shown.spans;
      const text = shown.text.slice(span.start, span.end);
      return {
        article,
        lang,
        block,
        ...span,
        text,
        form: formOf(entity.id, lang, text)?.form ?? null,
        around: shown.text,
      };
    });
  });
}
