import { describe, expect, it } from 'vitest';
import { readNames } from '../../../src/core/exchange/formats';
import { type ProblemCode, PROBLEMS } from '../../../src/core/exchange/problems';
import { mixedWords } from '../../../src/core/exchange/text/confusables';
import { ungarbled } from '../../../src/core/exchange/text/garbled';
import { understandLang } from '../../../src/core/exchange/text/lang';
import { invisibleCharacters, tidy } from '../../../src/core/exchange/text/tidy';

function read(text: string, lang = 'sq') {
  const { entities, problems } = readNames('csv', new TextEncoder().encode(`lang,name\n${lang},${text}\n`));
  return { name: entities[0]?.names[0], problems: problems.map(({ code, params }) => [code, params]) };
}

describe('a word in two scripts', () => {
  it.each([
    ['Ћи\u0072ез', 'Cyrl', undefined, ['r (U+0072)']], // Latin r, which has no Cyrillic twin
    ['Gl\u043Egovac', 'Latn', 'Glogovac', ['\u043E (U+043E)']],
    ['Глог\u006Fвац', 'Cyrl', 'Глоговац', ['o (U+006F)']],
    ['\u0421op', 'Latn', 'Cop', ['\u0421 (U+0421)']],
    ['\u0421op', 'Cyrl', 'Сор', ['o (U+006F)', 'p (U+0070)']],
    ['\u0410B', 'Cyrl', 'АВ', ['B (U+0042)']],
    ['\u0455rbica', 'Latn', 'srbica', ['\u0455 (U+0455)']],
  ] as const)('is told, with what was meant and which letters are not: %s', (word, script, meant, strays) => {
    expect(mixedWords(word, script)).toEqual([{ word, strays, ...(meant !== undefined && { meant }) }]);
  });

  it.each(['Qirez Ћирез', 'KFOR-а', 'RTV-а', 'АП Kosovo', '1999', 'Α', 'Račak'])('is not %s', (text) => {
    expect(mixedWords(text, 'Cyrl')).toEqual([]);
  });

  it('is told with a letter of a third script too', () => {
    expect(mixedWords('Drenιca', 'Latn')).toEqual([{ word: 'Drenιca', strays: ['ι (U+03B9)'] }]);
  });

  it.each([
    ['Gl\u043Egovac', 'sq', 'letters-cyrillic', { letters: '\u043E (U+043E)', meant: 'Glogovac' }],
    ['Глог\u006Fвац', 'sr-Cyrl', 'letters-latin', { letters: 'o (U+006F)', meant: 'Глоговац' }],
    ['Ћи\u0072ез', 'sr-Cyrl', 'scripts-mixed', { letters: 'r (U+0072)' }],
  ])('is left out, and its letters are named: %s', (word, lang, code, params) => {
    const { name, problems } = read(word, lang);
    expect(name).toBeUndefined();
    expect(problems).toEqual([
      [code, { word, ...params }],
      ['entity-nameless', { id: '' }],
    ]);
    expect(PROBLEMS[code as ProblemCode]).toBe('error');
  });

  it('does not keep out the other names of its entry', () => {
    const rows = ['id,lang,name', 'x,sq,Glogovc', 'x,sr-Latn,Gl\u043Egovac'].join('\n');
    const { entities } = readNames('csv', new TextEncoder().encode(rows));
    expect(entities.map(({ names }) => names.map(({ text }) => text))).toEqual([['Glogovc']]);
  });
});

describe('a name in the script of another language', () => {
  it.each([
    ['Ћирез', 'sq'],
    ['Ćirez', 'sr-Cyrl'],
    ['Ћирез', 'sr-Latn'],
  ])('is told: %s as %s', (text, lang) => {
    expect(read(text, lang).problems).toEqual([['script-unexpected', { name: text, lang }]]);
  });
});

describe('a name that was read in the wrong encoding and saved', () => {
  it.each([
    ['GjakovÃ«', 'Gjakovë'],
    ['GjakovĂ«', 'Gjakovë'],
    ['ÄŒikatovo', 'Čikatovo'],
    ['Ð›Ð¸ÐºÐ¾Ð²Ð°Ñ†', 'Ликовац'],
    ['Р›РёРєРѕРІР°С†', 'Ликовац'],
  ])('is told, with what it was: %s', (text, meant) => {
    expect(ungarbled(text)).toBe(meant);
    expect(read(text).problems).toEqual([['letters-garbled', { name: text, meant }]]);
  });

  it.each(['Gjakovë', 'Ликовац', 'Čikatovo', 'РЈ', 'Racak', 'São'])('is not %s', (text) => {
    expect(ungarbled(text)).toBeUndefined();
  });
});

describe('characters that nobody sees', () => {
  it.each([
    ['Qi\u202Erez', 'U+202E'],
    ['\u2066Qi\u200Brez\u2069', 'U+2066 U+200B U+2069'],
    ['Qi\u00ADrez', 'U+00AD'],
    ['Qirez\u0000', 'U+0000'],
    ['Qi\u{E0041}rez', 'U+E0041'],
  ])('are removed, and named: %j', (text, characters) => {
    expect(read(text)).toMatchObject({
      name: { text: 'Qirez' },
      problems: [['characters-removed', { characters }]],
    });
  });

  it('are not the joiners that a word may need', () => {
    expect(tidy('in\u200Cjekcija')).toBe('in\u200Cjekcija');
    expect(invisibleCharacters('in\u200Cjekcija \t\n')).toEqual([]);
  });

  it('leave no name where there was nothing else', () => {
    expect(read('\u202E')).toMatchObject({
      name: undefined,
      problems: [
        ['characters-removed', {}],
        ['name-empty', {}],
        ['entity-nameless', {}],
      ],
    });
  });
});

describe('a name', () => {
  it('is composed, and its white space is single spaces', () => {
    expect(read('  C\u030Ciko\u00A0\u00A0Vo ').name?.text).toBe('Čiko Vo');
  });

  it('of 300 letters is read, and somebody is asked to look', () => {
    const long = 'ë'.repeat(300);
    expect(read(long)).toMatchObject({
      name: { text: long },
      problems: [['name-long', { length: 300, limit: 250 }]],
    });
  });
});

describe('a language tag', () => {
  it.each([
    ['sq', 'Qirez', { lang: 'sq', how: 'same' }],
    ['SR-CYRL', 'Ћирез', { lang: 'sr-Cyrl', how: 'mapped' }],
    ['sr_Latn_RS', 'Ćirez', { lang: 'sr-Latn', how: 'mapped' }],
    ['sr-Cyrl-XK', 'Ћирез', { lang: 'sr-Cyrl', how: 'mapped' }],
    ['sr', 'Ћирез', { lang: 'sr-Cyrl', how: 'script' }],
    ['sr', 'Ćirez', { lang: 'sr-Latn', how: 'script' }],
    ['sr-RS', 'Ћирез', { lang: 'sr-Cyrl', how: 'script' }],
    ['sh', 'Ćirez', { lang: 'sr-Latn', how: 'script' }],
    ['sh', 'Ћирез', { lang: 'sr-Cyrl', how: 'script' }],
    ['sr-ec', 'Ћирез', { lang: 'sr-Cyrl', how: 'mapped' }],
    ['sr-el', 'Ćirez', { lang: 'sr-Latn', how: 'mapped' }],
    ['als', 'Qirez', { lang: 'sq', how: 'mapped' }],
    ['aln', 'Qirez', { lang: 'sq', how: 'mapped' }],
    ['sq-XK', 'Qirez', { lang: 'sq', how: 'mapped' }],
    ['en-GB', 'Qirez', { lang: 'en', how: 'mapped' }],
    ['sr', 'Ћирез Ćirez', 'undecided'],
    ['sr', '1999', 'undecided'],
    ['de', 'Qirez', 'unknown'],
    ['', 'Qirez', 'unknown'],
    ['english', 'Qirez', 'unknown'],
    ['constructor', 'Qirez', 'unknown'],
    ['__proto__', 'Qirez', 'unknown'],
  ] as const)('%s of %s', (tag, text, expected) => {
    expect(understandLang(tag, text)).toEqual(expected);
  });

  it('that is not ours is told once, with how often', () => {
    const rows = ['lang,name', 'sr,Ћирез', 'sr,Избица', 'sr,Izbica'].join('\n');
    expect(readNames('csv', new TextEncoder().encode(rows)).problems).toEqual([
      {
        code: 'lang-by-script',
        severity: 'note',
        at: { line: 2, column: 2 },
        params: { tag: 'sr', lang: 'sr-Cyrl', count: 2 },
      },
      {
        code: 'lang-by-script',
        severity: 'note',
        at: { line: 4, column: 2 },
        params: { tag: 'sr', lang: 'sr-Latn', count: 1 },
      },
    ]);
  });
});
