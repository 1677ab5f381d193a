import { describe, expect, it } from 'vitest';
import { learn } from '../../../src/renderer/i18n';
import { cssString, footOf, headsOf, pageRules } from '../../../src/renderer/print/pageRules';
import { paperOf } from '../../../src/renderer/print/paper';
import { sizesOf } from '../../../src/renderer/print/sizes';
import { type PageSetup, pageSetupSchema } from '../../../src/shared/handout';
import { LANGS, type Lang } from '../../../src/shared/lang';
import { articleIn, type Choices, handoutIn, ingredientIn } from './articles';

await Promise.all(LANGS.map(learn));

const page = (setup: Partial<PageSetup> = {}): PageSetup => pageSetupSchema.parse(setup);
const upright = { landscape: false };
const across = { landscape: true };

describe('the paper of a sheet', () => {
  it('is as large as it lies, and the text as wide as its margins leave it', () => {
    expect(paperOf(upright, page())).toMatchObject({ width: 210, height: 297, inner: 166 });
    expect(paperOf(across, page())).toMatchObject({ width: 297, height: 210, inner: 253 });
    expect(paperOf(upright, page({ paper: 'A5', margin: 14 }))).toMatchObject({ width: 148, inner: 120 });
    expect(paperOf(across, page({ paper: 'Letter' }))).toMatchObject({ width: 279.4, height: 215.9 });
  });

  it('has room for its running head and its foot in the narrowest margins', () => {
    const { top, bottom } = paperOf(upright, page({ margin: 10 }));
    expect(top).toBeGreaterThanOrEqual(16);
    expect(bottom).toBeGreaterThanOrEqual(14);
    expect(paperOf(upright, page({ margin: 30 }), false).top).toBe(30);
  });

  it('is bound at its side; pages that lie otherwise than the rest are bound at their heads', () => {
    expect(paperOf(upright, page({ binding: 10 }))).toMatchObject({ boundAt: 'side', inner: 156 });
    expect(paperOf(across, page({ binding: 10 }))).toMatchObject({ boundAt: 'top', inner: 253 });
    expect(paperOf(across, page({ binding: 10, landscape: true }))).toMatchObject({ boundAt: 'side' });
  });
});

describe('what stands beside the text', () => {
  it('follows its size, titles more slowly', () => {
    const [usual, double] = [sizesOf(10.5), sizesOf(21)];
    expect(usual).toMatchObject({ title: 22.03, heading: 13.03, small: 9.03, fine: 8.51, margin: 7.5 });
    expect(double.title / usual.title).toBeLessThan(1.6);
    expect(double.margin / usual.margin).toBeLessThan(1.9);
  });

  it('is nowhere smaller than sixteen points in large print, and in heads and margins than fourteen', () => {
    for (const text of [16, 18, 24]) {
      const { small, fine, heading, label, margin } = sizesOf(text);
      expect(Math.min(small, fine, heading)).toBeGreaterThanOrEqual(16);
      expect(Math.min(label, margin)).toBeGreaterThanOrEqual(14);
    }
  });
});

function headed(langs: Lang[], choices: Choices = {}, title?: string) {
  const handout = handoutIn(langs, choices);
  const [chapter] = handout.chapters;
  if (title !== undefined) chapter!.editions[0]!.titles[langs[0]!] = title;
  return headsOf(handout.sheets[0]!, handout);
}

describe('the running heads', () => {
  it('are the chapter’s own title and those of the other chosen editions', () => {
    expect(headed(['sr-Latn', 'en', 'sq'])).toEqual([
      'Masakr u Izbici',
      'Izbica massacre',
      'Masakra e Izbicës',
    ]);
    expect(headed(['sq', 'sr-Cyrl'])).toEqual(['Masakra e Izbicës', '', 'Масакр у Избици']);
  });

  it('are all four titles, or where those have no room the first', () => {
    const four: Lang[] = ['en', 'sq', 'sr-Cyrl', 'sr-Latn'];
    expect(headed(four)).toEqual([
      'Izbica massacre · Masakra e Izbicës',
      '',
      'Масакр у Избици · Masakr u Izbici',
    ]);
    expect(headed(four, { page: { paper: 'A5', size: 18 } })).toEqual(['Izbica massacre', '', '']);
  });

  it('name the handout beside the only edition, unless it is called the same', () => {
    expect(headed(['en'])).toEqual(['Izbica massacre', '', '']);
    expect(headed(['en'], { title: 'Class 9b' })).toEqual(['Izbica massacre', '', 'Class 9b']);
  });

  it('are the handout’s title where a sheet has no chapter, and none on the cover', () => {
    const handout = handoutIn(['en'], {
      title: 'Class 9b',
      parts: [{ part: 'cover' }, { part: 'contents' }, { part: 'text' }],
    });
    const heads = handout.sheets.map((sheet) => headsOf(sheet, handout)[0]);
    expect(heads).toEqual(['', 'Class 9b', 'Izbica massacre']);
    expect(pageRules(handout)).toContain('@page sheet-1 {\n  size: 210mm 297mm;\n  margin: 22mm');
  });

  it('do not repeat a title that two languages share', () => {
    expect(headed(['en', 'sq', 'sr-Cyrl'], {}, 'Masakra e Izbicës')).toEqual([
      'Masakra e Izbicës',
      '',
      'Масакр у Избици',
    ]);
  });

  it('leave off the end of a title that has no room beside the others', () => {
    const long = 'Attacks on the villages of Likoshan and Qirez on 28 February and 1 March 1998';
    const three: Lang[] = ['en', 'sq', 'sr-Cyrl'];
    const [wide] = headed(three, {}, long);
    const [narrow] = headed(three, { page: { paper: 'A5', size: 18 } }, long);
    expect(wide).toMatch(/^Attacks on the villages .*…$/);
    expect(narrow.length).toBeLessThan(wide.length / 2);
    expect(narrow).toMatch(/^Attacks.*…$/);
    expect(headed(['en'], { page: { landscape: true } }, long)[0]).toBe(long);
  });

  it('cannot be left by a title', () => {
    expect(cssString('a"; } body { color: red } \\')).toBe('"a\\22 ; } body { color: red } \\5c "');
    expect(cssString('one\ntwo')).toBe('"one\\a two"');
  });
});

describe('the foot', () => {
  it('says the licence, and that a text is a draft, in the chapter’s language', () => {
    const handout = handoutIn(['en', 'sr-Cyrl']);
    expect(handout.sheets.map((sheet) => footOf(sheet, handout))).toEqual([
      'Drenica, 1998–1999 · Text: CC BY-SA 4.0 · Draft',
      'Дреница, 1998–1999. · Текст: CC BY-SA 4.0 · Нацрт',
    ]);
  });

  it('says nothing of a draft where all has been reviewed', () => {
    const reviewed = { ...articleIn('en'), status: { state: 'reviewed' as const } };
    const handout = handoutIn(['en'], {}, [ingredientIn(['en'], { editions: [reviewed] })]);
    expect(footOf(handout.sheets[0]!, handout)).toBe('Drenica, 1998–1999 · Text: CC BY-SA 4.0');
  });
});

describe('the rules of the pages', () => {
  it('give each sheet pages of its own, upright or across', () => {
    const rules = pageRules(
      handoutIn(['en'], {
        page: { paper: 'Letter' },
        parts: [{ part: 'text' }, { part: 'names', landscape: true }],
      }),
    );
    expect(rules).toContain('.sheet-1 { page: sheet-1; inline-size: 171.9mm }');
    expect(rules).toContain('size: 215.9mm 279.4mm');
    expect(rules).toContain('.sheet-2 { page: sheet-2; inline-size: 235.4mm }');
    expect(rules).toContain('size: 279.4mm 215.9mm');
    expect(rules).not.toContain(':left');
  });

  it('leave more on the inner side where the handout is bound', () => {
    const rules = pageRules(handoutIn(['en'], { page: { binding: 10 } }));
    expect(rules).toContain('@page sheet-1:right { margin-left: 32mm }');
    expect(rules).toContain('@page sheet-1:left { margin-right: 32mm }');
  });

  it('say how large the text is', () => {
    expect(pageRules(handoutIn(['en'], { page: { size: 18 } }))).toContain('font-size: 18pt');
  });
});
