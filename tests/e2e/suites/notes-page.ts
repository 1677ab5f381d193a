/** What a test does with notes on an article's page: selecting, pressing, and asking what is painted. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Lang } from '../../../src/shared/lang';
import type { Note, NoteColour } from '../../../src/shared/notes';
import type { Reader } from '../../support/reader';

export const IZBICA = 'izbica-massacre';

export const articleNotes = (reader: Reader, lang: Lang = 'en'): Promise<Note[]> =>
  reader.call('notes.of', { article: IZBICA, lang });

/** Where words stand: in the nth text of a block. */
interface Words {
  block: string;
  words: string;
}

export function notesIn(page: Page) {
  /** From the first letter of the first words to the last letter of the last. */
  async function selectFrom(from: Words, to: Words): Promise<void> {
    await page.evaluate(
      ([first, last]) => {
        const place = ({ block, words }: typeof first, isEnd: boolean): [Node, number] => {
          const holder = document.querySelector(`[data-block="${block}"].block [data-find]`);
          const begin = holder?.textContent.indexOf(words) ?? -1;
          if (!holder || begin < 0) throw new Error(`no “${words}” in ${holder?.textContent}`);
          let left = isEnd ? begin + words.length : begin;
          const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const length = node.textContent?.length ?? 0;
            if (isEnd ? left <= length : left < length) return [node, left];
            left -= length;
          }
          throw new Error('beyond the text');
        };
        getSelection()?.setBaseAndExtent(...place(first, false), ...place(last, true));
      },
      [from, to] as const,
    );
  }

  return {
    selectAcross: (block: string, words: string, until: string, last: string) =>
      selectFrom({ block, words }, { block: until, words: last }),

    select: (block: string, words: string) => selectFrom({ block, words }, { block, words }),

    /** The words under a colour, in the order of the page. */
    painted: (colour: NoteColour): Promise<string[]> =>
      page.evaluate(
        (name) => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
        `note-${colour}`,
      ),

    /** In the middle of the first words of a colour. */
    async press(colour: NoteColour): Promise<void> {
      const place = await page.evaluate((name) => {
        const [range] = [...(CSS.highlights.get(name) ?? [])] as Range[];
        const box = range?.getClientRects()[0];
        return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }, `note-${colour}`);
      if (!place) throw new Error(`nothing is ${colour}`);
      await page.mouse.click(place.x, place.y);
    },

    openQuote: (): Promise<string | undefined> =>
      page.evaluate(() => document.querySelector('.noted.open blockquote')?.textContent.trim()),

    /** Kept without the window's help. */
    async add(
      reader: Reader,
      block: string,
      words: string,
      colour: NoteColour,
      lang: Lang = 'en',
    ): Promise<string> {
      const { blocks } = await reader.call('articles.get', { id: IZBICA, lang });
      const start = blocks.find(({ id }) => id === block)?.text.indexOf(words) ?? -1;
      if (start < 0) throw new Error(`no “${words}”`);
      const target = {
        on: 'quote',
        article: IZBICA,
        lang,
        block,
        start,
        end: start + words.length,
        text: words,
      } as const;
      const { note } = await reader.call('notes.save', {
        id: randomUUID(), expected: 0, target, text: '', colour, tags: [],
      }); // prettier-ignore
      return note.id;
    },
  };
}
