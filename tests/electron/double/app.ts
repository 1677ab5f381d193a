/** Electron's app. */
import { existsSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import process from 'node:process';
import type Electron from 'electron';
import { asElectron, Emitter, only, onlyInstances, PreventableEvent } from './gaps.ts';
import { note } from './observed.ts';
import { CommandLine } from './command-line.ts';
import { forceSandbox } from './preferences.ts';
import { exit, quit } from './quit.ts';
import { isReady } from './registry.ts';
import { hasInstanceLock, releaseInstanceLock, requestInstanceLock } from './single-instance.ts';

const EVENTS = [
  'activate', 'before-quit', 'browser-window-blur', 'browser-window-created', 'browser-window-focus',
  'child-process-gone', 'open-file', 'open-url', 'quit', 'ready', 'render-process-gone', 'second-instance',
  'web-contents-created', 'will-finish-launching', 'will-quit', 'window-all-closed',
]; // prettier-ignore

type Has =
  | 'addRecentDocument' | 'applicationMenu' | 'clearRecentDocuments' | 'disableHardwareAcceleration' | 'enableSandbox' | 'exit' | 'focus'
  | 'getAppPath' | 'getLocale' | 'getName' | 'getPath' | 'getPreferredSystemLanguages' | 'getSystemLocale'
  | 'getVersion' | 'hasSingleInstanceLock' | 'isDefaultProtocolClient' | 'isPackaged' | 'isReady' | 'name' | 'quit'
  | 'relaunch' | 'releaseSingleInstanceLock' | 'removeAsDefaultProtocolClient' | 'requestSingleInstanceLock'
  | 'setAboutPanelOptions' | 'setAppLogsPath' | 'setAppUserModelId' | 'setAsDefaultProtocolClient' | 'setName' | 'setPath'
  | 'showAboutPanel' | 'whenReady'; // prettier-ignore

type PathName = Parameters<Electron.App['getPath']>[0];

/** What is started: a folder with a package.json, or a script. */
const program = resolve(process.argv[1] ?? '.');
const folder = existsSync(join(program, 'package.json')) ? program : dirname(program);
const manifest = readManifest(join(folder, 'package.json'));

function readManifest(path: string): {
  name?: string;
  productName?: string;
  version?: string;
  main?: string;
} {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as object) : {};
}

/** The script that Electron would run. */
export const mainScript = folder === program ? join(folder, manifest.main ?? 'index.js') : program;

class App extends Emitter implements Pick<Electron.App, Has> {
  readonly isPackaged = false;
  readonly #commandLine = new CommandLine();
  readonly commandLine = asElectron<Electron.CommandLine>(only('commandLine', this.#commandLine));
  applicationMenu: Electron.Menu | null = null;
  #name = manifest.productName ?? manifest.name ?? 'Electron';
  readonly #paths = new Map<string, string>();
  readonly #clients = new Set<string>();
  readonly #ready = Promise.withResolvers<undefined>();

  constructor() {
    super('app', EVENTS);
    const chosen = process.argv.find((arg) => arg.startsWith('--user-data-dir='));
    if (chosen) this.#paths.set('userData', resolve(chosen.slice('--user-data-dir='.length)));
  }

  get name(): string {
    return this.#name;
  }
  set name(name: string) {
    this.#name = name;
  }
  getName = (): string => this.#name;
  setName(name: string): void {
    this.#name = name;
  }
  getVersion = (): string => manifest.version ?? '';
  getAppPath = (): string => folder;
  getLocale = (): string => 'en-GB';
  getSystemLocale = (): string => 'en-GB';
  getPreferredSystemLanguages = (): string[] => ['en-GB'];

  isReady = (): boolean => isReady();
  whenReady = (): Promise<void> => this.#ready.promise;
  quit = (): void => quit();
  exit = (code?: number): void => exit(code);
  relaunch(options?: Electron.RelaunchOptions): void {
    note('app.relaunch', [options]);
  }
  focus(options?: Electron.FocusOptions): void {
    note('app.focus', [options]);
  }

  getPath(name: PathName): string {
    const found = this.#paths.get(name) ?? this.#defaultPath(name);
    if (found === undefined) throw new Error(`Failed to get '${name}' path`);
    return found;
  }
  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    if (isReady() && (name === 'userData' || name === 'sessionData'))
      throw new Error(`The double: app.setPath('${name}') has no effect any more once the app is ready`);
    this.#paths.set(name, path);
  }
  setAppLogsPath(path?: string): void {
    this.#paths.set('logs', path ?? join(this.getPath('userData'), 'logs'));
  }
  #defaultPath(name: PathName): string | undefined {
    const home = homedir();
    switch (name) {
      case 'home':
        return home;
      case 'appData':
        if (process.platform === 'win32') return process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming');
        if (process.platform === 'darwin') return join(home, 'Library', 'Application Support');
        return process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
      case 'userData':
        return join(this.getPath('appData'), this.#name);
      case 'sessionData':
        return this.getPath('userData');
      case 'crashDumps':
        return join(this.getPath('userData'), 'Crashpad');
      case 'logs':
        return join(this.getPath('userData'), 'logs');
      case 'temp':
        return tmpdir();
      case 'exe':
      case 'module':
        return process.execPath;
      case 'desktop':
      case 'documents':
      case 'downloads':
      case 'music':
      case 'pictures':
      case 'videos':
        return join(home, name.charAt(0).toUpperCase() + name.slice(1));
      default:
        return undefined;
    }
  }

  requestSingleInstanceLock(additionalData: Record<never, never> = {}): boolean {
    return requestInstanceLock(this.getPath('userData'), additionalData, ({ argv, cwd, data }) =>
      this.emit('second-instance', new PreventableEvent(), argv, cwd, data),
    );
  }
  hasSingleInstanceLock = (): boolean => hasInstanceLock();
  releaseSingleInstanceLock = (): void => releaseInstanceLock();

  setAsDefaultProtocolClient(scheme: string): boolean {
    note('app.setAsDefaultProtocolClient', [scheme]);
    this.#clients.add(scheme);
    return true;
  }
  removeAsDefaultProtocolClient(scheme: string): boolean {
    return this.#clients.delete(scheme);
  }
  isDefaultProtocolClient = (scheme: string): boolean => this.#clients.has(scheme);

  addRecentDocument = (path: string): void => note('app.addRecentDocument', [path]);
  clearRecentDocuments = (): void => note('app.clearRecentDocuments', []);
  setAboutPanelOptions = (options: Electron.AboutPanelOptionsOptions): void =>
    note('app.setAboutPanelOptions', [options]);
  showAboutPanel = (): void => note('app.showAboutPanel', []);
  setAppUserModelId = (id: string): void => note('app.setAppUserModelId', [id]);
  enableSandbox(): void {
    beforeReady('app.enableSandbox()');
    forceSandbox();
    // As Electron does (shell/browser/api/electron_api_app.cc, RemoveNoSandboxSwitch).
    this.#commandLine.removeSwitch('no-sandbox');
  }
  disableHardwareAcceleration = (): void => beforeReady('app.disableHardwareAcceleration()');

  /** For the double's own parts, from here on. */

  get switches(): ReadonlyMap<string, string> {
    return this.#commandLine.switches;
  }
  become(): void {
    this.emit('will-finish-launching', new PreventableEvent());
    this.#ready.resolve(undefined);
    this.emit('ready', new PreventableEvent(), {});
  }
}
onlyInstances('app', App);

function beforeReady(what: string): void {
  if (isReady()) throw new Error(`${what} can only be called before app is ready`);
}

export const app = new App();
