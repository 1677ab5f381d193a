import { describe, expect, it } from 'vitest';
import { LEAST_LETTERS, tooNarrow } from '../../../src/core/handout/fits';
import { handoutOptionsSchema, PAPERS } from '../../../src/shared/handout';
import { PRESET_OPTIONS, PRESETS } from '../../../src/shared/handout-presets';

type Given = Parameters<typeof handoutOptionsSchema.parse>[0] & object;
const narrow = (given: Given, editions = 1) => tooNarrow(handoutOptionsSchema.parse(given), editions);

describe('the page', () => {
  it('has room for three editions in ordinary print on A4, and for four', () => {
    expect(narrow({ layout: 'parallel' }, 3)).toBeUndefined();
    expect(narrow({ layout: 'parallel' }, 4)).toBeUndefined();
  });

  it('has none for what would be torn to single letters', () => {
    const page = { paper: 'A5', size: 24, margin: 40, binding: 25 };
    expect(narrow({ layout: 'parallel', page }, 4)).toEqual({ what: 'editions', columns: 4, letters: 0 });
    expect(narrow({ page })).toMatchObject({ what: 'page', columns: 1 });
    expect(narrow({ page: { ...page, margin: 10, columns: 2 } })).toMatchObject({ what: 'columns', columns: 2 });
  }); // prettier-ignore

  it('that lies across has more', () => {
    const page = { size: 18, margin: 20 };
    expect(narrow({ layout: 'parallel', page }, 3)?.letters).toBeLessThan(LEAST_LETTERS);
    expect(narrow({ layout: 'parallel', page: { ...page, landscape: true } }, 3)).toBeUndefined();
    const parts = [{ part: 'text', landscape: true }];
    expect(narrow({ layout: 'parallel', page, parts }, 3)).toBeUndefined();
  });

  it('is bound at its head where it lies otherwise than the rest, and loses no width by that', () => {
    const page = { size: 18, margin: 20, binding: 25, landscape: true };
    const parts = [{ part: 'text', landscape: false }];
    expect(narrow({ layout: 'parallel', page, parts }, 2)).toEqual(
      narrow({ layout: 'parallel', page: { ...page, binding: 0 }, parts }, 2),
    );
  });

  it('needs no columns where no text is printed', () => {
    const page = { paper: 'A5', size: 24, margin: 30 };
    expect(narrow({ layout: 'parallel', page, parts: [{ part: 'names' }] }, 4)).toBeUndefined();
  });
});

it.each(PRESETS)('the preset “%s” fits one edition on any paper, as it comes', (preset) => {
  for (const paper of PAPERS) {
    const options = PRESET_OPTIONS[preset];
    expect(narrow({ ...options, page: { ...options.page, paper } })).toBeUndefined();
  }
});

it('the presets fit up to three editions beside each other, but for large print and for A5', () => {
  const refused = PRESETS.flatMap((preset) =>
    PAPERS.flatMap((paper) =>
      [2, 3].flatMap((editions) => {
        const options = PRESET_OPTIONS[preset];
        const given = { ...options, layout: 'parallel', page: { ...options.page, paper } };
        return narrow(given, editions) ? [`${preset} ${paper} ${editions}`] : [];
      }),
    ),
  );
  expect(refused).toEqual([
    'class A5 3',
    'dossier A5 3',
    'large-print A4 3',
    'large-print A5 2',
    'large-print A5 3',
    'large-print Letter 3',
  ]);
});
