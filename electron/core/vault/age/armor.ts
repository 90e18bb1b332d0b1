import { armor as format } from 'age-encryption';
import { AgeError } from './errors.ts';

/** An age file as text (`-----BEGIN AGE ENCRYPTED FILE-----`), for where bytes cannot stand. */
export function armor(file: Uint8Array): string {
  return format.encode(file);
}

/** The age file inside its armor; AgeError `armor` where the text is not exactly that. */
export function dearmor(text: string): Uint8Array {
  try {
    return format.decode(text);
  } catch (error) {
    throw new AgeError('armor', error instanceof Error ? error.message : String(error), { cause: error });
  }
}
