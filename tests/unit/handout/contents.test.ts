import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../../src/renderer/print/contents';
import { partAnchor, partLang, partLevel } from '../../../src/renderer/print/parts/anchor';
import type { HandoutRequestInput } from '../../../src/shared/handout';
import { articleIn, handoutIn, ingredientIn } from './articles';

type Parts = NonNullable<HandoutRequestInput['parts']>;
const listed = (handout: ReturnType<typeof handoutIn>) =>
  entriesOf(handout).map(({ anchor, level }) => `${level} ${anchor}`);

describe('the contents', () => {
  it('list each chapter, its sections and its parts, but not what stands beneath the title anyway', () => {
    const parts: Parts = [
      { part: 'cover' },
      { part: 'contents' },
      { part: 'content-note' },
      { part: 'text' },
      { part: 'facts' },
    ];
    expect(listed(handoutIn(['en'], { parts }))).toEqual([
      '1 izbica-massacre',
      '2 izbica-massacre-text-h-events',
      '2 izbica-massacre-facts',
    ]);
  });

  it('say the language where an article follows in another', () => {
    const entries = entriesOf(handoutIn(['en', 'sq'], { parts: [{ part: 'text' }] }));
    expect(entries.filter(({ level }) => level === 1).map(({ what }) => what)).toEqual([
      { title: 'Izbica massacre', edition: 'en' },
      { title: 'Masakra e Izbicës', edition: 'sq' },
    ]);
    const [only] = entriesOf(handoutIn(['en', 'sq'], { layout: 'parallel', parts: [{ part: 'text' }] }));
    expect(only?.what).toEqual({ title: 'Izbica massacre', edition: undefined });
  });

  it('list what stands once beside the chapters, even on the pages of the last', () => {
    const handout = handoutIn(['en', 'sq'], {
      parts: [{ part: 'text' }, { part: 'names' }, { part: 'licence' }],
    });
    expect(listed(handout)).toEqual([
      '1 izbica-massacre_en',
      '2 izbica-massacre_en-text-h-events',
      '2 izbica-massacre_en-names',
      '1 izbica-massacre_sq',
      '2 izbica-massacre_sq-text-h-events',
      '2 izbica-massacre_sq-names',
      '1 part-licence',
    ]);
  });

  it('list a chapter once, however many sheets it has', () => {
    const handout = handoutIn(['en'], { parts: [{ part: 'text' }, { part: 'names', landscape: true }] });
    expect(handout.sheets).toHaveLength(2);
    expect(listed(handout)).toEqual([
      '1 izbica-massacre',
      '2 izbica-massacre-text-h-events',
      '2 izbica-massacre-names',
    ]);
  });
});

describe('a part', () => {
  const second = { ...articleIn('sq'), id: 'poklek-massacre' };
  const two = handoutIn(['sq'], { parts: [{ part: 'text' }, { part: 'map' }, { part: 'content-note' }] }, [
    ingredientIn(['sq']),
    ingredientIn(['sq'], {
      id: second.id as ReturnType<typeof ingredientIn>['id'],
      editions: [second as ReturnType<typeof articleIn>],
    }),
  ]);

  it('that stands once is as high as a chapter and speaks the handout’s language', () => {
    expect(partAnchor('map', two.chapters, two)).toBe('part-map');
    expect(partLevel('map', two.chapters, two)).toBe(1);
    expect(partLang(two.chapters, two)).toBe('sq');
  });

  it('that follows a chapter is beneath it', () => {
    const [chapter] = two.chapters;
    expect(partAnchor('text', [chapter!], two)).toBe('izbica-massacre-text');
    expect(partLevel('text', [chapter!], two)).toBe(2);
  });

  it('that opens the pages is beneath none', () => {
    const one = handoutIn(['en'], { parts: [{ part: 'content-note' }, { part: 'text' }] });
    expect(partAnchor('content-note', one.chapters, one)).toBe('part-content-note');
    expect(partLevel('content-note', one.chapters, one)).toBe(1);
  });
});
