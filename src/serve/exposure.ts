/** What a host lays open, said plainly before its address is printed. */
import { isEverywhere, isLoopback, networkAddresses } from './address';

export interface Opening {
  /** The address that is bound. */
  address: string;
  /** Addresses of this machine under which the network reaches it. */
  reachable: readonly string[];
  /** The address that readers see, where a reverse proxy stands before the host. */
  origin: string | undefined;
  readOnly: boolean;
}

export const openingOf = (address: string, origin: string | undefined, readOnly: boolean): Opening => ({
  address,
  reachable: networkAddresses(address),
  origin,
  readOnly,
});

/** Null where there is nothing to say: the owner, on this machine only. */
export function exposure(opening: Opening): string | null {
  if (opening.readOnly) return readingRoom(opening);
  const { address, origin } = opening;
  if (isLoopback(address) && origin === undefined) return null;
  const where = [
    ...(isLoopback(address) ? [] : [`listens on ${address}, not only for this machine`]),
    ...(origin === undefined ? [] : [`answers to ${origin}`]),
  ].join(', and ');
  return [
    `Paralel ${where}.`,
    `${capital(audience(opening))} can do all that you can: read the library and your notes, change, delete and import notes and names, restore backups, and change settings.`,
    ...unencrypted(opening),
    '--read-only shows the articles only, and keeps what you wrote to yourself.',
    ...(isLoopback(address) ? [] : ['Leave out --host to keep Paralel to this machine.']),
  ].join(' ');
}

function readingRoom(opening: Opening): string {
  return [
    'This is a reading room.',
    `  Who: ${audience(opening)}.`,
    '  They can read and search every article with its names, figures and sources, and print them.',
    '  They cannot see or change your notes, your settings and where you last read; nothing that they do is kept.',
    ...unencrypted(opening).map((sentence) => `  ${sentence}`),
  ].join('\n');
}

function audience({ address, reachable, origin }: Opening): string {
  const network =
    reachable.length === 1
      ? `reaches ${reachable[0]} over the network`
      : `reaches this machine over the network at one of its ${reachable.length} addresses (${reachable.join(', ')})`;
  const ways = [
    ...(isLoopback(address) || reachable.length === 0 ? [] : [network]),
    ...(origin === undefined ? [] : [`reaches ${origin}`]),
    ...(isLoopback(address) || isEverywhere(address) ? ['uses this machine'] : []),
  ];
  return `whoever ${ways.join(' or ')}, and has the address below`;
}

function unencrypted({ address, origin }: Opening): string[] {
  if (isLoopback(address)) return [];
  const except = origin?.startsWith('https:') ? ', except by way of the proxy' : '';
  return [`What they read crosses the network unencrypted${except}.`];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
