/** A reader of a built host without a browser: the printed address, the cookie, then calls of our own page. */
import { WebSocket } from 'ws';

export interface Entered {
  welcome: Response;
  page(): Promise<Response>;
  call(
    method: string,
    input: unknown,
  ): Promise<{ ok: boolean; value: Record<string, never>; error: { code: string } }>;
  /** A window that listens. */
  listen(name: string): WebSocket;
}

export async function enter(address: string): Promise<Entered> {
  const { origin, host } = new URL(address);
  const welcome = await fetch(address, { redirect: 'manual' });
  const cookie = welcome.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return {
    welcome,
    page: () => fetch(`${origin}/`, { headers: { cookie } }),
    async call(method, input) {
      const response = await fetch(`${origin}/call/${method}`, {
        method: 'POST',
        headers: { cookie, origin, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      return (await response.json()) as never;
    },
    listen: (name) => new WebSocket(`ws://${host}/events?window=${name}`, { origin, headers: { cookie } }),
  };
}
