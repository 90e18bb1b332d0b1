import { type Serial, type SerialLabel, serialLabels } from './model.ts';

/** Whether the last digit is the one that the others ask for (ISO/IEC 7812, as IMEI and ICCID use it). */
export function luhnHolds(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** What is wrong with a number as it was typed, or null. A wrong check digit can be confirmed, a wrong form cannot. */
export function problemWithSerial({ label, value }: Serial): 'form' | 'checkDigit' | null {
  if (value === '' || value.length > 180) return 'form';
  if (label === 'imei') {
    // Sixteen digits are an IMEISV: it has a software version where the check digit would stand.
    if (/^\d{14}$|^\d{16}$/.test(value)) return null;
    return /^\d{15}$/.test(value) ? checkDigit(value) : 'form';
  }
  if (label === 'iccid') return /^\d{18,20}$/.test(value) ? checkDigit(value) : 'form';
  if (label === 'imsi') return /^\d{14,15}$/.test(value) ? null : 'form';
  if (label === 'mac') return /^([0-9A-F]{2}:){5}[0-9A-F]{2}$/.test(value) ? null : 'form';
  return null;
}

function checkDigit(digits: string): 'checkDigit' | null {
  return luhnHolds(digits) ? null : 'checkDigit';
}

/** A number without what people put between its digits; a MAC address in one form, a plate in capitals. */
export function tidySerial(serial: Serial): Serial {
  const { label } = serial;
  const text = serial.value.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  return { ...serial, value: tidy(label, text) };
}

function tidy(label: SerialLabel, text: string): string {
  if (label === 'imei' || label === 'iccid' || label === 'imsi') return text.replaceAll(/[\s./-]/gu, '');
  if (label === 'plate' || label === 'chassis') return text.toUpperCase();
  if (label !== 'mac') return text;
  const digits = text.replaceAll(/[\s:.-]/gu, '').toUpperCase();
  return /^[0-9A-F]{12}$/.test(digits) ? (digits.match(/../g) ?? []).join(':') : text;
}

const sicMark = ' (sic)';

/** `imei: 356938035643809`, as the field's history keeps it; `(sic)` after a number that was confirmed as read. */
export function serialText({ label, value, sic }: Serial): string {
  return `${label}: ${value}${sic === true ? sicMark : ''}`;
}

/** The number that a text of the field says, or null. */
export function serialOf(text: string): Serial | null {
  const [, label, rest] = /^([a-z]+):\s*(.*)$/su.exec(text) ?? [];
  const known = serialLabels.find((each) => each === label);
  if (known === undefined || rest === undefined) return null;
  const sic = rest.endsWith(sicMark.trim());
  const value = sic ? rest.slice(0, -sicMark.trim().length).trim() : rest;
  return tidySerial(sic ? { label: known, value, sic } : { label: known, value });
}
