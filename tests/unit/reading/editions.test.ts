import { describe, expect, it } from 'vitest';
import { citationTexts } from '../../../src/renderer/reading/citations';
import { editionsToShow, toggled } from '../../../src/renderer/reading/editionChoice';
import { citationSchema, sourceSchema } from '../../../src/shared/domain';

describe('choosing editions', () => {
  it('puts them in the order of choosing', () => {
    expect(toggled(['sq'], 'en')).toEqual(['sq', 'en']);
  });

  it('takes one away, but not the last', () => {
    expect(toggled(['sq', 'en'], 'sq')).toEqual(['en']);
    expect(toggled(['en'], 'en')).toBeNull();
  });

  it('does not take a fourth', () => {
    expect(toggled(['sq', 'en', 'sr-Cyrl'], 'sr-Latn')).toBeNull();
  });
});

describe('the editions that open', () => {
  it('are those that the reader reads, as far as there are any', () => {
    expect(editionsToShow(['en', 'sq'], ['sr-Cyrl', 'sq'], undefined)).toEqual(['sq']);
    expect(editionsToShow(['en', 'sq'], ['sr-Cyrl'], undefined)).toEqual(['en']);
  });

  it('are the one that the address asks for, unless it is read anyway', () => {
    expect(editionsToShow(['en', 'sq'], ['en'], 'sq')).toEqual(['sq']);
    expect(editionsToShow(['en', 'sq'], ['en', 'sq'], 'sq')).toEqual(['en', 'sq']);
    expect(editionsToShow(['en', 'sq'], ['en'], 'sr-Latn')).toEqual(['en']);
  });
});

describe('citations', () => {
  const sources = [sourceSchema.parse({ id: 'doc-izbica', kind: 'document', title: 'Izbica massacre' })];
  const citation = (source: string, lines: string) => citationSchema.parse({ source, lines });

  it('name the source and its lines', () => {
    expect(citationTexts([citation('doc-izbica', '16')], sources)).toEqual([
      { source: 'Izbica massacre', lines: '16', count: 1 },
    ]);
    expect(citationTexts([citation('doc-izbica', '5-8,12')], sources)).toEqual([
      { source: 'Izbica massacre', lines: '5–8, 12', count: 2 },
    ]);
  });

  it('keep the id of a source that is not listed', () => {
    expect(citationTexts([citation('doc-other', '1')], sources)[0]?.source).toBe('doc-other');
  });
});
