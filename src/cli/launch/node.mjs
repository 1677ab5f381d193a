/**
 * Which Node runs Paralel. better-sqlite3 13 crashes without a word on Node below 22.14
 * (https://github.com/WiseLibs/better-sqlite3/issues/1514), and the project's own scripts are TypeScript, which Node
 * reads by itself from 22.18 on; so the version is looked at before anything else is read.
 */

/** As package.json's `engines` has it. */
export const NEEDED = '22.18';

/** @param {string} version as `process.versions.node` has it */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = NEEDED.split('.').map(Number);
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}
