/** Electron's session: what holds for every page. There is one, the default session. */
import type Electron from 'electron';
import { asElectron, Emitter, only, onlyInstances } from './gaps.ts';
import { note } from './observed.ts';
import { handlers } from './permissions.ts';
import { protocol } from './protocol.ts';
import { isReady } from './registry.ts';
import { webRequest } from './web-request.ts';

type Has =
  | 'clearCache' | 'clearData' | 'clearHostResolverCache' | 'clearStorageData' | 'closeAllConnections'
  | 'disableNetworkEmulation' | 'enableNetworkEmulation' | 'getSpellCheckerLanguages' | 'isPersistent'
  | 'isSpellCheckerEnabled' | 'protocol' | 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler'
  | 'setPermissionCheckHandler' | 'setPermissionRequestHandler' | 'setProxy' | 'setSpellCheckerEnabled'
  | 'setSpellCheckerLanguages' | 'webRequest'; // prettier-ignore

class Session extends Emitter implements Pick<Electron.Session, Has> {
  readonly protocol = asElectron<Electron.Protocol>(protocol);
  readonly webRequest = asElectron<Electron.WebRequest>(webRequest);
  spellCheckerEnabled = true;

  constructor() {
    super('session', ['will-download', 'spellcheck-dictionary-download-begin']);
  }

  setPermissionRequestHandler(handler: typeof handlers.request): void {
    handlers.request = handler;
  }
  setPermissionCheckHandler(handler: typeof handlers.check): void {
    handlers.check = handler;
  }
  setDevicePermissionHandler(handler: typeof handlers.device): void {
    handlers.device = handler;
  }
  setDisplayMediaRequestHandler(
    handler: Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0],
  ): void {
    note('session.setDisplayMediaRequestHandler', [handler === null ? null : 'a handler']);
  }

  isSpellCheckerEnabled = (): boolean => this.spellCheckerEnabled;
  setSpellCheckerEnabled(enable: boolean): void {
    this.spellCheckerEnabled = enable;
  }
  getSpellCheckerLanguages = (): string[] => (this.spellCheckerEnabled ? ['en-US'] : []);
  setSpellCheckerLanguages(languages: string[]): void {
    note('session.setSpellCheckerLanguages', [languages]);
  }

  isPersistent = (): boolean => true;
  enableNetworkEmulation(options: Electron.EnableNetworkEmulationOptions): void {
    note('session.enableNetworkEmulation', [options]);
  }
  disableNetworkEmulation(): void {
    note('session.disableNetworkEmulation', []);
  }
  async setProxy(config: Electron.ProxyConfig): Promise<void> {
    note('session.setProxy', [config]);
  }
  async closeAllConnections(): Promise<void> {
    note('session.closeAllConnections', []);
  }
  async clearCache(): Promise<void> {
    note('session.clearCache', []);
  }
  async clearData(options?: Electron.ClearDataOptions): Promise<void> {
    note('session.clearData', [options]);
  }
  async clearStorageData(options?: Electron.ClearStorageDataOptions): Promise<void> {
    note('session.clearStorageData', [options]);
  }
  async clearHostResolverCache(): Promise<void> {
    note('session.clearHostResolverCache', []);
  }
}
onlyInstances('session', Session);

export const defaultSession = new Session();

export const session = only('session', {
  get defaultSession(): Electron.Session {
    if (!isReady()) throw new Error('Session can only be received when app is ready');
    return asElectron(defaultSession);
  },
});
