/**
 * Every way in which a page can make its engine ask for an address. It runs in the page, so it sees nothing around it.
 * @param address to which the way's name is added
 * @returns the names of those that nothing in the page stopped
 */
export async function tryWaysOut(address: string): Promise<string[]> {
  const put = (tag: string, attributes: Record<string, string>, parent: Element = document.body): Element => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return parent.appendChild(element);
  };
  const script = (type: string, text: string): void => {
    const element = put('script', { type }, document.createElement('div'));
    element.textContent = text;
    document.head.append(element);
  };
  const ways: Record<string, (to: string) => unknown> = {
    fetch: (to) => fetch(to, { mode: 'no-cors' }),
    post: (to) => fetch(to, { method: 'POST', body: 'secret', mode: 'no-cors' }),
    keepalive: (to) => fetch(to, { keepalive: true, mode: 'no-cors' }),
    xhr: (to) => {
      const request = new XMLHttpRequest();
      request.open('GET', to);
      request.send();
    },
    beacon: (to) => navigator.sendBeacon(to, 'secret'),
    'event-source': (to) => new EventSource(to),
    image: (to) => put('img', { src: to }),
    srcset: (to) => put('img', { srcset: `${to} 2x, ${to} 1x` }),
    picture: (to) => put('source', { srcset: to }, put('picture', {})).after(document.createElement('img')),
    'input-image': (to) => put('input', { type: 'image', src: to }),
    video: (to) => put('video', { src: to, preload: 'auto' }),
    poster: (to) => put('video', { poster: to }),
    track: (to) => {
      put('track', { src: to, default: '' }, put('video', {}));
    },
    import: (to) => import(/* @vite-ignore */ to),
    'style-import': (to) => (put('style', {}).textContent = `@import url("${to}");`),
    'style-image': (to) => put('p', { style: `background: url("${to}")` }).append('x'),
    'style-object': (to) =>
      (put('p', {}) as HTMLElement).attributeStyleMap.set('background-image', `url("${to}")`),
    font: (to) => new FontFace('stranger', `url("${to}")`).load(),
    stylesheet: (to) => put('link', { rel: 'stylesheet', href: to }),
    preload: (to) => put('link', { rel: 'preload', as: 'image', href: to }),
    modulepreload: (to) => put('link', { rel: 'modulepreload', href: to }),
    prefetch: (to) => put('link', { rel: 'prefetch', href: to }),
    manifest: (to) => put('link', { rel: 'manifest', href: to }),
    script: (to) => put('script', { src: to }),
    'module-script': (to) => put('script', { src: to, type: 'module' }),
    worker: (to) => {
      const source = `fetch(${JSON.stringify(to)}, { mode: 'no-cors' }).catch(() => {});`;
      return new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
    },
    'service-worker': (to) => navigator.serviceWorker.register(to),
    frame: (to) => put('iframe', { src: to }),
    object: (to) => put('object', { data: to }),
    embed: (to) => put('embed', { src: to }),
    form: (to) => {
      put('iframe', { name: 'sink' });
      (put('form', { action: to, method: 'post', target: 'sink' }) as HTMLFormElement).submit();
    },
    speculation: (to) =>
      script('speculationrules', JSON.stringify({ prefetch: [{ urls: [to] }], prerender: [{ urls: [to] }] })),
    ping: (to) => (put('a', { href: '#/', ping: to }) as HTMLAnchorElement).click(),
    'dns-prefetch': (to) => put('link', { rel: 'dns-prefetch', href: to }),
    preconnect: (to) => put('link', { rel: 'preconnect', href: to }),
    socket: (to) => new WebSocket(to.replace(/^http/u, 'ws')),
    stream: (to) => new WebSocketStream(to.replace(/^http/u, 'ws')).opened,
    transport: (to) => new WebTransport(to).ready,
    rtc: async (to) => {
      const { hostname, port } = new URL(to);
      const connection = new RTCPeerConnection({
        iceServers: [{ urls: `stun:${hostname}:${port || '3478'}` }],
      });
      connection.createDataChannel('x');
      await connection.setLocalDescription(await connection.createOffer());
    },
  };
  const tried = Object.entries(ways).map(async ([name, way]) => {
    try {
      await way(address + name);
      return [name];
    } catch {
      return [];
    }
  });
  return (await Promise.all(tried)).flat();
}

/** Chromium's, and not yet among TypeScript's. */
declare const WebSocketStream: new (address: string) => { opened: Promise<unknown> };
