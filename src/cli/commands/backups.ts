/** `backup` and `restore`: copies of what the reader wrote, and back. A notebook that is lost comes back by `restore` too. */
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Backup, Call, Input, NotebookState, Output } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import { writeWhole } from '../../library/write-whole';
import { readGiven } from '../files';
import { columns, type GlobalOptions, print, withLibrary } from '../terminal';

type BackupOptions = GlobalOptions & { out?: string };
type RestoreOptions = GlobalOptions & { newest?: boolean; dryRun?: boolean };
type Lost = Extract<NotebookState, { state: 'lost' }>;

/** As the contract takes it: so much base64 is a third more than the file. */
const MOST_BYTES = 36 * 1024 * 1024;

export function addBackupCommands(program: Command): void {
  const backup = program
    .command('backup')
    .description('back up what you wrote: into the library’s folder of backups, or all of it into one file')
    .option('--out <file>', 'write one file, to be kept somewhere else')
    .action((_, command: Command) => makeBackup(command.optsWithGlobals<BackupOptions>()));
  backup
    .command('list')
    .description('the backups in the library’s folder, the newest first')
    .action((_, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      return withLibrary(options, async (call) =>
        print(options, await call('notebook.backups', {}), ({ folder, backups }) => [
          folder,
          ...columns(backups.map(backupRow)),
        ]),
      );
    });

  program
    .command('restore')
    .description('bring in what a backup has and the notebook has not, or bring back a notebook that is lost')
    .argument('[file]', 'a backup: a file, or a name that `backup list` shows')
    .option('--newest', 'the newest in the library’s folder')
    .option('--dry-run', 'show what would be done, and do nothing')
    .action((file: string | undefined, _, command: Command) =>
      restore(file, command.optsWithGlobals<RestoreOptions>()),
    );
}

async function makeBackup(options: BackupOptions): Promise<void> {
  if (options.out === undefined) {
    await withLibrary(options, async (call) =>
      print(options, await call('notebook.backup', {}), (made) => columns([backupRow(made)])),
    );
    return;
  }
  const file = resolve(options.out);
  const made = await withLibrary(options, (call) => call('export.make', { what: 'backup' }));
  const bytes = Buffer.from(made.data, 'base64');
  await writeWhole(file, bytes);
  print(options, { written: file, notes: made.count, bytes: bytes.length }, (done) => [
    `${done.written}: ${done.notes} notes, ${done.bytes} bytes`,
  ]);
}

const backupRow = ({ file, at, bytes, reason, notes }: Backup): string[] => [
  file,
  at,
  reason,
  notes === null ? 'cannot be read' : `${notes} notes`,
  `${bytes} bytes`,
];

/** @throws RangeError, which is told as misuse */
async function restore(file: string | undefined, options: RestoreOptions): Promise<void> {
  if ((file === undefined) === (options.newest !== true))
    throw new RangeError('Name one backup, or say --newest.');
  await withLibrary(options, async (call) => {
    const { notebook } = await call('app.open', {});
    if (notebook.state === 'lost') return recover(call, notebook, file, options);
    const from = await sourceOf(call, file);
    const restored = await call('notebook.restore', { from, trial: options.dryRun === true });
    print(options, restored, (done) => restoredLines(done, options.dryRun === true));
  });
}

type From = Input<'notebook.restore'>['from'];

/** A name in the folder of backups, where no file is called so; the newest where none is named. */
async function sourceOf(call: Call, file: string | undefined): Promise<From> {
  if (file !== undefined && (existsSync(file) || file !== basename(file))) return { file: givenFile(file) };
  const { backups } = await call('notebook.backups', {});
  const found = file ?? backups.find(({ notes }) => notes !== null)?.file;
  if (found === undefined) throw new AppError('backup.unknown', { file: '--newest' });
  return { backup: found };
}

function givenFile(path: string): Extract<From, { file: unknown }>['file'] {
  const bytes = readGiven(path);
  if (bytes.length > MOST_BYTES)
    throw new AppError('backup.unreadable', { file: path, detail: `larger than ${MOST_BYTES} bytes` });
  return { name: basename(path).slice(-255), data: bytes.toString('base64') };
}

/** Without a good backup, what can still be read. */
async function recover(
  call: Call,
  lost: Lost,
  file: string | undefined,
  options: RestoreOptions,
): Promise<void> {
  const [newest] = lost.backups;
  const backup = file ?? newest?.file;
  if (backup !== undefined && !lost.backups.some((one) => one.file === backup))
    throw new AppError('backup.unknown', { file: backup });
  if (backup === undefined && lost.notes === 0) throw new AppError('backup.unknown', { file: '--newest' });
  if (options.dryRun) {
    print(options, lost, lostLines);
    return;
  }
  const request: Input<'notebook.recover'> =
    backup === undefined ? { with: 'salvage' } : { with: 'backup', backup };
  print(options, await call('notebook.recover', request), ({ notes, salvaged, setAside }) => [
    `the notebook is open again: ${notes} notes, ${salvaged} of them from the damaged file`,
    ...(setAside === null ? [] : [`the damaged file is now ${setAside}`]),
  ]);
}

export function lostLines({ reason, file, backups, notes, salvaged }: Lost): string[] {
  const [newest] = backups;
  const back =
    newest === undefined && notes === 0
      ? 'there is no backup, and nothing could be read from it'
      : `to bring back ${notes} notes, ${salvaged} of them read from the file: paralel restore --newest`;
  return [`${file} is ${reason}; nothing was changed`, back, ...columns(backups.map(backupRow))];
}

function restoredLines({ at, notes, edits, settings, before }: Output<'notebook.restore'>, isTrial: boolean) {
  const counts = Object.entries(notes).map(([what, count]) => `${what} ${count}`);
  return [
    `backup of ${at}${isTrial ? ': nothing was done' : ''}`,
    `notes: ${counts.join(', ')}`,
    `changes of names: added ${edits.added}, unchanged ${edits.unchanged}`,
    `settings: added ${settings}`,
    ...(before === null ? [] : [`before: ${before}`]),
  ];
}
