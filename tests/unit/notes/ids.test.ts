import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteIdFrom, sha1, uuid5 } from '../../../src/core/notes/ids';

describe('a UUID made from a name', () => {
  it('is the one of RFC 9562, appendix A.4', () => {
    const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
    expect(uuid5(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('is always the same, and another for another name', () => {
    expect(noteIdFrom('id', 'a')).toBe(noteIdFrom('id', 'a'));
    expect(noteIdFrom('id', 'a')).not.toBe(noteIdFrom('ida'));
    expect(noteIdFrom('id', 'a')).not.toBe(noteIdFrom('id', 'b'));
  });

  it('rests on the same SHA-1 as everybody’s, at every length around a block', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(Buffer.from(sha1(bytes)).toString('hex')).toBe(createHash('sha1').update(bytes).digest('hex'));
      }),
    );
  });
});
