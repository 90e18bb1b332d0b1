import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type BrowserShell, openBrowserShell } from '../../electron/shells/browser/open.ts';

/** A place of its own for one run: the vault, the exports, the temporary files, and what the person attaches. */
export interface Place {
  readonly root: string;
  readonly vault: string;
  readonly exports: string;
  readonly temporary: string;
  readonly sources: string;
  remove(): void;
}

export function makePlace(): Place {
  const root = mkdtempSync(join(tmpdir(), 'custodia-e2e-'));
  const place = {
    root,
    vault: join(root, 'vault'),
    exports: join(root, 'exports'),
    temporary: join(root, 'tmp'),
    sources: join(root, 'sources'),
  };
  for (const folder of [place.exports, place.temporary, place.sources]) mkdirSync(folder);
  // Everything that the shell, the browser and the core put among temporary files is looked at afterwards.
  process.env.TMPDIR = place.temporary;
  process.env.CUSTODIA_EXPORTS = place.exports;
  return { ...place, remove: () => rmSync(root, { recursive: true, force: true }) };
}

export interface Window extends BrowserShell {
  /** What the page wrote to its console as errors, and exceptions that nobody caught. */
  readonly errors: string[];
}

export async function openWindow(place: Place): Promise<Window> {
  const shell = await openBrowserShell({
    vaultDir: place.vault,
    headless: true,
    viewport: { width: 1366, height: 768 },
    locale: 'es-BO',
  });
  const errors: string[] = [];
  shell.page.on('pageerror', (error) => errors.push(String(error)));
  shell.page.on('console', (message) => {
    // pdf.js says this when a document is closed while it still looks for attachments in it: nothing is lost.
    if (message.text().includes('Transport destroyed')) return;
    if (message.type() === 'error') errors.push(message.text());
  });
  shell.page.setDefaultTimeout(20_000);
  return { ...shell, errors };
}

/** Unlocks as a person does. */
export async function unlock(page: Page, name: string, passphrase: string): Promise<void> {
  await page.getByLabel('Nombre', { exact: true }).fill(name);
  await page.getByLabel('Contraseña', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Abrir', exact: true }).click();
}
