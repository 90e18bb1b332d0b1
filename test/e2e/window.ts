import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from 'playwright-core';
import { root } from '../../build/build-all.ts';
import { findElectron } from '../../build/obtain.ts';
import { findBrowser } from '../../electron/shells/browser/find-browser.ts';
import { openBrowserShell } from '../../electron/shells/browser/open.ts';

/** A place of its own for one run: the vault, the exports, the temporary files, and what the person attaches. */
export interface Place {
  readonly vault: string;
  readonly exports: string;
  readonly temporary: string;
  readonly sources: string;
  remove(): void;
}

export function makePlace(): Place {
  const base = mkdtempSync(join(tmpdir(), 'custodia-e2e-'));
  const place = {
    vault: join(base, 'vault'),
    exports: join(base, 'exports'),
    temporary: join(base, 'tmp'),
    sources: join(base, 'sources'),
  };
  for (const folder of [place.exports, place.temporary, place.sources]) mkdirSync(folder);
  // Everything that the shell, the browser and the core put among temporary files is looked at afterwards.
  process.env.TMPDIR = place.temporary;
  process.env.CUSTODIA_EXPORTS = place.exports;
  return { ...place, remove: () => rmSync(base, { recursive: true, force: true }) };
}

/** An open window, whatever opened it. */
export interface Window {
  readonly page: Page;
  /** What was asked for outside our own origin, where the shell tells. */
  readonly refused: readonly string[];
  readonly profile: string;
  /** What the page wrote to its console as errors, and exceptions that nobody caught. */
  readonly errors: string[];
  close(): Promise<void>;
}

type Opened = Omit<Window, 'errors'>;

async function openBrowser(place: Place): Promise<Opened> {
  return openBrowserShell({
    vaultDir: place.vault,
    headless: true,
    viewport: { width: 1366, height: 768 },
    locale: 'es-BO',
  });
}

async function openElectron(place: Place): Promise<Opened> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath: findElectron() ?? '',
    args: [...sandbox, root, '--vault', place.vault],
    env: { ...process.env, LANG: 'es_BO.UTF-8' } as Record<string, string>,
  });
  const page = await app.firstWindow();
  const profile = await app.evaluate(({ app: electron }) => electron.getPath('userData'));
  return { page, refused: [], profile, close: () => app.close() };
}

/** The shells that this machine can run, by name. */
export const shells = [
  { name: 'browser', here: findBrowser() !== null, open: openBrowser },
  { name: 'Electron', here: findElectron() !== null, open: openElectron },
] as const;
for (const { name, here } of shells)
  if (!here) process.stdout.write(`NOT RUN: the main job in the ${name} window: its program is not here\n`);

export async function openWindow(open: (place: Place) => Promise<Opened>, place: Place): Promise<Window> {
  const opened = await open(place);
  const errors: string[] = [];
  // pdf.js says this when a document is closed while it still looks for attachments in it: nothing is lost.
  const told = (text: string): void => {
    if (!text.includes('Transport destroyed')) errors.push(text);
  };
  opened.page.on('pageerror', (error) => told(String(error)));
  opened.page.on('console', (message) => {
    if (message.type() === 'error') told(message.text());
  });
  opened.page.setDefaultTimeout(20_000);
  return { ...opened, errors };
}

/** Unlocks as a person does. */
export async function unlock(page: Page, name: string, passphrase: string): Promise<void> {
  await page.getByLabel('Nombre', { exact: true }).fill(name);
  await page.getByLabel('Contraseña', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Abrir', exact: true }).click();
}
