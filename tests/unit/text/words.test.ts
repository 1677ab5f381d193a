import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/core/text/fold';
import { countWords, tokens } from '../../../src/core/text/words';

describe('a count of words', () => {
  it.each([
    ['Më 28 mars 1999, në Izbicë u vranë më shumë se 146 veta.', 13],
    ['Ђаковица — Đakovica – Gjakovë', 3],
    ['The KLA’s 1998–1999 “Drenica” zone', 5],
    ['  \n—  ', 0],
    ['', 0],
  ])('of "%s" is %d', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});

describe('tokens', () => {
  it('are where the words are', () => {
    const text = fold('Çikatovë e Vjetër, 1999.');
    expect(tokens(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'cikatove',
      'e',
      'vjeter',
      '1999',
    ]);
  });

  it('are those that the full-text index makes', () => {
    const db = new Database(':memory:');
    db.exec(`CREATE VIRTUAL TABLE block USING fts5(text, tokenize = 'unicode61');
             CREATE VIRTUAL TABLE term USING fts5vocab(block, instance);`);
    const text = fold(
      `Më 28 mars 1999 forcat vranë 146 shqiptarë në “Izbicë”. Ђаковица, Горње Обриње: 5-7. марта; the KLA's
       rock'n'roll № 5, 50.000 €, n°3, Ⅳ, α/β, Straße_x, ½ 😀 a\u00ADb e\u0301, 北京, 한국, ﬁn`,
    );
    db.prepare('INSERT INTO block VALUES (?)').run(text);
    const indexed = db.prepare('SELECT term FROM term ORDER BY offset').pluck().all();
    expect(tokens(text).map(({ start, end }) => text.slice(start, end))).toEqual(indexed);
    db.close();
  });
});
