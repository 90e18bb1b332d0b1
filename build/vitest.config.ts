import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Vaults are made, and most are opened, at the real cost of a passphrase (`test/support/light-keys.ts` says where not), so the
 * time limits are wide; nothing here measures speed.
 */
export default defineConfig({
  resolve: {
    // `electron/core/threads.ts`, and no other of that name.
    alias: [{ find: /^(\.\.\/)+(core\/)?threads\.ts$/, replacement: at('../test/support/built-threads.ts') }],
  },
  test: {
    root: at('..'),
    globalSetup: [at('../test/support/prepare.ts')],
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    pool: 'forks',
    maxWorkers: 2,
    reporters: ['default'],
  },
});
