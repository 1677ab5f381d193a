/** What may have been meant by a name that is spelt otherwise than any that is listed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestLibrary, type TestLibrary } from '../support/library';

let library: TestLibrary;
beforeAll(() => {
  library = openTestLibrary();
});
afterAll(() => library.remove());

describe('a name that is spelt otherwise', () => {
  it.each([
    ['gllogovac', 'pl-drenas', 'll = l'],
    ['Qiqavica', 'pl-cycavica', 'q = ç = ć = č'],
    ['Padallishte', 'pl-padalishte', 'll = l'],
    ['Vrboc', 'pl-verboc', 'ër = r'],
  ])('is suggested wherever it is looked for: %s', async (words, id, reason) => {
    const [listed] = await library.call('names.list', { words, suggest: true });
    expect(listed).toMatchObject({ id, suggested: { reasons: expect.arrayContaining([reason]) } });
    const { rows, guessed } = await library.call('names.page', { words, order: 'sq' });
    expect([guessed, rows.map((row) => String(row.id)).includes(id)]).toEqual([true, true]);
    const { total, suggested } = await library.call('search.find', { words });
    expect([total, suggested?.[0]?.entity]).toEqual([0, id]);
  });

  it('is told only to who asks, and only where nothing has the words', async () => {
    expect(await library.call('names.list', { words: 'gllogovac' })).toEqual([]);
    for (const one of await library.call('names.list', { words: 'Poklek', suggest: true }))
      expect(one).not.toHaveProperty('suggested');
    expect(await library.call('search.find', { words: 'Glogovac' })).not.toHaveProperty('suggested');
    expect(await library.call('search.find', { words: 'xyzzy' })).not.toHaveProperty('suggested');
  });

  it('is looked for word by word where the query as a whole suggests nothing', async () => {
    const { suggested } = await library.call('search.find', { words: 'gllogovac xyzzy' });
    expect(suggested?.map(({ words, entity }) => [words, entity])).toEqual([['gllogovac', 'pl-drenas']]);
  });

  it('may stand in a text: doubtful, never in place of a match, in the order of the text', async () => {
    const text = 'Drenica, Gllogovac, Qirezit.';
    const plain = await library.call('names.match', { text });
    expect(plain.map((match) => match.text)).toEqual(['Drenica', 'Qirezit']);
    const all = await library.call('names.match', { text, suggest: true });
    expect(all.filter(({ candidates }) => !candidates[0]?.suggested)).toEqual(plain);
    expect(all[1]).toMatchObject({
      text: 'Gllogovac',
      candidates: [{ id: 'pl-drenas', confidence: 'doubtful' }],
    });
  });

  it('costs no more for a word without end', async () => {
    const words = 'a'.repeat(500_000);
    const started = performance.now();
    await library.call('names.list', { words, suggest: true });
    await library.call('names.match', { text: `A${words}`, suggest: true });
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('a name in a text', () => {
  it('has beside its case that of the other language', async () => {
    const [match] = await library.call('names.match', { text: 'fshati i Qirezit' });
    expect(match?.candidates[0]?.corresponding).toEqual(
      expect.arrayContaining([{ lang: 'sr-Cyrl', text: 'Ћиреза', form: 'genitive' }]),
    );
  });

  it('is found with the case of a last name and of an abbreviation, as what a rule has made', async () => {
    const text = 'Miloševića, Miloševiću, Miloševićem; OVK-a, ОВК-у';
    const found = await library.call('names.match', { text });
    expect(found.map((match) => match.text)).toEqual(text.split(/[,;] /u));
    for (const { candidates } of found) expect(candidates[0]?.generated).toBe(true);
  });
});
