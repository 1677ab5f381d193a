import { afterEach, describe, expect, it, vi } from 'vitest';
import { wordsIn } from '../../../src/main/words';

describe('the shell’s words', () => {
  it('are those of the language', () => {
    expect(wordsIn('en')('menu.context.copyLink')).toBe('Copy link');
    expect(wordsIn('sq')('menu.context.copyLink')).toBe('Kopjo lidhjen');
    expect(wordsIn('sr-Cyrl')('menu.context.copyLink')).toBe('Копирај везу');
    expect(wordsIn('sr-Latn')('menu.context.copyLink')).toBe('Kopiraj vezu');
  });

  it('are found under keys with dots and hyphens of their own', () => {
    expect(wordsIn('en')('errors.query.too-slow', { seconds: 8 })).toContain('longer than 8 seconds');
    expect(wordsIn('sq')('notices.page-recovered')).toContain('Faqja');
    expect(wordsIn('sr-Latn')('menu.commands.copy-link')).toBe('Kopiraj &vezu do ove stranice');
  });

  it('leave what stands for a placeholder as it is, in any script', () => {
    const file = 'Ћирез/Љубижда & {link} $&.txt';
    expect(wordsIn('sr-Latn')('notices.file-unknown', { file })).toBe(
      `Paralel ne ume da čita ovu vrstu datoteke: ${file}`,
    );
    expect(wordsIn('sr-Cyrl')('notices.file-unknown', { file })).toContain(file);
  });
});

describe('a message that a language lacks', () => {
  afterEach(() => {
    vi.doUnmock('../../../locales/sq.json');
    vi.resetModules();
  });

  it('is said in English', async () => {
    vi.resetModules();
    vi.doMock('../../../locales/sq.json', () => ({ default: { menu: { titles: { file: 'Skedari' } } } }));
    const { wordsIn: wordsOf } = await import('../../../src/main/words');
    expect(wordsOf('sq')('menu.titles.file')).toBe('Skedari');
    expect(wordsOf('sq')('menu.titles.edit')).toBe('&Edit');
  });
});
