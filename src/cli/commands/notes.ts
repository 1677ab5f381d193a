/** `note`: what the reader writes. */
import { randomUUID } from 'node:crypto';
import { type Command, Option } from 'commander';
import {
  type Call,
  type ListedNote,
  NOTE_COLOURS,
  NOTE_STATES,
  type Note,
  type NoteColour,
  type NoteFilter,
  noteIdSchema,
  type NoteTarget,
} from '../../shared/contract';
import {
  type ArticleId,
  articleIdSchema,
  type EntityId,
  entityIdSchema,
  type FigureId,
  figureIdSchema,
} from '../../shared/domain';
import { AppError } from '../../shared/errors';
import type { Lang } from '../../shared/lang';
import { placeOfWords } from '../quote';
import { readText } from '../files';
import { parseId } from '../ids';
import { historyLines, listLines, noteLines } from '../note-lines';
import { type GlobalOptions, parseCount, parseLang, print, withLibrary } from '../terminal';

type Options<T> = GlobalOptions & T;

type TargetOptions = {
  article?: ArticleId;
  lang?: Lang;
  block?: string;
  quote?: string;
  entity?: EntityId;
  figure?: FigureId;
};
type ContentOptions = { text?: string; tag?: string[]; colour?: NoteColour };
type ListOptions = {
  words?: string;
  article?: ArticleId;
  entity?: EntityId;
  tag?: string;
  colour?: NoteColour;
  state?: Note['state'];
  trash?: boolean;
  sort: 'place' | 'time';
  limit: number;
  offset: number;
};

const noteId = parseId(noteIdSchema, 'the ids of notes are as `note list` has them');
const colour = () => new Option('--colour <colour>', 'the colour').choices(NOTE_COLOURS);
const text = (what: string) => new Option('--text <markdown>', `${what}; - for standard input`);
const several = (value: string, before: string[] = []): string[] => [...before, value];

export function addNoteCommands(program: Command): void {
  const note = program.command('note').description('write notes, and find them');
  target(
    note.command('add').description('write a note on words, a paragraph, an article, a figure or a name'),
  )
    .addOption(text('what to write, in Markdown; without it the words are highlighted'))
    .option('--tag <tag>', 'a tag; may be given several times', several)
    .addOption(colour())
    .action((_, command: Command) => {
      const options = command.optsWithGlobals<Options<TargetOptions & ContentOptions>>();
      return withLibrary(options, async (call) => {
        const saved = await call('notes.save', {
          id: noteIdSchema.parse(randomUUID()),
          expected: 0,
          target: await targetOf(call, options),
          text: given(options.text) ?? '',
          colour: options.colour ?? 'yellow',
          tags: options.tag ?? [],
        });
        print(options, saved.note, noteLines);
      });
    });

  note
    .command('list')
    .description('list notes')
    .argument('[words...]', 'in their text, their quote or their tags, in either script')
    .option('--article <id>', 'only of this article', parseId(articleIdSchema))
    .option('--entity <id>', 'only on this name', parseId(entityIdSchema))
    .option('--tag <tag>', 'only with this tag')
    .addOption(colour())
    .addOption(new Option('--state <state>', 'only in this state').choices(NOTE_STATES))
    .option('--trash', 'those that were deleted')
    .addOption(new Option('--sort <order>', 'by').choices(['place', 'time']).default('place'))
    .option('--limit <n>', 'at most so many', parseCount, 100)
    .option('--offset <n>', 'after so many', Number, 0)
    .action((words: string[], _, command: Command) => {
      const { limit, offset, sort, trash, ...options } = command.optsWithGlobals<Options<ListOptions>>();
      const filter: NoteFilter = {
        words: words.join(' '),
        removed: trash ?? false,
        ...picked(options, ['article', 'entity', 'tag', 'colour', 'state']),
      };
      return withLibrary(options, async (call) => {
        const rows: ListedNote[] = [];
        // The library answers with 500 at most at a time.
        while (rows.length < limit) {
          const want = Math.min(500, limit - rows.length);
          const at = offset + rows.length;
          const page = await call('notes.page', { ...filter, lang: 'en', sort, limit: want, offset: at });
          rows.push(...page.rows);
          if (page.rows.length < want) break;
        }
        print(options, rows, listLines);
      });
    });

  note
    .command('show')
    .description('print a note')
    .argument('<id>', 'as `note list` has it', noteId)
    .option('--history', 'with all that it was before')
    .action((id, _, command: Command) => {
      const options = command.optsWithGlobals<Options<{ history?: boolean }>>();
      return withLibrary(options, async (call) => {
        const shown = await call('notes.get', { id });
        if (!options.history) return print(options, shown, noteLines);
        const revisions = await call('notes.history', { id });
        print(options, { ...shown, history: revisions }, () => [
          ...noteLines(shown),
          '',
          ...historyLines(revisions),
        ]);
      });
    });

  target(note.command('edit').description('change a note, or put it in another place'))
    .argument('<id>', 'as `note list` has it', noteId)
    .addOption(text('what it says from now on'))
    .option('--tag <tag>', 'its tags from now on; may be given several times', several)
    .option('--no-tags', 'without tags')
    .addOption(colour())
    .option('--revision <n>', 'the revision that was read: a note changed since is kept beside', parseCount)
    .action((id, _, command: Command) => {
      const options =
        command.optsWithGlobals<
          Options<TargetOptions & ContentOptions & { revision?: number; tags: boolean }>
        >();
      return withLibrary(options, async (call) => {
        const before = await call('notes.get', { id });
        const saved = await call('notes.save', {
          id,
          expected: options.revision ?? before.revision,
          ...(isPlaced(options) && { target: await targetOf(call, { ...placeBefore(before), ...options }) }),
          text: given(options.text) ?? before.text,
          colour: options.colour ?? before.colour,
          tags: options.tags ? (options.tag ?? before.tags) : [],
        });
        const lines = (of: Note) => [
          ...(saved.state === 'conflict' ? ['It was changed meanwhile; this is kept beside it:'] : []),
          ...noteLines(of),
        ];
        print(options, saved.copy ?? saved.note, lines);
      });
    });

  note
    .command('remove')
    .description('put notes into the trash')
    .argument('<ids...>', 'as `note list` has them', each(noteId))
    .option('--for-good', 'delete them, and all that they were; not to be undone')
    .option('--backups', 'with --for-good: from the automatic backups too')
    .action((ids: ReturnType<typeof noteId>[], _, command: Command) => {
      const options = command.optsWithGlobals<Options<{ forGood?: boolean; backups?: boolean }>>();
      return withLibrary(options, async (call) => {
        const { removed } = await call('notes.remove', { ids });
        if (!options.forGood) return print(options, { removed }, () => [`into the trash: ${removed.length}`]);
        const { purged } = await call('notes.purge', { ids, backups: options.backups ?? false });
        print(options, { purged }, () => [`deleted for good: ${purged}`]);
      });
    });

  note
    .command('restore')
    .description('bring notes back from the trash')
    .argument('<ids...>', 'as `note list --trash` has them', each(noteId))
    .action((ids: ReturnType<typeof noteId>[], _, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      return withLibrary(options, async (call) => {
        const { restored } = await call('notes.restore', { ids });
        print(options, { restored }, () => [`brought back: ${restored.length}`]);
      });
    });
}

function target(command: Command): Command {
  return command
    .option('--article <id>', 'the article', parseId(articleIdSchema))
    .option('--lang <lang>', 'the edition', parseLang)
    .option('--block <id>', 'the paragraph, as `article --json` lists it')
    .option('--quote <words>', 'words of the article, or of the paragraph')
    .option(
      '--entity <id>',
      'a name; with an article, the first mention of it there',
      parseId(entityIdSchema),
    )
    .option('--figure <id>', 'a figure of the article', parseId(figureIdSchema));
}

const isPlaced = ({ article, block, quote, entity, figure }: TargetOptions): boolean =>
  [article, block, quote, entity, figure].some((one) => one !== undefined);

function placeBefore({ article, lang }: Note): TargetOptions {
  return { ...(article && { article }), ...(lang && { lang }) };
}

async function targetOf(
  call: Call,
  { article, lang = 'en', block, quote, entity, figure }: TargetOptions,
): Promise<NoteTarget> {
  if (article === undefined) {
    if (entity === undefined) throw new AppError('note.nowhere');
    return { on: 'entity', entity };
  }
  if (figure !== undefined) return { on: 'figure', article, figure };
  if (quote === undefined && entity === undefined)
    return block === undefined ? { on: 'article', article, lang } : { on: 'block', article, lang, block };
  const { blocks } = await call('articles.get', { id: article, lang });
  return { on: 'quote', article, lang, ...placeOfWords(blocks, { article, lang, block, quote, entity }) };
}

function given(value: string | undefined): string | undefined {
  return value === '-' ? readText('-') : value;
}

/** A commander argument that is a list, each of it parsed. */
function each<T>(parse: (value: string) => T): (value: string, before?: T[]) => T[] {
  return (value, before = []) => [...before, parse(value)];
}

function picked<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Partial<Pick<T, K>> {
  return Object.fromEntries(
    keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]])),
  ) as Partial<Pick<T, K>>;
}
