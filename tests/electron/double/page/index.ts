/** The double's half that runs in pages; bundled to one script, which is given to both of a page's worlds. */
export { startIsolatedWorld } from './isolated-world.ts';
export { startMainWorld } from './main-world.ts';
export { encode } from '../wire.ts';
