import { join } from 'node:path';

/** Where things lie in a vault's folder. Only `vault.json` and the empty `lock` are not ciphertext. */
export interface Layout {
  readonly root: string;
  /** Format version and the salt for the names of user files: nothing of the office. */
  readonly format: string;
  readonly lock: string;
  readonly attempts: string;
  readonly database: string;
  /** The text of exhibits, for search: derived, and made anew where it is lost. Encrypted as the database is. */
  readonly index: string;
  readonly users: string;
  readonly vaultKey: string;
  readonly seals: string;
  readonly blobs: string;
  /** Content that was found damaged, put aside and never deleted. */
  readonly quarantine: string;
  readonly checkpoint: string;
  readonly snapshots: string;
}

export function layoutOf(root: string): Layout {
  return {
    root,
    format: join(root, 'vault.json'),
    lock: join(root, 'lock'),
    attempts: join(root, 'keys', 'attempts'),
    database: join(root, 'case-file.db'),
    index: join(root, 'index.db'),
    users: join(root, 'keys', 'users'),
    vaultKey: join(root, 'keys', 'vault.age'),
    seals: join(root, 'keys', 'seals'),
    blobs: join(root, 'blobs'),
    quarantine: join(root, 'quarantine'),
    checkpoint: join(root, 'checkpoint.age'),
    snapshots: join(root, 'snapshots'),
  };
}
