import { beforeEach, expect, it, vi } from 'vitest';
import { createPress } from '../../../src/library/printing/press';
import type { LaidOut } from '../../../src/library/printing/printer';
import type { PageNumbers } from '../../../src/shared/print-page';
import { handoutIn } from './articles';

/** What stands where, according to what was printed. */
const places = vi.hoisted(() => ({ now: {} as PageNumbers }));
vi.mock('../../../src/library/printing/destinations', () => ({
  pagesOf: async () => places.now,
  countPages: () => 1,
}));
vi.mock('../../../src/library/printing/finish', () => ({
  finishPdf: async (bytes: Uint8Array) => ({ bytes, pages: 1 }),
}));

const did: string[] = [];
const page: LaidOut = {
  pdf: async (draft) => {
    did.push(draft ? 'draft' : 'print');
    return new Uint8Array(1);
  },
  ask: async <T>(method: string, ...args: unknown[]) => {
    if (method === 'numbered') return ['a', 'b'] as T;
    did.push(`number ${JSON.stringify(args[0])}`);
    return undefined as T;
  },
};
const press = () => createPress((_handout, work) => work(page));
beforeEach(() => {
  did.length = 0;
  places.now = { a: 1, b: 2 };
});

it('drafts the pages to know what the contents have to say, and prints them once', async () => {
  await press().make(handoutIn(['en']), 'pdf');
  expect(did).toEqual(['draft', 'number {"a":1,"b":2}', 'print']);
});

it('needs no draft of what has been previewed', async () => {
  const one = press();
  const handout = handoutIn(['en']);
  expect(await one.preview(handout)).toMatchObject({ isFinal: false });
  expect(await one.preview(handout)).toMatchObject({ isFinal: true });
  did.length = 0;
  await one.make(handout, 'pdf');
  expect(did).toEqual(['number {"a":1,"b":2}', 'print']);
  did.length = 0;
  await one.make(handoutIn(['sq']), 'pdf');
  expect(did[0]).toBe('draft');
});

it('prints again where what was previewed has moved meanwhile', async () => {
  const one = press();
  const handout = handoutIn(['en']);
  await one.preview(handout);
  did.length = 0;
  places.now = { a: 1, b: 3 };
  await one.make(handout, 'pdf');
  expect(did).toEqual(['number {"a":1,"b":2}', 'print', 'number {"a":1,"b":3}', 'print']);
});
