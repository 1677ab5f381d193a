/** Dates as days since 1970, UTC: a date that is not known to the day is all the days that it may be. */
const DAY = 86_400_000;

export type DatePrecision = 'day' | 'month' | 'year';

export interface Days {
  /** The first. */
  from: number;
  /** The day after the last. */
  to: number;
  precision: DatePrecision;
}

/** @param date 1999, 1999-03 or 1999-03-28 */
export function daysOf(date: string): Days {
  const [year = 1970, month, day] = date.split('-').map(Number);
  if (month === undefined) return { from: dayOf(year, 0), to: dayOf(year + 1, 0), precision: 'year' };
  if (day === undefined) return { from: dayOf(year, month - 1), to: dayOf(year, month), precision: 'month' };
  const from = dayOf(year, month - 1, day);
  return { from, to: from + 1, precision: 'day' };
}

/** @param month from 0; 12 is January of the next year */
export function dayOf(year: number, month: number, day = 1): number {
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return Math.round(date.getTime() / DAY);
}

export function monthOf(day: number): { year: number; month: number } {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() };
}
