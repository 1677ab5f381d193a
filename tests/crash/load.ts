/** A window that writes: one thing after the other, a mixture of all that a notebook keeps. */
import type { Input, Output } from '../../src/shared/contract.ts';
import type { KeptEntity } from '../../src/shared/domain.ts';
import type { ErrorReport } from '../../src/shared/errors.ts';
import type { NoteColour } from '../../src/shared/note-parts.ts';
import type { Journal, Kept, Sent, Written } from './journal.ts';
import type { Ask } from './library-process.ts';
import type { FiledTarget } from './notebook-file.ts';
import type { Random } from './random.ts';

type Save = Input<'notes.save'>;
export type Target = NonNullable<Save['target']>;

export interface Desk {
  journal: Journal;
  random: Random;
  /** What notes can be on. */
  places: readonly Target[];
  /** Notes that every window writes to, and none deletes. */
  shared: string[];
}

/** answered: acknowledged; refused: with an error; silent: the process ended first. */
export type Outcome = { state: 'answered' } | { state: 'silent' } | { state: 'refused'; error: ErrorReport };

const ANSWERED: Outcome = { state: 'answered' };
const SILENT: Outcome = { state: 'silent' };

const COLOURS: readonly NoteColour[] = ['yellow', 'green', 'blue', 'red', 'violet'];
/** What each window has to itself, by its number. */
const ARTICLES = ['izbica-massacre', 'drenica-massacres', 'poklek-massacre'] as const;
const ENTITIES = ['pl-izbica', 'pl-qirez', 'ev-izbica'] as const;
const SETTINGS: readonly (readonly [string, readonly string[]])[] = [
  ['signedAs', ['Arta D.', 'Марко', 'class 4b', '']],
  ['theme', ['light', 'dark', 'system', 'contrast']],
  ['textSize', ['small', 'medium', 'large', 'larger']],
];
const WORDS = [
  'shënim',
  'белешка',
  'beleška',
  'note',
  'Çirez',
  'Љубижда',
  '*e theksuar*',
  '\n\n',
  '🕊',
  'a\u0301',
];

export type Window = ReturnType<typeof openWindow>;

/** @param number from 0; each has notes, a setting, a place and a name of its own */
export function openWindow({ journal, random, places, shared }: Desk, number: number) {
  const own: string[] = [];
  let serial = 0;

  function write(length = random.chance(0.08) ? 20_000 : random.below(40)): Written {
    serial += 1;
    const words = Array.from({ length: Math.ceil(length / 5) }, () => random.pick(WORDS));
    const stamp = random.uuid().slice(0, 8);
    return {
      text: `${number}-${stamp}-${serial} ${words.join(' ')}`,
      colour: random.pick(COLOURS),
      tags: random.chance(0.3) ? [random.pick(['dëshmi', 'извор', 'class'])] : [],
    };
  }
  const alive = () => own.filter((note) => journal.latest(note)?.removed === false);
  /** What was to be deleted for good may be gone although that was refused: its traces could not be removed. */
  const isLeaving = (note: string) =>
    [...journal.open].some((sent) => sent.kind === 'purge' && sent.notes.includes(note));
  const dead = () => own.filter((note) => journal.latest(note)?.removed === true && !isLeaving(note));

  async function save(ask: Ask, note: string, expected: number, target?: Target): Promise<Outcome> {
    const was = journal.latest(note);
    const on = target ? placed(target) : was?.on;
    if (!on) throw new Error(`note ${note} has no place`);
    const written = write();
    const sent: Sent = { kind: 'save', note, expected, written, on };
    journal.send(sent);
    return send(ask, sent, target);
  }

  /** Sends it once more, as a window does that heard nothing. */
  async function send(ask: Ask, sent: Sent & { kind: 'save' }, target?: Target): Promise<Outcome> {
    const { note, expected, written, on } = sent;
    const input = { id: note, expected, ...written, ...(target && { target }) };
    const answer = await ask('notes.save', input as unknown as Save);
    if (!answer?.ok) return failed(answer?.error);
    const { state, note: now, copy } = answer.value;
    if (state === 'unchanged') journal.settle(sent);
    else if (state === 'saved') {
      if (now.revision !== expected + 1 || now.text !== written.text)
        throw new Error(`note ${note} was answered with what was not sent`);
      journal.keep(sent, [{ ...written, note, revision: now.revision, on, removed: false }]);
    } else {
      if (copy?.text !== written.text) throw new Error(`the copy of ${note} is not what was sent`);
      own.push(copy.id);
      journal.keep(sent, [{ ...written, note: copy.id, revision: copy.revision, on, removed: false }]);
    }
    return ANSWERED;
  }

  async function setRemoved(ask: Ask, kind: 'remove' | 'restore', notes: string[]): Promise<Outcome> {
    const sent: Sent = { kind, notes };
    journal.send(sent);
    const ids = notes as unknown as Input<'notes.remove'>['ids'];
    const answer = await ask(kind === 'remove' ? 'notes.remove' : 'notes.restore', { ids });
    if (!answer?.ok) return failed(answer?.error);
    const done: string[] = 'removed' in answer.value ? answer.value.removed : answer.value.restored;
    if (done.length !== notes.length)
      throw new Error(`${kind} was done to ${done.length} of ${notes.length}`);
    journal.keep(
      sent,
      notes.flatMap((note): Kept[] => {
        const was = journal.latest(note);
        return was ? [{ ...was, revision: was.revision + 1, removed: kind === 'remove' }] : [];
      }),
    );
    return ANSWERED;
  }

  async function purge(ask: Ask, note: string): Promise<Outcome> {
    const sent = { kind: 'purge' as const, notes: [note] };
    journal.send(sent);
    const ids = [note] as unknown as NonNullable<Input<'notes.purge'>['ids']>;
    const answer = await ask('notes.purge', { ids, backups: random.chance(0.5) });
    if (!answer?.ok) return failed(answer?.error);
    if (answer.value.purged !== 1) throw new Error(`note ${note} was not there to be deleted for good`);
    journal.purge(sent);
    return ANSWERED;
  }

  async function set(ask: Ask): Promise<Outcome> {
    const [key, values] = SETTINGS[number % SETTINGS.length] ?? ['signedAs', ['']];
    const value = random.pick(values);
    journal.sendValue(`setting ${key}`, JSON.stringify(value));
    const answer = await ask('settings.set', { [key]: value });
    if (!answer?.ok) return failed(answer?.error);
    journal.keepValue(`setting ${key}`, JSON.stringify(value));
    return ANSWERED;
  }

  async function keepPlace(ask: Ask): Promise<Outcome> {
    const article = ARTICLES[number % ARTICLES.length] ?? '';
    const block = places.flatMap((place) =>
      'block' in place && place.article === article ? [place.block] : [],
    );
    // A sum of halves, which SQL and JSON write alike.
    const offset = (random.below(63) + 1) / 64;
    const position = { article, block: random.pick(block), offset };
    const [key, value] = [`position ${article}`, `${position.block} ${offset}`];
    journal.sendValue(key, value);
    const answer = await ask('reading.keep', position as Input<'reading.keep'>);
    if (!answer?.ok) return failed(answer?.error);
    journal.keepValue(key, value);
    return ANSWERED;
  }

  async function addName(ask: Ask): Promise<Outcome> {
    const id = ENTITIES[number % ENTITIES.length] as Input<'names.get'>['id'];
    const answered = await ask('names.get', { id });
    if (!answered?.ok) return failed(answered?.error);
    const entity = entityOf(answered.value);
    const [first] = entity.names;
    if (!first) throw new Error('no name');
    const text = `Љубижда ${number} ${random.uuid().slice(0, 8)}`;
    const names = [...entity.names, { ...first, lang: 'sr-Cyrl' as const, text, kind: 'variant' as const }];
    journal.sendValue(`name ${text}`, 'there');
    const answer = await ask('names.put', { before: entity, after: { ...entity, names } });
    if (!answer?.ok) return failed(answer?.error);
    journal.keepValue(`name ${text}`, 'there');
    return ANSWERED;
  }

  /** The next thing, by chance; what cannot be done yet becomes a new note. */
  async function act(ask: Ask): Promise<Outcome> {
    const lot = random.below(100);
    const [living, removed] = [alive(), dead()];
    const note = living.length > 0 ? random.pick(living) : undefined;
    if (lot < 26 && note !== undefined) {
      const target = random.chance(0.1) ? random.pick(places) : undefined;
      return save(ask, note, journal.latest(note)?.revision ?? 0, target);
    }
    if (lot < 34 && note !== undefined) {
      const revision = journal.latest(note)?.revision ?? 1;
      return save(ask, note, random.below(revision), random.pick(places));
    }
    if (lot < 42 && shared.length > 0) {
      const common = random.pick(shared);
      const known = journal.latest(common);
      if (known) return save(ask, common, known.revision);
    }
    if (lot < 51 && note !== undefined)
      return setRemoved(ask, 'remove', [...new Set([note, random.pick(living), random.pick(living)])]);
    if (lot < 57 && removed.length > 0) return setRemoved(ask, 'restore', [random.pick(removed)]);
    if (lot < 61 && removed.length > 0) return purge(ask, random.pick(removed));
    if (lot < 65) return set(ask);
    if (lot < 69) return keepPlace(ask);
    if (lot < 71) return addName(ask);
    return begin(ask);
  }

  function begin(ask: Ask): Promise<Outcome> {
    const id = random.uuid();
    (random.chance(0.1) ? shared : own).push(id);
    return save(ask, id, 0, random.pick(places));
  }

  return { act, begin, send };
}

function failed(error: ErrorReport | undefined): Outcome {
  return error ? { state: 'refused', error } : SILENT;
}

/** As the file says it. */
function placed(target: Target): FiledTarget {
  if (target.on !== 'quote') return target;
  const { text, ...rest } = target;
  return { ...rest, exact: text };
}

function entityOf({ attestations: _, homonyms: __, edits: ___, ...entity }: Output<'names.get'>): KeptEntity {
  return { ...entity, names: entity.names.map(({ source: ____, edit: _____, ...name }) => name) };
}
