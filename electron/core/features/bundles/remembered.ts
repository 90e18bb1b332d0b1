import { createHash } from 'node:crypto';

/** So much is remembered of one kind; when there is more, the oldest is forgotten. */
const mostRemembered = 20_000;

/** By all that something depends on: its hash alone, since words that are kept back may be among it. */
export function hashedKey(depends: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(depends)).digest('base64');
}

/** Keeps a value as the newest. */
export function keepNewest<T>(memory: Map<string, T>, key: string, value: T): void {
  memory.delete(key);
  memory.set(key, value);
  for (const oldest of memory.keys()) {
    if (memory.size <= mostRemembered) return;
    memory.delete(oldest);
  }
}
