/** `export` and `import`: what goes out to other programs, and what comes in from them. */
import { basename, resolve } from 'node:path';
import { Argument, type Command } from 'commander';
import { z } from 'zod';
import {
  type ExportRequest,
  exportRequestSchema,
  type FileProblem,
  type ImportPreview,
  importDecisionSchema,
  NOTE_FORMATS,
  type Output,
  type PlannedItem,
  READ_FORMATS,
  type ReadFormat,
} from '../../shared/contract';
import { articleIdSchema } from '../../shared/domain';
import { isLang, type Lang, LANGS } from '../../shared/lang';
import en from '../../../locales/en.json';
import { fillIn } from '../../shared/errors';
import { writeWhole } from '../../library/write-whole';
import { readGiven, readText } from '../files';
import { parseId } from '../ids';
import { columns, EXIT, type GlobalOptions, parseLang, parseLangs, print, withLibrary } from '../terminal';

interface Pair {
  source: Lang;
  target: Lang;
}

type ExportOptions = GlobalOptions & {
  format?: string;
  out: string;
  langs?: Lang[];
  lang?: Lang;
  forms?: string;
  pair?: Pair;
  base?: string;
  article?: string;
};

type ImportOptions = GlobalOptions & {
  format?: string;
  lang?: Lang;
  pair?: Pair;
  decisions?: string;
  dryRun?: boolean;
};

export function addExchangeCommands(program: Command): void {
  program
    .command('export')
    .description('write names, aligned blocks, figures or notes to a file for another program')
    .addArgument(new Argument('<what>', 'what to write').choices(['names', 'blocks', 'figures', 'notes']))
    .requiredOption('--out <file>', 'the file to write')
    .option(
      '--format <format>',
      'names: xlsx, csv, tbx, tbx2, omegat, tmx, lpf, lp-tsv, skos; blocks: tmx; figures: csv; notes: ' +
        NOTE_FORMATS.join(', '),
    )
    .option('--langs <langs>', `the languages to write, of ${LANGS.join(',')}`, parseLangs)
    .option('--lang <lang>', 'figures, notes: the language to write them in', parseLang)
    .option('--forms <forms>', 'names: all, or citation for those without cases')
    .option('--pair <from,to>', 'names as a glossary of two languages, which omegat needs', parsePair)
    .option('--base <address>', 'names: what ids are appended to where a format asks for addresses')
    .option('--article <id>', 'blocks, figures, notes: only of this article', parseId(articleIdSchema))
    .action(async (what: string, _, command: Command) => {
      const options = command.optsWithGlobals<ExportOptions>();
      const request = requestOf(what, options);
      const made = await withLibrary(options, (call) => call('export.make', request));
      const file = resolve(options.out);
      await writeWhole(file, Buffer.from(made.data, 'base64'));
      const { count, losses } = made;
      print(options, { written: file, count, losses }, () => [`${file}: ${count}`, ...lossLines(losses)]);
    });

  const bring = program.command('import').description('bring in names from a file of another program');
  bring
    .command('names')
    .description('bring in names: CSV, XLSX, TBX, OmegaT glossaries, Linked Places; undone with `undo`')
    .argument('<file>', 'the file to read')
    .option('--format <format>', 'xlsx, csv, tbx, tbx2, omegat, lpf or lp-tsv; otherwise as the file begins')
    .option('--lang <lang>', 'the language of names that state none', parseLang)
    .option('--pair <from,to>', 'the two languages of a glossary', parsePair)
    .option('--decisions <file.json>', 'what was decided of conflicts, by the keys that --dry-run shows')
    .option('--dry-run', 'show what would change, and change nothing')
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
  const sentences = en.notes.import.problems as Sentences;
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
  };
  const decisions = options.decisions
    ? z.record(z.string(), importDecisionSchema).parse(JSON.parse(readText(options.decisions)))
    : {};
  await withLibrary(options, async (call) => {
    const preview = await call('import.preview', request);
    if (options.dryRun) {
      print(options, preview, previewLines);
      return;
    }
    const fatal = preview.problems.find(({ severity }) => severity === 'fatal');
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
    if (fatal) process.exitCode = EXIT.failed;
  });
}

function requestOf(what: string, options: ExportOptions): ExportRequest {
  const { format, langs, lang = 'en', forms, pair, base, article } = options;
  const request =
    what === 'names'
      ? {
          what,
          format: format ?? 'csv',
          langs: langs ?? [...LANGS],
          ...(forms && { forms }),
          ...(pair && { pair }),
          ...(base && { base }),
        }
      : what === 'blocks'
        ? { what, langs: langs ?? [...LANGS], ...(article && { articles: [article] }) }
        : what === 'notes'
          ? { what, lang, format: format ?? 'markdown', ...(article && { filter: { article } }) }
          : { what, lang, ...(article && { article }) };
  const parsed = exportRequestSchema.safeParse(request);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RangeError(`--${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

function parseFormat(value: string): ReadFormat {
  const format = READ_FORMATS.find((one) => one === value);
  if (format) return format;
  throw new RangeError(`“${value}” cannot be read. Formats: ${READ_FORMATS.join(', ')}.`);
}

/** For a commander option. @throws RangeError, which is told as misuse */
function parsePair(value: string): Pair {
  const [source = '', target = '', ...rest] = value.split(',');
  if (rest.length === 0 && isLang(source) && isLang(target) && source !== target) return { source, target };
  throw new RangeError(`“${value}” is no pair of languages, such as sq,sr-Latn.`);
}

type Sentences = Record<string, string | undefined>;

function problemLine({ code, at, params }: FileProblem): string {
  const sentence = fillIn((en.exchange.problems as Sentences)[code] ?? code, params);
  const where = [at.sheet, at.cell, at.line && `line ${at.line}`, at.entry].filter(Boolean).join(', ');
  return where === '' ? sentence : `${where}: ${sentence}`;
}

function lossLines(losses: Output<'export.make'>['losses']): string[] {
  const sentences = en.exchange.losses as Sentences;
  return losses.map(({ code, count, examples }) =>
    fillIn(sentences[code] ?? code, { count, examples: examples.join(', ') }),
  );
}

function previewLines({ counts, items, problems }: ImportPreview): string[] {
  return [
    `added ${counts.added}, changed ${counts.changed}, unchanged ${counts.unchanged}, to be decided ${counts.conflict}`,
    ...problems.map(problemLine),
    ...columns(items.map(itemRow)),
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
    ...(result.edit === null ? [] : [`undone by: paralel undo ${result.edit}`]),
  ];
}
