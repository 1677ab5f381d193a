import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type ContextActions, type ContextParams, contextTemplate } from '../../../src/main/menu/context';
import { foreignLabel, onOneLine, shortened } from '../../../src/main/menu/label';
import { isAppAddress } from '../../../src/main/policies/address';
import { wordsIn } from '../../../src/main/words';
import type { Lang } from '../../../src/shared/lang';

const NO_FLAGS: ContextParams['editFlags'] = {
  canUndo: false, canRedo: false, canCut: false, canCopy: false, canPaste: false, canDelete: false, canSelectAll: false, canEditRichly: false,
}; // prettier-ignore
const ALL_FLAGS: ContextParams['editFlags'] = {
  canUndo: true, canRedo: true, canCut: true, canCopy: true, canPaste: true, canDelete: true, canSelectAll: true, canEditRichly: true,
}; // prettier-ignore

const quiet: ContextActions = { search() {}, openWindow() {}, copyLink() {}, copyAddress() {} };
function open(params: Partial<ContextParams>, actions: Partial<ContextActions> = {}, lang: Lang = 'en') {
  return contextTemplate(
    { editFlags: NO_FLAGS, isEditable: false, selectionText: '', linkURL: '', ...params },
    { words: wordsIn(lang), isAppAddress },
    { ...quiet, ...actions },
  );
}
const labels = (items: ReturnType<typeof open>) => items.map(({ label, type }) => label ?? type);
const click = (items: ReturnType<typeof open>, id: string) =>
  (items.find((item) => item.id === id)?.click as () => void)();

describe('a right click', () => {
  it('where there is nothing to offer offers nothing', () => {
    expect(open({})).toEqual([]);
    // As Chromium tells it for any page: everything can be selected.
    expect(open({ editFlags: { ...NO_FLAGS, canCopy: true, canSelectAll: true } })).toEqual([]);
    expect(open({ selectionText: ' \n\u202E\t', editFlags: ALL_FLAGS })).toEqual([]);
    expect(open({ isEditable: true })).toEqual([]);
  });

  it('on the address of a source offers to copy it, as it would be asked for', () => {
    const copyAddress = vi.fn();
    const menu = open({ linkURL: 'https://ëxample.org/a' }, { copyAddress });
    expect(labels(menu)).toEqual(['Copy address']);
    click(menu, 'copy-address');
    expect(copyAddress).toHaveBeenCalledExactlyOnceWith('https://xn--xample-ova.org/a');
    for (const linkURL of ['http://example.org/', 'file:///etc/passwd', 'javascript:x', ''])
      expect(open({ linkURL })).toEqual([]);
  });

  it('in a field offers what can be done with its text', () => {
    const field = { isEditable: true, editFlags: ALL_FLAGS };
    expect(open(field).map(({ role }) => role)).toEqual(['undo', 'cut', 'copy', 'paste', 'selectAll']);
    expect(labels(open(field, {}, 'sr-Latn'))).toEqual([
      'Opozovi',
      'Iseci',
      'Kopiraj',
      'Nalepi',
      'Izaberi sve',
    ]);
    const empty = { ...NO_FLAGS, canPaste: true };
    expect(open({ isEditable: true, editFlags: empty }).map(({ role }) => role)).toEqual(['paste']);
  });

  it('on a selection copies it and searches for it', () => {
    const search = vi.fn();
    const items = open({ selectionText: 'Izbica', editFlags: ALL_FLAGS }, { search });
    expect(labels(items)).toEqual(['Copy', 'separator', 'Search for “Izbica”']);
    click(items, 'search');
    expect(search.mock.calls).toEqual([['Izbica']]);
  });

  it('searches for all that is selected, however little of it is shown', () => {
    const search = vi.fn();
    const selectionText = ' 28 March 1999,\r\nIzbica &\u202E the\u2029villages around it\u0000 ';
    const items = open({ selectionText }, { search });
    expect(labels(items)).toEqual(['Search for “28 March 1999, Izbica && the vi…”']);
    click(items, 'search');
    expect(search.mock.calls).toEqual([['28 March 1999, Izbica & the villages around it']]);
  });

  it('does not offer to search for what has no letter or digit', () => {
    expect(labels(open({ selectionText: '— …', editFlags: ALL_FLAGS }))).toEqual(['Copy']);
  });

  it('on a link within the app opens it in a window of its own, or copies it', () => {
    const openWindow = vi.fn();
    const copyLink = vi.fn();
    const linkURL = 'paralel-app://app/#/article/izbica-massacre';
    const items = open({ linkURL }, { openWindow, copyLink }, 'sq');
    expect(labels(items)).toEqual(['Hap në një dritare të re', 'Kopjo lidhjen']);
    click(items, 'open-window');
    click(items, 'copy-link');
    expect([openWindow.mock.calls, copyLink.mock.calls]).toEqual([[[linkURL]], [[linkURL]]]);
  });

  it.each(['http://en.wikipedia.org/', 'javascript:alert(1)', 'file:///etc/passwd', 'paralel-app://evil/', 'data:text/html,x', ''])(
    'on a link elsewhere offers nothing: %j', (linkURL) => {
    expect(open({ linkURL })).toEqual([]);
  }); // prettier-ignore

  it('marks no letters, and separates what differs', () => {
    const items = open({
      linkURL: 'paralel-app://app/#/names',
      selectionText: 'Izbica',
      isEditable: true,
      editFlags: ALL_FLAGS,
    });
    expect(items.map(({ id, type }) => id ?? type)).toEqual([
      'open-window', 'copy-link', 'separator', 'undo', 'cut', 'copy', 'paste', 'selectAll', 'separator', 'search',
    ]); // prettier-ignore
    expect(labels(items).join()).not.toContain('&');
  });
});

describe('a shortened label', () => {
  const LIMIT = 30;
  const text = fc.string({
    unit: fc.constantFrom('a', 'ć', 'c\u0301', 'Џ', ' ', '𐌰', '👩‍👩‍👧', '🇦🇱', 'ё\u0301\u0302', '&'),
    maxLength: 60,
  });

  it('ends between two letters, marks and all', () => {
    const letters = (whole: string) =>
      Array.from(new Intl.Segmenter('en').segment(whole), ({ segment }) => segment);
    fc.assert(
      fc.property(text, (whole) => {
        const label = shortened(whole, LIMIT);
        if (whole.length <= LIMIT) return label === whole;
        const kept = letters(label.slice(0, -1));
        return (
          label.endsWith('…') &&
          label.length <= LIMIT + 1 &&
          letters(whole).slice(0, kept.length).join('') === kept.join('')
        );
      }),
    );
  });

  it('has as much of the text as there is room for', () => {
    expect(shortened('a'.repeat(31), LIMIT)).toBe(`${'a'.repeat(30)}…`);
    expect(shortened(`${'a'.repeat(29)}𐌰b`, LIMIT)).toBe(`${'a'.repeat(29)}…`);
    expect(shortened(`${'a'.repeat(29)}e\u0301b`, LIMIT)).toBe(`${'a'.repeat(29)}…`);
    // A letter under a thousand marks is not drawn over the whole screen.
    expect(shortened(`e${'\u0301'.repeat(1000)}`, LIMIT)).toBe('…');
  });

  it('is one line of whole characters in one direction, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (whole) => {
        const label = foreignLabel(whole, LIMIT);
        expect(label).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
        expect(label.replaceAll('&&', '')).not.toContain('&');
        expect(label.isWellFormed()).toBe(true);
      }),
    );
    expect(onOneLine('a\uD800b\u2067c')).toBe('a\uFFFDbc');
  });
});
