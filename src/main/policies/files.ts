/** What an address of our scheme shows: a file of the window, or a page that is being printed. */
import type { WindowFile, WindowFiles } from '../../library/window-files';
import { cachingOf, SECURITY_HEADERS } from '../../shared/policies/headers';
import { isAppAddress, isPrintAddress } from './address';

export interface Shown {
  status: 200 | 404 | 405;
  headers: Record<string, string>;
  bytes: Uint8Array | null;
}

/** Pages being printed, by path: `/ID.html`. */
export type PrintPages = ReadonlyMap<string, string>;

/** Looked up whole: no part of an address is ever a path on the disk. */
export function resolveAddress(
  method: string,
  address: string,
  files: WindowFiles,
  pages: PrintPages,
): Shown {
  if (method !== 'GET' && method !== 'HEAD') return nothing(405);
  const file = find(address, files, pages);
  if (!file) return nothing(404);
  const headers = {
    ...SECURITY_HEADERS,
    'Cache-Control': cachingOf(new URL(address).pathname),
    'Content-Type': file.type,
  };
  return { status: 200, headers, bytes: method === 'HEAD' ? null : file.bytes };
}

function find(address: string, files: WindowFiles, pages: PrintPages): WindowFile | undefined {
  const isPrint = isPrintAddress(address);
  if (!isPrint && !isAppAddress(address)) return undefined;
  const { pathname } = new URL(address);
  const page = isPrint ? pages.get(pathname) : undefined;
  if (page !== undefined) return { bytes: Buffer.from(page), type: 'text/html; charset=utf-8' };
  return files.get(pathname === '/' && !isPrint ? '/index.html' : pathname);
}

function nothing(status: 404 | 405): Shown {
  return { status, headers: { ...SECURITY_HEADERS, 'Cache-Control': 'no-store' }, bytes: null };
}
