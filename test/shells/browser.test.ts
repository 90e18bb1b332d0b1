import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../electron/shells/browser/find-browser.ts';
import { type BrowserShell, openBrowserShell } from '../../electron/shells/browser/open.ts';

const browser = findBrowser();
if (browser === null) process.stdout.write('NOT RUN: the browser shell: no browser is installed\n');

/** Every process below this one. */
function descendants(): number[] {
  const lines = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const parents = new Map(lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number]));
  const below = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && parent !== 0 && (parent === process.pid || below(parent));
  };
  return [...parents.keys()].filter(below);
}

/** The inodes of sockets that listen for TCP, from the system's own tables. */
function listening(): Set<string> {
  const rows = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((path) =>
    existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').slice(1) : [],
  );
  return new Set(
    rows
      .map((row) => row.trim().split(/\s+/))
      .filter((columns) => columns[3] === '0A')
      .map((columns) => columns[9] ?? ''),
  );
}

function socketsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}

describe.runIf(browser !== null)('the browser shell', () => {
  let root: string;
  let shell: BrowserShell;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'custodia-shell-'));
    shell = await openBrowserShell({ vaultDir: join(root, 'vault'), headless: true });
  });
  afterAll(async () => {
    await shell.close();
    expect(existsSync(shell.profile)).toBe(false);
    rmSync(root, { recursive: true, force: true });
  });

  it.runIf(existsSync('/proc/net/tcp'))('listens on no port, in no process of it', () => {
    const ports = listening();
    const processes = descendants();
    expect(processes.length).toBeGreaterThan(3);
    const open = processes.filter((pid) => socketsOf(pid).some((inode) => ports.has(inode)));
    expect(open).toEqual([]);
  });

  it('refuses every request but its own, and runs no script that is not a file of ours', async () => {
    const outcome = await shell.page.evaluate(async () => {
      const tried = async (work: () => Promise<unknown>): Promise<string> => {
        try {
          await work();
          return 'done';
        } catch {
          return 'refused';
        }
      };
      const document = (globalThis as unknown as { document: Page }).document;
      interface Page {
        createElement(name: string): { textContent: string };
        body: { append(node: unknown): void };
      }
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran = true';
      document.body.append(script);
      return {
        fetch: await tried(() => fetch('https://example.org/')),
        local: await tried(() => fetch('http://127.0.0.1:1/')),
        // What DevTools evaluates is exempt from the policy, so the policy itself is read.
        scripts: /script-src [^;]*/.exec(
          (await fetch('/')).headers.get('content-security-policy') ?? '',
        )?.[0],
        inline: (globalThis as { ran?: boolean }).ran === true,
        traversal: (await fetch('/../../../package.json')).status,
        files: (await fetch('/%2e%2e/%2e%2e/package.json')).status,
      };
    });
    expect(outcome).toEqual({
      fetch: 'refused',
      local: 'refused',
      scripts: "script-src 'self' 'wasm-unsafe-eval'",
      inline: false,
      traversal: 404,
      files: 404,
    });
  });

  it('gives the page no method of the shell’s, no path for a made-up file, and denies permissions', async () => {
    const outcome = await shell.page.evaluate(async () => {
      interface Custodia {
        call(method: string, input: unknown): Promise<{ ok: boolean; error?: { code: string } }>;
        claim(files: unknown[]): Promise<unknown[]>;
      }
      interface Permissions {
        query(of: { name: string }): Promise<{ state: string }>;
      }
      const { custodia } = globalThis as unknown as { custodia: Custodia };
      const { permissions } = navigator as unknown as { permissions: Permissions };
      const file = new File(['x'], '/etc/passwd');
      return {
        offer: (await custodia.call('shell.offerFile', { path: '/etc/passwd' })).error?.code,
        proto: (await custodia.call('__proto__', {})).error?.code,
        claimed: (await custodia.claim([file])).length,
        geolocation: (await permissions.query({ name: 'geolocation' })).state,
      };
    });
    expect(outcome).toEqual({
      offer: 'call.unknown',
      proto: 'call.unknown',
      claimed: 0,
      geolocation: 'denied',
    });
  });

  it('stays where it is: no navigation, no second window', async () => {
    await shell.page.evaluate(() => {
      const page = globalThis as unknown as { open(url: string): void; location: { href: string } };
      page.open('https://example.org/');
      page.location.href = 'https://example.org/';
    });
    // Time to go somewhere, and as long as a busy machine needs to close the second window.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await expect.poll(() => shell.page.context().pages().length, { timeout: 30_000 }).toBe(1);
    expect(new URL(shell.page.url()).host).not.toBe('example.org');
  });
});
