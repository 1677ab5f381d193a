/** Electron's app.commandLine: the switches that Chromium is started with. */
import process from 'node:process';
import type Electron from 'electron';
import { isReady } from './registry.ts';

export class CommandLine implements Electron.CommandLine {
  readonly switches = new Map<string, string>();
  readonly removed = new Set<string>();

  /** Afterwards Electron takes it and does nothing with it, which nobody would notice. */
  appendSwitch(name: string, value = ''): void {
    if (isReady()) throw new Error(`The double: --${name} has no effect any more once the app is ready`);
    this.switches.set(name, value);
  }
  appendArgument(value: string): void {
    throw new Error(`The double has no commandLine.appendArgument(${value})`);
  }
  hasSwitch(name: string): boolean {
    return (
      this.switches.has(name) ||
      (!this.removed.has(name) &&
        process.argv.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)))
    );
  }
  getSwitchValue(name: string): string {
    const given = process.argv.find((arg) => arg.startsWith(`--${name}=`));
    return this.switches.get(name) ?? given?.slice(name.length + 3) ?? '';
  }
  removeSwitch(name: string): void {
    this.switches.delete(name);
    this.removed.add(name);
  }
}
