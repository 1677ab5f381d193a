/** Dates, their ranges and numbers as each language writes them, from own tables: Chromium has no Albanian. */
import type { Lang, WrittenLang } from '../../shared/lang';
import { toLatin } from './script';

export type DateStyle = 'long' | 'month' | 'year';

const MONTHS: Record<WrittenLang, string> = {
  en: 'January February March April May June July August September October November December',
  sq: 'janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor',
  'sr-Cyrl': 'јануар фебруар март април мај јун јул август септембар октобар новембар децембар',
};
/** After a day Serbian puts the month in the genitive: 28. марта 1999. */
const GENITIVE = 'јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра';

interface DateParts {
  year: string;
  /** 1 to 12. */
  month?: number;
  day?: number;
}

const ISO_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Undefined for what is not a date of the calendar, such as 30 February. */
function parse(iso: string): DateParts | undefined {
  const [, year, month, day] = ISO_DATE.exec(iso) ?? [];
  if (year === undefined) return undefined;
  if (Number.isNaN(Date.parse(iso))) return undefined;
  // The engine may carry 30 February over into March.
  if (day !== undefined && new Date(iso).getUTCDate() !== Number(day)) return undefined;
  return {
    year,
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
}

const isSerbian = (lang: Lang): boolean => lang.startsWith('sr');

function monthName(month: number, withDay: boolean, lang: Lang): string {
  const written = lang === 'sr-Latn' ? 'sr-Cyrl' : lang;
  const names = withDay && written === 'sr-Cyrl' ? GENITIVE : MONTHS[written];
  const name = names.split(' ')[month - 1] ?? '';
  return lang === 'sr-Latn' ? toLatin(name) : name;
}

/** Serbian day and year are ordinals and take a full stop. */
const ordinal = (value: number | string, lang: Lang): string =>
  isSerbian(lang) ? `${value}.` : String(value);

function format({ year, month, day }: DateParts, lang: Lang, withYear = true): string {
  const words = [
    ...(day === undefined ? [] : [ordinal(day, lang)]),
    ...(month === undefined ? [] : [monthName(month, day !== undefined, lang)]),
    ...(withYear ? [ordinal(year, lang)] : []),
  ];
  return words.join(' ');
}

/** `iso` is 1999, 1999-03 or 1999-03-28; a date is never shown more precisely than it is known. `style` shows
 *  less of it. Anything else comes back as it is. */
export function formatDate(iso: string, lang: Lang, style: DateStyle = 'long'): string {
  const date = parse(iso);
  if (date === undefined) return iso;
  const { year, month, day } = date;
  if (style === 'year') return format({ year }, lang);
  return format(style === 'month' ? { year, month } : { year, month, day }, lang);
}

/** What both dates share is written once: 5–7 March 1998; 28 February – 1 March 1998; 1998–1999. */
export function formatDateRange(from: string, to: string, lang: Lang): string {
  if (from === to || to === '') return formatDate(from, lang);
  const first = parse(from);
  const last = parse(to);
  const end = formatDate(to, lang);
  if (first === undefined || last === undefined) return `${formatDate(from, lang)} – ${end}`;
  if (first.month === undefined && last.month === undefined) return `${first.year}–${end}`;
  if (first.year !== last.year || first.month === undefined || last.month === undefined) {
    return `${formatDate(from, lang)} – ${end}`;
  }
  if (first.day === undefined && last.day === undefined) return `${format(first, lang, false)}–${end}`;
  if (first.month === last.month && first.day !== undefined && last.day !== undefined)
    return `${first.day}–${end}`;
  return `${format(first, lang, false)} – ${end}`;
}

/** A moment, in the clock of this machine: 28 March 1999, 14:05. What is no timestamp comes back as it is. */
export function formatDateTime(isoTimestamp: string, lang: Lang): string {
  const moment = new Date(isoTimestamp);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(isoTimestamp) || Number.isNaN(moment.getTime())) return isoTimestamp;
  const date: DateParts = {
    year: String(moment.getFullYear()),
    month: moment.getMonth() + 1,
    day: moment.getDate(),
  };
  const time = [moment.getHours(), moment.getMinutes()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  const between = { en: ', ', sq: ', ', 'sr-Cyrl': ' у ', 'sr-Latn': ' u ' }[lang];
  return format(date, lang) + between + time;
}

export { formatNumber } from './numbers';
