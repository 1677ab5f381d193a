/**
 * Saves a note while it is being written. One save is on its way at a time and the latest text goes next; every save
 * says which revision it changes; nothing is called saved before the library has said so.
 */
import type { Input, Note, NoteContent, NoteId, NoteTarget, Output } from '../../../shared/contract';
import { AppError } from '../../../shared/errors';

/** So long after the last key. */
export const RESTS_AFTER_MS = 800;

export interface Begun {
  id: NoteId;
  /** The revision that is being changed; 0 for a new note. */
  expected: number;
  /** Of a new note. */
  target?: NoteTarget | undefined;
  content: NoteContent;
  /** What the library has of it; undefined where it has nothing. */
  kept?: NoteContent | undefined;
}

/** `rest`: as the library has it, and nothing was saved since; `typed`: to be saved after a rest. */
export type SaveState = { step: 'rest' | 'typed' | 'saving' | 'saved' } | { step: 'failed'; error: unknown };

export interface Hooks {
  save: (input: Input<'notes.save'>) => Promise<Output<'notes.save'>>;
  /** What would be lost with the window, whenever that changes; undefined: nothing. */
  unsaved: (begun: Begun | undefined) => void;
  tell: (state: SaveState) => void;
  saved: (note: Note) => void;
  /** Somebody had changed the note: theirs stays what it is, and from now on the copy is written. */
  conflict: (theirs: Note) => void;
  /** Somebody had changed it and nothing was written here: theirs is shown. */
  shown: (content: NoteContent) => void;
}

export type Autosave = ReturnType<typeof autosave>;

export const contentOf = ({ text, colour, tags }: NoteContent): NoteContent => ({
  text,
  colour,
  tags: [...tags],
});

const isSame = (one: NoteContent, other: NoteContent): boolean =>
  one.text === other.text &&
  one.colour === other.colour &&
  one.tags.length === other.tags.length &&
  one.tags.every((tag, index) => tag === other.tags[index]);

/** Of the words of a block, or of all of it: what a note is on may be chosen while it is written. */
export const isSameBlock = (one: NoteTarget, other: NoteTarget): boolean =>
  'block' in one &&
  'block' in other &&
  one.block === other.block &&
  one.article === other.article &&
  one.lang === other.lang;

/** A new note on words may be nothing but their colour. */
const isWorthKeeping = ({ text, tags }: NoteContent, target: NoteTarget | undefined): boolean =>
  text.trim() !== '' || tags.length > 0 || target?.on === 'quote';

/** After these nobody knows whether the library has kept what was sent. */
const UNHEARD: readonly string[] = [
  'host.gone',
  'library.stopped',
  'library.too-slow',
  'library.down',
  'internal',
];
const mayHaveArrived = (error: unknown): boolean =>
  !(error instanceof AppError) || UNHEARD.includes(error.code);

export function autosave(begun: Begun, hooks: Hooks) {
  let { id, expected, target, kept } = begun;
  let wanted = begun.content;
  /** Sent, and nobody knows whether it arrived: sent again as it was, which keeps it once. */
  let unheard: Input<'notes.save'> | undefined;
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failure: { error: unknown } | undefined;
  let hasSaved = false;
  /** Its colour was chosen. */
  let isMeant = false;
  /** Whoever shows the note; nobody, once they have gone on to another. */
  let editor: Partial<Hooks> = hooks;

  function isDue(): boolean {
    if (unheard) return true;
    if (kept) return !isSame(kept, wanted);
    return isWorthKeeping(wanted, isMeant ? target : undefined);
  }

  function unsaved(): Begun | undefined {
    return isDue() ? { id, expected, target, content: contentOf(wanted), kept } : undefined;
  }

  function tell(state: SaveState): void {
    hooks.unsaved(unsaved());
    editor.tell?.(state);
  }

  const tellRest = (): void => tell({ step: hasSaved ? 'saved' : 'rest' });

  function change(content: NoteContent): void {
    if (content.colour !== wanted.colour) isMeant = true;
    wanted = content;
    clearTimeout(timer);
    if (running) hooks.unsaved(unsaved());
    else if (isDue()) tell({ step: 'typed' });
    else {
      failure = undefined;
      tellRest();
    }
    if (isDue()) timer = setTimeout(() => void start(), RESTS_AFTER_MS);
  }

  /** Saves at once what is to be saved, and waits for it; what fails is told and kept in `failure`. */
  function start(): Promise<void> {
    clearTimeout(timer);
    return (running ??= run().finally(() => (running = undefined)));
  }

  async function run(): Promise<void> {
    failure = undefined;
    while (isDue()) {
      tell({ step: 'saving' });
      const sent = (unheard ??= {
        id,
        expected,
        ...(expected === 0 && target && { target }),
        ...contentOf(wanted),
      });
      try {
        take(await hooks.save(sent), sent);
        unheard = undefined;
      } catch (error) {
        if (!mayHaveArrived(error)) unheard = undefined;
        // What was refused has been written anew meanwhile, and may go through.
        if (!unheard && !isSame(sent, wanted)) continue;
        failure = { error };
        tell({ step: 'failed', error });
        return;
      }
    }
    tellRest();
  }

  function take(answer: Output<'notes.save'>, sent: NoteContent): void {
    hasSaved = true;
    if (answer.state === 'conflict' && answer.copy) {
      ({ id, revision: expected } = answer.copy);
      kept = contentOf(sent);
      editor.conflict?.(answer.note);
      editor.saved?.(answer.copy);
      return;
    }
    const theirs = contentOf(answer.note);
    if (answer.state === 'saved' || isSame(theirs, sent)) {
      expected = answer.note.revision;
      kept = contentOf(sent);
    } else if (isSame(sent, wanted)) {
      expected = answer.note.revision;
      kept = wanted = theirs;
      editor.shown?.(theirs);
    } else {
      // Written further here on what somebody has changed: the next save says so, and both are kept.
      kept = contentOf(sent);
    }
    editor.saved?.(answer.note);
  }

  return {
    change,
    /** @throws what hindered the last save; what is written is still to be saved then */
    async finish(): Promise<void> {
      await start();
      if (failure) throw failure.error;
    },
    /** Before it is kept. */
    moveTo(now: NoteTarget): void {
      target = now;
      hooks.unsaved(unsaved());
    },
    /** It was changed elsewhere: taken over where nothing is unsaved here. */
    adopt(note: Note): void {
      if (note.id !== id || note.revision <= expected || running) return;
      const theirs = contentOf(note);
      // Placed anew, or undone: what is written here is still a change of what it says.
      const isOnlyMoved = kept !== undefined && isSame(kept, theirs);
      if (isDue() && !isOnlyMoved) return;
      expected = note.revision;
      if (isOnlyMoved) return;
      kept = wanted = theirs;
      editor.shown?.(wanted);
    },
    unsaved,
    /** It is shown no longer: what becomes of it changes nothing in what is shown instead. */
    part(): void {
      editor = {};
    },
    get id(): NoteId {
      return id;
    },
  };
}
