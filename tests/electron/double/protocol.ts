/** Electron's protocol: schemes of the application's own, and who answers for them. */
import process from 'node:process';
import type Electron from 'electron';
import { fromEngine, privilegesOf, registerScheme, schemeOf, toEngineWithin } from './addresses.ts';
import type { Protocol as Cdp } from './chromium/protocol.ts';
import { only } from './gaps.ts';
import { isReady } from './registry.ts';

type Handler = (request: Request) => Response | Promise<Response>;
const handlers = new Map<string, Handler>();
let isSealed = false;

/** Electron takes schemes until it starts its browser (docs/api/protocol.md). */
export function sealSchemes(): void {
  isSealed = true;
}

export const protocol = only('protocol', {
  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    if (isSealed || isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges = {} } of schemes) registerScheme(scheme, privileges);
  },
  handle(scheme: string, handler: Handler): void {
    if (!isReady()) throw new Error('protocol.handle can only be called after the app is ready');
    if (handlers.has(scheme)) throw new Error(`The scheme '${scheme}' has been intercepted already`);
    if (!privilegesOf(scheme)?.standard) {
      throw new Error(
        `The double: '${scheme}' was not registered as a standard scheme before the app was ready, ` +
          'so its pages would have no origin',
      );
    }
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    if (!handlers.delete(scheme)) throw new Error(`The scheme '${scheme}' is not handled`);
  },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
} satisfies Pick<
  Electron.Protocol,
  'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
>);

export const isHandled = (address: string): boolean => handlers.has(schemeOf(address));

/** Only the text of a document can name addresses of the scheme; they are translated as the headers are. */
const TEXT = /^(text\/(html|css|javascript)|application\/javascript|image\/svg)/iu;

/** @returns undefined where the handler failed, which a page sees as a failed request */
export async function answer(
  request: Cdp.Network.Request,
): Promise<Omit<Cdp.Fetch.fulfillRequestParameters, 'requestId'> | undefined> {
  const url = fromEngine(request.url);
  const handler = handlers.get(schemeOf(url));
  try {
    const response = await handler?.(requestOf(url, request));
    if (!(response instanceof Response)) throw new TypeError('a handler answers with a Response');
    const bytes = Buffer.from(await response.arrayBuffer());
    const isText = TEXT.test(response.headers.get('content-type') ?? '');
    const body = isText ? Buffer.from(toEngineWithin(bytes.toString('utf8'))) : bytes;
    return {
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value: toEngineWithin(value) })),
      body: body.toString('base64'),
    };
  } catch (error) {
    process.stderr.write(`protocol.handle('${schemeOf(url)}'): ${String(error)}\n`);
    return undefined;
  }
}

function requestOf(url: string, { method, headers, postDataEntries }: Cdp.Network.Request): Request {
  const known = Object.entries(headers).map(([name, value]): [string, string] => [name, fromEngine(value)]);
  const body = Buffer.concat((postDataEntries ?? []).map(({ bytes }) => Buffer.from(bytes ?? '', 'base64')));
  return new Request(url, {
    method,
    headers: known.filter(([name]) => !name.startsWith(':')),
    ...(body.length > 0 && { body }),
  });
}
