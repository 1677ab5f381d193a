import { describe, expect, it } from 'vitest';
import { mayOpenOutside, shownAddress } from '../../../src/shared/policies/outside';

describe('an address outside of Paralel', () => {
  it('may be an https address', () => {
    for (const address of [
      'https://www.hrw.org/reports/1999/kosovo/',
      'https://sq.wikipedia.org/wiki/Izbica',
    ])
      expect(mayOpenOutside(address)).toBe(true);
  });

  it.each([
    'http://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://server/share',
    '\\\\server\\share',
    'ms-msdt:/id',
    'https://user:secret@example.org/',
    'https://example.org/\u202egpj.exe',
    'https://example.org\\@evil.example/',
    'https://example.org/a b',
    'https://localhost/',
    'https://',
    '',
    `https://example.org/${'a'.repeat(3000)}`,
  ])('is never %s', (address) => {
    expect(mayOpenOutside(address)).toBe(false);
  });

  it('is shown as it will be asked for', () => {
    expect(shownAddress('https://еxample.org/')).toMatch(/^https:\/\/xn--/u);
  });
});
