import { describe, expect, it } from 'vitest';
import { byKind, inLatin, isKind, wholeWords } from '../../../src/renderer/components/findings/findings';
import {
  asTable,
  beginning,
  casesToWrite,
  foundNames,
  toWrite,
} from '../../../src/renderer/components/match/matches';
import type { Candidate, Finding, NameMatch } from '../../../src/shared/contract';
import type { ArticleId, EntityId } from '../../../src/shared/domain';

const finding = (code: Finding['code'], lang: 'sq' | 'sr-Cyrl' = 'sq'): Finding => ({
  code,
  entity: 'pl-test' as EntityId,
  name: 'Љубовец',
  at: {
    article: 'a' as ArticleId,
    lang,
    block: 'lead-1',
    start: 9,
    end: 16,
    text: 'ЊЕГОШЕВ',
    before: 'Џамија и ',
    after: ' ЉУБОВЕЦ',
  },
  instead: ['Ђорђе'],
});

describe('findings on the page', () => {
  it('stand by kind, misspellings first', () => {
    const groups = byKind([finding('two-names'), finding('misspelling'), finding('two-names')]);
    expect(groups.map(({ kind, findings }) => [kind, findings.length])).toEqual([
      ['misspelling', 1],
      ['two-names', 2],
    ]);
    expect([isKind('two-names'), isKind('toString'), isKind(undefined)]).toEqual([true, false, false]);
  });

  it('are in Latin for who reads Serbian in Latin, letter by letter', () => {
    const latin = inLatin(finding('two-names', 'sr-Cyrl'));
    expect(latin.at).toMatchObject({
      lang: 'sr-Latn',
      before: 'Džamija i ',
      text: 'NJEGOŠEV',
      after: ' LJUBOVEC',
    });
    expect([latin.name, latin.instead]).toEqual(['Ljubovec', ['Đorđe']]);
    expect(inLatin(finding('two-names')).at?.lang).toBe('sq');
  });

  it('have whole words around them, and nothing taken from a short context', () => {
    expect(wholeWords({ before: 'ica je u selu ', after: ' kod grada Pri' }, 14)).toEqual({
      before: '…je u selu ',
      after: ' kod grada…',
    });
    expect(wholeWords({ before: 'U ', after: '.' }, 14)).toEqual({ before: 'U ', after: '.' });
  });
});

const candidate = (id: string, confidence: Candidate['confidence']): Candidate => ({
  id: id as EntityId,
  type: 'village',
  preferred: {
    sq: { text: 'Vërboc', certainty: 'verified' },
    en: { text: 'Vrbovac', certainty: 'verified' },
  },
  definite: { text: 'Vërboci', certainty: 'derived' },
  form: 'locative',
  lang: 'sr-Cyrl',
  generated: false,
  confidence,
});
const match = (start: number, text: string, ...candidates: Candidate[]): NameMatch => ({
  start,
  end: start + text.length,
  text,
  candidates,
});

describe('names found in a text', () => {
  it('stand together under what they name, each form counted, every homonym there, the surest first', () => {
    const names = foundNames([
      match(0, 'Врбовцу', candidate('pl-a', 'likely'), candidate('pl-b', 'sure')),
      match(9, 'Vrbovcu', candidate('pl-a', 'sure')),
      match(20, 'Врбовцу', candidate('pl-b', 'sure'), candidate('pl-a', 'doubtful')),
      match(30, 'Vrbovac', candidate('pl-a', 'likely')),
    ]);
    expect(names.map(({ forms }) => forms.map(({ text, count }) => [text, count]))).toEqual([
      [['Врбовцу', 2]],
      [
        ['Vrbovcu', 1],
        ['Vrbovac', 1],
      ],
    ]);
    expect(names[0]?.candidates.map(({ id, confidence }) => [id, confidence])).toEqual([
      ['pl-b', 'sure'],
      ['pl-a', 'likely'],
    ]);
    expect(names[1]?.forms.map(({ as }) => as.confidence)).toEqual(['sure', 'likely']);
  });

  it('are apart from what is only suggested', () => {
    const suggested = { text: 'Vërboc', lang: 'sq', reasons: ['ër = r'] } as const;
    const perhaps = {
      ...candidate('pl-a', 'doubtful'),
      suggested: { ...suggested, reasons: [...suggested.reasons] },
    };
    const names = foundNames([match(0, 'Врбовцу', candidate('pl-a', 'sure')), match(9, 'Vrboc', perhaps)]);
    expect(names.map(({ forms }) => forms.map(({ text, as }) => [text, as.suggested?.text]))).toEqual([
      [['Врбовцу', undefined]],
      [['Vrboc', 'Vërboc']],
    ]);
  });

  it('have the case of the text in the other language, a spelling once', () => {
    const inCase = (form: 'genitive' | 'dative', text: string) => ({ lang: 'sr-Cyrl', form, text }) as const;
    const [name] = foundNames([
      match(0, 'Vërbocit', { ...candidate('pl-a', 'sure'), corresponding: [inCase('genitive', 'Врбовца')] }),
      match(9, 'Vërbocit', { ...candidate('pl-a', 'sure'), corresponding: [inCase('genitive', 'Врбовца'), inCase('dative', 'Врбовцу')] }), // prettier-ignore
    ]);
    expect(name?.candidates.flatMap((one) => casesToWrite(one, 'sr-Cyrl'))).toEqual([
      { text: 'Врбовца', forms: ['genitive'] },
      { text: 'Врбовцу', forms: ['dative'] },
    ]);
    expect(name?.candidates.flatMap((one) => casesToWrite(one, 'en'))).toEqual([]);
  });

  it('go into a table elsewhere, a line for each form', () => {
    const names = foundNames([
      match(0, 'Врбовцу', { ...candidate('pl-a', 'likely'), generated: true }),
      match(9, 'Vërbocit\n', candidate('pl-a', 'sure')),
    ]);
    expect(asTable(names, ['en', 'sq']).split('\n')).toEqual([
      'written\tcount\tid\tform\tmade\tconfidence\ten\tsq',
      'Врбовцу\t1\tpl-a\tlocative\tgenerated\tlikely\tVrbovac\tVërboc, Vërboci',
      'Vërbocit\t1\tpl-a\tlocative\t\tsure\tVrbovac\tVërboc, Vërboci',
    ]);
  });

  it('are written in Albanian indefinite or definite, elsewhere in one form, or in none', () => {
    expect(toWrite(candidate('pl-a', 'sure'), 'sq')).toEqual(['Vërboc', 'Vërboci']);
    expect(toWrite(candidate('or-a', 'sure'), 'sq')).toEqual(['Vërboci', 'Vërboc']);
    expect(toWrite(candidate('pl-a', 'sure'), 'en')).toEqual(['Vrbovac']);
    expect(toWrite(candidate('pl-a', 'sure'), 'sr-Cyrl')).toEqual([]);
  });

  it('are not cut in two where only the beginning of the text is shown', () => {
    const matches = [match(0, 'Ђаковица'), match(10, 'Љубовец')];
    const [first, second] = matches;
    expect(beginning('Ђаковица, Љубовец.', matches, 12)).toEqual({
      pieces: [
        { text: 'Ђаковица', match: first },
        { text: ', ', match: undefined },
        { text: 'Љубовец', match: second },
      ],
      isWhole: false,
    });
    expect(beginning('Ђаковица, Љубовец.', matches, 9)).toEqual({
      pieces: [
        { text: 'Ђаковица', match: first },
        { text: ',', match: undefined },
      ],
      isWhole: false,
    });
    expect(beginning('Ђаковица, Љубовец.', matches, 18).isWhole).toBe(true);
  });
});
