import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBroken } from '../../../src/library/backups/log';

/** A log of SQLite's own, of three commits after an earlier log in the same file. */
let log: Buffer;
let folder: string;
const FRAME = 24 + 4096;
const frames = () => (log.length - 32) / FRAME;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paralel-log-'));
  const db = new Database(join(folder, 'a.db'));
  db.pragma('journal_mode = WAL');
  db.exec('CREATE TABLE t (x TEXT)');
  for (let n = 0; n < 8; n += 1) db.prepare('INSERT INTO t VALUES (?)').run('before '.repeat(900));
  db.pragma('wal_checkpoint(RESTART)');
  for (const text of ['one', 'two', 'three']) db.prepare('INSERT INTO t VALUES (?)').run(text);
  log = readFileSync(join(folder, 'a.db-wal'));
  db.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const changed = (at: number): Buffer => {
  const copy = Buffer.from(log);
  copy.writeUInt8(copy.readUInt8(at) ^ 0x40, at);
  return copy;
};

describe('a write-ahead log', () => {
  it('is whole as SQLite writes it, also with what an earlier log left behind it', () => {
    expect(frames()).toBeGreaterThan(3);
    expect(isBroken(log)).toBe(false);
    expect(isBroken(Buffer.alloc(0))).toBe(false);
  });

  it('is whole where the machine stopped while it was written', () => {
    for (const end of [10, 32, 33, 32 + FRAME, 32 + FRAME + 100, 32 + 2 * FRAME - 1])
      expect(isBroken(log.subarray(0, end)), String(end)).toBe(false);
  });

  it('is broken where a byte of a commit, or before one, was changed', () => {
    for (const frame of [0, 1, 2]) {
      for (const at of [3, 9, 13, 17, 23, 24, 2000, FRAME - 1])
        expect(isBroken(changed(32 + frame * FRAME + at)), `${frame} ${at}`).toBe(true);
    }
    for (const at of [0, 4, 9, 12, 16, 20, 24, 31]) expect(isBroken(changed(at)), `header ${at}`).toBe(true);
  });

  it('is whole where a byte was changed of what an earlier log left', () => {
    expect(isBroken(changed(32 + 3 * FRAME + 100))).toBe(false);
  });
});
