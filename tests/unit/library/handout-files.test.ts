import { expect, it } from 'vitest';
import { composeHandout, handoutFileName } from '../../../src/library/handout-files';
import { handoutRequestSchema } from '../../../src/shared/handout';
import { AppError, toReport } from '../../../src/shared/errors';

it.each([
  ['Masakra e Izbicës', 'masakra-e-izbices.pdf'],
  ['Масакр у Избици', 'masakr-u-izbici.pdf'],
  ['  Drenica: 1998/99 — “all” ', 'drenica-1998-99-all.pdf'],
  ['../../etc/passwd', 'etc-passwd.pdf'],
  ['x'.repeat(300), `${'x'.repeat(80)}.pdf`],
  ['漢字', 'paralel.pdf'],
])('names the file of “%s” so that every file system takes it', (title, name) => {
  expect(handoutFileName({ title })).toBe(name);
});

it('throws what the library says', async () => {
  const error = toReport(new AppError('article.unknown', { id: 'x' }));
  const library = { call: async () => ({ ok: false as const, error }) };
  const request = handoutRequestSchema.parse({ articles: [{ id: 'x' }], langs: ['en'] });
  await expect(composeHandout(library, request)).rejects.toMatchObject({
    code: 'article.unknown',
    params: { id: 'x' },
  });
});
