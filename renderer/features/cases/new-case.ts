import { format } from 'date-fns';

/** This computer's day, yyyy-MM-dd. */
export function today(): string {
  return format(new Date(), 'yyyy-MM-dd');
}

/** Only what was filled in: the core takes an empty text for a value. */
export function filled<T extends Readonly<Record<string, string>>>(
  texts: T,
): Partial<Record<keyof T, string>> {
  return Object.fromEntries(
    Object.entries(texts)
      .map(([name, text]) => [name, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  ) as Partial<Record<keyof T, string>>;
}
