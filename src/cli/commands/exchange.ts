/** `export`: what goes out to other programs; and `import`, beside it. */
import { resolve } from 'node:path';
import { Argument, type Command, Option } from 'commander';
import { type ExportRequest, exportRequestSchema, type Output } from '../../shared/contract';
import { articleIdSchema } from '../../shared/domain';
import { type Lang, LANGS } from '../../shared/lang';
import en from '../../../locales/en.json';
import { fillIn } from '../../shared/errors';
import { writeWhole } from '../../library/write-whole';
import { type Exported, EXPORTED, formatFor, formatsOf } from '../export-format';
import type { Sentences } from '../file-problems';
import { parseId } from '../ids';
import { type Pair, parsePair } from '../pair';
import { type GlobalOptions, parseLang, parseLangs, print, withLibrary } from '../terminal';
import { addImportCommands } from './imports';

type ExportOptions = GlobalOptions & {
  format?: string;
  out: string;
  langs?: Lang[];
  lang?: Lang;
  forms?: string;
  pair?: Pair;
  base?: string;
  article?: string;
  dryRun?: boolean;
};

export function addExchangeCommands(program: Command): void {
  program
    .command('export')
    .description('write names, aligned blocks, figures or notes to a file for another program')
    .addArgument(new Argument('<what>', 'what to write').choices(EXPORTED))
    .requiredOption('--out <file>', 'the file to write')
    .option(
      '--format <format>',
      `where the file’s name does not tell it; ${EXPORTED.map((what) => `${what}: ${formatsOf(what).join(', ')}`).join('; ')}`,
    )
    .option('--langs <langs>', `the languages to write, of ${LANGS.join(',')}`, parseLangs)
    .option('--lang <lang>', 'figures, notes: the language to write them in', parseLang)
    .addOption(
      new Option('--forms <forms>', 'names: all, or only those without cases').choices(['all', 'citation']),
    )
    .option('--pair <from,to>', 'names as a glossary of two languages, which omegat needs', parsePair)
    .option('--base <address>', 'names: what ids are appended to where a format asks for addresses')
    .option('--article <id>', 'blocks, figures, notes: only of this article', parseId(articleIdSchema))
    .option('--dry-run', 'say what the file would and would not hold, and write nothing')
    .action((what: Exported, _, command: Command) =>
      exportFile(what, command.optsWithGlobals<ExportOptions>()),
    );

  addImportCommands(program);
}

async function exportFile(what: Exported, options: ExportOptions): Promise<void> {
  const request = requestOf(what, options);
  const file = resolve(options.out);
  await withLibrary(options, async (call) => {
    const { count, losses } = await call('export.preview', request);
    if (!options.json && losses.length > 0) print(options, losses, lossLines);
    if (options.dryRun) {
      print(options, { written: null, count, losses }, () => [
        `${counted(what, count)} would be written to ${file}`,
      ]);
      return;
    }
    const made = await call('export.make', request);
    await writeWhole(file, Buffer.from(made.data, 'base64'));
    print(options, { written: file, count: made.count, losses: made.losses }, () => [
      `${file}: ${counted(what, made.count)}`,
    ]);
  });
}

function requestOf(what: Exported, options: ExportOptions): ExportRequest {
  const { langs, lang = 'en', forms, pair, base, article } = options;
  const format = formatFor(what, options.format, options.out);
  if (format === 'omegat' && !pair)
    throw new RangeError('An OmegaT glossary has two languages. Say which: --pair sq,sr-Latn.');
  const request =
    what === 'names'
      ? {
          what,
          format,
          langs: langs ?? [...LANGS],
          ...(forms && { forms }),
          ...(pair && { pair }),
          ...(base && { base }),
        }
      : what === 'blocks'
        ? { what, langs: langs ?? [...LANGS], ...(article && { articles: [article] }) }
        : what === 'notes'
          ? { what, lang, format, ...(article && { filter: { article } }) }
          : { what, lang, ...(article && { article }) };
  const parsed = exportRequestSchema.safeParse(request);
  if (parsed.success) return parsed.data;
  const field = String(parsed.error.issues[0]?.path[0]);
  throw new RangeError(MISUSED[field] ?? `--${field}: ${parsed.error.issues[0]?.message ?? ''}.`);
}

const MISUSED: Sentences = {
  base: '--base is an address that ends in : / or #, such as https://example.org/names/.',
  langs: 'Blocks stand beside each other in two languages or more: --langs sq,en.',
};

/** What will not be in the file, before it is. */
function lossLines(losses: Output<'export.preview'>['losses']): string[] {
  const sentences: Sentences = en.exchange.losses;
  if (losses.length === 0) return [];
  return [
    `${en.exchange.window.export.losses}:`,
    ...losses.map(
      ({ code, count, examples }) =>
        `    ${fillIn(sentences[code] ?? code, { count, examples: examples.join(', ') })}`,
    ),
  ];
}

function counted(what: Exported, n: number): string {
  const [one = '', many = one] = en.exchange.window.export.count[what].split(' | ');
  return fillIn(n === 1 ? one : many, { n });
}
