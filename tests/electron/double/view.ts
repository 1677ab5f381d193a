/** What a page looks like from outside: its size, its zoom and the system's colours, as Chromium emulates them. */
import type { Tab } from './chromium/tab.ts';

export interface Appearance {
  colorScheme: 'light' | 'dark';
  contrast: 'more' | 'no-preference';
  reducedTransparency: 'reduce' | 'no-preference';
}

/** The system's, and what `nativeTheme.themeSource` makes of it; every page has the same. */
export const appearance: Appearance = {
  colorScheme: 'light',
  contrast: 'no-preference',
  reducedTransparency: 'no-preference',
};

export class View {
  readonly #tab: Promise<Tab>;
  #size = { width: 800, height: 600 };
  #zoom = 1;

  constructor(tab: Promise<Tab>) {
    this.#tab = tab;
  }

  get zoomFactor(): number {
    return this.#zoom;
  }

  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this.#zoom = factor;
    this.applySize();
  }

  setSize(width: number, height: number): void {
    this.#size = { width, height };
    this.applySize();
  }

  /** A page that is zoomed has fewer pixels of its own, and larger ones. */
  applySize(): void {
    const { width, height } = this.#size;
    void this.#tab.then(({ session }) =>
      session.post('Emulation.setDeviceMetricsOverride', {
        width: Math.max(1, Math.round(width / this.#zoom)),
        height: Math.max(1, Math.round(height / this.#zoom)),
        deviceScaleFactor: this.#zoom,
        mobile: false,
      }),
    );
  }

  applyAppearance(): void {
    const features = [
      { name: 'prefers-color-scheme', value: appearance.colorScheme },
      { name: 'prefers-contrast', value: appearance.contrast },
      { name: 'prefers-reduced-transparency', value: appearance.reducedTransparency },
    ];
    void this.#tab.then(({ session }) => session.post('Emulation.setEmulatedMedia', { features }));
  }
}
