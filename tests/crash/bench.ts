/** What every kind of crash works with: a library to begin from, ways to open it, and a tally of what came of it. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Library, LibraryOptions } from '../../src/library/library.ts';
import type { Input, LibraryMethod } from '../../src/shared/contract.ts';
import type { Answer } from '../../src/shared/router.ts';
import { type Ask, killAll, RESOURCES } from './library-process.ts';
import type { Target } from './load.ts';
import { type Random, seeded } from './random.ts';

/** One way of crashing, and what is asked of the program after it. */
export interface Kind {
  name: string;
  /** For the table. */
  what: string;
  /** Of all crash points, in hundredths. */
  share: number;
  /** Why it cannot be done on this machine. */
  cannot?(): string | undefined;
  run(bench: Bench, tally: Tally, points: number): Promise<void>;
}

export interface Tally {
  points: number;
  /** What was acknowledged, and looked for after the crash. */
  acknowledged: number;
  refused: number;
  /** What went wrong, each with the point that it happened at. */
  losses: string[];
  /** What is no loss and no success of its own, such as bytes that changed unnoticed. */
  apart: Map<string, number>;
}

export const newTally = (): Tally => ({
  points: 0,
  acknowledged: 0,
  refused: 0,
  losses: [],
  apart: new Map(),
});

export function count(tally: Tally, what: string): void {
  tally.apart.set(what, (tally.apart.get(what) ?? 0) + 1);
}

/** Counts the point; whatever it throws is a loss. */
export async function point(tally: Tally, name: string, act: () => Promise<void>): Promise<void> {
  tally.points += 1;
  try {
    await act();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    tally.losses.push(`${name}: ${said.replaceAll(/\s+/gu, ' ')}`);
    killAll();
  }
}

export interface Opened {
  ask: Ask;
  close(): void;
}

export interface Bench {
  random: Random;
  places: readonly Target[];
  /** In this process. @throws AppError as openLibrary does */
  open(folder: string): Opened;
  /** A folder with the first library, and nothing written yet. */
  fresh(): string;
  remove(): void;
}

export async function makeBench(
  openLibrary: (options: LibraryOptions) => Library,
  seed: number,
): Promise<Bench> {
  const root = mkdtempSync(join(tmpdir(), 'paralel-crash-'));
  const template = join(root, 'template');
  const random = seeded(seed);
  const open = (folder: string): Opened => {
    const unforeseen: unknown[] = [];
    const library = openLibrary({
      folder,
      resources: RESOURCES,
      onUnforeseen: (error) => unforeseen.push(error),
    });
    return {
      async ask<M extends LibraryMethod>(method: M, input: Input<M>) {
        const answer = await library.answer(method, input);
        if (unforeseen.length > 0) throw unforeseen[0];
        return answer as Answer<M>;
      },
      close: library.close,
    };
  };
  const first = open(template);
  const places = await findPlaces(first.ask, random.apart());
  first.close();
  let copies = 0;
  return {
    random,
    places,
    open,
    fresh() {
      copies += 1;
      const folder = join(root, `library-${copies}`);
      cpSync(template, folder, { recursive: true });
      return folder;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Some of each sort that a note can be on. */
async function findPlaces(ask: Ask, random: Random): Promise<Target[]> {
  const listed = await value(ask, 'articles.list', {});
  const places: Target[] = [{ on: 'entity', entity: 'pl-izbica' as never }];
  for (const { id: article } of listed)
    for (const lang of ['en', 'sq', 'sr-Cyrl'] as const) {
      const { blocks } = await value(ask, 'articles.get', { id: article, lang });
      places.push({ on: 'article', article, lang });
      for (const { id: block, text } of blocks.filter(({ type }) => type === 'paragraph').slice(0, 4)) {
        const start = random.below(Math.max(1, text.length - 60));
        const end = Math.min(text.length, start + 1 + random.below(60));
        places.push({ on: 'quote', article, lang, block, start, end, text: text.slice(start, end) });
        places.push({ on: 'block', article, lang, block });
      }
    }
  return places;
}

/** @throws Error where it is refused, or nobody answers */
export async function value<M extends LibraryMethod>(ask: Ask, method: M, input: Input<M>) {
  const answer = await ask(method, input);
  if (!answer) throw new Error(`${method} was not answered`);
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code}: ${answer.error.message}`);
  return answer.value;
}
