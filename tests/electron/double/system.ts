/** The system around the application: its colours, its power, its desktop, its clipboard. Tests play its part. */
import type Electron from 'electron';
import { Emitter, only, onlyInstances } from './gaps.ts';
import { escapes, note } from './observed.ts';
import { allContents } from './registry.ts';
import { appearance } from './view.ts';

/** What the person has chosen for the whole system. */
const chosen = { dark: false, highContrast: false, reducedTransparency: false };

type ThemeHas =
  | 'inForcedColorsMode' | 'prefersReducedTransparency' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors'
  | 'shouldUseInvertedColorScheme' | 'themeSource'; // prettier-ignore

class NativeTheme extends Emitter implements Pick<Electron.NativeTheme, ThemeHas> {
  readonly inForcedColorsMode = false;
  readonly shouldUseInvertedColorScheme = false;
  #source: Electron.NativeTheme['themeSource'] = 'system';

  constructor() {
    super('nativeTheme', ['updated']);
  }

  get themeSource(): Electron.NativeTheme['themeSource'] {
    return this.#source;
  }
  set themeSource(source: Electron.NativeTheme['themeSource']) {
    if (!['system', 'light', 'dark'].includes(source))
      throw new TypeError(`Error processing argument: ${source}`);
    if (source === this.#source) return;
    this.#source = source;
    this.apply();
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? chosen.dark : this.#source === 'dark';
  }
  get shouldUseHighContrastColors(): boolean {
    return chosen.highContrast;
  }
  get prefersReducedTransparency(): boolean {
    return chosen.reducedTransparency;
  }

  apply(): void {
    appearance.colorScheme = this.shouldUseDarkColors ? 'dark' : 'light';
    appearance.contrast = chosen.highContrast ? 'more' : 'no-preference';
    appearance.reducedTransparency = chosen.reducedTransparency ? 'reduce' : 'no-preference';
    for (const contents of allContents.values()) contents.view.applyAppearance();
    this.emit('updated', {});
  }
}
onlyInstances('nativeTheme', NativeTheme);
export const nativeTheme = new NativeTheme();

/** As if the person had changed the system's settings. */
export function chooseSystem(choice: Partial<typeof chosen>): void {
  Object.assign(chosen, choice);
  nativeTheme.apply();
}

class PowerMonitor
  extends Emitter
  implements Pick<Electron.PowerMonitor, 'isOnBatteryPower' | 'getSystemIdleTime'>
{
  constructor() {
    super('powerMonitor', [
      'lock-screen',
      'on-ac',
      'on-battery',
      'resume',
      'shutdown',
      'suspend',
      'unlock-screen',
    ]);
  }
  isOnBatteryPower = (): boolean => false;
  getSystemIdleTime = (): number => 0;
}
onlyInstances('powerMonitor', PowerMonitor);
export const powerMonitor = new PowerMonitor();

export const shell = only('shell', {
  async openExternal(url: string, options?: Electron.OpenExternalOptions): Promise<void> {
    note('shell.openExternal', [url, options]);
    escapes.push({ url, by: 'external' });
  },
  async openPath(path: string): Promise<string> {
    note('shell.openPath', [path]);
    return '';
  },
  showItemInFolder: (path: string): void => note('shell.showItemInFolder', [path]),
  beep: (): void => note('shell.beep', []),
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'>);

/** Since Electron 44 everything that reads it is a promise. */
let text = '';
export const clipboard = only('clipboard', {
  clear(): void {
    text = '';
  },
  readText: async (): Promise<string> => text,
  async writeText(written: string): Promise<void> {
    text = written;
  },
  has: async (type: string): Promise<boolean> => type === 'text/plain' && text !== '',
} satisfies Pick<Electron.Clipboard, 'clear' | 'has' | 'readText' | 'writeText'>);
