import { nextTick, ref } from 'vue';
import { describe, expect, it } from 'vitest';
import {
  langsInOrder,
  MOST_EDITIONS,
  serbianScript,
  toggledLang,
} from '../../../src/renderer/composables/languages';
import { markedPieces } from '../../../src/renderer/composables/marked-pieces';
import { useAsk } from '../../../src/renderer/composables/useAsk';
import { AppError } from '../../../src/shared/errors';

describe('marked text', () => {
  it('shows every letter once, marked or not', () => {
    expect(
      markedPieces('Drenas dhe Çirez', [
        [11, 16],
        [0, 6],
      ]),
    ).toEqual([
      { text: 'Drenas', isMarked: true },
      { text: ' dhe ', isMarked: false },
      { text: 'Çirez', isMarked: true },
    ]);
  });

  it('survives marks that overlap or leave the text', () => {
    const pieces = markedPieces('Izbica', [
      [0, 3],
      [2, 4],
      [5, 99],
      [70, 80],
    ]);
    expect(pieces.map(({ text }) => text).join('')).toBe('Izbica');
    expect(pieces.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual(['Izb', 'i', 'a']);
  });
});

describe('languages', () => {
  it("stand in the reader's order, then the others", () => {
    expect(langsInOrder(['sr-Latn', 'sq'])).toEqual(['sr-Latn', 'sq', 'en', 'sr-Cyrl']);
  });

  it('show Serbian in the script that is read, or else that of the interface', () => {
    expect(serbianScript('sr-Cyrl', ['en', 'sr-Latn'])).toBe('Latn');
    expect(serbianScript('sr-Latn', ['en'])).toBe('Latn');
    expect(serbianScript('en', ['sq'])).toBe('Cyrl');
  });
});

describe('the editions to read', () => {
  it('are three at most, in the order they were chosen', () => {
    expect(toggledLang(['sq', 'en'], 'sr-Cyrl', MOST_EDITIONS)).toEqual(['sq', 'en', 'sr-Cyrl']);
    expect(toggledLang(['sq', 'en', 'sr-Cyrl'], 'sr-Latn', MOST_EDITIONS)).toEqual(['sq', 'en', 'sr-Cyrl']);
    expect(toggledLang(['sq', 'en'], 'sq', MOST_EDITIONS)).toEqual(['en']);
  });
});

describe('asking the library', () => {
  const settled = () => new Promise((done) => setTimeout(done));

  it('shows the answer to the latest question, whichever comes first', async () => {
    const question = ref('old');
    const answers = new Map<string, (value: string) => void>();
    const asked = useAsk(
      () => question.value,
      (q) => new Promise<string>((answer) => answers.set(q, answer)),
    );
    question.value = 'new';
    await nextTick();
    answers.get('new')?.('answer to new');
    answers.get('old')?.('answer to old');
    await settled();
    expect(asked.value).toBe('answer to new');
    expect(asked.isAsking).toBe(false);
  });

  it('keeps the reason of a failure, and asks again', async () => {
    let fails = true;
    const asked = useAsk(
      () => 'question',
      async () => {
        if (fails) throw new AppError('library.full');
        return 'answer';
      },
    );
    await settled();
    expect(asked.error?.code).toBe('library.full');
    fails = false;
    asked.again();
    await settled();
    expect([asked.error, asked.value]).toEqual([undefined, 'answer']);
  });

  it('has nothing to show where there is nothing to ask', async () => {
    const question = ref<string | undefined>('question');
    const asked = useAsk(
      () => question.value,
      async (q) => q,
    );
    await settled();
    expect(asked.value).toBe('question');
    question.value = undefined;
    await settled();
    expect(asked.value).toBeUndefined();
  });
});
