#!/usr/bin/env node
// Starts the command line. Plain JavaScript that any Node from 20 on can read: it finds the Node that the program
// needs and runs the sources where they are, or else what was built from them.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const wanted = 24;
const here = fileURLToPath(import.meta.url);
const root = dirname(dirname(here));

if (Number(process.versions.node.split('.')[0]) >= wanted) {
  await import(pathToFileURL(entry()).href);
} else {
  runWith(packagedNode());
}

/** The sources in a checkout. Node reads no TypeScript inside node_modules: there, and in a build, what was compiled. */
function entry() {
  const source = join(root, 'electron', 'cli', 'main.ts');
  const installed = root.split(sep).includes('node_modules');
  return !installed && existsSync(source) ? source : join(root, 'out', 'electron', 'cli', 'main.js');
}

/** The Node that comes as an npm package. */
function packagedNode() {
  try {
    const description = fileURLToPath(import.meta.resolve('node/package.json'));
    const { bin } = JSON.parse(readFileSync(description, 'utf8'));
    const binary = resolve(dirname(description), typeof bin === 'string' ? bin : bin.node);
    const found = [binary, `${binary}.exe`].find((path) => existsSync(path));
    if (found !== undefined) return found;
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' && error.code !== 'ENOENT') throw error;
  }
  const english = /^en/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');
  const { version } = process;
  process.stderr.write(
    english
      ? `Custodia needs Node ${wanted} and this is ${version}. Run "npm ci" in its folder, which brings it along.\n`
      : `Custodia necesita Node ${wanted} y este es ${version}. Ejecute «npm ci» en su carpeta: lo trae consigo.\n`,
  );
  process.exit(1);
}

/** The other Node takes over arguments, streams and signals, and its end is ours. */
function runWith(node) {
  const child = spawn(node, [here, ...process.argv.slice(2)], { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`${node}: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) {
      process.exitCode = code;
      return;
    }
    for (const each of signals) process.removeAllListeners(each);
    process.kill(process.pid, signal);
  });
}
