/** What was acknowledged, written down by whoever got the answer; and what was sent and may or may not be there. */
import { findDifferences } from './differences.ts';
import type { Filed, FiledTarget } from './notebook-file.ts';

export interface Written {
  text: string;
  colour: string;
  tags: readonly string[];
}

/** A revision of which the program said that it is kept. */
export interface Kept extends Written {
  note: string;
  revision: number;
  on: FiledTarget;
  removed: boolean;
}

/** What was sent, until it is acknowledged. */
export type Sent =
  | { kind: 'save'; note: string; expected: number; written: Written; on: FiledTarget }
  | { kind: 'remove' | 'restore' | 'purge'; notes: readonly string[] };

/** One value that replaces another: a setting, a position, a name that is there. */
interface Register {
  is: string | undefined;
  may: Set<string>;
}

export type Journal = ReturnType<typeof newJournal>;

export function newJournal() {
  const kept = new Map<string, Map<number, Kept>>();
  const purged = new Set<string>();
  const open = new Set<Sent>();
  const registers = new Map<string, Register>();
  let acknowledged = 0;

  function register(key: string): Register {
    const found = registers.get(key) ?? { is: undefined, may: new Set() };
    registers.set(key, found);
    return found;
  }
  function latest(note: string): Kept | undefined {
    const revisions = kept.get(note);
    return revisions?.get(Math.max(...revisions.keys()));
  }
  function put(revision: Kept): void {
    const revisions = kept.get(revision.note) ?? new Map<number, Kept>();
    kept.set(revision.note, revisions.set(revision.revision, revision));
  }

  return {
    kept: kept as ReadonlyMap<string, ReadonlyMap<number, Kept>>,
    purged: purged as ReadonlySet<string>,
    open: open as ReadonlySet<Sent>,
    registers: registers as ReadonlyMap<string, Readonly<Register>>,
    acknowledged: () => acknowledged,
    latest,
    revisions: (note: string) => kept.get(note)?.size ?? 0,

    send: (sent: Sent) => void open.add(sent),
    /** The revisions that `sent` has made. */
    keep(sent: Sent, revisions: readonly Kept[]): void {
      open.delete(sent);
      for (const revision of revisions) put(revision);
      acknowledged += revisions.length;
    },
    /** Said to have changed nothing. */
    settle: (sent: Sent) => void open.delete(sent),
    purge(sent: Sent & { kind: 'purge' }): void {
      open.delete(sent);
      for (const note of sent.notes) {
        kept.delete(note);
        purged.add(note);
      }
      acknowledged += 1;
    },
    sendValue: (key: string, value: string) => void register(key).may.add(value),
    keepValue(key: string, value: string): void {
      const found = register(key);
      found.is = value;
      found.may.clear();
      acknowledged += 1;
    },

    /** Compares, then takes what is there for granted: what had been under way is or is not. @throws Error naming what is lost */
    compare(filed: Filed): void {
      const differences = findDifferences({ kept, purged, open, registers }, filed);
      if (differences.length > 0) throw new Error(differences.slice(0, 5).join('; '));
      for (const note of kept.keys()) {
        if (filed.notes.has(note)) continue;
        kept.delete(note);
        purged.add(note);
      }
      for (const [note, revisions] of filed.notes)
        for (const { revision, text, colour, tags, target, removed } of revisions)
          put({ note, revision, text, colour, tags: JSON.parse(tags) as string[], on: target, removed });
      open.clear();
      for (const [key, value] of valuesOf(filed)) registers.set(key, { is: value, may: new Set() });
      for (const [key, { is, may }] of registers)
        if (is === undefined || may.size > 0)
          if (key.startsWith('name ')) {
            if (filed.edits.includes(key.slice('name '.length)))
              registers.set(key, { is: 'there', may: new Set() });
            else registers.delete(key);
          } else if (is === undefined) registers.delete(key);
    },
  };
}

export function valuesOf({ settings, positions }: Filed): Map<string, string> {
  return new Map([
    ...[...settings].map(([key, value]) => [`setting ${key}`, value] as const),
    ...[...positions].map(([article, value]) => [`position ${article}`, value] as const),
  ]);
}
