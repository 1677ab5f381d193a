import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { contentDisposition, createDownloads } from '../../../src/serve/downloads';

const pdf = (name: string) => ({
  bytes: new Uint8Array([37, 80, 68, 70]),
  name,
  mediaType: 'application/pdf',
});

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('gives a document once, under a name that cannot be guessed', () => {
  const downloads = createDownloads();
  const path = downloads.offer(pdf('a.pdf'));
  expect(path).toMatch(/^\/made\/[\w-]{22}\.pdf$/);
  expect(downloads.offer(pdf('a.pdf'))).not.toBe(path);
  expect(downloads.peek(path)?.name).toBe('a.pdf');
  expect(downloads.take(path)?.name).toBe('a.pdf');
  expect(downloads.take(path)).toBeUndefined();
});

it('forgets what nobody fetches within five minutes', () => {
  const downloads = createDownloads();
  const path = downloads.offer(pdf('a.pdf'));
  vi.advanceTimersByTime(299_000);
  expect(downloads.peek(path)).toBeDefined();
  vi.advanceTimersByTime(1_000);
  expect(downloads.peek(path)).toBeUndefined();
});

it('holds no more than a few at once', () => {
  const downloads = createDownloads();
  const paths = Array.from({ length: 12 }, (_, n) => downloads.offer(pdf(`${n}.pdf`)));
  expect(paths.filter((path) => downloads.peek(path))).toEqual(paths.slice(-8));
});

it('names the file for every browser, and lets no name write a header', () => {
  expect(contentDisposition('masakra-e-izbices.pdf')).toBe(
    'attachment; filename="masakra-e-izbices.pdf"; filename*=UTF-8\'\'masakra-e-izbices.pdf',
  );
  expect(contentDisposition('Масакр (1999).pdf')).toContain("filename*=UTF-8''%D0%9C%D0%B0%D1%81");
  const hostile = contentDisposition('a"; x="\r\nSet-Cookie: a=b.pdf');
  expect(hostile).not.toMatch(/[\r\n]/);
  expect(hostile.match(/"/g)).toHaveLength(2);
});
