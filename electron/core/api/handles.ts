import { randomUUID } from 'node:crypto';
import { CustodiaError } from './errors.ts';

/** Paths that a person picked through the shell. The renderer holds the handle only, and it works once. */
export interface Handles {
  offer(path: string): string;
  /** Takes the path; a second time there is none. */
  take(handle: string): string;
  clear(): void;
}

export function createHandles(): Handles {
  const paths = new Map<string, string>();
  return {
    offer: (path) => {
      const handle = randomUUID();
      paths.set(handle, path);
      return handle;
    },
    take: (handle) => {
      const path = paths.get(handle);
      if (path === undefined) throw new CustodiaError('file.handleUnknown');
      paths.delete(handle);
      return path;
    },
    clear: () => paths.clear(),
  };
}
