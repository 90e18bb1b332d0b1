import { extname } from 'node:path';

/**
 * Where a thread's module lies: `name` is relative to the asking module and without its extension (`./thread`).
 * In a checkout the modules are `.ts`, once built `.js`: the asking module's own extension tells which.
 */
export function moduleUrl(name: string, base: string): URL {
  return new URL(`${name}${extname(new URL(base).pathname)}`, base);
}
