import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, type CDPSession, chromium, type Page, type Route } from 'playwright-core';
import { z } from 'zod';
import type { OfferedFile, OfferedFolder } from '../../core/api/bridge.ts';
import { startChildCore } from '../child-core.ts';
import type { CoreClient } from '../core-client.ts';
import { exportFolder } from '../documents-folder.ts';
import { createProfile } from '../profile.ts';
import { forwardCall } from '../renderer-gate.ts';
import { servePage } from '../serve-page.ts';
import { usualLocale } from '../usual-locale.ts';
import { chooseFolder } from './choose-folder.ts';
import { claimFiles } from './claim.ts';
import { findBrowser } from './find-browser.ts';
import { browserFlags } from './flags.ts';
import { installBridge } from './page-script.ts';
import { quietProfile } from './quiet-profile.ts';

export const origin = 'https://custodia.invalid';

export interface BrowserShellOptions {
  readonly vaultDir: string;
  /** The browser to open; without it an installed one is found. */
  readonly executablePath?: string;
  readonly headless?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly scale?: number;
  /** The file of the built core (`out/electron/core/main.js`); without it the sources are run, which start slower. */
  readonly coreModule?: string;
}

export interface BrowserShell {
  readonly page: Page;
  readonly core: CoreClient;
  /** What was asked for outside our own origin, and refused: empty unless something is wrong. */
  readonly refused: readonly string[];
  readonly profile: string;
  /** Resolves when the window was closed, by whomever. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), method: z.string(), input: z.unknown() }),
  z.object({ kind: z.literal('claim'), key: z.string() }),
  z.object({ kind: z.literal('chooseFolder') }),
]);

/** Thrown where there is no browser to open a window with. */
export class NoBrowserError extends Error {}

function rendererFolder(): string {
  return fileURLToPath(new URL('../../../out/renderer', import.meta.url));
}

/**
 * Opens the application as a window of an installed browser: driven over a pipe, no port, no network. Every request
 * is answered in this process or refused.
 */
export async function openBrowserShell(options: BrowserShellOptions): Promise<BrowserShell> {
  const executablePath = options.executablePath ?? findBrowser();
  if (executablePath === null) throw new NoBrowserError('no Chromium, Chrome or Edge is installed');
  const renderer = rendererFolder();
  if (!existsSync(renderer)) throw new Error('out/renderer is missing: npm run build');
  const profile = createProfile();
  const core = startChildCore(options.vaultDir, options.coreModule);
  const refused: string[] = [];
  const { promise: closed, resolve: wasClosed } = Promise.withResolvers<void>();
  try {
    quietProfile(profile.path);
    const context = await launch(executablePath, profile.path, options);
    await context.route('**/*', (route) => answer(route, renderer, core, refused));
    const page = context.pages()[0] ?? (await context.newPage());
    const devtools = await context.newCDPSession(page);
    await guard(context, page, devtools);
    await bridge(page, devtools, core);
    context.on('close', () => {
      void core
        .stop()
        .finally(() => profile.wipe())
        .finally(wasClosed);
    });
    await page.goto(`${origin}/`);
    return {
      page,
      core,
      refused,
      profile: profile.path,
      closed,
      close: async () => {
        await context.close();
        await closed;
      },
    };
  } catch (error) {
    await core.stop();
    await profile.wipe();
    throw error;
  }
}

function launch(
  executablePath: string,
  profile: string,
  options: BrowserShellOptions,
): Promise<BrowserContext> {
  const root = process.getuid?.() === 0;
  const headless = options.headless === true;
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    chromiumSandbox: !root,
    args: browserFlags({ root, scale: options.scale }),
    ignoreDefaultArgs: ['--enable-automation'],
    acceptDownloads: false,
    serviceWorkers: 'block',
    permissions: [],
    viewport: headless ? (options.viewport ?? { width: 1366, height: 768 }) : (options.viewport ?? null),
    locale: options.locale ?? usualLocale(),
    ...(options.colorScheme === undefined ? {} : { colorScheme: options.colorScheme }),
    ...(headless && options.scale !== undefined ? { deviceScaleFactor: options.scale } : {}),
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

async function answer(route: Route, renderer: string, core: CoreClient, refused: string[]): Promise<void> {
  const url = new URL(route.request().url());
  if (url.origin !== origin || route.request().method() !== 'GET') {
    refused.push(`${url.protocol}//${url.host}`);
    return route.abort('blockedbyclient');
  }
  const range = route.request().headers().range ?? null;
  const { status, headers, body } = await servePage({ path: url.pathname, range }, renderer, core);
  await route.fulfill({ status, headers, body: Buffer.from(body) });
}

/** No second window, no leaving, no download, no dialog that keeps the page hanging. */
async function guard(context: BrowserContext, page: Page, devtools: CDPSession): Promise<void> {
  context.on('page', (other) => {
    if (other !== page) void other.close();
  });
  page.on('dialog', (dialog) => void dialog.dismiss());
  await devtools.send('Browser.setDownloadBehavior', { behavior: 'deny' });
}

async function bridge(page: Page, devtools: CDPSession, core: CoreClient): Promise<void> {
  await page.exposeBinding('custodiaSend', async ({ frame }, given: unknown) => {
    const parsed = message.safeParse(given);
    if (frame !== page.mainFrame() || new URL(frame.url()).origin !== origin || !parsed.success) {
      return { ok: false, error: { code: 'call.unknown', params: {} } };
    }
    const asked = parsed.data;
    if (asked.kind === 'call') return forwardCall(core, asked.method, asked.input);
    if (asked.kind === 'claim') return claimFiles(devtools, core, asked.key) satisfies Promise<OfferedFile[]>;
    return pickFolder(core);
  });
  await page.addInitScript(installBridge, {
    kind: 'browser' as const,
    platform: process.platform,
    version: page.context().browser()?.version() ?? '',
  });
  core.onEvent((event) => {
    page
      .evaluate(
        (told) => (globalThis as { custodiaEvent?: (event: unknown) => void }).custodiaEvent?.(told),
        event,
      )
      // The window may close while an event is on its way to it.
      .catch(() => undefined);
  });
}

/** Where the desktop has no folder dialog, the usual folder for exports is taken; the page shows which. */
async function pickFolder(core: CoreClient): Promise<OfferedFolder | null> {
  const chosen = await chooseFolder();
  if (chosen.kind === 'cancelled') return null;
  const path = chosen.kind === 'folder' ? chosen.path : exportFolder();
  if (chosen.kind === 'noDialog') await mkdir(path, { recursive: true });
  const reply = await core.call('shell.offerFolder', { path });
  return reply.ok ? (reply.value as OfferedFolder) : null;
}
