import { describe, expect, it } from 'vitest';
import { namesToTell } from '../../../src/renderer/components/search/names-to-tell';
import type { SearchResult } from '../../../src/shared/contract';

describe('the names that a search was widened to', () => {
  it('are told without what was typed and without their case endings', () => {
    const expanded = {
      entity: 'pl-drenas',
      matched: 'glogovac',
      names: ['Drenas', 'Drenasi', 'Glogovac', 'Gllogoc', 'Gllogocit'],
    };
    expect(namesToTell(expanded as SearchResult['expanded'][number])).toEqual(['Drenas', 'Gllogoc']);
  });
});
