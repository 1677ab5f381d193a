/** The parts of a write-ahead log: https://www.sqlite.org/fileformat2.html#the_write_ahead_log */

export const HEADER = 32;
const FRAME_HEADER = 24;

export interface Log {
  frame: number;
  /** Where the frames of this log's own end: what lies behind was written before it was begun anew. */
  end: number;
  /** Two numbers by which frames know their log. */
  salt: string;
}

export function readLog(bytes: Buffer): Log {
  if (bytes.length < HEADER) return { frame: FRAME_HEADER, end: 0, salt: '' };
  const frame = FRAME_HEADER + bytes.readUInt32BE(8);
  const salt = bytes.toString('hex', 16, 24);
  let end = HEADER;
  while (end + frame <= bytes.length && bytes.toString('hex', end + 8, end + 16) === salt) end += frame;
  return { frame, end, salt };
}
