/** What pages want to keep. Electron tells the session, and asks the person where to, if nobody has prevented it. */
import type Electron from 'electron';
import { fromEngine } from './addresses.ts';
import type { Session } from './chromium/session.ts';
import { shownDialogs } from './dialog.ts';
import { asElectron, Emitter, onlyInstances, PreventableEvent } from './gaps.ts';
import { note } from './observed.ts';
import { findFrame } from './registry.ts';
import { defaultSession } from './session.ts';

type Has = 'cancel' | 'getFilename' | 'getSavePath' | 'getState' | 'getURL' | 'setSavePath';

class DownloadItem extends Emitter implements Pick<Electron.DownloadItem, Has> {
  readonly #url: string;
  readonly #name: string;
  #path = '';
  #state: ReturnType<Electron.DownloadItem['getState']> = 'progressing';

  constructor(url: string, name: string) {
    super('downloadItem', ['updated', 'done']);
    this.#url = url;
    this.#name = name;
  }

  getURL = (): string => this.#url;
  getFilename = (): string => this.#name;
  getState = () => this.#state;
  getSavePath = (): string => this.#path;
  setSavePath(path: string): void {
    this.#path = path;
  }
  cancel(): void {
    if (this.#state !== 'progressing') return;
    this.#state = 'cancelled';
    this.emit('done', new PreventableEvent(), this.#state);
  }
}
onlyInstances('downloadItem', DownloadItem);

/** Nothing is ever written: what is not prevented is noted, asked about where the application has named no place, and over. */
export async function watchDownloads(browser: Session): Promise<void> {
  browser.on('Browser.downloadWillBegin', ({ guid, url, suggestedFilename, frameId }) => {
    const event = new PreventableEvent();
    const item = new DownloadItem(fromEngine(url), suggestedFilename);
    const found = findFrame(frameId);
    defaultSession.emit('will-download', event, item, found?.contents, asElectron(found?.frame ?? null));
    browser.post('Browser.cancelDownload', { guid });
    if (!event.defaultPrevented && item.getState() === 'progressing') {
      note('download', [item.getURL(), suggestedFilename]);
      if (item.getSavePath() === '')
        shownDialogs.push({ kind: 'save', options: { defaultPath: suggestedFilename } });
    }
    item.cancel();
  });
  await browser.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true });
}
