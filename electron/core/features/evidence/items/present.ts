import type { Present } from './model.ts';

/** `Rosa Choque; testigo de actuación`, as the field's history keeps it; a person of the case by the id after them. */
export function presentText({ name, capacity, person }: Present): string {
  return [name, capacity, ...(person === undefined ? [] : [person])].join('; ');
}

export function presentOf(text: string): Present {
  const [name = '', capacity = '', person] = text.split(';').map((part) => part.trim());
  return person === undefined || person === '' ? { name, capacity } : { name, capacity, person };
}

/** A name without what would part it in two where it is kept. */
export function tidyPresent({ name, capacity, person }: Present): Present {
  const tidy = (text: string): string => text.replaceAll(';', ',').replaceAll(/\s+/gu, ' ').trim();
  return { name: tidy(name), capacity: tidy(capacity), ...(person === undefined ? {} : { person }) };
}
