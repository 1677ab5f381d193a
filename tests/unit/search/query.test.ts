import { describe, expect, it } from 'vitest';
import {
  expandQuery,
  type Gazetteer,
  literalGroups,
  matchExpression,
  nameKey,
  parseQuery,
} from '../../../src/core/search/query';

const words = (query: string) => parseQuery(query).map((phrase) => phrase.words.join(' '));

const gazetteer: Gazetteer = {
  entitiesNamed: (key) =>
    ({
      glogovac: ['pl-drenas'],
      drenas: ['pl-drenas'],
      izbica: ['pl-izbica'],
      'masakra e izbices': ['ev-izbica'],
      vrbovac: ['pl-verboc', 'pl-verboc-klokot'],
    })[key] ?? [],
  keysOf: (entity) =>
    entity === 'pl-drenas'
      ? ['drenas', 'gllogoc', 'glogovac']
      : entity === 'pl-verboc'
        ? ['verboc', 'vrbovac']
        : [entity],
};
const expand = (query: string) => expandQuery(parseQuery(query), gazetteer);

describe('a query', () => {
  it('is words, folded', () => {
    expect(words('  Ћирез   Đakovica ')).toEqual(['cirez', 'dakovica']);
  });

  it('keeps what stands in quotation marks together, whichever marks', () => {
    for (const query of [
      '"Çikatovë e Vjetër" 1999',
      '„Çikatovë e Vjetër“ 1999',
      '«Çikatovë e Vjetër» 1999',
      '“Çikatovë e Vjetër” 1999',
    ]) {
      expect(words(query)).toEqual(['cikatove e vjeter', '1999']);
    }
  });

  it('takes a quotation mark without an end as reaching to the end', () => {
    expect(words('1999 "në Izbicë')).toEqual(['1999', 'ne izbice']);
  });

  it('has nothing in it where there are only signs', () => {
    for (const query of ['', ' ', '"" - * ( ) ^ :', '“”', '…']) expect(words(query)).toEqual([]);
  });

  it('cuts a name with an ending as the index does', () => {
    expect(words('NATO-s')).toEqual(['nato s']);
    expect(nameKey('NATO-s')).toBe('nato s');
  });
});

describe('expansion', () => {
  it('lets a name stand for all names of its entity', () => {
    expect(expand('Glogovac')).toEqual([
      { written: 'Glogovac', alternatives: ['glogovac', 'drenas', 'gllogoc'], entities: ['pl-drenas'] },
    ]);
  });

  it('takes the longest name, and leaves other words alone', () => {
    expect(expand('93 Masakra e Izbicës').map(({ written, entities }) => [written, entities])).toEqual([
      ['93', []],
      ['Masakra e Izbicës', ['ev-izbica']],
    ]);
  });

  it('keeps homonyms apart and searches for both', () => {
    expect(expand('Vrbovac')[0]?.entities).toEqual(['pl-verboc', 'pl-verboc-klokot']);
  });

  it('does not touch a phrase in quotation marks', () => {
    expect(expand('"Glogovac"')).toEqual([{ written: 'Glogovac', alternatives: ['glogovac'], entities: [] }]);
  });

  it('asks the index for all groups, each in any of its ways, the last perhaps unfinished', () => {
    expect(matchExpression(expand('Glogovac 1999'), false)).toBe(
      '("glogovac" OR "drenas" OR "gllogoc") AND ("1999")',
    );
    expect(matchExpression(expand('1999 Glogovac'), true)).toBe(
      '("1999") AND ("glogovac" * OR "drenas" OR "gllogoc")',
    );
    expect(matchExpression(literalGroups(parseQuery('Glogovac')), false)).toBe('("glogovac")');
  });
});
