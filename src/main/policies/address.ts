/** Our own scheme's two origins: the window's, and the printed page's. */

export const SCHEME = 'paralel-app';
export const APP_ORIGIN = `${SCHEME}://app`;
export const PRINT_ORIGIN = `${SCHEME}://print`;

/** `URL.origin` is "null" for schemes that Node does not know, so the parts are compared. */
function isWithin(origin: string, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return `${protocol}//${host}` === origin && username === '' && password === '';
}

export const isAppAddress = (address: string): boolean => isWithin(APP_ORIGIN, address);
export const isPrintAddress = (address: string): boolean => isWithin(PRINT_ORIGIN, address);

/** The path of the window's router that an address of the app shows; undefined for any other address. */
export function pathOfAddress(address: string): string | undefined {
  if (!isAppAddress(address)) return undefined;
  const { pathname, hash } = new URL(address);
  if (pathname !== '/' && pathname !== '/index.html') return undefined;
  return hash.startsWith('#/') ? hash.slice(1) : '/';
}
