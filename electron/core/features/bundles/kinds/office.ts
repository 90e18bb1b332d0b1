import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CustodiaError } from '../../../api/errors.ts';

/** A document at which LibreOffice works for longer than this is left as it is. */
const patienceMs = 90_000;

const types =
  /spreadsheet|ms-excel|wordprocessingml|presentationml|opendocument\.|msword|ms-word|ms-powerpoint|^application\/rtf$|^text\/rtf$/;

export function isOffice(type: string): boolean {
  return types.test(type);
}

/** Where temporary files lie in memory and never on a disk. Without such a place nothing is written at all. */
const memory = '/dev/shm';
const tmpfs = 0x0102_1994;

async function hasMemoryFolder(): Promise<boolean> {
  try {
    return (await statfs(memory)).type === tmpfs;
  } catch {
    return false; // no such folder on this system
  }
}

/** No macro runs, no link is followed, and what would ask the network anyway is sent to where nobody listens. */
const settings = settingsOf({
  'org.openoffice.Office.Common/Security/Scripting': {
    MacroSecurityLevel: '3',
    DisableMacrosExecution: 'true',
    BlockUntrustedRefererLinks: 'true',
    DisableActiveContent: 'true',
  },
  'org.openoffice.Inet/Settings': {
    ooInetProxyType: '2',
    ooInetHTTPProxyName: '127.0.0.1',
    ooInetHTTPProxyPort: '9',
    ooInetHTTPSProxyName: '127.0.0.1',
    ooInetHTTPSProxyPort: '9',
    ooInetNoProxy: '',
  },
});

function settingsOf(all: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const items = Object.entries(all).flatMap(([path, values]) =>
    Object.entries(values).map(
      ([name, value]) =>
        `<item oor:path="/${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
    ),
  );
  const names = 'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<oor:items ${names}>${items.join('')}</oor:items>\n`;
}

const places = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'];

/** LibreOffice's program, where it is installed and can be given a folder in memory. */
async function program(): Promise<string | null> {
  const found = places.find((path) => existsSync(path));
  return found !== undefined && (await hasMemoryFolder()) ? found : null;
}

/**
 * An office document as PDF, made by LibreOffice with a profile of its own in a folder in memory that is removed after. Null where LibreOffice is not installed, there is no folder in memory, or the document
 * cannot be made out: it travels as it is.
 */
export async function officeToPdf(
  bytes: Uint8Array,
  name: string,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  const soffice = await program();
  if (soffice === null) return null;
  const folder = await mkdtemp(join(memory, 'custodia-office-'));
  try {
    await mkdir(join(folder, 'out'));
    await mkdir(join(folder, 'profile', 'user'), { recursive: true });
    await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), settings);
    const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '.bin';
    const source = join(folder, `source${extension}`);
    await writeFile(source, bytes, { mode: 0o600 });
    if (!(await convert(soffice, folder, source, signal))) return null;
    const [made] = await readdir(join(folder, 'out'));
    return made === undefined ? null : await readFile(join(folder, 'out', made));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function convert(
  soffice: string,
  folder: string,
  source: string,
  signal: AbortSignal,
): Promise<boolean> {
  if (signal.aborted) throw new CustodiaError('call.cancelled');
  const child = spawn(
    soffice,
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--norestore',
      '--nolockcheck',
      '--nodefault',
      '--convert-to',
      'pdf',
      '--outdir',
      join(folder, 'out'),
      source,
    ],
    // A home, a cache and a temporary folder in memory: it finds no other to write into. A group of its own, to be ended whole.
    {
      stdio: 'ignore',
      detached: true,
      env: { PATH: '/usr/bin:/bin', HOME: folder, TMPDIR: folder, XDG_CACHE_HOME: folder },
    },
  );
  const stop = (): void => end(child);
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  const patience = setTimeout(() => resolve(false), patienceMs);
  const cancel = (): void => reject(new CustodiaError('call.cancelled'));
  signal.addEventListener('abort', cancel, { once: true });
  child.on('error', () => resolve(false));
  child.on('exit', (code) => resolve(code === 0));
  try {
    return await promise;
  } finally {
    clearTimeout(patience);
    signal.removeEventListener('abort', cancel);
    stop();
  }
}

/** The program starts another of itself: both are ended. */
function end({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
