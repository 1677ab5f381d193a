import { describe, expect, it } from 'vitest';
import { byKind, inLatin, isKind, wholeWords } from '../../../src/renderer/components/findings/findings';
import { beginning, foundNames, toWrite } from '../../../src/renderer/components/match/matches';
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
  it('are counted by how they are written, and every homonym is there, the surest first', () => {
    const names = foundNames([
      match(0, 'Врбовцу', candidate('pl-a', 'likely'), candidate('pl-b', 'sure')),
      match(9, 'Vrbovcu', candidate('pl-a', 'sure')),
      match(20, 'Врбовцу', candidate('pl-a', 'doubtful'), candidate('pl-b', 'sure')),
    ]);
    expect(names.map(({ text, count }) => [text, count])).toEqual([
      ['Врбовцу', 2],
      ['Vrbovcu', 1],
    ]);
    expect(names[0]?.candidates.map(({ id, confidence }) => [id, confidence])).toEqual([
      ['pl-b', 'sure'],
      ['pl-a', 'likely'],
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
    expect(beginning('Ђаковица, Љубовец.', matches, 12)).toEqual({
      text: 'Ђаковица, Љубовец',
      marks: [
        [0, 8],
        [10, 17],
      ],
      isWhole: false,
    });
    expect(beginning('Ђаковица, Љубовец.', matches, 9)).toEqual({
      text: 'Ђаковица,',
      marks: [[0, 8]],
      isWhole: false,
    });
    expect(beginning('Ђаковица, Љубовец.', matches, 18).isWhole).toBe(true);
  });
});
