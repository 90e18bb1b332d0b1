import { basename, join } from 'node:path';
import { format } from 'date-fns/format';
import type { Services } from '../../api/services.ts';
import { ensureFolder, writeDurably } from '../../vault/files.ts';

/** Where a person wants something written: a file that they named, a folder that they chose, or the usual one. */
export interface Destination {
  readonly folder?: string | undefined;
  readonly file?: string | undefined;
}

/** What is written, once it is made. The chosen place is taken before the work: a handle holds once. */
export type WriteTo = (bytes: Uint8Array) => Promise<string>;

/** @param name without what some systems do not take in a name, and without the ending */
export function destinationOf(
  services: Services,
  { folder, file }: Destination,
  name: string,
  ending: string,
): WriteTo {
  const path =
    file === undefined
      ? join(
          folder === undefined ? services.exportsFolder() : services.handles.take(folder),
          `${safe(name)}-${format(new Date(), 'yyyyMMdd-HHmmss')}.${ending}`,
        )
      : services.handles.take(file);
  return async (bytes) => {
    if (file === undefined) await ensureFolder(join(path, '..'));
    await writeDurably(path, bytes);
    return basename(path);
  };
}

function safe(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
