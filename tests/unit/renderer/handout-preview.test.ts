import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftKeeper, KEEPS_AFTER_MS } from '../../../src/renderer/components/handout/draft-keeper';
import {
  type PreviewHooks,
  previewer,
  RESTS_AFTER_MS,
  SLOW_AFTER_MS,
} from '../../../src/renderer/components/handout/previewer';
import {
  drawingOrder,
  GAP,
  nearPages,
  pageAt,
  scaleOf,
  topsOf,
} from '../../../src/renderer/components/handout/zoom';
import { handoutRequestSchema } from '../../../src/shared/handout';

const request = (title: string) =>
  handoutRequestSchema.parse({ articles: [{ id: 'izbica-massacre' }], langs: ['sq'], title });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A shell that answers when it is told to. */
function shell() {
  const asked: {
    title: string;
    job: string;
    answer: (state: 'done' | 'cancelled', isFinal?: boolean) => void;
    fail: (error: Error) => void;
  }[] = [];
  const hooks = {
    make: vi.fn<PreviewHooks['make']>(
      ({ title }, job) =>
        new Promise((resolve, reject) =>
          asked.push({
            title,
            job,
            answer: (state, isFinal = true) =>
              resolve(state === 'done' ? { state, pdf: title, pages: 1, isFinal } : { state }),
            fail: reject,
          }),
        ),
    ),
    stop: vi.fn<PreviewHooks['stop']>().mockResolvedValue({}),
    show: vi.fn<PreviewHooks['show']>().mockResolvedValue(undefined),
    tell: vi.fn<PreviewHooks['tell']>(),
    fail: vi.fn<PreviewHooks['fail']>(),
    newJob: () => `job-${asked.length}`,
  };
  return { asked, hooks };
}
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('the preview', () => {
  it('is made at once when the page opens, and after a rest from then on', async () => {
    const { asked, hooks } = shell();
    const { ask } = previewer(hooks);
    ask(request('a'));
    expect(asked.map(({ title }) => title)).toEqual(['a']);
    asked[0]!.answer('done');
    await settle();
    expect(hooks.show.mock.calls[0]?.[0]).toMatchObject({ pdf: 'a' });
    expect(hooks.tell).toHaveBeenLastCalledWith('shown');
    for (const title of ['b', 'c', 'd']) ask(request(title));
    await vi.advanceTimersByTimeAsync(RESTS_AFTER_MS - 1);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked.map(({ title }) => title)).toEqual(['a', 'd']);
  });

  it('shows a first draft at once, and asks once more for the numbers of its contents', async () => {
    const { asked, hooks } = shell();
    previewer(hooks).ask(request('a'));
    asked[0]!.answer('done', false);
    await settle();
    expect(hooks.show).toHaveBeenCalledTimes(1);
    expect(asked.map(({ title }) => title)).toEqual(['a', 'a']);
    // Whatever it says, it is not asked for ever.
    asked[1]!.answer('done', false);
    await settle();
    expect(hooks.show).toHaveBeenCalledTimes(2);
    expect(asked).toHaveLength(2);
    expect(hooks.tell).toHaveBeenLastCalledWith('shown');
  });

  it('ends an earlier one, and does not look at what it answers', async () => {
    const { asked, hooks } = shell();
    const { ask } = previewer(hooks);
    ask(request('a'));
    ask(request('b'));
    expect(hooks.stop).toHaveBeenCalledWith('job-0');
    await vi.advanceTimersByTimeAsync(RESTS_AFTER_MS);
    asked[0]!.answer('done');
    asked[1]!.answer('done');
    await settle();
    expect(hooks.show.mock.calls.map(([{ pdf }]) => pdf)).toEqual(['b']);
  });

  it('is not made twice of the same choices, but again after a failure', async () => {
    const { asked, hooks } = shell();
    const { ask } = previewer(hooks);
    ask(request('a'));
    ask(request('a'));
    expect(hooks.stop).not.toHaveBeenCalled();
    asked[0]!.fail(new Error('no browser'));
    await settle();
    expect(hooks.fail).toHaveBeenCalledOnce();
    ask(request('a'));
    await vi.advanceTimersByTimeAsync(RESTS_AFTER_MS);
    expect(asked).toHaveLength(2);
  });

  it('says that it is slow only when it is', async () => {
    const { asked, hooks } = shell();
    const { ask } = previewer(hooks);
    ask(request('a'));
    await vi.advanceTimersByTimeAsync(SLOW_AFTER_MS - 1);
    expect(hooks.tell).toHaveBeenLastCalledWith('making');
    await vi.advanceTimersByTimeAsync(1);
    expect(hooks.tell).toHaveBeenLastCalledWith('slow');
    asked[0]!.answer('done');
    await settle();
    expect(hooks.tell).toHaveBeenLastCalledWith('shown');
  });

  it('ends with what it is of', async () => {
    const { hooks } = shell();
    const { ask } = previewer(hooks);
    ask(request('a'));
    ask(undefined);
    expect(hooks.stop).toHaveBeenCalledWith('job-0');
    expect(hooks.tell).toHaveBeenLastCalledWith('idle');
  });

  it('puts pages that are out of date by the time they are drawn nowhere', async () => {
    const { asked, hooks } = shell();
    let wasLatest: boolean | undefined;
    let drawn: () => void = () => {};
    hooks.show.mockImplementation(async (_, isLatest) => {
      await new Promise<void>((done) => (drawn = done));
      wasLatest = isLatest();
    });
    const { ask } = previewer(hooks);
    ask(request('a'));
    asked[0]!.answer('done');
    await settle();
    ask(request('b'));
    drawn();
    await settle();
    expect(wasLatest).toBe(false);
    expect(hooks.tell).not.toHaveBeenCalledWith('shown');
  });
});

describe('what is being built', () => {
  it('is kept a while after the last change, and only the last', async () => {
    const save = vi.fn().mockResolvedValue({});
    const { change } = draftKeeper<string>({ save, mayKeep: () => true, tell: vi.fn() });
    change('a');
    await vi.advanceTimersByTimeAsync(KEEPS_AFTER_MS - 1);
    change('b');
    await vi.advanceTimersByTimeAsync(KEEPS_AFTER_MS - 1);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(save.mock.calls).toEqual([['b']]);
  });

  it('is kept at once when the window goes', async () => {
    const save = vi.fn().mockResolvedValue({});
    const { change, finish } = draftKeeper<string>({ save, mayKeep: () => true, tell: vi.fn() });
    change('a');
    await finish();
    expect(save.mock.calls).toEqual([['a']]);
    await vi.advanceTimersByTimeAsync(KEEPS_AFTER_MS);
    expect(save).toHaveBeenCalledOnce();
  });

  it('is kept nowhere in private', async () => {
    const save = vi.fn();
    const { change, finish } = draftKeeper<string>({ save, mayKeep: () => false, tell: vi.fn() });
    change('a');
    await finish();
    expect(save).not.toHaveBeenCalled();
  });

  it('is still to be kept when it could not be', async () => {
    const tell = vi.fn();
    const save = vi.fn().mockRejectedValueOnce(new Error('full')).mockResolvedValue({});
    const { change, finish } = draftKeeper<string>({ save, mayKeep: () => true, tell });
    change('a');
    await vi.advanceTimersByTimeAsync(KEEPS_AFTER_MS);
    expect(tell).toHaveBeenCalledOnce();
    await finish();
    expect(save.mock.calls).toEqual([['a'], ['a']]);
  });
});

describe('pages on show', () => {
  const A4 = { width: 595, height: 842 };
  const ACROSS = { width: 842, height: 595 };

  it('fit the width each by itself, or wholly, or as on paper', () => {
    const view = { width: 842 + 2 * GAP, height: 421 + 2 * GAP };
    expect(scaleOf('width', ACROSS, view)).toBe(1);
    expect(scaleOf('width', A4, view)).toBeCloseTo(842 / 595);
    expect(scaleOf('page', A4, view)).toBe(0.5);
    expect(scaleOf('page', ACROSS, view)).toBeCloseTo(421 / 595);
    expect(scaleOf('actual', A4, view)).toBeCloseTo(96 / 72);
  });

  it('are found by where they lie', () => {
    const tops = topsOf([A4, ACROSS, A4]);
    expect(tops).toEqual([GAP, 842 + 2 * GAP, 842 + 595 + 3 * GAP, 2 * 842 + 595 + 4 * GAP]);
    expect([0, 860, 900, 5000].map((y) => pageAt(tops, y))).toEqual([0, 1, 1, 2]);
  });

  it('are few of many', () => {
    const tops = topsOf(Array.from({ length: 500 }, () => A4));
    const { first, last } = nearPages(tops, 250 * (842 + GAP), 800);
    expect(first).toBeGreaterThan(247);
    expect(last).toBeLessThan(254);
  });

  it('are drawn from the one on show outwards, onwards first', () => {
    expect(drawingOrder(3, 7, 5)).toEqual([5, 6, 4, 7, 3]);
  });
});
