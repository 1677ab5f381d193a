/** `handout` and `handouts`: documents of articles, and the presets to make them by. */
import { existsSync, mkdirSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import process from 'node:process';
import type { Command } from 'commander';
import { freeName, makeFiles } from '../../library/handout-files';
import type { HandoutFormat } from '../../shared/contract';
import { type ArticleId, articleIdSchema } from '../../shared/domain';
import { AppError } from '../../shared/errors';
import { BINDING, HANDOUT_FORMATS, MARGINS, SIZES } from '../../shared/handout-parts';
import { PRESETS } from '../../shared/handout-presets';
import { type Asked, requested } from '../handout-asked';
import { parseColumns, parseMeasure, parseNotes, parseTitle, QUESTIONS_HELP } from '../handout-limits';
import {
  parseLayout,
  parseNames,
  parseOneOf,
  parsePaper,
  parseParts,
  parseSections,
} from '../handout-request';
import { parseId } from '../ids';
import { columns, type GlobalOptions, parseLangs, print, PROGRAM, withLibrary } from '../terminal';

type Options = GlobalOptions &
  Asked & {
    out?: string;
    outDir?: string;
    as?: HandoutFormat;
  };

export function addHandoutCommands(program: Command): void {
  const list = (value: string): string[] => value.split(',').map((one) => one.trim());
  program
    .command('handout')
    .description('make a handout of articles: PDF, DOCX or HTML')
    .argument('[ids...]', 'articles, as `articles` lists them', (id: string, before: ArticleId[] = []) => [
      ...before,
      parseId(articleIdSchema)(id),
    ])
    .option('--all', 'of every article')
    .option('--out <file>', 'the file to write; its ending says the format: .pdf, .docx, .html')
    .option('--out-dir <dir>', 'a file for every article, into this folder')
    .option('--as <format>', 'with --out-dir: pdf, docx, html', parseOneOf('format', HANDOUT_FORMATS))
    .option('--preset <name>', `${PRESETS.join(', ')}, or one of your own`)
    .option('--from <file>', 'as in a PDF that Paralel made, or in the JSON that lies in it')
    .option('--langs <langs>', 'editions, the handout’s own language first', parseLangs)
    .option('--layout <layout>', 'single: one after the other; parallel: beside each other', parseLayout)
    .option('--names <how>', 'in the text: as-written, gloss, or a language', parseNames)
    .option('--parts <parts>', 'in order, as in text,figures,names:once,map:each:landscape', parseParts)
    .option('--sections <article:ids>', 'only these, as in izbica-massacre:lead,h-events', parseSections)
    .option('--without-details', 'without the paragraphs that describe killings in detail')
    .option('--paper <size>', 'A4, A5 or Letter', parsePaper)
    .option('--landscape', 'all pages lie across')
    .option(
      '--margin <mm>',
      `from the paper’s edge: ${MARGINS.least} to ${MARGINS.most}`,
      parseMeasure('--margin', MARGINS, 'millimetres'),
    )
    .option(
      '--binding <mm>',
      `more on the inner side: ${BINDING.least} to ${BINDING.most}`,
      parseMeasure('--binding', BINDING, 'millimetres'),
    )
    .option(
      '--size <pt>',
      `of the text: ${SIZES.least} to ${SIZES.most}`,
      parseMeasure('--size', SIZES, 'points'),
    )
    .option('--columns <n>', 'of running text: 1 or 2', parseColumns)
    .option('--contrast', 'black only, heavier lines')
    .option('--hyphenate', 'justified, words divided')
    .option('--title <title>', 'on the cover and in the properties', parseTitle('--title'))
    .option('--subtitle <text>', 'beneath it', parseTitle('--subtitle'))
    .option('--notes <which>', 'all, or ids of notes', parseNotes)
    .option('--without-questions <ids>', 'of the library’s', list)
    .option('--questions-file <file.json>', 'your own questions; what it holds is said below')
    .addHelpText('after', QUESTIONS_HELP)
    .action((ids: ArticleId[], _, command: Command) => makeHandouts(ids, command.optsWithGlobals<Options>()));

  program
    .command('presets')
    .description('the presets for handouts, those that come with Paralel and your own')
    .action((_, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      return withLibrary(options, async (call) => {
        const own = await call('handouts.list', {});
        const all = [
          ...PRESETS.map((id) => ({ id: id as string, name: id as string, isOwn: false })),
          ...own.map(({ id, name }) => ({ id, name, isOwn: true })),
        ];
        print(options, all, () => columns(all.map(({ id, name, isOwn }) => [id, isOwn ? name : ''])));
      });
    });
}

async function makeHandouts(ids: readonly ArticleId[], options: Options): Promise<void> {
  const started = performance.now();
  const { target, as } = targetOf(options);
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort(new AppError('print.stopped'));
  process.once('SIGINT', onInterrupt);
  // Loaded here: the other commands should not wait for what only this one needs.
  const [{ ChromiumPrinter }, { forkFinisher }, { writeWhole }] = await Promise.all([
    import('../../library/printing/chromium'),
    import('../../library/printing/finish-apart'),
    import('../../library/write-whole'),
  ]);
  const printer = new ChromiumPrinter({
    windowFolder: resolve(PROGRAM, 'out', 'renderer'),
    spawn: () => forkFinisher(resolve(PROGRAM, 'out', 'main')),
  });
  const written: { file: string; pages: number }[] = [];
  const progress = progressLine();
  try {
    await withLibrary(options, async (call) => {
      const request = await requested(ids, options, call);
      await makeFiles(
        { request, as, apart: 'folder' in target },
        (one) => call('handout.compose', one),
        async () => printer,
        async (name, { bytes, pages }) => {
          const file =
            'file' in target
              ? target.file
              : join(
                  target.folder,
                  freeName(name, (taken) => existsSync(join(target.folder, taken))),
                );
          if ('folder' in target) makeFolder(target.folder);
          await writeWhole(file, bytes);
          written.push({ file, pages });
        },
        { signal: stop.signal, onProgress: progress.show },
      );
    });
  } finally {
    progress.end();
    process.off('SIGINT', onInterrupt);
    await printer.close();
  }
  const seconds = Math.round((performance.now() - started) / 10) / 100;
  const pages = written.reduce((sum, one) => sum + one.pages, 0);
  const [first] = written;
  print(
    options,
    'file' in target
      ? { file: first?.file, pages, seconds }
      : { folder: target.folder, files: written, pages, seconds },
    () => [
      ...written.map((one) => (as === 'pdf' ? `${one.file}: ${counted(one.pages)}` : one.file)),
      `${seconds} s`,
    ],
  );
}

const counted = (pages: number): string => (pages === 1 ? '1 page' : `${pages} pages`);

/** @throws AppError 'file.not-writable' */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    const detail = cause instanceof Error ? (cause.message.split(',')[0] ?? '') : String(cause);
    throw new AppError('file.not-writable', { path, detail }, { cause });
  }
}

type Target = { file: string } | { folder: string };

/** @throws RangeError */
function targetOf({ out, outDir, as }: Options): { target: Target; as: HandoutFormat } {
  if (out !== undefined && outDir === undefined) {
    const ending = extname(out).slice(1).toLowerCase();
    const format =
      as ?? HANDOUT_FORMATS.find((one) => one === ending || (one === 'html' && ending === 'htm'));
    if (!format)
      throw new RangeError(`--out ${out}: its ending has to be .pdf, .docx or .html, or --as say which.`);
    return { target: { file: resolve(out) }, as: format };
  }
  if (out === undefined && outDir !== undefined)
    return { target: { folder: resolve(outDir) }, as: as ?? 'pdf' };
  throw new RangeError('Say either --out FILE or --out-dir DIR.');
}

/** One line that is written over, where somebody looks. */
function progressLine() {
  let isShown = false;
  return {
    show(done: number, total: number): void {
      if (!process.stderr.isTTY) return;
      process.stderr.write(`\r${done} / ${total} `);
      isShown = true;
    },
    end(): void {
      if (isShown) process.stderr.write('\r\u001b[K');
    },
  };
}
