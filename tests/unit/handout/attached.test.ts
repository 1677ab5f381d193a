import { deflateSync } from 'node:zlib';
import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readAttached } from '../../../src/library/printing/attached';

const REQUEST = '{"format":"paralel-handout","title":"Масакр у Избици"}';

async function pdfWith(files: Record<string, string>): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  for (const [name, text] of Object.entries(files))
    await pdf.attach(Buffer.from(text), name, {
      mimeType: 'application/json',
      afRelationship: AFRelationship.Source,
    });
  return pdf;
}

/** A file with these objects, numbered from 1, of which the first is the catalog. */
function written(objects: (string | Buffer)[], trailer = ''): Uint8Array {
  let file = Buffer.from('%PDF-1.7\n');
  const places: number[] = [];
  objects.forEach((object, at) => {
    places.push(file.length);
    file = Buffer.concat([
      file,
      Buffer.from(`${at + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]);
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${places.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.concat([file, Buffer.from(end)]);
}

const stream = (entries: string, bytes: Buffer) =>
  Buffer.concat([
    Buffer.from(`<<${entries} /Length ${bytes.length}>>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);

const SPECIFICATION = '<</Type /Filespec /UF (handout.json) /EF <</F 4 0 R>>>>';

describe('a handout is read from a PDF', () => {
  it.each([true, false])(
    'that another program has written (objects compressed: %s)',
    async (useObjectStreams) => {
      const pdf = await pdfWith({ 'notes.txt': 'something else', 'handout.json': REQUEST });
      expect(await readAttached(await pdf.save({ useObjectStreams }))).toBe(REQUEST);
    },
  );

  it('that was changed by adding to its end', async () => {
    const pdf = await pdfWith({ 'handout.json': REQUEST });
    const saved = Buffer.from(await pdf.save({ useObjectStreams: false }));
    const start = /startxref\s+(\d+)/u.exec(saved.toString('latin1'))![1]!;
    const added = Buffer.from(
      `xref\n0 0\ntrailer\n<</Size 99 /Root ${/\/Root (\d+ 0 R)/u.exec(saved.toString('latin1'))![1]!} /Prev ${start}>>\nstartxref\n${saved.length}\n%%EOF`,
    );
    expect(await readAttached(Buffer.concat([saved, added]))).toBe(REQUEST);
  });

  it('and is undefined where none is attached', async () => {
    expect(await readAttached(await (await pdfWith({})).save())).toBeUndefined();
    expect(await readAttached(await (await pdfWith({ 'other.json': REQUEST })).save())).toBeUndefined();
  });
});

describe('a file that is no such PDF is refused with a reason', () => {
  const refused = async (bytes: Uint8Array, reason: RegExp) => {
    const answer = readAttached(bytes);
    await expect(answer).rejects.toBeInstanceOf(RangeError);
    await expect(answer).rejects.toThrow(reason);
  };

  it('because it is something else', async () => {
    await refused(new Uint8Array(), /not a PDF/u);
    await refused(Buffer.from('PK\x03\x04 a document of another program'), /not a PDF/u);
    await refused(new Uint8Array(50 * 2 ** 20), /not a PDF/u);
    await refused(Buffer.concat([Buffer.from('%PDF-1.7\n'), new Uint8Array(50 * 2 ** 20)]), /not complete/u);
  });

  it('because it was cut off, wherever', async () => {
    const whole = await (await pdfWith({ 'handout.json': REQUEST })).save();
    for (let length = 20; length < whole.length - 20; length += 37)
      await expect(readAttached(whole.subarray(0, length)), String(length)).rejects.toBeInstanceOf(
        RangeError,
      );
  });

  it('because its bytes were changed, or reads what it can', async () => {
    const whole = await (await pdfWith({ 'handout.json': REQUEST })).save({ useObjectStreams: false });
    for (let at = 9; at < whole.length; at += 7) {
      const broken = whole.slice();
      broken[at] = (broken[at]! + 101) % 256;
      await readAttached(broken).catch((error: unknown) => expect(error).toBeInstanceOf(RangeError));
    }
  });

  it('because it is encrypted', async () => {
    const pdf = await pdfWith({ 'handout.json': REQUEST });
    pdf.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
    await refused(await pdf.save({ useObjectStreams: false }), /encrypted/u);
  });

  it('because what is attached would be too large', async () => {
    const bomb = deflateSync(Buffer.alloc(200 * 2 ** 20));
    const file = written([
      '<</Names <</EmbeddedFiles 2 0 R>>>>',
      '<</Names [(handout.json) 3 0 R]>>',
      SPECIFICATION,
      stream('/Filter /FlateDecode', bomb),
    ]);
    await refused(file, /too large/u);
  });

  it('because all its parts together would be too large', async () => {
    const large = Buffer.alloc(60 * 2 ** 20);
    large.write('20 0 <<>>');
    const bomb = stream('/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode', deflateSync(large));
    const kids = Array.from({ length: 6 }, (_, at) => `${at + 20} 0 R`);
    const section = Buffer.alloc(7 * 6);
    kids.forEach((_, at) => section.writeUInt8(2, at * 7) && section.writeUInt32BE(at + 3, at * 7 + 1));
    const plain = Buffer.from(
      written(
        [`<</Names <</EmbeddedFiles 2 0 R>>>>`, `<</Kids [${kids.join(' ')}]>>`, ...kids.map(() => bomb)],
        '/XRefStm 00000000',
      ),
    );
    const extra = Buffer.concat([
      Buffer.from('99 0 obj\n'),
      stream('/Type /XRef /W [1 4 2] /Index [20 6] /Size 99', section),
      Buffer.from('\nendobj\n'),
    ]);
    const start = plain.lastIndexOf('xref\n0');
    const file = Buffer.concat([
      plain.subarray(0, start),
      extra,
      Buffer.from(
        plain
          .subarray(start)
          .toString('latin1')
          .replace(/XRefStm \d+/u, `XRefStm ${start}`)
          .replace(/startxref\n\d+/u, `startxref\n${start + extra.length}`),
      ),
    ]);
    await refused(file, /parts are too large/u);
  });

  it('because its cross-reference is about itself', async () => {
    const file = Buffer.from(written(['<</Names <<>>>>'])).toString('latin1');
    const start = /startxref\n(\d+)/u.exec(file)![1]!;
    await refused(Buffer.from(file.replace('/Root', `/Prev ${start} /Root`), 'latin1'), /refers to itself/u);
  });

  it('because its objects stand for each other', async () => {
    await refused(written(['2 0 R', '1 0 R']), /refers to itself/u);
  });

  it('because it is nothing but brackets', async () => {
    await refused(written(['['.repeat(1_000_000)]), /nested too deeply/u);
  });

  it('because it is compressed in a way that is not looked through', async () => {
    const file = written([
      '<</Names <</EmbeddedFiles <</Names [(handout.json) 3 0 R]>>>>>>',
      'null',
      SPECIFICATION,
      stream('/Filter [/ASCIIHexDecode /FlateDecode]', Buffer.from('00')),
    ]);
    await refused(file, /unusual/u);
  });
});

describe('a tree of names', () => {
  it('that leads back to itself ends', async () => {
    const file = written([
      '<</Names <</EmbeddedFiles 2 0 R>>>>',
      '<</Kids [2 0 R 3 0 R]>>',
      '<</Kids [2 0 R 3 0 R]>>',
    ]);
    expect(await readAttached(file)).toBeUndefined();
  });

  it('is searched to its last leaf', async () => {
    const file = written([
      '<</Names <</EmbeddedFiles <</Kids [2 0 R 5 0 R]>>>>>>',
      '<</Names [(a) null]>>',
      SPECIFICATION,
      stream('', Buffer.from('{}')),
      '<</Names [(z) 3 0 R]>>',
    ]);
    expect(await readAttached(file)).toBe('{}');
  });
});
