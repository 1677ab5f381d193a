/** Links and files that come from outside: the command line, a second start, the system. They only ever navigate. */
import type { ShellEvent } from '../shared/events';
import { type Arrival, shownLink, shownName } from './policies/arguments';
import type { Windows } from './windows';

/** In the window in front; in a new one where there is none. */
export function arrive(windows: Windows, arrivals: readonly Arrival[]): void {
  const [first] = arrivals;
  const isOpened = windows.front === undefined && first?.kind === 'path';
  const front = windows.front ?? windows.open(isOpened ? first.path : undefined);
  for (const arrival of isOpened ? arrivals.slice(1) : arrivals) front.tell(eventOf(arrival));
  front.focus();
}

function eventOf(arrival: Arrival): ShellEvent {
  switch (arrival.kind) {
    case 'path':
      return { type: 'go', path: arrival.path };
    case 'unknown-link':
      return { type: 'notice', notice: { code: 'link-unknown', params: { link: shownLink(arrival.link) } } };
    case 'file':
      return { type: 'notice', notice: { code: 'file-unknown', params: { file: shownName(arrival.path) } } };
  }
}
