import { describe, expect, it } from 'vitest';
import { parseMarkup } from '../../../src/core/articles/markup';
import {
  findingsIn,
  knownEntity,
  langsMissing,
  type NamedEntity,
  type Place,
} from '../../../src/core/names/findings/findings';
import { formFinder } from '../../../src/core/names/forms';
import { readLibraryFiles } from '../../../src/library/resources';
import type { EntityBrief } from '../../../src/shared/contract';
import { type EntityId, keptEntitySchema } from '../../../src/shared/domain';
import { LANGS, type Lang, type WrittenLang } from '../../../src/shared/lang';
import { RESOURCES } from '../../support/library';

const entities: NamedEntity[] = readLibraryFiles(RESOURCES).entities;

/** One more, or one of the list with other names. */
function entity(id: string, names: readonly [Lang, string, string?, string?][]): NamedEntity {
  return keptEntitySchema.parse({
    id,
    type: 'village',
    names: names.map(([lang, text, form = 'base', kind = 'preferred']) => ({
      lang,
      text,
      form,
      kind,
      sources: ['usage'],
      certainty: 'verified',
    })),
  });
}

/** The code, the form and what is written instead, block by block as it is written for a library. */
function findings(lang: WrittenLang, blocks: readonly string[], more: readonly NamedEntity[] = []): string[] {
  const all = [...more, ...entities];
  const formOf = formFinder<Lang>(all);
  const edition = {
    lang,
    blocks: blocks.map((markup, at) => {
      const { text, mentions } = parseMarkup(markup);
      const block = `b-${at}`;
      return {
        block,
        text,
        places: mentions.map(({ entity: id, start, end, text: name }): Place => {
          const own = formOf(id, lang, name)?.lang ?? lang;
          return { block, entity: id, start, end, quoted: own === lang ? null : own };
        }),
      };
    }),
  };
  const entityOf = (id: EntityId) => all.find((one) => one.id === id);
  return findingsIn(edition, (id) => {
    const known = entityOf(id);
    return known && knownEntity(known);
  }).map(({ code, place, instead }) => {
    const text = edition.blocks
      .find(({ block }) => block === place.block)
      ?.text.slice(place.start, place.end);
    return `${code}: ${text} → ${instead.join(', ')}`;
  });
}

describe('two names of one thing in an edition', () => {
  it('are Drenas and Glogovac, wherever the rarer stands', () => {
    expect(
      findings('en', [
        'In [[pl-drenas|Drenas]] most were expelled. Villages around [[pl-drenas|Glogovac]] were next.',
        'They went back to [[pl-drenas|Drenas]], and [[pl-drenas|Glogovac]] was empty.',
        '[[pl-drenas|Drenas]] is a town.',
      ]),
    ).toEqual(['two-names: Glogovac → Drenas', 'two-names: Glogovac → Drenas']);
  });

  it('are Çikatovë e Vjetër and Čikatovo, and of as many the one that the list prefers is kept to', () => {
    expect(
      findings('en', [
        'They were executed in [[pl-cikatove-e-vjeter|Čikatovo]].',
        'The village of [[pl-cikatove-e-vjeter|Çikatovë e Vjetër]] lies near.',
      ]),
    ).toEqual(['two-names: Čikatovo → Çikatovë e Vjetër']);
  });

  it('are found in every language, whatever the case, and what is written instead is in that case', () => {
    expect(
      findings('sr-Cyrl', [
        'У [[pl-drenas|Глоговцу]] и око [[pl-drenas|Глоговца]], а потом у селима око [[pl-drenas|Дренаса]].',
      ]),
    ).toEqual(['two-names: Дренаса → Глоговца, Глоговцу']);
    expect(
      findings('sq', [
        'Në [[pl-qirez|Qirez]], pranë [[pl-qirez|Qirezit]]. Fshatarët e [[pl-qirez|Çirezit]] ikën.',
      ]),
    ).toEqual(['two-names: Çirezit → Qirezit, Qirez']);
  });

  it('follow an edition that plainly prefers another than the list does', () => {
    const often = 'They reached [[pl-drenas|Glogovac]].';
    expect(findings('en', [often, often, often, 'They left [[pl-drenas|Drenas]].'])).toEqual([
      'two-names: Drenas → Glogovac',
    ]);
  });

  it.each([
    ['sq', 'Në [[pl-izbica|Izbicë]], te [[pl-izbica|Izbica]], prej [[pl-izbica|Izbicës]].'],
    ['sq', '[[pl-cikatove-e-vjeter|Çikatova e Vjetër]], në [[pl-cikatove-e-vjeter|Çikatovë të Vjetër]], [[pl-cikatove-e-vjeter|Çikatovë]].'], // prettier-ignore
    ['sq', '[[or-kla|Ushtria Çlirimtare e Kosovës]], pjesëtar i [[or-kla|UÇK-së]].'],
    ['sr-Cyrl', 'Напали су [[pl-prekaz|Преказ]]. Ноћу је у [[pl-prekaz|Преказу]] горело.'],
    ['sr-Cyrl', '[[pe-xhemajli|Садик Џемајљи]], од [[pe-xhemajli|Садика Џемајљија]].'],
    ['sr-Cyrl', '[[pe-jashari|Адем Јашари]], код [[pe-jashari|Јашарија]].'],
    ['sr-Cyrl', '[[pl-cikatove-e-vjeter|Старо Чикатово]], у [[pl-cikatove-e-vjeter|Чикатову]].'],
    ['en', '[[or-kla|Kosovo Liberation Army]], then the [[or-kla|KLA]].'],
    ['en', '[[or-fry-forces|Yugoslav forces]], later [[or-fry-forces|Serbian forces]].'],
    [
      'en',
      '[[pl-muqolli-house|Sinan Muqolli’s house]], now the [[pl-muqolli-house|memorial complex in Poklek]].',
    ],
    [
      'en',
      '[[gr-kosovo-albanians|Kosovo Albanians]] fled. Other [[gr-kosovo-albanians|Kosovar Albanians]] stayed.',
    ],
  ] as const)('are not, in %s, forms, short forms and descriptions: %s', (lang, text) => {
    expect(findings(lang, [text])).toEqual([]);
  });

  it.each([
    ['en', 'in brackets', 'In [[pl-drenas|Drenas]] ([[pl-drenas|Glogovac]]). Near [[pl-drenas|Drenas]].'],
    ['en', 'the other once, when first mentioned', 'In [[pl-drenas|Drenas]] ([[pl-drenas|Glogovac]]). Near [[pl-drenas|Glogovac]], in [[pl-drenas|Glogovac]], to [[pl-drenas|Glogovac]].'], // prettier-ignore
    [
      'sq',
      'of another language in brackets',
      'Komuna e [[pl-drenas|Drenasit]] sot (serbisht: [[pl-drenas|Глоговац]]).',
    ],
    ['sr-Cyrl', 'in quotation marks', 'Побегли су у [[pl-qirez|Ћирез]] (у документу „[[pl-qirez|Çirez]]“).'],
    ['en', 'with the words of a source', 'In [[pl-drenas|Drenas]]. The report has “expelled from [[pl-drenas|Glogovac]] in May”.'], // prettier-ignore
    ['sq', 'told in one breath', 'Dokumenti shkruan herë [[pl-drenas|Drenas]], herë [[pl-drenas|Glogovac]], njërin pranë tjetrit.'], // prettier-ignore
    ['en', 'as what is also said', 'The document has [[pl-drenas|Drenas]] or [[pl-drenas|Glogovac]].'],
    ['en', 'with a stroke', '[[pl-drenas|Drenas]] / [[pl-drenas|Glogovac]]'],
  ] as const)('are not, in %s, those that are shown %s', (lang, _, text) => {
    expect(findings(lang, [text])).toEqual([]);
  });

  it('are those that a text only joins, as if they were two things', () => {
    expect(findings('en', ['They were killed in [[pl-drenas|Drenas]] and [[pl-drenas|Glogovac]].'])).toEqual([
      'two-names: Glogovac → Drenas',
    ]);
  });

  it('are those outside of the quotation that another mark closes', () => {
    const text = '„Shtypi“ shkruan për [[pl-drenas|Gllogocin]]. Më vonë [[pl-drenas|Drenasi]] dhe “gazeta”.';
    expect(findings('sq', [text])).toEqual(['two-names: Gllogocin → Drenasi']);
  });
});

describe('a finding', () => {
  it('is one at a place, and comes in the order of the text', () => {
    expect(
      findings('en', [
        'To [[pl-qirez|Qirez]], [[pl-izbica|Izbicë]], and from [[pl-qirez|Cirez]] to [[pl-qirez|Qirez]].',
        'In [[pl-rezalla|Rezallë]].',
      ]),
    ).toEqual([
      'not-definite: Izbicë → Izbica',
      'misspelling: Cirez → Ćirez, Çirez',
      'not-definite: Rezallë → Rezalla',
    ]);
  });
});

describe('a misspelling', () => {
  it.each([
    ['en', '[[pl-cikatove-e-vjeter|Çikatovë e Vjeter]]', 'Çikatovë e Vjeter → Çikatovë e Vjetër'],
    ['en', '[[pl-cikatove-e-vjeter|ČIKATOVO]], not [[pl-cikatove-e-vjeter|CIKATOVO]]', 'CIKATOVO → Čikatovo'],
    ['en', '[[pl-qirez|Chirez]]', 'Chirez → Qirez'],
    ['sq', '[[or-kla|UCK]]', 'UCK → UÇK'],
    ['sq', '[[pl-verboc|Verboc]]', 'Verboc → Vërboc'],
    ['sr-Cyrl', '[[pl-qirez|Чирез]]', 'Чирез → Ћирез'],
    ['sr-Cyrl', '[[pl-cikatove-e-vjeter|Старо Ћикатово]]', 'Старо Ћикатово → Старо Чикатово'],
  ] as const)('is found in %s: %s', (lang, text, found) => {
    expect(findings(lang, [text])).toEqual([`misspelling: ${found}`]);
  });

  it('is not what is right in the language of the edition', () => {
    // Albanian lists it as a misspelling; in Serbian it is the genitive.
    const izbica = entity('pl-test', [
      ['sq', 'Izbice', 'indefinite', 'misspelling'],
      ['sq', 'Izbicë', 'indefinite'],
      ['sr-Latn', 'Izbica'],
      ['sr-Latn', 'Izbice', 'genitive'],
    ]);
    expect(findings('sr-Cyrl', ['Из [[pl-test|Избице]].'], [izbica])).toEqual([]);
    expect(findings('sq', ['Në [[pl-test|Izbice]].'], [izbica])).toEqual(['misspelling: Izbice → Izbicë']);
  });

  it('in Serbian Latin is one in Cyrillic too, whatever other languages write', () => {
    const village = entity('pl-test', [
      ['sr-Cyrl', 'Ћирез'],
      ['sr-Latn', 'Čirez', 'base', 'misspelling'],
      ['en', 'Čirez', 'base', 'variant'],
    ]);
    expect(findings('sr-Cyrl', ['У селу [[pl-test|Чирез]].'], [village])).toEqual([
      'misspelling: Чирез → Ћирез',
    ]);
    expect(findings('en', ['In [[pl-test|Čirez]].'], [village])).toEqual([]);
  });

  it('is left where a source is quoted', () => {
    expect(findings('en', ['The document has “[[pl-cikatove-e-vjeter|Çikatovë e Vjeter]]”.'])).toEqual([]);
  });
});

describe('a form that is not listed', () => {
  it('is one that no rule makes either', () => {
    expect(findings('sq', ['Fshati [[pl-drenas|Drenasishte]].'])).toEqual([
      'unlisted-form: Drenasishte → Drenas, Drenasi',
    ]);
    expect(findings('sr-Cyrl', ['Љ, Њ, Џ: [[pe-xhemajli|Џемајлијевић]].'])).toEqual([
      'unlisted-form: Џемајлијевић → Садик Џемајљи',
    ]);
  });

  it('is none that a rule makes, for a list that has nothing but the name', () => {
    const town = entity('pl-test', [
      ['sr-Cyrl', 'Ђаковица'],
      ['sq', 'Gjakovë', 'indefinite'],
    ]);
    expect(findings('sr-Cyrl', ['Од [[pl-test|Ђаковице]] ка [[pl-test|Ђаковици]].'], [town])).toEqual([]);
    expect(findings('sq', ['[[pl-test|Gjakovës]]'], [town])).toEqual([]);
    expect(findings('sq', ['[[pl-test|Gjakovare]]'], [town])).toEqual(['unlisted-form: Gjakovare → Gjakovë']);
  });

  it('is put beside the listed ones that are spelt alike', () => {
    expect(findings('sq', ['Në [[pl-qirez|Ćyrez]].'])).toEqual([
      'unlisted-form: Ćyrez → Qirez, Qirezi, Qirezin',
    ]);
  });

  it.each([
    ['sr-Cyrl', 'a case made by rule', '[[pl-poklek|Поклеком]]'],
    ['sq', 'another linker', '[[pl-cikatove-e-vjeter|Çikatovën të Vjetër]]'],
    ['en', 'a possessive', '[[or-kla|KLA’s]]'],
    ['sq', 'an ending', '[[or-hrw|Human Rights Watch-it]]'],
    ['en', 'capitals', '[[pl-drenas|DRENAS]]'],
    ['sr-Cyrl', 'a name in Latin', '[[pl-likoshan|Likošanu]]'],
  ] as const)('is not, in %s, %s: %s', (lang, _, text) => {
    expect(findings(lang, [text])).toEqual([]);
  });
});

describe('Albanian names of places in English', () => {
  it('are definite where they are feminine', () => {
    expect(findings('en', ['They fled to [[pl-izbica|Izbicë]] and [[pl-padalishte|Padalishtë]].'])).toEqual([
      'not-definite: Izbicë → Izbica',
      'not-definite: Padalishtë → Padalishta',
    ]);
  });

  it('are indefinite where they are masculine', () => {
    expect(findings('en', ['From [[pl-prekaz|Prekazi]] to [[pl-poklek|Pokleku]].'])).toEqual([
      'not-indefinite: Prekazi → Prekaz',
      'not-indefinite: Pokleku → Poklek',
    ]);
  });

  it.each([
    'in [[pl-izbica|Izbica]], [[pl-prekaz|Prekaz]], [[pl-rezalla|Rezalla]] and [[pl-serbia|Serbia]]',
    'in [[pl-cikatove-e-vjeter|Çikatovë e Vjetër]], with an adjective',
    'in [[pl-izbica|Izbica]] (Albanian: [[pl-izbica|Izbicë]])',
    'in [[pl-prekaz|Prekazi i Poshtëm]], likewise',
    'by [[pe-ymer|Ymeri]], a person',
  ])('are as they should be %s', (text) => {
    expect(findings('en', [text])).toEqual([]);
  });

  it('are told from Serbian ones that look like them, and are free in other languages', () => {
    const village = entity('pl-test', [
      ['sq', 'Likovë', 'indefinite'],
      ['sq', 'Likova', 'definite'],
      ['sr-Latn', 'Likovë'],
    ]);
    expect(findings('en', ['[[pl-test|Likovë]]'], [village])).toEqual([]);
    expect(findings('sq', ['në [[pl-izbica|Izbicë]]'])).toEqual([]);
  });
});

describe('a language that is missing', () => {
  const brief = (langs: readonly Lang[]): EntityBrief => ({
    id: 'pl-test' as EntityId,
    type: 'village',
    preferred: Object.fromEntries(langs.map((lang) => [lang, { text: 'Ђ', certainty: 'verified' }])),
  });

  it('is one without a name to be cited by; Serbian Latin follows from the Cyrillic, not the other way', () => {
    expect(langsMissing(brief(['en', 'sr-Cyrl']), LANGS)).toEqual(['sq']);
    expect(langsMissing(brief(['sq', 'sr-Latn']), LANGS)).toEqual(['en', 'sr-Cyrl']);
    expect(langsMissing(brief(['en', 'sr-Cyrl']), ['sr-Latn'])).toEqual([]);
  });
});
