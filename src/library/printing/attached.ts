/** The handout that a PDF carries, so that it can be opened again. */
import { PdfFile } from './pdf/file';
import { namesIn } from './pdf/names';
import { PdfWriter } from './pdf/writer';
import { type Dict, dict, name, Stream, Text, text, type Value, wordsIn } from './pdf/values';

const FILE_NAME = 'handout.json';
/** A request with every note chosen has two million characters. */
const LARGEST = 16 * 2 ** 20;

/**
 * The text of the `handout.json` in any PDF; undefined where there is none.
 * @throws RangeError with the reason where it is no PDF, or encrypted, damaged or too large
 */
export async function readAttached(bytes: Uint8Array): Promise<string | undefined> {
  const file = new PdfFile(bytes);
  const embedded = file.dict(file.catalog.get('Names'))?.get('EmbeddedFiles');
  for (const [key, value] of namesIn(file, embedded)) {
    const found = contentOf(file, value, key);
    if (found !== undefined) return found;
  }
  for (const value of file.array(file.catalog.get('AF')) ?? []) {
    const found = contentOf(file, value, undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

function contentOf(file: PdfFile, value: Value, key: string | undefined): string | undefined {
  const specification = file.dict(value);
  const called = ['UF', 'F'].map((one) => file.resolve(specification?.get(one)));
  const names = called.map((one) => (one instanceof Text ? wordsIn(one) : undefined));
  if (!specification || ![key, ...names].includes(FILE_NAME)) return undefined;
  const streams = file.dict(specification.get('EF'));
  const stream = file.resolve(streams?.get('UF') ?? streams?.get('F'));
  if (!(stream instanceof Stream)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file.content(stream, LARGEST));
  } catch (cause) {
    if (cause instanceof RangeError) throw cause;
    throw new RangeError('what is attached to it is no text', { cause });
  }
}

/** Files `json` in the catalog; nothing in it tells when. */
export async function attach(writer: PdfWriter, catalog: Dict, names: Dict, json: string): Promise<void> {
  const bytes = Buffer.from(json, 'utf8');
  const entries = dict({
    Type: name('EmbeddedFile'),
    Subtype: name('application#2Fjson'),
    Params: dict({ Size: bytes.length }),
  });
  const content = writer.add(await PdfWriter.compressed(bytes, entries));
  const called = text(FILE_NAME);
  const specification = writer.add(
    dict({
      Type: name('Filespec'),
      F: called,
      UF: called,
      EF: dict({ F: content, UF: content }),
      AFRelationship: name('Source'),
    }),
  );
  const tree = writer.add(dict({ Names: [called, specification] }));
  catalog.set('Names', new Map(names).set('EmbeddedFiles', tree)).set('AF', [specification]);
}
