import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The pages: bundled into files that the shells serve by themselves; nothing is inlined as script. */
export default defineConfig({
  root: at('../renderer'),
  base: './',
  plugins: [react()],
  build: {
    outDir: at('../out/renderer'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    target: 'es2023',
    chunkSizeWarningLimit: 2_000,
  },
});
