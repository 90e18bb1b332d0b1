import { format, isValid, parseISO } from 'date-fns';
import { enGB } from 'date-fns/locale/en-GB';
import { es } from 'date-fns/locale/es';
import type { Money } from '../../electron/core/money/model.ts';
import { currencyDigits } from './currency.ts';
import { currentLanguage } from './i18n.ts';

/*
 * How figures and moments are written, in the language shown. A text that is no date is shown as it stands:
 * a value from the journal is never hidden because it is odd.
 */

function write(iso: string, pattern: string): string {
  const moment = parseISO(iso);
  if (!isValid(moment)) return iso;
  return format(moment, pattern, { locale: currentLanguage() === 'es' ? es : enGB });
}

/** A moment (ISO) on this computer's clock: `03/05/2026 14:07`. */
export function formatDate(iso: string): string {
  return write(iso, 'dd/MM/yyyy HH:mm');
}

/** A day (`yyyy-MM-dd` or an ISO moment): `03/05/2026`. */
export function formatDay(iso: string): string {
  return write(iso, 'dd/MM/yyyy');
}

/** A text of the core's in which days stand as `yyyy-MM-dd`: each as people write it. */
export function formatDaysIn(text: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, formatDay);
}

/** A day in words: `3 de mayo de 2026`. */
export function formatLongDay(iso: string): string {
  return write(iso, currentLanguage() === 'es' ? "d 'de' MMMM 'de' yyyy" : 'd MMMM yyyy');
}

/** A moment to the second, for the audit trail: `03/05/2026 14:07:31`. */
export function formatMoment(iso: string): string {
  return write(iso, 'dd/MM/yyyy HH:mm:ss');
}

function locale(): string {
  return currentLanguage() === 'es' ? 'es-BO' : 'en-GB';
}

/** A number with the thousands parted as the language does. */
export function formatNumber(value: number, digits = 0): string {
  return value.toLocaleString(locale(), { maximumFractionDigits: digits, useGrouping: 'always' });
}

/** An exact decimal (`6.96`), every digit of it: `6,96`. */
export function formatDecimal(exact: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(exact)) return exact;
  const format = new Intl.NumberFormat(locale(), { maximumFractionDigits: 12, useGrouping: 'always' });
  // As text, never as a floating-point number.
  return format.format(exact as `${number}`);
}

/** Money from whole minor units, exactly: `Bs 1.234,50`. */
export function formatMoney({ currency, minor }: Money): string {
  const digits = currencyDigits(currency);
  const all = String(Math.abs(minor)).padStart(digits + 1, '0');
  const exact = digits === 0 ? all : `${all.slice(0, -digits)}.${all.slice(-digits)}`;
  const format = new Intl.NumberFormat(locale(), { style: 'currency', currency, useGrouping: 'always' });
  // As text, never as a floating-point number.
  return format.format(`${minor < 0 ? '-' : ''}${exact}` as `${number}`);
}

const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** Bytes in steps of 1000, as file managers and disk makers count: `1,4 GB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${formatNumber(value, unit === 0 || value >= 100 ? 0 : 1)} ${units[unit]}`;
}

/** Time left, in seconds, read at a glance: `45 s`, `3 min 05 s`, `1 h 12 min`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${String(whole % 60).padStart(2, '0')} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
