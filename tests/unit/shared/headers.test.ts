import { expect, it } from 'vitest';
import { cachingOf, CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '../../../src/shared/policies/headers';

it('lets the window run and load its own files, and nothing else', () => {
  expect(CONTENT_SECURITY_POLICY).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; " +
      "connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'none'; " +
      "frame-src 'self'; require-trusted-types-for 'script'; trusted-types vue dompurify",
  );
  expect(SECURITY_HEADERS['Content-Security-Policy']).toBe(CONTENT_SECURITY_POLICY);
});

it('lets only files be kept whose name changes with their content', () => {
  expect(cachingOf('/assets/index-Ba3d_9fK.js')).toContain('immutable');
  for (const path of [
    '/',
    '/index.html',
    '/assets/index.js',
    '/made/Ba3d_9fKBa3d-Ba3d_9fK.pdf',
    '/call/x-12345678.js',
  ]) {
    expect(cachingOf(path)).toBe('no-store');
  }
});
