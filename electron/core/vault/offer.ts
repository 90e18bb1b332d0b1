import { lstat, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { OfferedFile, OfferedFolder } from '../api/bridge.ts';
import { CustodiaError, systemCode } from '../api/errors.ts';
import type { Handles } from '../api/handles.ts';

/** A picked or dropped file as the renderer may know it. */
export async function offerFile(handles: Handles, path: string): Promise<OfferedFile> {
  const info = await look(path);
  if (!info.isFile()) throw new CustodiaError('file.notAFile', { name: basename(path) });
  return { handle: handles.offer(path), name: basename(path).normalize('NFC'), size: info.size };
}

/** A chosen folder. The label shows its last two parts, enough to recognise it by. */
export async function offerFolder(handles: Handles, path: string): Promise<OfferedFolder> {
  const info = await look(path);
  if (!info.isDirectory()) throw new CustodiaError('file.notAFile', { name: basename(path) });
  return { handle: handles.offer(path), label: join(basename(dirname(path)), basename(path)) };
}

/** A file that the person wants written. Its folder must be there, and nothing of its name. */
export async function offerDestination(handles: Handles, path: string): Promise<string> {
  const folder = await stat(dirname(path)).catch((cause: unknown) => {
    throw new CustodiaError('disk.readOnly', {}, { cause });
  });
  if (!folder.isDirectory()) throw new CustodiaError('disk.readOnly');
  // A link that leads nowhere is something too.
  const taken = await lstat(path).catch((cause: unknown) => {
    if (systemCode(cause) === 'ENOENT') return null;
    throw new CustodiaError('file.unreadable', { name: basename(path) }, { cause });
  });
  if (taken !== null) throw new CustodiaError('file.exists', { name: basename(path) });
  return handles.offer(path);
}

async function look(path: string) {
  try {
    return await stat(path);
  } catch (cause) {
    const code = systemCode(cause) === 'ENOENT' ? 'file.vanished' : 'file.unreadable';
    throw new CustodiaError(code, { name: basename(path) }, { cause });
  }
}
