/** The arguments as Electron's processes have them: the program that runs, what it was told to run, and the rest. */
import process from 'node:process';

process.argv.splice(1, 1);
