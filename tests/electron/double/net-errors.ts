/** Chromium's net errors by name, as far as a load ends with one (net/base/net_error_list.h). */
const CODES: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_TIMED_OUT: -7,
  ERR_ACCESS_DENIED: -10,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_BLOCKED_BY_RESPONSE: -27,
  ERR_CONNECTION_FAILED: -104,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_INTERNET_DISCONNECTED: -106,
  ERR_ADDRESS_UNREACHABLE: -109,
  ERR_INVALID_URL: -300,
  ERR_UNKNOWN_URL_SCHEME: -302,
};

export interface LoadFailure extends Error {
  code: string;
  errno: number;
  url: string;
}

/** @param text as Chromium has it: `net::ERR_ABORTED` */
export function loadFailure(text: string, url: string): LoadFailure {
  const code = text.replace(/^net::/u, '');
  const errno = CODES[code] ?? -2;
  return Object.assign(new Error(`${code} (${errno}) loading '${url.slice(0, 2048)}'`), { code, errno, url });
}
