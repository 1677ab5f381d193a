import { describe, expect, it } from 'vitest';
import { forgetsReading, toldAfter } from '../../../src/shared/policies/told';

const told = (method: string, input: unknown = {}) =>
  toldAfter(method, input).map(({ event, toAsker }) => `${event.type}${toAsker ? ', the asker too' : ''}`);

describe('what a host tells its windows', () => {
  it.each([
    ['names.put', ['names']],
    ['import.apply', ['names']],
    ['notes.save', ['notes']],
    ['notes.purge', ['notes']],
    ['reading.clear', ['history']],
    ['notebook.restore', ['notebook, the asker too']],
    ['notebook.recover', ['notebook, the asker too']],
    ['notebook.backup', []],
    ['reading.keep', []],
    ['articles.get', []],
    ['toString', []],
  ])('after %s: %j', (method, events) => expect(told(method)).toEqual(events));

  it('is nothing where it was only tried', () => {
    for (const method of ['notebook.restore', 'notes.import']) {
      expect(told(method, { trial: true })).toEqual([]);
      expect(told(method, { trial: false })).not.toEqual([]);
    }
  });

  it('is that what was read is forgotten, where history is switched off', () => {
    expect(told('settings.set', { keepsHistory: false })).toEqual(['history']);
    expect(told('settings.set', { keepsHistory: true })).toEqual([]);
    expect(told('settings.set', { theme: 'dark' })).toEqual([]);
    expect(told('settings.set', Object.create({ keepsHistory: false }))).toEqual([]);
  });

  it.each([null, 'trial', 7, []])('takes %j for no trial', (input) =>
    expect(told('reading.clear', input)).toEqual(['history']),
  );
});

it('knows which calls forget what was read', () => {
  expect(forgetsReading('reading.clear', {})).toBe(true);
  expect(forgetsReading('settings.set', { keepsHistory: false })).toBe(true);
  expect(forgetsReading('reading.keep', { keepsHistory: false })).toBe(false);
});
