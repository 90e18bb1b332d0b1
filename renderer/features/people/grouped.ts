import type { PersonField, PersonRow } from '../../../electron/core/features/people/model.ts';

export interface Group {
  readonly role: string;
  readonly label: string;
  readonly people: readonly PersonRow[];
}

/** A field as text: empty where there is nothing. */
export function textOf(person: PersonRow, field: PersonField): string {
  const { value } = person.fields[field];
  return typeof value === 'string' ? value : '';
}

export function nameOf(person: PersonRow): string {
  return textOf(person, 'name');
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase();

/** The people whose fields hold the text, by role in the pack's order; roles that it does not know come last. */
export function grouped(
  people: readonly PersonRow[],
  text: string,
  order: readonly string[],
  label: (role: string) => string,
): Group[] {
  const wanted = plain(text.trim());
  const found = people.filter((person) =>
    Object.values(person.fields).some(
      ({ value }) => typeof value === 'string' && plain(value).includes(wanted),
    ),
  );
  const roles = [...new Set(found.map((person) => textOf(person, 'role')))];
  const place = (role: string): number => (order.includes(role) ? order.indexOf(role) : order.length);
  return roles
    .sort((a, b) => place(a) - place(b))
    .map((role) => ({
      role,
      label: label(role),
      people: found
        .filter((person) => textOf(person, 'role') === role)
        .sort((a, b) => nameOf(a).localeCompare(nameOf(b))),
    }));
}
