/** Links and files that come from outside: the command line, a second start, the system. They change nothing by themselves. */
import type { Desktop } from './desktop';
import { readGiven } from './given-files';
import { type Arrival, shownWords } from './policies/arguments';
import type { ReaderWindow } from './window';

/** In the window in front; in a new one where there is none. */
export function arrive({ windows, library }: Desktop, arrivals: readonly Arrival[]): void {
  const [first] = arrivals;
  const isOpened = windows.front === undefined && first?.kind === 'path';
  const front = windows.front ?? windows.open(isOpened ? first.path : undefined);
  for (const arrival of isOpened ? arrivals.slice(1) : arrivals) tellOf(arrival, front, library);
  const paths = arrivals.flatMap((arrival) => (arrival.kind === 'file' ? [arrival.path] : []));
  void readGiven(paths).then((events) => events.forEach((event) => front.tell(event)));
  front.focus();
}

function tellOf(arrival: Arrival, window: ReaderWindow, library: string): void {
  if (arrival.kind === 'path') window.tell({ type: 'go', path: arrival.path });
  if (arrival.kind === 'unknown-link')
    window.tell({
      type: 'notice',
      notice: { code: 'link-unknown', params: { link: shownWords(arrival.link) } },
    });
  if (arrival.kind === 'library' && arrival.path !== library)
    window.tell({
      type: 'notice',
      notice: { code: 'library-other', params: { open: library, wanted: shownWords(arrival.path) } },
    });
}
