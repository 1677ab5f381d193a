/** Whether there is a network to fetch from: asked for two seconds, not for as long as a download would wait. */
import { connect } from 'node:net';

export interface Endpoint {
  host: string;
  port: number;
}

const DOWNLOADS = 'https://github.com/';

/** Where Electron's own installer would connect to; it reads the same variables (@electron/get). */
export function downloadEndpoint(env: NodeJS.ProcessEnv): Endpoint {
  const mirror =
    env['npm_config_electron_mirror'] ||
    env['NPM_CONFIG_ELECTRON_MIRROR'] ||
    env['ELECTRON_MIRROR'] ||
    DOWNLOADS;
  const proxy = env['HTTPS_PROXY'] || env['https_proxy'];
  const address = env['ELECTRON_GET_USE_PROXY'] && proxy ? proxy : mirror;
  const { protocol, hostname, port } = new URL(URL.canParse(address) ? address : DOWNLOADS);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (protocol === 'http:' ? 80 : 443) };
}

/** Null where it answers, else why not, in the words of a person. */
export function unreachable({ host, port }: Endpoint, milliseconds = 2_000): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const finish = (reason: string | null) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(reason);
    };
    // The socket's own timeout would not count the time that a name takes to be looked up.
    const timer = setTimeout(() => finish(`${host} does not answer`), milliseconds);
    socket.once('connect', () => finish(null));
    socket.once('error', (error: NodeJS.ErrnoException) =>
      finish(`${host} cannot be reached (${error.code ?? error.message})`),
    );
  });
}
