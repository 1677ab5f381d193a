import { describe, expect, it } from 'vitest';
import { checkPdfUa } from '../../support/pdfua/check';
import { RULES } from '../../support/pdfua/rules';
import { BROKEN_DOCUMENTS } from './broken-documents';
import { BROKEN_OBJECTS, WHOLE } from './broken-objects';
import { BROKEN_STRUCTURES } from './broken-structures';
import { sample } from './sample';

const BROKEN = [...BROKEN_DOCUMENTS, ...BROKEN_STRUCTURES, ...BROKEN_OBJECTS];
const rulesIn = async (bytes: Uint8Array) => [...new Set((await checkPdfUa(bytes)).map(({ rule }) => rule))];
const latin1 = new TextDecoder('latin1');

describe('the checker of PDF/UA', () => {
  it('finds nothing in a document that is well made', async () => {
    expect(await checkPdfUa(await sample())).toEqual([]);
  });

  it.each(BROKEN)('finds by rule $rule a document $how', async ({ rule, change, also = [] }) => {
    expect((await rulesIn(await sample(change))).sort()).toEqual([rule, ...also].sort());
  });

  it.each(WHOLE)('finds nothing in a document %s', async (_, change) => {
    expect(await checkPdfUa(await sample(change))).toEqual([]);
  });

  it.each(['%PDF-2.0', '%PDF-1.8', '%PDF-1.77'])(
    'finds by rule 6.1-1 a document that begins with %s',
    async (header) => {
      const bytes = await sample();
      const rest = bytes.subarray(latin1.decode(bytes).indexOf('\n'));
      const other = Uint8Array.from([...new TextEncoder().encode(header), ...rest]);
      expect(await rulesIn(other)).toEqual(['6.1-1']);
    },
  );

  it('has a broken document for each of its rules', () => {
    const broken = new Set([...BROKEN.map(({ rule }) => rule), '6.1-1']);
    expect(RULES.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([]);
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it('says what is wrong, and where', async () => {
    const broken = await sample((made) => made.remove('figure', 'Alt'));
    expect(await checkPdfUa(broken)).toEqual([
      {
        rule: '7.3-1',
        what: 'A figure has neither a description nor a text.',
        where: expect.stringMatching(/^Figure \d+ 0 R$/),
      },
    ]);
  });
});
