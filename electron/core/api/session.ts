import type { BlobStore } from '../vault/blob-store.ts';
import type { UserKeys, VaultKeys } from '../vault/keyring.ts';
import type { Threads } from './threads.ts';

/** An open vault and who opened it. Ends when the vault locks; every key goes with it. */
export interface Session {
  readonly user: UserKeys;
  readonly keys: VaultKeys;
  readonly salt: string;
  readonly threads: Threads;
  readonly blobs: BlobStore;
  /** Held while the vault is open: nobody else can open it. */
  readonly lock: { release(): void };
  readonly notices: readonly {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number>>;
  }[];
}
