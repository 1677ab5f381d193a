import { describe, expect, it } from 'vitest';
import { languageRuns } from '../../../src/renderer/print/quoted';
import type { Mention } from '../../../src/shared/domain';

const mention = (start: number, end: number, lang?: 'sq' | 'sr-Cyrl'): Mention => ({
  start,
  end,
  entity: 'ev-drenica' as Mention['entity'],
  text: '',
  ...(lang && { lang }),
});

describe('a printed text', () => {
  it('says in which language a name is that it quotes', () => {
    const text = 'Drenica massacres (Masakrat në Drenicë; Масакри у Дреници) are';
    expect(languageRuns(text, [mention(0, 17), mention(19, 38, 'sq'), mention(40, 57, 'sr-Cyrl')])).toEqual([
      { text: 'Drenica massacres (' },
      { text: 'Masakrat në Drenicë', lang: 'sq' },
      { text: '; ' },
      { text: 'Масакри у Дреници', lang: 'sr-Cyrl' },
      { text: ') are' },
    ]);
  });

  it('is one run where it quotes nothing', () => {
    expect(languageRuns('Izbica', [mention(0, 6)])).toEqual([{ text: 'Izbica' }]);
  });
});
