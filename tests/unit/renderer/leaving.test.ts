import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/shared/errors';
import { beforeLeaving, finishAll, leaveWindow } from '../../../src/renderer/leaving';

beforeEach(() => void vi.useFakeTimers());
let takesBack: (() => void)[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const takeBack of takesBack.splice(0)) takeBack();
});

describe('a window that is to be closed', () => {
  it('waits for what is being saved', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const takeBack = beforeLeaving(async () => promise);
    const leave = vi.fn(async () => {});
    const left = leaveWindow(() => {}, leave);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(leave).not.toHaveBeenCalled();
    resolve(undefined);
    await left;
    expect(leave).toHaveBeenCalledOnce();
    takeBack();
  });

  it('says why something that would be missed could not be saved, so that the reader is asked', async () => {
    const reason = new AppError('note.too-long', { length: 3, limit: 2 });
    const saved = vi.fn(async () => {});
    takesBack = [beforeLeaving(async () => Promise.reject(reason)), beforeLeaving(saved)];
    const [told, leave] = [vi.fn(), vi.fn(async () => {})];
    await leaveWindow(told, leave);
    expect(told).toHaveBeenCalledExactlyOnceWith(reason);
    expect(saved).toHaveBeenCalledOnce();
    expect(leave).toHaveBeenCalledExactlyOnceWith([
      { code: 'note.too-long', params: { length: 3, limit: 2 } },
    ]);
  });

  it('tells of what comes about again, leaves time to read it, and goes all the same', async () => {
    const reason = new Error('the disk is full');
    takesBack = [beforeLeaving(async () => Promise.reject(reason), { isPassing: true })];
    const [told, leave] = [vi.fn(), vi.fn(async () => {})];
    const left = leaveWindow(told, leave);
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toHaveBeenCalledExactlyOnceWith(reason);
    expect(leave).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(3000);
    await left;
    expect(leave).toHaveBeenCalledExactlyOnceWith([]);
  });

  it('goes at once where there is nothing to save, or no longer', async () => {
    beforeLeaving(() => new Promise(() => {}))();
    expect(await finishAll()).toEqual([]);
  });

  it('hears of whoever fails before they have begun', async () => {
    const takeBack = beforeLeaving(() => {
      throw new Error('at once');
    });
    expect(await finishAll()).toEqual([new Error('at once')]);
    takeBack();
  });
});
