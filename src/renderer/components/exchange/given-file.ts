/** A file as the contract takes it: its bytes in base64. */
import type { Input } from '../../../shared/contract';
import { MOST_FILE_BYTES } from '../../../shared/files-read';

export { READ_FORMATS, type ReadFormat } from '../../../shared/formats';

export type GivenFile = Input<'import.preview'>['file'];

export { MOST_FILE_BYTES as MOST_BYTES };
/** As the contract has it. */
const LONGEST_NAME = 255;

export const isReadable = ({ size }: Pick<File, 'size'>): boolean => size <= MOST_FILE_BYTES;

/** @throws what the browser does where the file went away or may not be read */
export async function givenFile(file: File): Promise<GivenFile> {
  return { name: file.name.slice(-LONGEST_NAME), data: base64Of(new Uint8Array(await file.arrayBuffer())) };
}

/** Arguments of one call; more would not fit the stack. */
const CHUNK = 0x6000;

function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  // A multiple of three, so that the parts join without padding between them.
  for (let at = 0; at < bytes.length; at += CHUNK)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + CHUNK))));
  return parts.join('');
}
