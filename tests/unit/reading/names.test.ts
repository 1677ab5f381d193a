import { describe, expect, it } from 'vitest';
import { attestationSchema } from '../../../src/shared/contract';
import { type Name, nameSchema } from '../../../src/shared/domain';
import { LANGS } from '../../../src/shared/lang';
import { headingName, nameRows, sourcesOf, standings, variantsOf } from '../../../src/renderer/reading/names';

function name(lang: string, text: string, form: string, more: Partial<Name> = {}): Name {
  return nameSchema.parse({
    lang,
    text,
    form,
    kind: 'preferred',
    sources: ['geonames'],
    source: 'GeoNames',
    certainty: 'verified',
    ...more,
  });
}

const IZBICA = [
  name('sq', 'Izbicë', 'indefinite'),
  name('sq', 'Izbica', 'definite'),
  name('sq', 'Izbicën', 'accusative', { certainty: 'derived', source: 'by rule' }),
  name('sq', 'Izbicës', 'genitive-dative'),
  name('sr-Cyrl', 'Избица', 'base'),
  name('en', 'Izbica', 'base'),
];

describe('a name card', () => {
  it('leads with the languages that the reader reads', () => {
    expect(nameRows(IZBICA, ['sr-Cyrl', 'sq']).map(({ lang }) => lang)).toEqual(['sr-Cyrl', 'sq']);
  });

  it('cites an Albanian place in the indefinite, its other forms beneath', () => {
    const [row] = nameRows(IZBICA, ['sq']);
    expect(row?.main.map(({ text }) => text)).toEqual(['Izbicë']);
    expect(row?.others[0]?.forms).toEqual([
      { form: 'definite', texts: ['Izbica'] },
      { form: 'genitive-dative', texts: ['Izbicës'] },
    ]);
  });

  it('keeps forms made by rule apart from attested ones', () => {
    const [row] = nameRows(IZBICA, ['sq']);
    expect(row?.others.map(({ certainty }) => certainty)).toEqual(['verified', 'derived']);
  });

  it('cites an Albanian event in the definite', () => {
    const names = [
      name('sq', 'masakër e Izbicës', 'indefinite', { certainty: 'derived' }),
      name('sq', 'Masakra e Izbicës', 'definite'),
    ];
    const [row] = nameRows(names, ['sq'], 'event');
    expect(row?.main.map(({ text }) => text)).toEqual(['Masakra e Izbicës']);
    expect(row?.others[0]?.forms).toEqual([{ form: 'indefinite', texts: ['masakër e Izbicës'] }]);
  });

  it('shows a name that is recorded in no citation form', () => {
    expect(nameRows([name('sq', 'Hagës', 'genitive-dative')], ['sq'])[0]?.main[0]?.text).toBe('Hagës');
  });

  it('is headed in the first language that has a name', () => {
    expect(headingName(IZBICA, ['sr-Latn', 'sr-Cyrl', 'en'], 'place')?.text).toBe('Избица');
  });
});

describe('other ways to write it', () => {
  const variant = (lang: string, text: string, form: string, kind: Name['kind'] = 'variant') =>
    name(lang, text, form, { kind });

  it('are listed without their cases', () => {
    const names = [
      variant('sq', 'Gllogoc', 'indefinite'),
      variant('sq', 'Gllogoci', 'definite'),
      variant('sq', 'Gllogovc', 'indefinite'),
    ];
    expect(variantsOf(names, LANGS).map(({ text }) => text)).toEqual(['Gllogoc', 'Gllogovc']);
  });

  it('are listed also where no citation form is recorded, once', () => {
    const names = [
      variant('sq', 'Gjykata e Hagës', 'definite'),
      variant('sq', 'Gjykatën e Hagës', 'accusative'),
    ];
    expect(variantsOf(names, LANGS).map(({ text }) => text)).toEqual(['Gjykata e Hagës']);
  });

  it('are one entry where several languages write it so', () => {
    const names = [variant('en', 'Çirez', 'base'), variant('sq', 'Çirez', 'indefinite')];
    expect(variantsOf(names, ['sq', 'en'])).toMatchObject([{ text: 'Çirez', langs: ['sq', 'en'] }]);
  });
});

describe('where a name stands', () => {
  const at = (article: string, lang: string, block: string, text: string) =>
    attestationSchema.parse({ article, lang, block, text, start: 0, end: text.length, form: null });
  const attestations = [
    at('poklek', 'en', 'a', 'Qirez'),
    at('izbica', 'en', 'b', 'Çirez'),
    at('izbica', 'en', 'c', 'Qirez'),
    at('izbica', 'en', 'd', 'Qirez'),
    at('izbica', 'sr-Cyrl', 'b', 'Ћирез'),
    at('izbica', 'sr-Latn', 'b', 'Ćirez'),
  ];

  it('counts each written form, with the first block it stands in', () => {
    const [izbica] = standings(attestations, 'Cyrl', ['izbica', 'poklek']);
    expect(izbica).toMatchObject({
      article: 'izbica',
      lang: 'en',
      forms: [
        { text: 'Qirez', count: 2, block: 'c' },
        { text: 'Çirez', count: 1 },
      ],
    });
  });

  it('counts Serbian once, in the script that the reader reads', () => {
    const langs = (script: 'Cyrl' | 'Latn') => standings(attestations, script, []).map(({ lang }) => lang);
    expect(langs('Latn').filter((lang) => lang.startsWith('sr'))).toEqual(['sr-Latn']);
    expect(langs('Cyrl').filter((lang) => lang.startsWith('sr'))).toEqual(['sr-Cyrl']);
  });
});

describe('the sources of names', () => {
  it('are each given once, the surest first', () => {
    const names = [
      name('sq', 'Qirezi', 'definite', { source: 'by rule', certainty: 'derived' }),
      name('sq', 'Qirez', 'indefinite'),
      name('en', 'Qirez', 'base'),
    ];
    expect(sourcesOf(names)).toEqual([
      { source: 'GeoNames', forms: [{ text: 'Qirez', lang: 'sq' }] },
      { source: 'by rule', forms: [{ text: 'Qirezi', lang: 'sq' }] },
    ]);
  });
});
