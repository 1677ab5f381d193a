/** `handout` and `check`: what goes out, and whether all is whole. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Output } from '../../shared/contract';
import { articleIdSchema } from '../../shared/domain';
import { LANGS, type Lang } from '../../shared/lang';
import { parseId } from '../ids';
import { lostLines } from './backups';
import { columns, EXIT, type GlobalOptions, parseLang, print, PROGRAM, withLibrary } from '../terminal';

type HandoutOptions = GlobalOptions & { out: string; langs: Lang[]; paper: 'A4' | 'Letter' };

export function addKeepingCommands(program: Command): void {
  program
    .command('handout')
    .description('print an article to a PDF')
    .argument('<id>', 'as `articles` lists it', parseId(articleIdSchema))
    .requiredOption('--out <file.pdf>', 'the file to write')
    .option(
      '--langs <langs>',
      `editions, one after the other, of ${LANGS.join(',')}`,
      (list) => list.split(',').map(parseLang),
      ['en' as Lang],
    )
    .option('--paper <size>', 'A4 or Letter', parsePaper, 'A4' as const)
    .action(async (id, _, command: Command) => {
      const options = command.optsWithGlobals<HandoutOptions>();
      const started = performance.now();
      const handout = await withLibrary(options, (call) =>
        call('handout.compose', { articles: [id], langs: [...new Set(options.langs)], paper: options.paper }),
      );
      // Loaded here: the other commands should not wait for what only this one needs.
      const [{ ChromiumPrinter }, { writeWhole }] = await Promise.all([
        import('../../library/printing/chromium'),
        import('../../library/write-whole'),
      ]);
      const printer = new ChromiumPrinter({ windowFolder: resolve(PROGRAM, 'out', 'renderer') });
      try {
        const { bytes, pages } = await printer.print(handout);
        const file = resolve(options.out);
        await writeWhole(file, bytes);
        const seconds = Math.round((performance.now() - started) / 10) / 100;
        print(options, { file, pages, seconds }, () => [`${file}: ${pages} pages, ${seconds} s`]);
      } finally {
        await printer.close();
      }
    });

  program
    .command('check')
    .description('check whether the library’s files are whole')
    .action((_, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      return withLibrary(options, async (call) => {
        const checked = await call('library.check', {});
        const { notebook } = await call('app.open', {});
        const isLost = notebook.state === 'lost';
        print(options, isLost ? { ...checked, notebook } : checked, () => [
          ...checkLines(checked),
          ...(isLost ? lostLines(notebook) : []),
        ]);
        if (!checked.ok) process.exitCode = EXIT.failed;
      });
    });
}

function checkLines({ path, files, notices }: Output<'library.check'>): string[] {
  return [
    path,
    ...columns(files.map(({ file, state, bytes, detail }) => [file, state, `${bytes} bytes`, detail])),
    ...notices.map(({ message }) => message),
  ];
}

function parsePaper(value: string): 'A4' | 'Letter' {
  const paper = (['A4', 'Letter'] as const).find((one) => one.toLowerCase() === value.toLowerCase());
  if (paper) return paper;
  throw new RangeError(`“${value}” is no paper size. Sizes: A4, Letter.`);
}
