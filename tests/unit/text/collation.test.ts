import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBy, sortKey } from '../../../src/core/text/collation';
import { LANGS, type Lang } from '../../../src/shared/lang';

const lists: [Lang, string][] = [
  ['sq', 'Dren, Drenas, Dhe, Dhomë, Epërme, Ëndrra'],
  ['sq', 'Cernicë, Cyrillë, Çikatovë, Çyçavicë, Dren'],
  ['sq', 'Gusht, Gjakovë, Hade'],
  ['sq', 'Likoc, Lubovec, Llaushë, Lluga'],
  ['sq', 'Niš, Nuzi, Njegosh, Obri'],
  ['sq', 'Rezallë, Rudë, Rrezallë, Skënderaj, Suharekë, Shtime, Tërstenik, Tuz, Theth, Uj'],
  ['sq', 'Vërboc, Washington, Xërxë, Xhemajli, Yll, Zatriq, Zym, Zhur'],
  ['sq', 'Abri e Epërme, Abri e Ulët, Abria, Abria e Epërme'],
  ['sr-Latn', 'Cernica, Cvet, Čičavica, Čikatovo, Ćirez, Dunav, Džep, Đakovica, Ero'],
  ['sr-Latn', 'Likošane, Lugovo, Ljubovac, Madžare, Nuka, Njegoš, Obrinje'],
  [
    'sr-Latn',
    'Poklek, Qirez, Rezala, Srbica, Šalja, Trstenik, Uroševac, Vrbovac, Washington, Xërxë, Zur, Žur',
  ],
  ['sr-Latn', 'inat, injekcija, inženjer, inje'],
  ['sr-Latn', 'nada, naduti, nadzor, nadživeti, nadžak'],
  ['sr-Latn', 'Cernica, Чикатово, Ćirez, Ђаковица, Ero, Љубовац, Marina, Njegoš'],
  [
    'sr-Cyrl',
    'Абрија, Баље, Вуковар, Глоговац, Дреница, Ђаковица, Ера, Жур, Зубин, Избица, Јањево, Косово, Ликошане, Љубовац, ' +
      'Митровица, Ниш, Његош, Обриње, Преказе, Резала, Србица, Трстеник, Ћирез, Урошевац, Фуше, Храм, Церница, ' +
      'Чичавица, Џаферај, Шаља, Qirez',
  ],
  ['sr-Cyrl', 'Иван, Йошкар, Ка, Шаља, Щорс, Ялта'],
  ['en', 'Cerna, Ćirez, Çyçavica, Cyril, Dakar, Đakovica, Damascus'],
  ['en', 'Prekaz, Račak, Rezala, Rrezallë, Srbica, Žegra, Zym, Ђаковица, Ћирез, 北京'],
  ['en', 'resume, Resume, résumé, Résumé, resumes'],
  ['en', 'Prekaz Village, Prekaz-Abri, Prekaze'],
  ['en', '“Izbica”, 9 March, 10 March, 100 days, Abri'],
];

describe('an index of names', () => {
  it.each(lists)('in %s runs %s', (lang, list) => {
    const sorted = list.split(', ');
    expect([...sorted].reverse().sort(compareBy(lang))).toEqual(sorted);
    expect([...sorted].sort().sort(compareBy(lang))).toEqual(sorted);
  });

  it('puts every letter of each alphabet in its place', () => {
    const alphabets: [Lang, string][] = [
      ['sq', 'a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v x xh y z zh'],
      ['sr-Latn', 'a b c č ć d dž đ e f g h i j k l lj m n nj o p r s š t u v z ž'],
      ['sr-Cyrl', 'а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш'],
    ];
    for (const [lang, alphabet] of alphabets) {
      // With a letter behind, so that a digraph is told from its first letter followed by another word's.
      const words = alphabet.split(' ').flatMap((letter) => [`${letter}a`, `${letter}z`]);
      const cyrillic = alphabet.split(' ').flatMap((letter) => [`${letter}а`, `${letter}ш`]);
      const expected = lang === 'sr-Cyrl' ? cyrillic : words.filter((word) => !['dz', 'sz'].includes(word));
      expect([...expected].reverse().sort(compareBy(lang))).toEqual(expected);
      expect(expected.map((word) => word.toUpperCase()).sort(compareBy(lang))).toEqual(
        expected.map((word) => word.toUpperCase()),
      );
    }
  });

  it('splits nj where a joiner or the word says so', () => {
    const weights = (text: string) => sortKey(text, 'sr-Latn').split('\u0001')[0];
    expect(weights('n\u034Fje')).not.toBe(weights('nje'));
    expect(weights('injekcija')).toBe(weights('in\u034Fjekcija'));
    expect(weights('injekcija')).toBe(weights('инјекција'));
    expect(weights('inje')).toBe(weights('иње'));
  });
});

describe('a sort key', () => {
  const names = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'aAëËçdhDžŽnjNJđЂабш019 .-\u034F\u0000😀\uD800'.split('')) }),
  );
  const lang = fc.constantFrom(...LANGS);

  it('can be kept as text in a database', () => {
    fc.assert(
      fc.property(names, lang, (name, inLang) => {
        expect([...sortKey(name, inLang)].every((unit) => unit > '\0' && unit <= '\uD7FF')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('orders any three texts without contradiction', () => {
    fc.assert(
      fc.property(names, names, names, lang, (a, b, c, inLang) => {
        const compare = compareBy(inLang);
        expect(compare(a, a)).toBe(0);
        expect(compare(a, b) + compare(b, a)).toBe(0);
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('is the same for the same text, however its accents are encoded', () => {
    fc.assert(
      fc.property(names, lang, (name, inLang) => {
        expect(sortKey(name.normalize('NFD'), inLang)).toBe(sortKey(name.normalize('NFC'), inLang));
      }),
    );
  });

  it('sorts numbers by value', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n }), fc.bigInt({ min: 0n }), lang, (a, b, inLang) => {
        expect(compareBy(inLang)(`block ${a}`, `block ${b}`)).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  it('sorts in SQLite as it does here', () => {
    const db = new Database(':memory:');
    db.exec('CREATE TABLE name (key TEXT NOT NULL) STRICT');
    const insert = db.prepare('INSERT INTO name VALUES (?)');
    const ordered = db.prepare('SELECT key FROM name ORDER BY key').pluck();
    fc.assert(
      fc.property(fc.array(names, { maxLength: 20 }), lang, (some, inLang) => {
        db.exec('DELETE FROM name');
        const keys = some.map((name) => sortKey(name, inLang));
        for (const key of keys) insert.run(key);
        expect(ordered.all()).toEqual(keys.sort());
      }),
    );
    db.close();
  });
});
