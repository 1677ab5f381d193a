import { describe, expect, it } from 'vitest';
import { resolveAddress } from '../../../src/main/policies/files';
import { mayNavigate, NO_NEW_WINDOW } from '../../../src/main/policies/navigation';
import { mayLoad, QUIET_SWITCHES } from '../../../src/main/policies/network';
import { mayHave } from '../../../src/main/policies/permissions';
import { mayCall } from '../../../src/main/policies/sender';
import { LOCKED, OWN_SCHEME } from '../../../src/main/policies/window';
import { CONTENT_SECURITY_POLICY } from '../../../src/shared/policies/headers';
import { FILES } from '../../support/host';

/** Addresses that a document could hold to lead a window astray. */
const FOREIGN = [
  'https://evil.example/', 'http://127.0.0.1:8041/', 'file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,x', 'about:blank',
  'blob:paralel-app://app/x', 'paralel-app://evil/', 'paralel-app://app.evil.example/', 'paralel-app://app@evil/', 'paralel-app://evil@app/',
  'paralel-app://app:80/', 'paralel-app:app', 'paralel-app:///app', 'paralel-app://', 'paralel://app/', 'xparalel-app://app/',
  'view-source:paralel-app://app/', 'filesystem:paralel-app://app/', '\\\\server\\share', '//app/', '', ' ', 'app',
]; // prettier-ignore

describe('navigation', () => {
  it('stays within the app', () => {
    expect(mayNavigate('paralel-app://app/')).toBe(true);
    expect(mayNavigate('paralel-app://app/#/article/izbica-massacre?block=p1')).toBe(true);
    expect(NO_NEW_WINDOW).toEqual({ action: 'deny' });
  });
  it.each([...FOREIGN, 'paralel-app://print/'])('never leads to %j', (address) => {
    expect(mayNavigate(address)).toBe(false);
  });
});

describe('the network', () => {
  it('is not there: only what comes with the program is loaded', () => {
    for (const own of ['paralel-app://app/assets/x.js', 'paralel-app://print/x.html', 'data:image/png;base64,x', 'blob:paralel-app://app/x']) {
      expect(mayLoad(own)).toBe(true);
    }
    for (const foreign of ['https://evil.example/', 'http://localhost/', 'ws://127.0.0.1/', 'wss://evil.example', 'ftp://x', 'file:///etc/passwd',
      'devtools://devtools/bundled/inspector.html', 'chrome://gpu', 'chrome-extension://x/', 'paralel-app://evil/', 'about:blank']) {
      expect(mayLoad(foreign)).toBe(false);
    }
  }); // prettier-ignore
  it('is not asked for a name either', () => {
    expect(QUIET_SWITCHES).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
  });
});

describe('permissions', () => {
  it('let our own page put text on the clipboard', () => {
    expect(mayHave('clipboard-sanitized-write', 'paralel-app://app')).toBe(true);
    expect(mayHave('clipboard-sanitized-write', 'paralel-app://app/')).toBe(true);
  });
  it.each(FOREIGN)('give %j nothing', (address) => {
    expect(mayHave('clipboard-sanitized-write', address)).toBe(false);
  });
  it.each(['clipboard-read', 'media', 'geolocation', 'notifications', 'openExternal', 'fileSystem', 'hid', 'serial', 'usb', 'fullscreen', 'unknown'])(
    'give nobody %s', (permission) => {
    expect(mayHave(permission, 'paralel-app://app/')).toBe(false);
  }); // prettier-ignore
});

describe('callers', () => {
  const frame = (url: string, parent: unknown = null) => ({ url, parent }) as Parameters<typeof mayCall>[0];
  it('are our own page', () => {
    expect(mayCall(frame('paralel-app://app/#/names'))).toBe(true);
  });
  it('are never a frame that has gone, a frame within a page, or a printed page', () => {
    expect(mayCall(null)).toBe(false);
    expect(mayCall(frame('paralel-app://app/', frame('paralel-app://app/')))).toBe(false);
    expect(mayCall(frame('paralel-app://print/x.html'))).toBe(false);
  });
  it.each(FOREIGN)('are never %j', (address) => {
    expect(mayCall(frame(address))).toBe(false);
  });
});

describe('addresses of our scheme', () => {
  const pages = new Map([['/one.html', '<!doctype html>printed']]);
  const show = (address: string, method = 'GET') => resolveAddress(method, address, FILES, pages);

  it('show the window’s files with the policy', () => {
    const shown = show('paralel-app://app/');
    expect(shown.status).toBe(200);
    expect(Buffer.from(shown.bytes ?? []).toString()).toContain('Paralel');
    expect(shown.headers).toMatchObject({
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'Content-Type': 'text/html; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    });
    expect(show('paralel-app://app/assets/index-Ba3d_9fK.js?x=1#y').status).toBe(200);
    expect(show('paralel-app://app/', 'HEAD')).toMatchObject({ status: 200, bytes: null });
  });

  it('show a printed page under the print origin only, and the files it needs beside it', () => {
    expect(Buffer.from(show('paralel-app://print/one.html').bytes ?? []).toString()).toContain('printed');
    expect(show('paralel-app://app/one.html').status).toBe(404);
    expect(show('paralel-app://print/assets/index-Ba3d_9fK.js').status).toBe(200);
    expect(show('paralel-app://print/').status).toBe(404);
  });

  it.each(['/../package.json', '/%2e%2e/package.json', '/..%2f..%2fetc/passwd', '/..\\..\\x', '//etc/passwd', '/assets/', '/assets', '/C:/x',
    '/index.html%00', '/__proto__', '/constructor', '/%', '/index.html/'])('lead out of the window’s files nowhere: %s', (path) => {
    const shown = show(`paralel-app://app${path}`);
    expect(shown).toMatchObject({ status: 404, bytes: null });
    expect(shown.headers['Content-Security-Policy']).toBe(CONTENT_SECURITY_POLICY);
  }); // prettier-ignore

  it.each(FOREIGN)('of others show nothing: %j', (address) => {
    expect(show(address).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'OPTIONS'])('take no %s', (method) => {
    expect(show('paralel-app://app/', method).status).toBe(405);
  });
});

it('windows are locked as Electron’s checklist asks', () => {
  expect(LOCKED).toMatchObject({
    contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
    webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false, spellcheck: false,
  }); // prettier-ignore
  expect(LOCKED).not.toHaveProperty('enableBlinkFeatures');
  expect(OWN_SCHEME.privileges).toMatchObject({ standard: true, secure: true, bypassCSP: false });
});
