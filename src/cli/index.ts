/** The terminal: the contract's library methods as commands. The launcher sends `start` and `serve` elsewhere. */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { AppError } from '../shared/errors';
import { version } from '../shared/version';
import { addBackupCommands } from './commands/backups';
import { addEditingCommands } from './commands/editing';
import { addExchangeCommands } from './commands/exchange';
import { addHandoutCommands } from './commands/handout';
import { addHistoryCommands } from './commands/history';
import { addKeepingCommands } from './commands/keeping';
import { addNameCommands } from './commands/names';
import { addNoteCommands } from './commands/notes';
import { addReadingCommands } from './commands/reading';
import { addReportCommands } from './commands/reports';
import { EXIT } from './terminal';

const program = new Command('paralel')
  .description('Articles with their Albanian, Serbian and English names in parallel, offline.')
  .version(version)
  .option('--library <dir>', 'the library’s folder (else PARALEL_LIBRARY, else the platform’s data folder)')
  .option('--json', 'print one JSON value')
  .addHelpText(
    'after',
    '\nAlso: paralel start (the reader), paralel serve (the loopback host); each has --help.',
  )
  .exitOverride();

addReadingCommands(program);
addNameCommands(program);
addReportCommands(program);
addEditingCommands(program);
addHistoryCommands(program);
addNoteCommands(program);
addExchangeCommands(program);
addBackupCommands(program);
addHandoutCommands(program);
addKeepingCommands(program);
for (const command of program.commands)
  command.exitOverride().showHelpAfterError('(--help shows how it is used)');

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = tell(error);
}

/** Errors go to standard error; the sentence is enough where we have one. */
function tell(error: unknown): number {
  if (error instanceof CommanderError) {
    // Commander has said it. Help and version end well.
    return error.exitCode === 0 ? EXIT.done : EXIT.misused;
  }
  if (error instanceof RangeError || error instanceof InvalidArgumentError) {
    console.error(`error: ${error.message}`);
    return EXIT.misused;
  }
  console.error(error instanceof AppError ? error.message : error);
  return EXIT.failed;
}
