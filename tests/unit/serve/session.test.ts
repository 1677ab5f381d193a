import { expect, it } from 'vitest';
import { createSession, isSame } from '../../../src/serve/session';

const HERE = 'http://127.0.0.1:8041';
const BEHIND = 'https://reader.example.org';

it('makes secrets of 256 bits, another for every run, and the cookie is not the token', () => {
  const [a, b] = [createSession(1), createSession(1)];
  for (const secret of [a.token, b.token, a.ticket()])
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  expect(new Set([a.token, b.token, a.ticket(), a.ticket()]).size).toBe(4);
  expect(a.cookie(HERE)).not.toContain(a.token);
  expect(b.knows(a.cookie(HERE), HERE)).toBe(false);
});

it('knows its cookie among others, also where another program on this machine has set one of its name', () => {
  const session = createSession(8041);
  const cookie = session.cookie(HERE).split(';')[0] ?? '';
  expect(session.knows(`theme=dark; ${cookie}; x=y`, HERE)).toBe(true);
  expect(session.knows(`paralel-8041=forged; ${cookie}`, HERE)).toBe(true);
  expect(session.knows(cookie.replace('8041', '8042'), HERE)).toBe(false);
  expect(session.knows(undefined, HERE)).toBe(false);
});

it('gives readers behind a proxy a cookie that goes over https only, and takes no other from them', () => {
  const session = createSession(8041);
  const [here, behind] = [session.cookie(HERE), session.cookie(BEHIND)];
  expect(here).toMatch(/^paralel-8041=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
  expect(behind).toMatch(/^__Host-paralel-8041=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/; Secure$/);
  expect([session.knows(behind, BEHIND), session.knows(here, HERE)]).toEqual([true, true]);
  expect([session.knows(here, BEHIND), session.knows(behind, HERE)]).toEqual([false, false]);
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
