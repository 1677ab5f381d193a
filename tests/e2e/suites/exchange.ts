/** Names brought in from a file, as a translator does it. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenReader, Reader } from '../../support/reader';

/** Something that may be there already, a name that is another's too, something without a kind, and what asks
 *  nothing. */
const GLOSSARY = [
  'id,type,lang,name,kind,form,certainty',
  'a,village,sq,Likoc,preferred,indefinite,verified',
  'a,village,sq,Likoci i Sipërm,variant,definite,uncertain',
  'pl-izbica,village,sq,Izbicë,preferred,indefinite,',
  'pl-izbica,village,sq,Drenas,variant,indefinite,uncertain',
  'c,,sq,Rakinicë,preferred,indefinite,',
  'd,village,sq,Vasilevë,preferred,indefinite,',
  'd,village,sr-Latn,Vasiljevo,preferred,base,',
].join('\r\n');

const encode = (text: string): Buffer => Buffer.from(text, 'utf8');

interface Hostile {
  what: string;
  name: string;
  bytes: Buffer;
  sentence: RegExp;
  /** Where it does not look like one. */
  format?: string;
}

/** Files that must not be read, and the sentence that each gets. */
const HOSTILE: readonly Hostile[] = [
  {
    what: 'XML with entities',
    name: 'laughs.tbx',
    bytes: encode('<?xml version="1.0"?><!DOCTYPE tbx [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><tbx>&b;</tbx>'),
    sentence: /The file begins with a DOCTYPE.*Nothing of it was read/u,
  },
  {
    what: 'XML that is not well-formed',
    name: 'broken.tbx',
    bytes: encode('<?xml version="1.0"?><tbx><text><body></text></tbx>'),
    sentence: /not well-formed XML.*Nothing of the file was read/u,
  },
  {
    what: 'text that is damaged',
    name: 'damaged.csv',
    bytes: Buffer.concat([
      encode('lang,name\r\nsq,Çirez Qirez Prekaz Likoshan Skënderaj Gllogoc ë ç\r\nsq,'),
      Buffer.from([0xc3, 0x28]),
    ]),
    sentence: /damaged from here on/u,
    format: 'csv',
  },
  {
    what: 'bytes that are no text',
    name: 'noise.csv',
    bytes: Buffer.from([0x81, 0x98, 0x83, 0x88, 0x90, 0xa0, 0x2c, 0x81, 0x0a, 0x98]),
    sentence: /cannot be told/u,
    format: 'csv',
  },
  {
    what: 'a quote that is never closed',
    name: 'quote.csv',
    bytes: encode('lang,name\r\nsq,"Izbicë\r\nsq,Qirez\r\n'),
    sentence: /never closed/u,
  },
  {
    what: 'a workbook that is none',
    name: 'book.xlsx',
    bytes: Buffer.from('PK\u0003\u0004 and no more', 'latin1'),
    sentence: /workbook cannot be opened/u,
  },
  {
    what: 'something else altogether',
    name: 'picture.txt',
    bytes: encode('Izbicë'),
    sentence: /cannot tell the format/u,
  },
];

/** @param isWhole otherwise only what two shells could differ in */
export function exchangeSuite(open: OpenReader, { isWhole = true } = {}): void {
  const whole = it.runIf(isWhole);
  let reader: Reader;
  beforeAll(async () => {
    reader = await open();
  });
  afterAll(() => reader.close());
  beforeEach(() =>
    reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'], namesDisplay: 'as-written' }),
  );

  const main = () => reader.page.getByRole('main');
  const give = (name: string, buffer: Buffer) =>
    reader.page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
  const item = (name: string) =>
    main().locator('li', { has: reader.page.getByRole('heading', { level: 3, name, exact: true }) });
  const button = (name: string) => main().getByRole('button', { name, exact: true });
  /** Whatever is different makes it another. */
  async function everything(): Promise<string> {
    const names = await reader.call('names.list', {});
    names.sort((one, other) => (one.id < other.id ? -1 : 1));
    return createHash('sha256').update(JSON.stringify(names)).digest('hex');
  }
  /** Those that are called so, whole. */
  async function called(name: string) {
    const { rows } = await reader.call('names.page', { words: name, order: 'sq' });
    return rows.filter(({ names }) => names.some(({ text }) => text === name));
  }

  async function giveGlossary(): Promise<void> {
    await reader.goTo('/import');
    await give('glossary.csv', encode(GLOSSARY));
    await item('Vasilevë').waitFor();
  }

  async function letFall(files: { name: string; text: string; times?: number }[]): Promise<void> {
    const dataTransfer = await reader.page.evaluateHandle((given) => {
      const data = new DataTransfer();
      for (const { name, text, times = 1 } of given) data.items.add(new File([text.repeat(times)], name));
      return data;
    }, files);
    await reader.page.locator('h1').dispatchEvent('drop', { dataTransfer });
  }

  describe('a glossary that is brought in', () => {
    it('shows what it would change, and changes nothing', async () => {
      const before = await everything();
      await giveGlossary();
      expect(await item('Likoc').innerText()).toMatch(/Is “Likoc” one of these\?/u);
      await item('Izbicë')
        .getByText(/“Drenas” is already the name of: Drenas/u)
        .waitFor();
      expect(await item('Rakinicë').innerText()).toMatch(/does not say what “Rakinicë” is/u);
      expect(await item('Vasilevë').innerText()).toMatch(/New name: Vasiljevo/u);
      expect(
        await main()
          .getByText(/1 new, 0 changed/u)
          .innerText(),
      ).toMatch(/3 records are still/u);
      // Where there is doubt nothing is chosen for the reader.
      expect(await main().locator('input[type=radio]:checked').count()).toBe(0);
      expect(await everything()).toBe(before);
    });

    it('does what was decided, no more, and is undone', async () => {
      const before = await everything();
      await giveGlossary();
      await item('Likoc').getByRole('radio').first().check();
      await item('Izbicë').getByRole('radio', { name: 'Add it' }).check();
      await item('Rakinicë').getByLabel('Kind of “Rakinicë”').selectOption('village');
      await item('Vasilevë')
        .getByRole('checkbox', { name: /Vasiljevo/u })
        .uncheck();
      await main().getByText('2 new, 2 changed.').waitFor();
      await button('Import').click();
      await main().getByText('Imported: 2 new, 2 changed.').waitFor();

      expect((await called('Likoci i Sipërm')).map(({ id }) => id)).toEqual(['pl-likoc']);
      expect((await called('Drenas')).map(({ id }) => id).sort()).toEqual(['pl-drenas', 'pl-izbica']);
      const [vasileve] = await called('Vasilevë');
      expect(vasileve?.names.map(({ text, source }) => [text, source])).toEqual([
        ['Vasilevë', 'glossary.csv'],
      ]);

      // Its card opens beside the page.
      await main().getByRole('link', { name: 'Rakinicë' }).first().click();
      await reader.page
        .getByRole('complementary', { name: 'Name card' })
        .getByRole('heading', { name: 'Rakinicë' })
        .waitFor();
      await button('Undo').click();
      await main().getByText('It was undone: the names are as they were.').waitFor();
      expect(await everything()).toBe(before);
      await main()
        .getByText(/3 records are still to be decided/u)
        .waitFor();
    });

    whole('leaves what nobody has decided, and stands on the Names page', async () => {
      await giveGlossary();
      await item('Likoc').getByLabel('Leave out “Likoc”').check();
      await button('Import').click();
      await main().getByText('Imported: 1 new, 0 changed.').waitFor();
      await main().getByText('2 records were left, because they are not decided.').waitFor();
      await reader.goTo('/names?words=vasileve');
      await main().getByText('Vasilevë', { exact: true }).first().waitFor();
      await main().getByText('Vasiljevo', { exact: true }).first().waitFor();
      expect(await called('Rakinicë')).toEqual([]);
      await reader.call('names.undo', {});
    });

    it('is read from a file that is let fall on another page', async () => {
      await reader.goTo('/figures');
      await letFall([
        { name: 'dropped.csv', text: GLOSSARY },
        { name: 'second.csv', text: GLOSSARY },
      ]);
      await reader.page.getByRole('heading', { level: 1, name: 'Import names' }).waitFor();
      await main().getByText('dropped.csv', { exact: true }).first().waitFor();
      await item('Vasilevë').waitFor();
      await main().getByText('One file at a time: second.csv was not read.').waitFor();
    });

    whole('asks a glossary of OmegaT for its languages', async () => {
      await reader.goTo('/import');
      await give('glossary.utf8', encode('# Drenica\nVasilevë\tVasiljevo\tvillage\n'));
      await main()
        .getByText(/does not say which its two languages are/u)
        .waitFor();
      await main().getByLabel('Language of the left column').selectOption('sq');
      await main().getByLabel('Language of the right column').selectOption('sr-Latn');
      await item('Vasilevë').waitFor();
      expect(await item('Vasilevë').innerText()).toMatch(/New name: Vasiljevo/u);
    });
  });

  describe('a file that cannot be trusted', () => {
    it.each(isWhole ? HOSTILE : HOSTILE.slice(0, 2))(
      '$what gets its sentence and changes nothing',
      async ({ name, bytes, sentence, format }) => {
        const before = await everything();
        await reader.goTo('/import');
        await give(name, bytes);
        await main().getByText('The file was not read', { exact: true }).waitFor();
        if (format) await main().getByLabel('Format').selectOption(format);
        await main().getByText(sentence).waitFor();
        await main().getByText('The file was not read', { exact: true }).waitFor();
        expect(await button('Import').count()).toBe(0);
        expect(await everything()).toBe(before);
      },
    );

    it('is refused before it is sent where it is larger than can be read', async () => {
      await reader.goTo('/import');
      await letFall([{ name: 'huge.csv', text: 'a', times: 36 * 1024 * 1024 + 1 }]);
      await main()
        .getByText(/huge\.csv is larger than 36 MB/u)
        .waitFor();
      expect(await button('Another file…').count()).toBe(0);
    });
  });

  it('nobody outside was asked, and nothing complained', async () => {
    expect(await reader.escapes()).toEqual([]);
    expect(reader.complaints).toEqual([]);
  });
}
