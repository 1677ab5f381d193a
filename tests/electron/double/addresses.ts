/**
 * Chromium cannot be taught a scheme over the DevTools protocol, so an address of one that the application registered
 * stands for one of a reserved host (RFC 2606): `paralel-app://app/x` for `https://paralel-app.app.invalid/x`. Each host
 * is a site of its own, as in Electron. Only pages see the difference; what the application is told is translated back.
 */

export interface Privileges {
  standard?: boolean;
  secure?: boolean;
}

const schemes = new Map<string, Privileges>();

export function registerScheme(scheme: string, privileges: Privileges): void {
  schemes.set(scheme, privileges);
}

/** For the test, which translates addresses as well. */
export const registeredSchemes = (): [string, Privileges][] => [...schemes];

export function privilegesOf(scheme: string): Privileges | undefined {
  return schemes.get(scheme);
}

export function isRegistered(address: string): boolean {
  return schemes.has(schemeOf(address));
}

/** A scheme without privileges counts as insecure, so its pages get plain http. */
const carrierOf = (scheme: string): string => (schemes.get(scheme)?.secure ? 'https' : 'http');

export function schemeOf(address: string): string {
  return /^([a-z][a-z0-9+.-]*):/iu.exec(address)?.[1]?.toLowerCase() ?? '';
}

/** The application's address as Chromium has it. */
export function toEngine(address: string): string {
  const inner = /^blob:(.*)$/isu.exec(address)?.[1];
  if (inner !== undefined) return `blob:${toEngine(inner)}`;
  const [, scheme = '', host = '', rest = ''] =
    /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/isu.exec(address) ?? [];
  if (!schemes.has(scheme.toLowerCase())) return address;
  const path = rest.startsWith('/') ? rest : `/${rest}`;
  return `${carrierOf(scheme.toLowerCase())}://${scheme.toLowerCase()}.${host.toLowerCase()}.invalid${path}`;
}

/** Chromium's address as the application has it. */
export function fromEngine(address: string): string {
  return address.replace(
    /(https?):\/\/([a-z][a-z0-9+-]*)\.([^/?#]*)\.invalid(?=[/?#]|$)/iu,
    (whole, _carrier, scheme, host) =>
      schemes.has(String(scheme)) ? `${String(scheme)}://${String(host)}` : String(whole),
  );
}

/** Whether a page of the application's scheme asked for it, or a page that has left it. */
export function isCarried(address: string): boolean {
  return fromEngine(address) !== address;
}

/** Addresses of the application's schemes within a header or a text, as Chromium has them. */
export function toEngineWithin(text: string): string {
  let mapped = text;
  for (const scheme of schemes.keys()) {
    if (!mapped.includes(`${scheme}:`)) continue;
    mapped = mapped.replace(
      new RegExp(`\\b${scheme}://([a-z0-9.-]+)`, 'giu'),
      (_whole, host) => `${carrierOf(scheme)}://${scheme}.${String(host).toLowerCase()}.invalid`,
    );
  }
  return mapped;
}
