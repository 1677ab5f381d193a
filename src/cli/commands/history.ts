/** `changes`, `undo` and `redo`: what was changed in names. */
import type { Command } from 'commander';
import type { ListedEdit } from '../../shared/contract';
import { columns, type GlobalOptions, parseCount, print, withLibrary } from '../terminal';

export function addHistoryCommands(program: Command): void {
  program
    .command('changes')
    .description('list what was changed in names, the latest first')
    .option('--limit <n>', 'how many', parseCount, 100)
    .action((_, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { limit: number }>();
      return withLibrary(options, async (call) =>
        print(options, await call('names.edits', { limit: Math.min(options.limit, 500) }), ({ edits }) =>
          columns(edits.map(editRow)),
        ),
      );
    });
  for (const [name, description] of [
    ['undo', 'undo a change of names: the last, or the one with this number'],
    ['redo', 'do again what was undone: the last, or the one with this number'],
  ] as const) {
    program
      .command(name)
      .description(description)
      .argument('[number]', 'as `changes` lists it', parseCount)
      .action((edit: number | undefined, _, command: Command) => {
        const options = command.optsWithGlobals<GlobalOptions>();
        return withLibrary(options, async (call) =>
          print(options, await call(`names.${name}`, { edit }), (done) => columns([editRow(done)])),
        );
      });
  }
}

const editRow = ({ number, at, by, what, undoneAt, lost }: ListedEdit): string[] => {
  const { kind, ...rest } = what;
  const told = Object.values(rest).filter((value) => value !== null);
  const state = undoneAt === null ? '' : 'undone';
  return [
    String(number),
    at.slice(0, 16),
    state,
    lost > 0 ? `${lost} lost` : '',
    by,
    `${kind}: ${told.join(' ')}`,
  ];
};
