/** No process under test reaches beyond this machine; whatever it tries is refused and written down. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const REFUSE = resolve(import.meta.dirname, 'no-network.mjs');

export interface WatchedNetwork {
  /** For the process under test; those that it starts inherit it. */
  env: { NODE_OPTIONS: string; PARALEL_TEST_NETWORK_LOG: string };
  tried(): string[];
}

/** @param folder for the log */
export function watchNetwork(folder: string): WatchedNetwork {
  const log = join(folder, 'network.log');
  return {
    env: { NODE_OPTIONS: `--import=${REFUSE}`, PARALEL_TEST_NETWORK_LOG: log },
    tried: () => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : []),
  };
}
