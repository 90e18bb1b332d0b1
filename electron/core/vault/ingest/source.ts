import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { CustodiaError, type ErrorCode, systemCode } from '../../api/errors.ts';

/** Something to be stored, read from front to back. */
export interface Source {
  readonly size: number;
  /** When it was made, where its disk says so, and last changed; ISO 8601, UTC. */
  readonly created: string | null;
  readonly modified: string;
  /** Fills all of `into` with the bytes from `position`, or throws. */
  read(into: Uint8Array, position: number): Promise<void>;
  /** Throws where what was read may be a mixture of two states. */
  confirm(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a file that a person named. Refuses with `file.vanished`, `file.notAFile`, `file.unreadable`, and while or
 * after reading with `file.changed`; each names the file, not its folder.
 */
export async function openSource(path: string): Promise<Source> {
  const name = basename(path);
  // Without O_NONBLOCK, opening a pipe would wait for somebody to write into it.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(telling(name));
  try {
    const before = await file.stat({ bigint: true });
    if (!before.isFile()) throw new CustodiaError('file.notAFile', { name });
    return fileSource(path, name, file, before);
  } catch (error) {
    await file.close();
    throw error;
  }
}

function fileSource(path: string, name: string, file: FileHandle, before: BigIntStats): Source {
  const changed = () => new CustodiaError('file.changed', { name });
  return {
    size: Number(before.size),
    created: before.birthtimeMs > 0n ? before.birthtime.toISOString() : null,
    modified: before.mtime.toISOString(),
    async read(into, position) {
      for (let done = 0; done < into.length; ) {
        const rest = into.length - done;
        const { bytesRead } = await file.read(into, done, rest, position + done).catch(telling(name));
        if (bytesRead === 0) throw changed();
        done += bytesRead;
      }
    },
    async confirm() {
      const [still, named] = await Promise.all([
        file.stat({ bigint: true }),
        stat(path, { bigint: true }).catch(telling(name)),
      ]);
      if (!sameState(before, still) || !sameState(before, named)) throw changed();
    },
    close: () => file.close(),
  };
}

function sameState(one: BigIntStats, other: BigIntStats): boolean {
  return (
    one.dev === other.dev && one.ino === other.ino && one.size === other.size && one.mtimeNs === other.mtimeNs
  );
}

const refusals: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'file.vanished',
  ENOTDIR: 'file.vanished',
  ENODEV: 'file.vanished',
  ESTALE: 'file.vanished',
  EISDIR: 'file.notAFile',
  ENXIO: 'file.notAFile',
};

/** A source that cannot be read is no failure of the vault's disk, whatever the system calls it. */
function telling(name: string): (cause: unknown) => never {
  return (cause) => {
    throw new CustodiaError(refusals[systemCode(cause)] ?? 'file.unreadable', { name }, { cause });
  };
}

/** Bytes in memory as a source. */
export function bytesSource(bytes: Uint8Array): Source {
  return {
    size: bytes.length,
    created: null,
    modified: new Date().toISOString(),
    async read(into, position) {
      into.set(bytes.subarray(position, position + into.length));
    },
    async confirm() {},
    async close() {},
  };
}
