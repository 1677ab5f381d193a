/** What a page may load at all. Nothing leaves the machine, so nothing but our own scheme is let through. */
import { isAppAddress, isPrintAddress } from './address';

/** `data:` and `blob:` reach no network; the Content-Security-Policy says where they may be used. */
export function mayLoad(address: string): boolean {
  return isAppAddress(address) || isPrintAddress(address) || /^(data|blob):/i.test(address);
}

/** Chromium's own switches, for what it would ask for by itself (checklist, 1). To be set before `ready`. */
export const QUIET_SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  // For what needs no name: a proxy that nobody is. Our own scheme goes by no proxy.
  ['proxy-server', 'http://127.0.0.1:9'],
  ['proxy-bypass-list', '<-loopback>'],
  // A page's peer connections would speak UDP, which neither a proxy nor the session is asked about.
  ['webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
];
