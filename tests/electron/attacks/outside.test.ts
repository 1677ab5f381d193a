/** Checklist, 15: what is opened outside of Paralel, and that nothing is without the reader's word. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerDialogs, askedDialogs } from '../driver';
import { attack, openedOutside } from './attacked';
import { FOREIGN } from './foreign';

const attacked = attack();
const STAY = { showMessageBox: { response: 1, checkboxChecked: false } };
const OPEN = { showMessageBox: { response: 0, checkboxChecked: false } };

interface Answer {
  ok: boolean;
  value?: { state: string };
  error?: { code: string };
}

function open(...urls: string[]): Promise<Answer[]> {
  return attacked.page.evaluate(
    (asked) =>
      Promise.all(asked.map((url) => window.paralel?.call('shell.open-outside', { url }) as Promise<Answer>)),
    urls,
  );
}

const asked = async (): Promise<number> => (await askedDialogs(attacked.desktop)).length;

/** Never to be opened, whatever the reader says. */
const REFUSED = [
  ...FOREIGN.filter((address) => !['https://evil.example/', 'https://xn--e1afmkfd.example/'].includes(address)),
  'HTTP://evil.example/', 'https:evil', 'https:///', 'https://user@evil.example/', 'https://user:secret@evil.example/', 'https://localhost/',
  'https://a b.example/', 'https://evil.example/\u202egnp.exe', 'https://evil.example/\u200b', 'https://evil.example\\@good.example/',
  'https://evil.example/\n', ' https://evil.example/', 'https://evil.example/\0', `https://evil.example/${'a'.repeat(3_000)}`,
  'ms-settings:', 'x-apple.systempreferences:', 'jar:https://evil.example/!/', 'https', '//evil.example/', '/etc/passwd', 'C:\\x.exe', '',
]; // prettier-ignore

describe('an address', () => {
  beforeEach(() => answerDialogs(attacked.desktop, OPEN));

  it('that is not https, or not what it seems, is never opened: the reader is not even asked', async () => {
    const before = await asked();
    for (const url of REFUSED) {
      const [answer] = await open(url);
      expect([answer?.ok, answer?.error?.code], url).toEqual([
        false,
        url.length > 2_048 ? 'call.invalid' : 'link.refused',
      ]);
    }
    expect(await asked()).toBe(before);
    expect(await openedOutside(attacked.desktop)).toEqual([]);
  });

  it('is shown as it will be asked for, with staying on Enter and on Escape', async () => {
    await answerDialogs(attacked.desktop, STAY);
    const [answer] = await open('https://www.hrw.org/еxample?q=a%20b');
    expect(answer?.value).toEqual({ state: 'declined' });
    const { options } = (await askedDialogs(attacked.desktop)).at(-1) as {
      options: Electron.MessageBoxOptions;
    };
    expect(options).toMatchObject({
      type: 'question',
      detail: 'https://www.hrw.org/%D0%B5xample?q=a%20b',
      defaultId: 1,
      cancelId: 1,
    });
    expect(options.buttons).toHaveLength(2);
    await open('https://аpple.example/');
    expect((await askedDialogs(attacked.desktop)).at(-1)?.options.detail).toBe(
      'https://xn--pple-43d.example/',
    );
    expect(await openedOutside(attacked.desktop)).toEqual([]);
  });

  it('is opened when the reader says so, and is the one that was shown', async () => {
    const [answer] = await open('https://аpple.example/');
    expect(answer?.value).toEqual({ state: 'opened' });
    expect(await openedOutside(attacked.desktop)).toEqual(['https://xn--pple-43d.example/']);
  });
});

describe('a page that asks a hundred times', () => {
  /** The reader answers when the test says so. */
  const hesitate = (): Promise<void> =>
    attacked.desktop.evaluate(({ dialog }) => {
      const state = { questions: 0, answer: (_yes: boolean): void => {} };
      const ask = (): Promise<boolean> => {
        state.questions += 1;
        return new Promise((resolve) => (state.answer = resolve));
      };
      dialog.showMessageBox = async () => ({ response: (await ask()) ? 0 : 1, checkboxChecked: false });
      dialog.showSaveDialog = async () => ({ canceled: true, filePath: String(await ask()) });
      Object.assign(globalThis, { hesitating: state });
    });
  type State = typeof globalThis & { hesitating: { questions: number; answer(yes: boolean): void } };
  const questions = (): Promise<number> =>
    attacked.desktop.evaluate(() => (globalThis as State).hesitating.questions);
  const answer = (yes: boolean): Promise<void> =>
    attacked.desktop.evaluate((_, given) => (globalThis as State).hesitating.answer(given), yes);

  /** Answers once every call but one has its own answer. */
  async function answerOne(answers: Promise<Answer>[], yes: boolean): Promise<Answer[]> {
    let settled = 0;
    for (const one of answers) void one.then(() => (settled += 1));
    await vi.waitFor(() => expect(settled).toBe(answers.length - 1), { timeout: 30_000 });
    await answer(yes);
    return Promise.all(answers);
  }

  const openOne = async (url: string): Promise<Answer> => (await open(url))[0]!;
  const print = (): Promise<Answer> =>
    attacked.page.evaluate(() => {
      const request = { request: { articles: [{ id: 'izbica-massacre' }], langs: ['en'] } };
      return window.paralel?.call('shell.print', request) as Promise<Answer>;
    });

  it('asks the reader once', async () => {
    await hesitate();
    const answers = await answerOne(
      Array.from({ length: 100 }, (_, i) => openOne(`https://example.org/${i}`)),
      true,
    );
    expect(await questions()).toBe(1);
    expect(answers.filter(({ value }) => value?.state === 'declined')).toHaveLength(99);
    expect(await openedOutside(attacked.desktop)).toHaveLength(1);
  });

  it('asks once where to put a handout', async () => {
    await hesitate();
    const answers = await answerOne(
      [...Array.from({ length: 30 }, print), openOne('https://example.org/')],
      false,
    );
    expect(await questions()).toBe(1);
    expect(answers.every(({ ok, value }) => ok && /^(?:cancelled|declined)$/u.test(value?.state ?? ''))).toBe(
      true,
    );
  });

  it('may ask again when the reader has answered', async () => {
    await hesitate();
    for (const [n, url] of ['https://example.org/a', 'https://example.org/b'].entries()) {
      const opening = openOne(url);
      await vi.waitFor(async () => expect(await questions()).toBe(n + 1));
      await answer(false);
      expect((await opening).value).toEqual({ state: 'declined' });
    }
  });
});
