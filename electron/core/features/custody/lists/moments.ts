import { formatISO } from 'date-fns/formatISO';

/** What a cell with a date says, or what is wrong with it. */
export type ReadMoment =
  | { readonly when: string }
  | { readonly problem: 'noDate' | 'badDate' | 'ambiguousDate' | 'noTime' | 'badTime' };
type ReadDay =
  | { readonly day: Day; readonly rest: string }
  | { readonly problem: 'noDate' | 'badDate' | 'ambiguousDate' };

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:t|[\s,]+)(.+))?$/;
const figures = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})(?:[\s,]+(.+))?$/;
const named =
  /^(\d{1,2})(?:\s+de\s+|[-/.\s]+)([a-z]{3,10})\.?(?:\s+del?\s+|[-/.,\s]+)(\d{2}|\d{4})(?:[\s,]+(.+))?$/;
const months = [
  /^(ene(ro)?|jan(uary)?)$/,
  /^feb(rero|ruary)?$/,
  /^mar(zo|ch)?$/,
  /^(abr(il)?|apr(il)?)$/,
  /^may(o)?$/,
  /^jun(io|e)?$/,
  /^jul(io|y)?$/,
  /^(ago(sto)?|aug(ust)?)$/,
  /^(sep|sept|set|septiembre|setiembre|september)$/,
  /^oct(ubre|ober)?$/,
  /^nov(iembre|ember)?$/,
  /^(dic(iembre)?|dec(ember)?)$/,
];
const clock =
  /^(?:a las )?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(?:(?:h|hs|hrs|horas)\.?|([ap])\.?\s?m\.?)?\s*(z|[+-]\d{2}:?\d{2})?$/;

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/**
 * Whether a list writes the month first somewhere (04/13/2026): then nobody can say which way round its 03/04/2026 is.
 */
export function isMonthFirst(dates: readonly string[]): boolean {
  return dates.some((date) => {
    const [, first, second] = figures.exec(plain(date)) ?? [];
    return first !== undefined && Number(first) <= 12 && Number(second) > 12;
  });
}

/** A moment on this computer's clock, or where the text says another offset on that one, as ISO with offset. */
export function readMoment(date: string, time: string, unsure: boolean): ReadMoment {
  const read = readDay(date, unsure);
  if ('problem' in read) return read;
  const hours = plain(time === '' ? read.rest : time);
  if (hours === '') return { problem: 'noTime' };
  const [, hour = '', minute = '', second = '00', half, offset] = clock.exec(hours) ?? [];
  if (hour === '' || (half !== undefined && (Number(hour) < 1 || Number(hour) > 12)))
    return { problem: 'badTime' };
  const h = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'p' ? 12 : 0);
  if (h > 23 || Number(minute) > 59 || Number(second) > 59) return { problem: 'badTime' };
  const { year, month, day } = read.day;
  if (offset === undefined)
    return { when: formatISO(new Date(year, month - 1, day, h, Number(minute), Number(second))) };
  const zone = offset === 'z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
  const text = `${dayText(read.day)}T${two(h)}:${minute}:${second}${zone}`;
  return Number.isNaN(Date.parse(text)) ? { problem: 'badTime' } : { when: text };
}

/** yyyy-MM-dd, whatever the time beside it. */
export function readDate(date: string, unsure: boolean): string | null {
  const read = readDay(date, unsure);
  return 'problem' in read ? null : dayText(read.day);
}

function readDay(date: string, unsure: boolean): ReadDay {
  const text = plain(date);
  if (text === '') return { problem: 'noDate' };
  const asIso = iso.exec(text);
  if (asIso !== null) return existing(asIso[1], asIso[2], asIso[3], asIso[4]);
  const asFigures = figures.exec(text);
  if (asFigures !== null) {
    const [, first = '', second = '', year = '', rest] = asFigures;
    const either = Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second);
    if (year.length === 2 || (unsure && either)) return { problem: 'ambiguousDate' };
    return existing(year, second, first, rest);
  }
  const [, day, word = '', year = '', rest] = named.exec(text) ?? [];
  const month = months.findIndex((each) => each.test(word));
  if (day === undefined || month === -1) return { problem: 'badDate' };
  if (year.length === 2) return { problem: 'ambiguousDate' };
  return existing(year, String(month + 1), day, rest);
}

/** A day that the calendar has. */
function existing(year = '', month = '', day = '', rest = ''): ReadDay {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const date = new Date(y, m - 1, d);
  const there = y >= 1900 && date.getFullYear() === y && date.getMonth() === m - 1 && date.getDate() === d;
  return there ? { day: { year: y, month: m, day: d }, rest } : { problem: 'badDate' };
}

function dayText({ year, month, day }: Day): string {
  return `${year}-${two(month)}-${two(day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
