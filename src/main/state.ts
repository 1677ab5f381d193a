/** What the shell remembers between starts: a small file that losing would cost nothing but comfort. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../library/write-whole';

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });

const stateSchema = z.object({
  window: z
    .object({ bounds: rectangle, isMaximized: z.boolean(), isFullScreen: z.boolean() })
    .nullable()
    .catch(null),
  /** Where a file was saved last. */
  saveFolder: z.string().nullable().catch(null),
});
export type ShellState = z.infer<typeof stateSchema>;

const NOTHING: ShellState = { window: null, saveFolder: null };
/** A window that is being dragged changes sixty times a second. */
const KEEP_AFTER_MS = 500;

export interface StateFile {
  readonly state: ShellState;
  change(changes: Partial<ShellState>): void;
  /** Everything is on the disk, or cannot be put there. */
  settled(): Promise<void>;
}

/** @param onFailure told when it cannot be kept; the program goes on without */
export function openState(file: string, onFailure: (error: unknown) => void): StateFile {
  let state = readState(file);
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    const bytes = Buffer.from(`${JSON.stringify(state, null, 2)}\n`);
    writing = writing
      .then(() => {
        mkdirSync(dirname(file), { recursive: true });
        return writeWhole(file, bytes);
      })
      .catch(onFailure);
  }

  return {
    get state() {
      return state;
    },
    change(changes) {
      const next = { ...state, ...changes };
      if (JSON.stringify(next) === JSON.stringify(state)) return;
      state = next;
      timer ??= setTimeout(write, KEEP_AFTER_MS);
    },
    settled() {
      if (timer) write();
      return writing;
    },
  };
}

/** A file that cannot be read is as good as none: there is nothing in it that a person would miss. */
function readState(file: string): ShellState {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return NOTHING;
  }
}
