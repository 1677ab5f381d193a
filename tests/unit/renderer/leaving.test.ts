import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { beforeLeaving, finishAll, leaveWindow } from '../../../src/renderer/leaving';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

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

  it('tells what could not be saved, leaves time to read it, and goes all the same', async () => {
    const reason = new Error('the disk is full');
    const saved = vi.fn(async () => {});
    const takeBack = [beforeLeaving(async () => Promise.reject(reason)), beforeLeaving(saved)];
    const [told, leave] = [vi.fn(), vi.fn(async () => {})];
    const left = leaveWindow(told, leave);
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toHaveBeenCalledExactlyOnceWith(reason);
    expect(saved).toHaveBeenCalledOnce();
    expect(leave).not.toHaveBeenCalled();
    // The main process gives it five seconds.
    await vi.advanceTimersByTimeAsync(3000);
    await left;
    expect(leave).toHaveBeenCalledOnce();
    takeBack.forEach((take) => take());
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
