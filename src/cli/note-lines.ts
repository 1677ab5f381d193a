/** Notes as lines of a terminal. */
import type { ListedNote, Note, Output } from '../shared/contract';
import { columns } from './terminal';

function standing({ state, score }: Note): string {
  return score === null ? state : `${state}, ${Math.round(score * 100)} % sure`;
}

export function noteLines(note: Note): string[] {
  const { id, revision, article, entity, lang, at, block, quote, text: written, tags, modified } = note;
  return [
    `${id}  revision ${revision}  ${standing(note)}${note.removed ? '  in the trash' : ''}`,
    [article ?? entity, lang, at?.block ?? block, modified].filter(Boolean).join('  '),
    ...(quote === null ? [] : [`> ${quote}`]),
    ...(written === '' ? [] : [written]),
    ...(tags.length === 0 ? [] : [tags.map((tag) => `#${tag}`).join(' ')]),
  ];
}

export function listLines(notes: readonly ListedNote[]): string[] {
  const short = (of: string) => (of.length > 60 ? `${of.slice(0, 59)}…` : of).replaceAll(/\s+/gu, ' ');
  return columns(
    notes.map((note) => [
      note.id,
      note.article ?? note.entity ?? '',
      note.lang ?? '',
      note.at?.block ?? note.block ?? '',
      standing(note),
      short(note.quote ?? ''),
      short(note.text),
    ]),
  );
}

export function historyLines(revisions: Output<'notes.history'>): string[] {
  return revisions.flatMap(({ revision, at, by, text: written, removed }) => [
    `${revision}  ${at}${by === '' ? '' : `  ${by}`}${removed ? '  in the trash' : ''}`,
    written,
  ]);
}
