/** Which addresses may be opened outside of Paralel, after the reader has been asked (Electron's security checklist, 15). */

const LONGEST = 2048;
/** Control, format (bidirectional ones among them) and separator characters: they could make an address look like another. */
const DECEIVING = /[\p{Cc}\p{Cf}\p{Z}\\]/u;

export function mayOpenOutside(address: string): boolean {
  if (address.length > LONGEST || DECEIVING.test(address) || !URL.canParse(address)) return false;
  const { protocol, username, password, hostname } = new URL(address);
  return protocol === 'https:' && username === '' && password === '' && hostname.includes('.');
}

/** As it will really be asked for: other scripts in the host's name show as Punycode. */
export const shownAddress = (address: string): string => new URL(address).href;
