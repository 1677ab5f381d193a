import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mapSpanToCyrillic,
  mapSpanToLatin,
  scriptOf,
  toCyrillic,
  toLatin,
  toLatinWithMap,
} from '../../../src/core/text/script';

const ALPHABET = 'абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ';
const text = fc.string({ unit: fc.constantFrom(...ALPHABET.split(''), ...' .,„”-{}щйWë3😀'.split(/(?:)/u)) });
const WORDS = `
  Ђаковица Горње Обриње Доње Преказе Ликошане Ћирез Чичавица Љубовац Његош Џаферај Мећава Шаља Глоговац
  Србица Косово Метохија годину људи њихових између међународне заједнице Југославије Скупштине Уједињених
  инјекција конјункција конјугација ванјезички Танјуг Танјуга анјон надживети наджњева поджанр
  подземље надџак одживети оџак џамија Оџаци анђео ађутант адјектив гдје дјеца дјелимично одјек одјурити одједном
  подједнако надјачати предјел одјељење судјеловати понедјељак недјеља дјевојка видјети ђак ђердан рођен грађани
  САНУ ЊЕГОШ ЂОРЂЕ КОЊ ЏАМИЈА ИНЈЕКЦИЈА Љ. А.
`
  .trim()
  .split(/\s+/);

describe('Serbian in Latin', () => {
  it.each([
    ['Горње Обриње', 'Gornje Obrinje'],
    ['Ђаковица, Љубовац, Његош, Џаферај', 'Đakovica, Ljubovac, Njegoš, Džaferaj'],
    ['ЊЕГОШ', 'NJEGOŠ'],
    ['КОЊ И ЏАМИЈА', 'KONJ I DŽAMIJA'],
    ['Љ. Петровић', 'Lj. Petrović'],
    ['КОСОВО: Њива', 'KOSOVO: Njiva'],
    ['ПАЉЊА', 'PALJNJA'],
    ['Њ\u0301ива', 'Nj\u0301iva'],
    ['Њ\u0301ЕГОШ', 'NJ\u0301EGOŠ'],
    ['надживети', 'nadživeti'],
    ['щ, ы, й', 'щ, ы, й'],
    ['{count} чланака', '{count} članaka'],
    ['Qirez, Çyçavicë, 1999', 'Qirez, Çyçavicë, 1999'],
  ])('of %s is %s', (cyrillic, latin) => {
    expect(toLatin(cyrillic)).toBe(latin);
  });

  it('leaves no Serbian Cyrillic letter and touches nothing else', () => {
    fc.assert(
      fc.property(text, (cyrillic) => {
        const latin = toLatin(cyrillic);
        expect([...latin].filter((character) => ALPHABET.includes(character))).toEqual([]);
        expect(latin).toBe(toLatinWithMap(cyrillic).text);
        expect(toLatin(latin)).toBe(latin);
      }),
    );
  });
});

describe('a place in a text', () => {
  it('is the same words in the other script', () => {
    const map = toLatinWithMap('Село Доње Обриње, у Дреници');
    const span = mapSpanToLatin(map, { start: 5, end: 16 });
    expect(map.text.slice(span.start, span.end)).toBe('Donje Obrinje');
    expect(mapSpanToCyrillic(map, span)).toEqual({ start: 5, end: 16 });
  });

  it('is a whole letter when it was half of lj', () => {
    const map = toLatinWithMap('Љуб');
    expect(mapSpanToCyrillic(map, { start: 0, end: 1 })).toEqual({ start: 0, end: 1 });
    expect(mapSpanToCyrillic(map, { start: 1, end: 2 })).toEqual({ start: 0, end: 1 });
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(text, fc.nat(30), fc.nat(30), (cyrillic, one, other) => {
        const map = toLatinWithMap(cyrillic);
        const limit = cyrillic.length;
        const span = { start: Math.min(one, other, limit), end: Math.min(Math.max(one, other), limit) };
        const there = mapSpanToLatin(map, span);
        expect(map.text.slice(there.start, there.end).length).toBeGreaterThanOrEqual(span.end - span.start);
        expect(mapSpanToCyrillic(map, there)).toEqual(span);
        expect([...map.starts]).toEqual([...map.starts].sort((a, b) => a - b));
        expect([...map.offsets]).toEqual([...map.offsets].sort((a, b) => a - b));
        expect(map.starts).toHaveLength(map.text.length + 1);
      }),
    );
  });
});

describe('Serbian in Cyrillic', () => {
  it.each(WORDS)('gives back %s', (word) => {
    expect(toCyrillic(toLatin(word)).text).toBe(word);
  });

  it('gives back any sentence of such words', () => {
    const sentence = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(sentence, (words) => {
        expect(toCyrillic(toLatin(words)).text).toBe(words);
      }),
    );
  });

  it.each([
    ['Djakovica i Djeneral Janković', 'Ђаковица и Ђенерал Јанковић'],
    ['Rodjević je odjeven', 'Рођевић је одјевен'],
    ['(injekcija) "Tanjug"', '(инјекција) "Танјуг"'],
    ['RTV-a', 'РТВ-а'],
    ['ǈubovac, Rac\u030Cak', 'Љубовац, Рачак'],
    ['n\u200Cj', 'нј'],
    ['Imate {count, number} beleški', 'Имате {count, number} белешки'],
    ['I tako. V. Karadžić', 'И тако. В. Караџић'],
    ['DRENICA I PREKAZ', 'ДРЕНИЦА И ПРЕКАЗ'],
  ])('of %s is %s', (latin, cyrillic) => {
    expect(toCyrillic(latin)).toEqual({ text: cyrillic, converted: true, kept: [] });
  });

  it.each([
    ['selo Qirez', 'село Qirez', ['Qirez']],
    ['Xhemajli iz sela Çyçavicë', 'Xhemajli из села Çyçavicë', ['Xhemajli', 'Çyçavicë']],
    ['Human Rights Watch je', 'Хуман Ригхтс Watch је', ['Watch']],
    ['NYT-a', 'NYT-a', ['NYT-a']],
    ['Aleksandar I Obrenović', 'Александар I Обреновић', ['I']],
    ['tom V, deo III i XIX vek', 'том V, део III и XIX век', ['V', 'III', 'XIX']],
    [
      'Vidi https://kosovo.rs/selo i www.hlc-rdc.org.',
      'Види https://kosovo.rs/selo и www.hlc-rdc.org.',
      ['https://kosovo.rs/selo', 'www.hlc-rdc.org.'],
    ],
    [
      'pišite na info@hlc.rs ili hlc-rdc.org',
      'пишите на info@hlc.rs или hlc-rdc.org',
      ['info@hlc.rs', 'hlc-rdc.org'],
    ],
    ['grčki Σερβία', 'грчки Σερβία', []],
    ['Qirez i Qirez', 'Qirez и Qirez', ['Qirez']],
    ['Њujork', 'Њujork', ['Њujork']],
  ])('keeps what is not Serbian in %s', (latin, cyrillic, kept) => {
    expect(toCyrillic(latin)).toMatchObject({ text: cyrillic, kept });
  });

  it('says when it changed nothing', () => {
    expect(toCyrillic('Ђаковица, 1999')).toEqual({ text: 'Ђаковица, 1999', converted: false, kept: [] });
    expect(toCyrillic('Qyqavicë')).toEqual({ text: 'Qyqavicë', converted: false, kept: ['Qyqavicë'] });
  });

  it('never makes a word of two scripts', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcčćdžljnqwxyëçéIVX\u030C’- '.split('')) });
    fc.assert(
      fc.property(letters, (latin) => {
        for (const word of toCyrillic(latin).text.split(/[^\p{L}\p{M}]+/u))
          expect(scriptOf(word)).not.toBe('mixed');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the script of a text', () => {
  it.each([
    ['Gornje Obrinje', 'Latn'],
    ['Горње Обриње', 'Cyrl'],
    ['Горње Обриње (Abri e Epërme)', 'mixed'],
    ['28. 3. 1999.', 'none'],
  ])('%s is %s', (sample, script) => {
    expect(scriptOf(sample)).toBe(script);
  });
});
