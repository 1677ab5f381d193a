/** How a name's sources are cited where a format has room for words, not for ids. */
import { z } from 'zod';
import { type Source, sourceSchema } from '../../shared/domain';
import { type Loss, loss } from './losses';
import type { Gazetteer, IncomingSource } from './model';

const { kind, publisher, date, url, licence, note } = sourceSchema.shape;

/** What a file says of a source beyond its title: a value that none of ours could be is left out. */
export const sourceDetailsSchema = z.object({
  kind: kind.optional().catch(undefined),
  publisher: publisher.catch(undefined),
  date: date.catch(undefined),
  url: url.catch(undefined),
  licence: licence.catch(undefined),
  note: note.catch(undefined),
});

export type LabelOf = (id: string) => string;

export function titlesIn(sources: readonly Source[]): LabelOf {
  const titles = new Map<string, string>(sources.map(({ id, title }) => [id, title]));
  return (id) => titles.get(id) ?? id;
}

/** The title, and the id with it where another source has the same title. */
export function labelsIn(sources: readonly { id?: string; title: string }[]): LabelOf {
  const times = Map.groupBy(sources, ({ title }) => title);
  const labels = new Map(
    sources.map(({ id = '', title }) => [
      id,
      (times.get(title) ?? []).length > 1 ? `${title} [${id}]` : title,
    ]),
  );
  return (id) => labels.get(id) ?? id;
}

/** The way back, for a file that brings its sources along: a label that is none of theirs stays as it is. */
export function idsIn(sources: readonly IncomingSource[]): (label: string) => string {
  const labelOf = labelsIn(sources);
  const ids = new Map(sources.map(({ id = '' }) => [labelOf(id), id]));
  return (label) => ids.get(label) || label;
}

/** Sources that no name cites, which a file of names alone leaves behind. */
export function uncited(gazetteer: Gazetteer): Loss[] {
  const cited = new Set(gazetteer.entities.flatMap(({ names }) => names.flatMap(({ sources }) => sources)));
  return loss(
    'sources-uncited',
    gazetteer.sources.filter(({ id }) => !cited.has(id)).map(({ title }) => title),
  );
}
