/** `check`: whether all is whole. */
import type { Command } from 'commander';
import type { Output } from '../../shared/contract';
import { lostLines } from './backups';
import { columns, EXIT, type GlobalOptions, print, withLibrary } from '../terminal';

export function addKeepingCommands(program: Command): void {
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
