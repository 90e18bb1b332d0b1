import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { app, BrowserWindow, Menu } from 'electron';
import { guardApp, guardedSession } from './shells/electron/guard.ts';
import { answerPage } from './shells/electron/page-calls.ts';
import { origin, registerScheme, serveScheme } from './shells/electron/protocol.ts';
import { startUtilityCore } from './shells/electron/utility-core.ts';
import { createProfile } from './shells/profile.ts';
import { usualLocale } from './shells/usual-locale.ts';
import { usualVault } from './shells/usual-vault.ts';

/** The Electron shell: one window, no network, a profile that is wiped. Nothing of the domain. */

const here = dirname(fileURLToPath(import.meta.url));

function vaultFolder(): string {
  const { values } = parseArgs({
    args: process.argv.slice(1),
    options: { vault: { type: 'string' } },
    strict: false,
  });
  return resolve(typeof values.vault === 'string' ? values.vault : usualVault());
}

/** `out/renderer`, beside `out/electron`. */
function rendererFolder(): string {
  const folder = join(here, '..', 'renderer');
  if (!existsSync(folder)) throw new Error('out/renderer is missing: npm run build');
  return folder;
}

async function openWindow(): Promise<void> {
  const core = startUtilityCore(vaultFolder());
  const session = guardedSession();
  serveScheme(session, rendererFolder(), core);
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Custodia',
    icon: join(here, '..', '..', 'resources', 'icons', 'custodia.png'),
    webPreferences: {
      session,
      preload: join(here, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  });
  answerPage(window, core);
  window.once('ready-to-show', () => window.show());
  let stopped = false;
  window.on('close', (event) => {
    if (stopped) return;
    event.preventDefault();
    window.hide();
    void core.stop().finally(() => {
      stopped = true;
      window.destroy();
    });
  });
  void core.ended.then(() => {
    stopped = true;
    if (!window.isDestroyed()) window.destroy();
  });
  await window.loadURL(`${origin}/`);
}

const profile = createProfile();
app.setPath('userData', profile.path);
app.setPath('sessionData', profile.path);
app.commandLine.appendSwitch('disable-background-networking');
app.commandLine.appendSwitch('disable-breakpad');
app.commandLine.appendSwitch('lang', usualLocale());
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
app.commandLine.appendSwitch('proxy-server', 'socks5://0.0.0.0:1');
app.enableSandbox();
registerScheme();
guardApp(app);
Menu.setApplicationMenu(
  process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null,
);
app.on('window-all-closed', () => app.quit());
// Quitting does not wait: the folder is wiped once, at the first step; what comes after it is wiped at the next start.
app.on('will-quit', () => void profile.wipe());
await app.whenReady();
await openWindow();
