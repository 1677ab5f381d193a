/** The end of the session, as each system announces it. Whoever does not hold it is ended where it stands. */
import process from 'node:process';
import type Electron from 'electron';
import { PreventableEvent } from './gaps.ts';
import { windows } from './registry.ts';
import { powerMonitor } from './system.ts';

/** Linux and macOS tell the program, Windows every window of it. */
export type SessionEnd = 'shutdown' | 'query-session-end';

/** @returns whether it is held */
export function endSession(how: SessionEnd): boolean {
  const isHeld = how === 'shutdown' ? askProgram() : askWindows();
  if (!isHeld) setImmediate(() => process.kill(process.pid, 'SIGKILL'));
  return isHeld;
}

function askProgram(): boolean {
  const event = new PreventableEvent();
  powerMonitor.emit('shutdown', event);
  return event.defaultPrevented;
}

function askWindows(): boolean {
  const tell = (name: 'query-session-end' | 'session-end'): boolean => {
    const events = [...windows].map((window) => {
      const event = PreventableEvent.with<Pick<Electron.WindowSessionEndEvent, 'reasons'>>({
        reasons: ['shutdown'],
      });
      window.emit(name, event);
      return event;
    });
    return events.some(({ defaultPrevented }) => defaultPrevented);
  };
  if (tell('query-session-end')) return true;
  tell('session-end');
  return false;
}
