import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = join(root, 'electron');

/** Native code, WASM and data are loaded from their packages' own files; Electron is where it runs. */
const apart = [
  'electron',
  'mupdf',
  'pdfjs-dist',
  '@signalapp/sqlcipher',
  'sodium-native',
  'tesseract.js',
  'playwright-core',
];

/** What a module of the program is called once it is built, by its place under electron/. */
function builtName(module: string): string {
  return relative(sources, module)
    .split(sep)
    .join('/')
    .replace(/\.c?ts$/, '.js');
}

/** What is started as a thread or a process (`moduleUrl`) becomes a file of its own. */
function startedApart(): Plugin {
  return {
    name: 'custodia-started-apart',
    enforce: 'pre',
    transform(code, id) {
      return code.replace(/moduleUrl\('([^']+)', import\.meta\.url\)/g, (_call, name: string) => {
        const module = resolve(dirname(id), `${name}.ts`);
        this.emitFile({ type: 'chunk', id: module, fileName: builtName(module) });
        return `startedApart("${builtName(module)}")`;
      });
    },
    // Only now is it known which file the asking code came to lie in.
    renderChunk(code, { fileName }) {
      return code.replace(/startedApart\("([^"]+)"\)/g, (_call, started: string) => {
        const path = posix.relative(posix.dirname(fileName), started);
        return `new URL("./${path}", import.meta.url)`;
      });
    },
  };
}

async function bundle(
  input: Readonly<Record<string, string>>,
  to: string,
  format: 'es' | 'cjs',
  fresh: boolean,
): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: format === 'es' ? [startedApart()] : [],
    publicDir: false,
    ssr: { noExternal: true, external: apart },
    build: {
      ssr: true,
      target: 'node24',
      minify: false,
      outDir: to,
      emptyOutDir: fresh,
      rollupOptions: {
        input,
        output: {
          format,
          entryFileNames: format === 'es' ? '[name].js' : '[name].cjs',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  });
}

/**
 * The sources of electron/ as JavaScript in out/electron: a thread that reads a few files instead of hundreds starts
 * several times as fast. Types are looked at by `npm run check`, not here.
 */
export async function bundleElectron(): Promise<void> {
  const to = join(root, 'out', 'electron');
  const started = ['main', 'cli/main', 'core/main', 'core/client'];
  const input = Object.fromEntries(started.map((name) => [name, join(sources, `${name}.ts`)]));
  await bundle(input, to, 'es', true);
  await bundle({ preload: join(sources, 'preload.cts') }, to, 'cjs', false);
}

/** One module that uses the core, with its own threads beside it, in the folder `to`; gives the file to start. */
export async function bundleModule(module: string, to: string): Promise<string> {
  await bundle({ start: module }, to, 'es', true);
  return join(to, 'start.js');
}
