import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type FileOps, nodeFileOps, type OutFile } from '../../electron/core/vault/files.ts';

/*
 * Records the calls by which an attachment changes the disk, and plays every prefix of them onto a new folder as a
 * power cut could have left it. A file's content lasts up to its last sync, a name up to the last sync of its folder.
 */

export type Op =
  | { readonly op: 'create'; readonly path: string }
  /** The whole content so far: what a sync would make last. */
  | { readonly op: 'write'; readonly path: string; readonly content: Buffer }
  | { readonly op: 'sync'; readonly path: string }
  | { readonly op: 'rename'; readonly from: string; readonly to: string }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'folder'; readonly path: string }
  | { readonly op: 'syncFolder'; readonly path: string }
  /** The journal has the entries that name these blobs: SQLite's own commit, which lasts. */
  | { readonly op: 'append'; readonly blobs: readonly string[] };

/**
 * File operations that do what they are asked and write it down, with paths relative to `root`. The cipher's thread
 * writes straight to the file, so what was written is read from it whenever it is synced.
 */
export function recorder(root: string): { readonly ops: FileOps; readonly log: Op[] } {
  const log: Op[] = [];
  const at = (path: string): string => relative(root, path);
  const ops: FileOps = {
    ...nodeFileOps,
    create: async (path) => {
      const file = await nodeFileOps.create(path);
      log.push({ op: 'create', path: at(path) });
      const recorded: OutFile = {
        descriptor: file.descriptor,
        write: (bytes, position) => file.write(bytes, position),
        sync: async () => {
          const content = readFileSync(path);
          log.push({ op: 'write', path: at(path), content });
          await file.sync();
          log.push({ op: 'sync', path: at(path) });
        },
        close: () => file.close(),
      };
      return recorded;
    },
    rename: async (from, to) => {
      await nodeFileOps.rename(from, to);
      log.push({ op: 'rename', from: at(from), to: at(to) });
    },
    remove: async (path) => {
      await nodeFileOps.remove(path);
      log.push({ op: 'remove', path: at(path) });
    },
    makeFolder: async (path) => {
      const made = await nodeFileOps.makeFolder(path);
      if (made) log.push({ op: 'folder', path: at(path) });
      return made;
    },
    syncFolder: async (path) => {
      await nodeFileOps.syncFolder(path);
      log.push({ op: 'syncFolder', path: at(path) });
    },
  };
  return { ops, log };
}

/** What becomes of what was not synced when the power goes. */
export const fates = ['dropped', 'kept', 'torn', 'namesOnly', 'contentOnly'] as const;
export type Fate = (typeof fates)[number];

interface File {
  lasting: Buffer;
  written: Buffer;
}

interface Disk {
  /** Names as the program sees them, and as they last. */
  readonly names: Map<string, File>;
  readonly lastingNames: Map<string, File>;
  readonly folders: Set<string>;
}

function play(ops: readonly Op[]): Disk {
  const disk: Disk = { names: new Map(), lastingNames: new Map(), folders: new Set() };
  for (const each of ops) step(disk, each);
  return disk;
}

function step({ names, lastingNames, folders }: Disk, each: Op): void {
  const file = 'path' in each ? names.get(each.path) : undefined;
  switch (each.op) {
    case 'create':
      names.set(each.path, { lasting: Buffer.alloc(0), written: Buffer.alloc(0) });
      break;
    case 'write':
      if (file !== undefined) file.written = each.content;
      break;
    case 'sync':
      if (file !== undefined) file.lasting = file.written;
      break;
    case 'rename': {
      const moved = names.get(each.from);
      names.delete(each.from);
      if (moved !== undefined) names.set(each.to, moved);
      break;
    }
    case 'remove':
      names.delete(each.path);
      break;
    case 'folder':
      folders.add(each.path);
      break;
    case 'syncFolder': {
      const inside = (path: string): boolean => dirname(path) === (each.path === '' ? '.' : each.path);
      for (const path of [...lastingNames.keys()].filter(inside)) lastingNames.delete(path);
      for (const [path, of] of names) if (inside(path)) lastingNames.set(path, of);
      break;
    }
    case 'append':
      break;
  }
}

/** Half of what was not synced reached the disk, the rest is zeros: blocks are written in any order. */
function torn({ lasting, written }: File): Buffer {
  const mixed = Buffer.alloc(written.length);
  lasting.copy(mixed);
  written.copy(mixed, lasting.length, lasting.length, Math.floor((lasting.length + written.length) / 2));
  return mixed;
}

/** Lays out in `folder` what a power cut after these calls may have left. */
export function leave(ops: readonly Op[], fate: Fate, folder: string): void {
  const disk = play(ops);
  const keepsNames = fate === 'kept' || fate === 'namesOnly' || fate === 'torn';
  const names = keepsNames ? disk.names : disk.lastingNames;
  for (const each of disk.folders) mkdirSync(join(folder, each), { recursive: true });
  for (const [path, file] of names) {
    const content =
      fate === 'kept' || fate === 'contentOnly' ? file.written : fate === 'torn' ? torn(file) : file.lasting;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
