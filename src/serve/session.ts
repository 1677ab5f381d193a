/** Who is let in: a secret in the printed address, exchanged for a cookie that no script and no other site can read. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Session {
  /** 256 bits, good for as long as the host runs. */
  readonly token: string;
  /** A token good for one use, for a command line, which other users of the machine can read. */
  ticket(): string;
  /** Whether an address with this token lets in. Uses a ticket up. */
  admits(token: string): boolean;
  /** Whether a request to this origin of ours with this Cookie header has been let in. */
  knows(cookieHeader: string | undefined, origin: string): boolean;
  /** The Set-Cookie header for whoever has been admitted at this origin of ours. */
  cookie(origin: string): string;
}

const secret = (): string => randomBytes(32).toString('base64url');

/** Takes the same time wherever two texts begin to differ, and whatever their lengths. */
export function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** @param port names the cookie: cookies are shared by all ports of a host name (RFC 6265, 8.5). */
export function createSession(port: number): Session {
  const token = secret();
  const session = secret();
  // With this prefix a browser takes a cookie over https only, and from no other host of the domain (RFC 6265bis, 4.1.3.2).
  const nameFor = (origin: string) => `${isSecure(origin) ? '__Host-' : ''}paralel-${port}`;
  const tickets = new Set<string>();
  return {
    token,
    ticket() {
      const ticket = secret();
      tickets.add(ticket);
      return ticket;
    },
    admits(given) {
      const ticket = [...tickets].find((one) => isSame(one, given));
      if (ticket !== undefined) return tickets.delete(ticket);
      return isSame(given, token);
    },
    // Another program on this machine could have set a cookie of the same name: any that is right will do.
    knows: (header, origin) =>
      valuesOf(nameFor(origin), header ?? '').some((value) => isSame(value, session)),
    cookie: (origin) =>
      `${nameFor(origin)}=${session}; HttpOnly; SameSite=Strict; Path=/${isSecure(origin) ? '; Secure' : ''}`,
  };
}

const isSecure = (origin: string): boolean => origin.startsWith('https:');

function valuesOf(name: string, header: string): string[] {
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}
