import { expect, it } from 'vitest';
import { createSession, isSame } from '../../../src/serve/session';

it('makes secrets of 256 bits, another for every run, and the cookie is not the token', () => {
  const [a, b] = [createSession(1), createSession(1)];
  for (const secret of [a.token, b.token, a.ticket()])
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  expect(new Set([a.token, b.token, a.ticket(), a.ticket()]).size).toBe(4);
  expect(a.cookie()).not.toContain(a.token);
  expect(b.knows(a.cookie())).toBe(false);
});

it('knows its cookie among others, also where another program on this machine has set one of its name', () => {
  const session = createSession(8041);
  const cookie = session.cookie().split(';')[0] ?? '';
  expect(session.knows(`theme=dark; ${cookie}; x=y`)).toBe(true);
  expect(session.knows(`paralel-8041=forged; ${cookie}`)).toBe(true);
  expect(session.knows(cookie.replace('8041', '8042'))).toBe(false);
  expect(session.knows(undefined)).toBe(false);
});

it('lets a ticket in once and the token always', () => {
  const session = createSession(1);
  const ticket = session.ticket();
  expect([session.admits(ticket), session.admits(ticket)]).toEqual([true, false]);
  expect([session.admits(session.token), session.admits(session.token)]).toEqual([true, true]);
});

it('compares texts of any length', () => {
  expect(isSame('', '')).toBe(true);
  expect(isSame('a', 'ab')).toBe(false);
  expect(isSame('Ћ', 'Ћ')).toBe(true);
});
