/** What backups are called. The number says which is newer: clocks jump, it does not. */
import { BACKUP_REASONS } from '../../shared/notes';

export type BackupReason = (typeof BACKUP_REASONS)[number];

export interface BackupName {
  file: string;
  number: number;
  /** Of the clock, which may have been wrong: 2026-11-22. */
  date: string;
  reason: BackupReason;
}

/** Made unasked because of a change, which is what most are: their name says no reason. */
const USUAL: BackupReason = 'change';

export function nameBackup(number: number, at: Date, reason: BackupReason): string {
  const why = reason === USUAL ? '' : `-${reason}`;
  return `notebook-${String(number).padStart(6, '0')}-${localDate(at)}${why}.db`;
}

/** As the reader's calendar has it. */
export function localDate(at: Date): string {
  const pad = (part: number, length = 2) => String(part).padStart(length, '0');
  return `${pad(at.getFullYear(), 4)}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
}

/** Undefined for what is no backup of ours; a path never is one. */
export function parseBackupName(file: string): BackupName | undefined {
  const match = /^notebook-(\d{6,15})-(\d{4,6}-\d{2}-\d{2})(?:-([a-z]+))?\.db$/.exec(file);
  const [, number, date, why = USUAL] = match ?? [];
  const reason = BACKUP_REASONS.find((one) => one === why);
  if (number === undefined || date === undefined || !reason) return undefined;
  return { file, number: Number(number), date, reason };
}

/** The newest first. */
export const byNumber = (a: BackupName, b: BackupName): number =>
  b.number - a.number || (a.file < b.file ? 1 : -1);
