import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkTo, pathOfLink } from '../../../src/shared/links';

describe('a paralel: link', () => {
  it.each([
    ['paralel:article/izbica-massacre', '/article/izbica-massacre'],
    ['paralel://article/izbica-massacre/', '/article/izbica-massacre'],
    ['PARALEL:names/pl-izbica', '/names/pl-izbica'],
    [
      'paralel:article/izbica-massacre?block=events-2&lang=sr-Cyrl',
      '/article/izbica-massacre?block=events-2&lang=sr-Cyrl',
    ],
    ['paralel:search?words=%C4%90akovica', '/search?words=%C4%90akovica'],
    ['paralel:', '/'],
    ['paralel:settings', '/settings'],
    ['paralel:notes', '/notes'],
    ['paralel:map', '/map'],
    ['paralel:timeline', '/timeline'],
    ['paralel:map?name=pl-izbica', '/map?name=pl-izbica'],
    ['paralel:changes', '/changes'],
    ['paralel:match', '/match'],
    ['paralel:findings?article=izbica-massacre&lang=sq', '/findings?article=izbica-massacre&lang=sq'],
    [
      'paralel:compare?sides=izbica-massacre.en%2Cizbica-massacre.sq',
      '/compare?sides=izbica-massacre.en%2Cizbica-massacre.sq',
    ],
  ])('%s leads to %s', (link, path) => {
    expect(pathOfLink(link)).toBe(path);
  });

  it.each([
    'https://evil.example/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,<script>',
    '\\\\server\\share\\paralel:names',
    'paralel:article/../../etc/passwd',
    'paralel:article/%2e%2e',
    'paralel:article/IZBICA',
    'paralel:article/izbica-massacre?settings=wipe',
    'paralel:article/izbica-massacre?block=a&block=b',
    'paralel:article/izbica-massacre?lang=de',
    'paralel:article/izbica-massacre?block=<script>',
    'paralel:search?words=%00',
    'paralel:call/settings.set',
    'paralel://evil.example/names',
    'paralel:names#/settings',
    'paralel:notes?trash=1',
    'paralel:compare?sides=izbica-massacre',
    'paralel:compare?sides=x.de',
    'paralel:import',
    'paralel:notes/trash',
    'paralel:map?zoom=9',
    'paralel:map/pl-izbica',
    `paralel:search?words=${'a'.repeat(5000)}`,
    ' paralel:names',
  ])('%s leads nowhere', (link) => {
    expect(pathOfLink(link)).toBeUndefined();
  });

  it('and the path that it leads to are each other’s inverse', () => {
    const id = fc.stringMatching(/^[a-z0-9]{1,12}(-[a-z0-9]{1,6}){0,3}$/);
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => {
      return text.trim() !== '' && !/\p{Cc}/u.test(text) && text.isWellFormed();
    });
    const path = fc.oneof(
      fc
        .tuple(id, fc.constantFrom('en', 'sq', 'sr-Cyrl', 'sr-Latn'), id)
        .map(([article, lang, block]) => `/article/${article}?lang=${lang}&block=${block}`),
      id.map((name) => `/names/${name}`),
      words.map((text) => `/search?${new URLSearchParams({ words: text })}`),
    );
    fc.assert(
      fc.property(path, (given) => {
        expect(pathOfLink(linkTo(given) ?? '')).toBe(given);
      }),
    );
  });

  it('never throws, and never leads out of the window’s own places', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `paralel:${text}`),
        ),
        (link) => {
          expect(pathOfLink(link) ?? '/').toMatch(
            /^\/(?:(?:article|names)\/[a-z0-9-]+|names|notes|figures|map|timeline|settings|about|keys|welcome|search)?(?:\?.*)?$/u,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});
