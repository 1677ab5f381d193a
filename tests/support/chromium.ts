/** The browser that prints is the one that tests look at: PARALEL_CHROMIUM chooses another, or npm's with `bundled`. */
export { launchChromium } from '../../src/library/printing/launch';
