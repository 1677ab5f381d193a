/** What a host tells its windows of a call that has succeeded. Free of zod: hosts ask before a schema is needed. */
import type { ShellEvent } from '../events';
import { has } from '../traits';

export interface Told {
  event: ShellEvent;
  /** The window that has asked, too: it cannot know all that has changed. */
  toAsker: boolean;
}

/** @param input as it was sent: a trial changes nothing, and so nobody is told */
export function toldAfter(method: string, input: unknown): Told[] {
  if (asksFor(input, 'trial', true)) return [];
  const told: Told[] = [];
  if (has(method, 'changesNames')) told.push({ event: { type: 'names' }, toAsker: false });
  if (has(method, 'changesNotes')) told.push({ event: { type: 'notes' }, toAsker: false });
  if (has(method, 'changesHandouts')) told.push({ event: { type: 'handouts' }, toAsker: false });
  if (forgetsReading(method, input)) told.push({ event: { type: 'history' }, toAsker: false });
  if (has(method, 'changesNotebook')) told.push({ event: { type: 'notebook' }, toAsker: true });
  return told;
}

/** Whether what was read is forgotten by it: history that is switched off is also cleared. */
export function forgetsReading(method: string, input: unknown): boolean {
  return has(method, 'clearsHistory') || (method === 'settings.set' && asksFor(input, 'keepsHistory', false));
}

function asksFor(input: unknown, name: string, value: boolean): boolean {
  return (
    typeof input === 'object' &&
    input !== null &&
    Object.getOwnPropertyDescriptor(input, name)?.value === value
  );
}
