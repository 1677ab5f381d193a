import { expect, it } from 'vitest';
import { createQueue } from '../../../src/serve/queue';

/** Work that goes on until it is told to end. */
function work(begun: string[], name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return { end: () => resolve(name), fail: () => reject(new Error(name)), begin: () => (begun.push(name), promise) };
} // prettier-ignore

const turns = () => new Promise((resolve) => setImmediate(resolve));

it('does so much at once, the next in the order in which they came', async () => {
  const begun: string[] = [];
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => work(begun, name));
  const queue = createQueue({ atOnce: 2, waiting: 2 });
  const results = [a, b, c, d].map((one) => queue(one!.begin));
  await turns();
  expect(begun).toEqual(['a', 'b']);
  b!.end();
  await turns();
  expect(begun).toEqual(['a', 'b', 'c']);
  for (const one of [a, c, d]) one!.end();
  expect(await Promise.all(results)).toEqual(['a', 'b', 'c', 'd']);
});

it('tells whoever comes when as many wait to try again, and takes the next when one is done', async () => {
  const begun: string[] = [];
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => work(begun, name));
  const queue = createQueue({ atOnce: 1, waiting: 1 });
  const first = queue(a!.begin);
  const second = queue(b!.begin);
  await expect(queue(c!.begin)).rejects.toMatchObject({ code: 'host.busy' });
  a!.end();
  await first;
  const third = queue(d!.begin);
  b!.end();
  d!.end();
  expect(await Promise.all([second, third])).toEqual(['b', 'd']);
  expect(begun).toEqual(['a', 'b', 'd']);
});

it('goes on after work that failed', async () => {
  const begun: string[] = [];
  const [a, b] = ['a', 'b'].map((name) => work(begun, name));
  const queue = createQueue({ atOnce: 1, waiting: 1 });
  const [first, second] = [queue(a!.begin), queue(b!.begin)];
  a!.fail();
  await expect(first).rejects.toThrow('a');
  b!.end();
  expect(await second).toBe('b');
  const again = work(begun, 'again');
  again.end();
  expect(await queue(again.begin)).toBe('again');
});

it('lets go of whoever stops waiting, and does not begin their work', async () => {
  const begun: string[] = [];
  const [a, b, c] = ['a', 'b', 'c'].map((name) => work(begun, name));
  const queue = createQueue({ atOnce: 1, waiting: 1 });
  const gone = new AbortController();
  const first = queue(a!.begin);
  const second = queue(b!.begin, gone.signal);
  gone.abort(new Error('gone'));
  await expect(second).rejects.toThrow('gone');
  await expect(queue(b!.begin, gone.signal)).rejects.toThrow('gone');
  const third = queue(c!.begin);
  a!.end();
  c!.end();
  expect(await Promise.all([first, third])).toEqual(['a', 'c']);
  expect(begun).toEqual(['a', 'c']);
});

it('keeps to its number after one has taken the place of another', async () => {
  const begun: string[] = [];
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => work(begun, name));
  const queue = createQueue({ atOnce: 1, waiting: 2 });
  const gone = new AbortController();
  const [first, second] = [queue(a!.begin), queue(b!.begin, gone.signal)];
  a!.end();
  await first;
  await turns();
  const [third, fourth] = [queue(c!.begin), queue(d!.begin)];
  // Whose work has begun stands in no queue any more, and takes nobody else out of it.
  gone.abort();
  await turns();
  expect(begun).toEqual(['a', 'b']);
  for (const one of [b, c, d]) one!.end();
  expect(await Promise.all([second, third, fourth])).toEqual(['b', 'c', 'd']);
});

it('leaves work alone that has begun', async () => {
  const begun: string[] = [];
  const a = work(begun, 'a');
  const gone = new AbortController();
  const first = createQueue({ atOnce: 1, waiting: 0 })(a.begin, gone.signal);
  gone.abort();
  a.end();
  expect(await first).toBe('a');
});
