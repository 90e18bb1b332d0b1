import { parseISO } from 'date-fns';
import { useState } from 'react';
import { type Moment, momentOf, nowParts } from '../../../components/moment.ts';

/** What is typed into a dialog, by name, and which of it must be said. */
export interface Form<N extends string> {
  readonly values: Readonly<Record<N, string>>;
  set(name: N, value: string): void;
  isRequired(name: N): boolean;
  /** To be marked: it is required, empty, and somebody tried to go on. */
  isMissing(name: N): boolean;
  /** Whether all that is required is there; marks what is not. */
  check(): boolean;
}

/** A form whose values are all text; days as 'yyyy-MM-dd', moments as 'yyyy-MM-ddTHH:mm[:ss]' on this computer's clock. */
export function useForm<N extends string>(
  blank: Readonly<Record<N, string>>,
  required: readonly NoInfer<N>[],
): Form<N> {
  const [values, setValues] = useState(blank);
  const [tried, setTried] = useState(false);
  // A moment whose day is missing is its time alone: `T09:30`.
  const isEmpty = (name: N) => /^(T(\d\d:\d\d(:\d\d)?)?)?$/.test(values[name].trim());
  return {
    values,
    set: (name, value) => setValues((now) => ({ ...now, [name]: value })),
    isRequired: (name) => required.includes(name),
    isMissing: (name) => tried && required.includes(name) && isEmpty(name),
    check: () => {
      setTried(true);
      return !required.some(isEmpty);
    },
  };
}

/** The two parts of a moment that a form holds as one text. */
export function partsOf(value: string): Moment {
  const [day = '', time = ''] = value.split('T');
  return { day, time };
}

/** A moment as the one text that a form holds of it. */
export function textOf({ day, time }: Moment): string {
  return `${day}T${time}`;
}

/** Now, as a form holds it. */
export function nowText(): string {
  return textOf(nowParts());
}

/** A moment of the journal on this computer's clock, as a form holds it. */
export function localText(iso: string): string {
  return textOf(nowParts(parseISO(iso)));
}

/** A form's moment as ISO with its offset; empty where a part is missing. */
export function isoOf(value: string): string {
  return momentOf(partsOf(value)) ?? '';
}

/** The text, or nothing where it is empty: an optional field that nobody filled is left out. */
export function orNothing(value: string): string | undefined {
  const text = value.trim();
  return text === '' ? undefined : text;
}
