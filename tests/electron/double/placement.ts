/** Where a window is and in which state: what a window manager would keep. */
import type Electron from 'electron';
import { primaryDisplay, displayMatching } from './screen.ts';

type State = 'normal' | 'maximized' | 'minimized' | 'fullscreen';

/** What happened, in the order in which the window says so. */
export type Change =
  | 'resize'
  | 'move'
  | 'maximize'
  | 'unmaximize'
  | 'minimize'
  | 'restore'
  | 'enter-full-screen'
  | 'leave-full-screen';

export class Placement {
  #normal: Electron.Rectangle;
  #state: State = 'normal';
  /** What a minimised window, or one on the whole screen, returns to. */
  #before: State = 'normal';
  #minimum = { width: 0, height: 0 };
  #maximum = { width: Infinity, height: Infinity };

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    const { workArea } = primaryDisplay();
    this.setMinimum(options.minWidth ?? 0, options.minHeight ?? 0);
    this.setMaximum(options.maxWidth ?? 0, options.maxHeight ?? 0);
    const { width, height } = this.#within(options.width ?? 800, options.height ?? 600);
    this.#normal = {
      x: options.x ?? Math.round(workArea.x + (workArea.width - width) / 2),
      y: options.y ?? Math.round(workArea.y + (workArea.height - height) / 2),
      width,
      height,
    };
    if (options.fullscreen) this.#state = 'fullscreen';
  }

  get state(): State {
    return this.#state;
  }
  get normal(): Electron.Rectangle {
    return { ...this.#normal };
  }
  /** A minimised window still has the place that it comes back to. */
  get bounds(): Electron.Rectangle {
    const shown = this.#state === 'minimized' ? this.#before : this.#state;
    const display = displayMatching(this.#normal);
    if (shown === 'maximized') return { ...display.workArea };
    if (shown === 'fullscreen') return { ...display.bounds };
    return this.normal;
  }

  setMinimum(width: number, height: number): void {
    this.#minimum = { width, height };
  }
  get minimum(): number[] {
    return [this.#minimum.width, this.#minimum.height];
  }
  /** None is said with 0. */
  setMaximum(width: number, height: number): void {
    this.#maximum = { width: width || Infinity, height: height || Infinity };
  }

  move(to: Partial<Electron.Rectangle>): Change[] {
    const old = this.bounds;
    const wanted = { ...this.#normal, ...to };
    for (const side of Object.values(wanted))
      if (!Number.isFinite(side))
        throw new TypeError('Error processing argument at index 0, conversion failure');
    this.#normal = { ...wanted, ...this.#within(wanted.width, wanted.height) };
    const now = this.bounds;
    return [
      ...(old.width !== now.width || old.height !== now.height ? (['resize'] as const) : []),
      ...(old.x !== now.x || old.y !== now.y ? (['move'] as const) : []),
    ];
  }

  maximize(): Change[] {
    if (this.#state === 'maximized') return [];
    this.#state = 'maximized';
    return ['resize', 'maximize'];
  }
  unmaximize(): Change[] {
    if (this.#state !== 'maximized') return [];
    this.#state = 'normal';
    return ['resize', 'unmaximize'];
  }
  minimize(): Change[] {
    if (this.#state === 'minimized') return [];
    this.#before = this.#state;
    this.#state = 'minimized';
    return ['minimize'];
  }
  restore(): Change[] {
    if (this.#state !== 'minimized') return this.#state === 'maximized' ? this.unmaximize() : [];
    this.#state = this.#before;
    return ['restore'];
  }
  setFullScreen(on: boolean): Change[] {
    if (on === (this.#state === 'fullscreen')) return [];
    if (on) this.#before = this.#state;
    this.#state = on ? 'fullscreen' : this.#before;
    return ['resize', on ? 'enter-full-screen' : 'leave-full-screen'];
  }

  #within(width: number, height: number): { width: number; height: number } {
    const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);
    return {
      width: within(width, this.#minimum.width, this.#maximum.width),
      height: within(height, this.#minimum.height, this.#maximum.height),
    };
  }
}
