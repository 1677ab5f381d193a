/**
 * Whether a write-ahead log has lost something in its middle. SQLite reads a log up to the first frame that is not
 * whole and passes over what follows, which is right for a power cut: what follows was never acknowledged. Where bytes
 * were changed on the disk, what follows was. https://www.sqlite.org/fileformat2.html#walformat
 */

const HEADER = 32;
const FRAME_HEADER = 24;
/** The last bit says in which order of bytes the checksums are. */
const MAGIC = 0x377f0682;

type Sums = readonly [number, number];

/** True where commits of the same log stand at or after its first frame that is not whole. */
export function isBroken(log: Uint8Array): boolean {
  if (log.length < HEADER) return false;
  const data = new DataView(log.buffer, log.byteOffset, log.byteLength);
  const size = data.getUint32(8);
  const frame = FRAME_HEADER + size;
  if (size < 512 || size > 65536 || (size & (size - 1)) !== 0) return log.length > HEADER;
  const isLittle = (data.getUint32(0) & 1) === 0;
  let sums = sumOf(data, 0, HEADER - 8, isLittle, [0, 0]);
  const isWhole = data.getUint32(0) >>> 1 === MAGIC >>> 1 && isAt(data, HEADER - 8, sums);
  if (!isWhole) return log.length >= HEADER + frame;

  let at = HEADER;
  for (; at + frame <= log.length; at += frame) {
    const next = sumOf(
      data,
      at + FRAME_HEADER,
      at + frame,
      isLittle,
      sumOf(data, at, at + 8, isLittle, sums),
    );
    if (!hasSalts(data, at, 'both') || !isAt(data, at + 16, next)) break;
    sums = next;
  }
  for (; at + frame <= log.length; at += frame) {
    const isCommit = data.getUint32(at + 4) !== 0;
    if (isCommit && hasSalts(data, at, 'one')) return true;
  }
  return false;
}

/** Of an earlier log in the same file, neither is. One may be what was changed. */
function hasSalts(data: DataView, frame: number, wanted: 'both' | 'one'): boolean {
  const first = data.getUint32(frame + 8) === data.getUint32(16);
  const second = data.getUint32(frame + 12) === data.getUint32(20);
  return wanted === 'both' ? first && second : first || second;
}

const isAt = (data: DataView, at: number, [first, second]: Sums): boolean =>
  data.getUint32(at) === first && data.getUint32(at + 4) === second;

function sumOf(data: DataView, from: number, to: number, isLittle: boolean, [first, second]: Sums): Sums {
  let [a, b] = [first, second];
  for (let at = from; at < to; at += 8) {
    a = (a + data.getUint32(at, isLittle) + b) >>> 0;
    b = (b + data.getUint32(at + 4, isLittle) + a) >>> 0;
  }
  return [a, b];
}
