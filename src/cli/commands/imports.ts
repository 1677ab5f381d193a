/** `import`: what comes in from other programs. */
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import {
  type ImportPreview,
  type Output,
  type PlannedItem,
  READ_FORMATS,
  type ReadFormat,
} from '../../shared/contract';
import { ENTITY_TYPES, type EntityType } from '../../shared/domain';
import type { Lang } from '../../shared/lang';
import en from '../../../locales/en.json';
import { fillIn } from '../../shared/errors';
import { checkDecisions, decisionHint, DECISIONS_HELP, openDecisions, readDecisions } from '../decisions';
import { problemLine, type Sentences } from '../file-problems';
import { readGiven } from '../files';
import { type Pair, parsePair } from '../pair';
import { columns, EXIT, type GlobalOptions, parseLang, print, withLibrary } from '../terminal';

type ImportOptions = GlobalOptions & {
  format?: string;
  lang?: Lang;
  pair?: Pair;
  type?: EntityType;
  decisions?: string;
  dryRun?: boolean;
};

export function addImportCommands(program: Command): void {
  const bring = program.command('import').description('bring in names from a file of another program');
  bring
    .command('names')
    .description('bring in names: CSV, XLSX, TBX, OmegaT glossaries, Linked Places; undone with `undo`')
    .argument('<file>', 'the file to read')
    .option('--format <format>', 'xlsx, csv, tbx, tbx2, omegat, lpf or lp-tsv; otherwise as the file begins')
    .option('--lang <lang>', 'the language of names that state none', parseLang)
    .option('--pair <from,to>', 'the two languages of a glossary', parsePair)
    .addOption(
      new Option('--type <type>', 'what new records are of which the file does not say it').choices(
        ENTITY_TYPES,
      ),
    )
    .option('--decisions <file.json>', 'what was decided of conflicts: see below')
    .option('--dry-run', 'show what would change, and change nothing')
    .addHelpText('after', DECISIONS_HELP)
    .action((file: string, _, command: Command) =>
      importNames(file, command.optsWithGlobals<ImportOptions>()),
    );
  bring
    .command('notes')
    .description('bring in notes: W3C Web Annotation, also in an .annotations file')
    .argument('<file>', 'the file to read')
    .option('--dry-run', 'say what would change, and change nothing')
    .action((file: string, _, command: Command) =>
      importNotes(file, command.optsWithGlobals<ImportOptions>()),
    );
}

async function importNotes(path: string, options: ImportOptions): Promise<void> {
  const file = { name: basename(path), data: readGiven(path).toString('base64') };
  const done = await withLibrary(options, (call) =>
    call('notes.import', { file, trial: options.dryRun ?? false }),
  );
  print(options, done, importedNotesLines);
  if (done.failed.some(({ entry }) => entry === 0)) process.exitCode = EXIT.failed;
}

function importedNotesLines({ added, updated, skipped, orphaned, failed }: Output<'notes.import'>): string[] {
  const sentences: Sentences = en.notes.import.problems;
  return [
    `added ${added}, updated ${updated}, skipped ${skipped}, of those brought in without a place ${orphaned}, failed ${failed.length}`,
    ...failed.map(
      ({ entry, id, code, params }) =>
        [...(entry === 0 ? [] : [entry]), ...(id === null ? [] : [id])].join(' ') +
        `: ${fillIn(sentences[code] ?? code, params)}`,
    ),
  ];
}

async function importNames(path: string, options: ImportOptions): Promise<void> {
  const started = performance.now();
  const request = {
    file: { name: basename(path), data: readGiven(path).toString('base64') },
    ...(options.format && { format: parseFormat(options.format) }),
    ...(options.lang && { lang: options.lang }),
    ...(options.pair && { pair: options.pair }),
    ...(options.type && { type: options.type }),
  };
  const decisions = options.decisions ? readDecisions(options.decisions) : {};
  await withLibrary(options, async (call) => {
    const preview = await call('import.preview', request);
    const fatal = preview.problems.find(({ severity }) => severity === 'fatal');
    if (fatal) process.exitCode = EXIT.failed;
    else checkDecisions(decisions, preview);
    if (options.dryRun) {
      print(options, { ...preview, decisions: openDecisions(preview.items) }, previewLines);
      return;
    }
    const done = fatal ? undefined : await call('import.apply', { ...request, decisions });
    const result = {
      added: done?.added ?? [],
      updated: done?.changed ?? [],
      unchanged: preview.counts.unchanged,
      undecided: done?.undecided ?? [],
      failed: fatal ? [{ path, reason: problemLine(fatal) }] : [],
      problems: preview.problems,
      edit: done?.edit ?? null,
      seconds: Math.round(performance.now() - started) / 1000,
    };
    print(options, result, () => importedLines(result, preview));
  });
}

function parseFormat(value: string): ReadFormat {
  const format = READ_FORMATS.find((one) => one === value);
  if (format) return format;
  throw new RangeError(`“${value}” cannot be read. Formats: ${READ_FORMATS.join(', ')}.`);
}

function previewLines({ counts, items, problems }: ImportPreview): string[] {
  return [
    `added ${counts.added}, changed ${counts.changed}, unchanged ${counts.unchanged}, to be decided ${counts.conflict}`,
    ...problems.map(problemLine),
    ...columns(items.map(itemRow)),
    ...decisionHint(items.filter(({ status }) => status === 'conflict')),
  ];
}

function itemRow({ key, status, entity, name, changes, conflicts }: PlannedItem): string[] {
  const doubts = conflicts.map((conflict) =>
    conflict.code === 'same-as'
      ? `same as ${conflict.candidates.map(({ id }) => id).join(' or ')}?`
      : conflict.code,
  );
  return [key, status, entity ?? '', name, [...changes.map(({ what }) => what), ...doubts].join(', ')];
}

interface Imported {
  added: string[];
  updated: string[];
  unchanged: number;
  undecided: string[];
  failed: { reason: string }[];
  edit: number | null;
}

function importedLines(result: Imported, { problems, items }: ImportPreview): string[] {
  const left = items.filter(({ key }) => result.undecided.includes(key));
  return [
    ...problems.map(problemLine),
    `added ${result.added.length}, updated ${result.updated.length}, unchanged ${result.unchanged}, left to be decided ${left.length}`,
    ...columns(left.map(itemRow)),
    ...decisionHint(left),
    ...(result.edit === null ? [] : [`undone by: paralel undo ${result.edit}`]),
  ];
}
