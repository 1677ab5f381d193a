import { describe, expect, it } from 'vitest';
import { nameTableRow, sortRows } from '../../../src/renderer/components/names/name-rows';
import { namesToTell } from '../../../src/renderer/components/search/names-to-tell';
import { fold } from '../../../src/core/text/fold';
import type { EntityListing, SearchResult } from '../../../src/shared/contract';
import type { Lang } from '../../../src/shared/lang';

function listing(id: string, names: Partial<Record<Lang, string>>, variants: string[] = []): EntityListing {
  const base = { form: 'base', source: 'test', certainty: 'verified' } as const;
  return {
    id,
    type: 'village',
    mentions: 0,
    names: [
      ...Object.entries(names).map(([lang, text]) => ({ ...base, lang, text, kind: 'preferred' })),
      ...variants.map((text) => ({ ...base, lang: 'sq', text, kind: 'variant' })),
    ],
  } as EntityListing;
}

const rows = [
  listing('pl-skenderaj', { sq: 'Skënderaj', 'sr-Cyrl': 'Србица' }),
  listing('pl-dobrosheve', { sq: 'Dobroshec', 'sr-Cyrl': 'Доброшевац' }),
  listing('pl-gjakove', { sq: 'Gjakovë', 'sr-Cyrl': 'Ђаковица' }, ['Jakova']),
  listing('pl-gllogoc', { sq: 'Gllogoc', 'sr-Cyrl': 'Глоговац' }),
  listing('pl-nowhere', { sq: 'Askund' }),
].map(nameTableRow);

describe('the table of names', () => {
  it('is in the order of the alphabet of the column, with what it has no name for last', () => {
    expect(sortRows(rows, 'sq').map(({ cited }) => cited.sq?.[0]?.text)).toEqual([
      'Askund', 'Dobroshec', 'Gllogoc', 'Gjakovë', 'Skënderaj',
    ]); // prettier-ignore
    expect(sortRows(rows, 'sr-Cyrl').map(({ cited }) => cited['sr-Cyrl']?.[0]?.text)).toEqual([
      'Глоговац', 'Доброшевац', 'Ђаковица', 'Србица', undefined,
    ]); // prettier-ignore
  });

  it('is filtered by any form in any script', () => {
    const found = (words: string) =>
      rows.filter((row) => row.folded.includes(fold(words))).map(({ entity }) => entity.id);
    for (const words of ['gjakove', 'Đakovica', 'djakovica', 'Ђаков', 'jakova']) {
      expect([words, found(words)]).toEqual([words, ['pl-gjakove']]);
    }
    expect(found('xyz')).toEqual([]);
  });
});

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
