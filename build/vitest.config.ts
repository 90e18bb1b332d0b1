import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Two projects: what runs in this process and in threads (`core`), and what opens windows or kills processes (`long`).
 * Vaults are opened at the real cost of a passphrase, so the time limits are wide; nothing here measures speed.
 */
export default defineConfig({
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
