/** What a notebook holds against what it has to hold: nothing acknowledged missing, nothing there that nobody sent. */
import { type Journal, type Kept, type Sent, valuesOf, type Written } from './journal.ts';
import type { Filed, FiledRevision, FiledTarget } from './notebook-file.ts';

type Expected = Pick<Journal, 'kept' | 'purged' | 'open' | 'registers'>;

export function findDifferences(expected: Expected, filed: Filed): string[] {
  return [...missing(expected, filed), ...unasked(expected, filed), ...values(expected, filed)];
}

function* missing({ kept, open }: Expected, { notes }: Filed): Iterable<string> {
  for (const [note, facts] of kept) {
    const revisions = notes.get(note) ?? [];
    const mayBePurged = [...open].some((sent) => sent.kind === 'purge' && sent.notes.includes(note));
    if (revisions.length === 0 && mayBePurged) continue;
    for (const fact of facts.values()) {
      const there = revisions.find(({ revision }) => revision === fact.revision);
      if (!there) yield `note ${note} has lost its revision ${fact.revision} (${fact.text.slice(0, 30)})`;
      else if (!isKept(there, fact))
        yield `note ${note}, revision ${fact.revision} is not what was acknowledged`;
    }
  }
}

function* unasked({ kept, purged, open }: Expected, { notes }: Filed): Iterable<string> {
  /** What was sent once may be kept once. */
  const explained = new Set<string>();
  for (const [note, revisions] of notes) {
    if (purged.has(note)) yield `note ${note} is there again after it was deleted for good`;
    const last = revisions.at(-1);
    if (!last || last.last !== last.number) yield `note ${note} does not show its latest revision`;
    for (const [at, revision] of revisions.entries()) {
      if (revision.revision !== at + 1)
        yield `note ${note} has revision ${revision.revision} in place ${at + 1}`;
      if (kept.get(note)?.has(revision.revision)) continue;
      const by = [...open].findIndex(
        (sent, n) =>
          !explained.has(`${n} ${keyOf(sent, note)}`) && explains(sent, revision, revisions[at - 1]),
      );
      const sent = [...open][by];
      if (sent) explained.add(`${by} ${keyOf(sent, note)}`);
      else
        yield `note ${note}, revision ${revision.revision} was never sent so, or twice (${revision.text.slice(0, 30)})`;
    }
  }
}

const keyOf = (sent: Sent, note: string) => (sent.kind === 'save' ? sent.note : note);

function explains(sent: Sent, revision: FiledRevision, before: FiledRevision | undefined): boolean {
  if (sent.kind === 'purge') return false;
  if (sent.kind !== 'save')
    return (
      sent.notes.includes(revision.note) &&
      before !== undefined &&
      isWritten(revision, { ...before, tags: tagsOf(before) }) &&
      revision.removed === (sent.kind === 'remove')
    );
  const isRevision = sent.note === revision.note && revision.revision === sent.expected + 1;
  const isCopy = revision.copyOf === sent.note && revision.revision === 1;
  return (
    (isRevision || isCopy) &&
    !revision.removed &&
    isWritten(revision, sent.written) &&
    isOn(revision.target, sent.on)
  );
}

function* values({ registers }: Expected, filed: Filed): Iterable<string> {
  const there = valuesOf(filed);
  for (const [key, { is, may }] of registers) {
    if (key.startsWith('name ')) {
      if (is !== undefined && !filed.edits.includes(key.slice('name '.length))) yield `${key} is lost`;
      continue;
    }
    const value = there.get(key);
    if (value !== is && !(value !== undefined && may.has(value)))
      yield `${key} is ${value}, acknowledged was ${is}`;
  }
}

function isKept(there: FiledRevision, fact: Kept): boolean {
  return isWritten(there, fact) && there.removed === fact.removed && isOn(there.target, fact.on);
}

function isWritten(there: FiledRevision, { text, colour, tags }: Written): boolean {
  return there.text === text && there.colour === colour && there.tags === JSON.stringify(tags);
}

const tagsOf = ({ tags }: FiledRevision) => JSON.parse(tags) as string[];

function isOn(there: FiledTarget, on: FiledTarget): boolean {
  const keys = ['on', 'article', 'lang', 'block', 'start', 'end', 'entity', 'figure'] as const;
  return keys.every((key) => there[key] === on[key]) && (on.exact === undefined || there.exact === on.exact);
}
