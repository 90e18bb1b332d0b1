import { type BrowserWindow, dialog, ipcMain } from 'electron';
import { z } from 'zod';
import type { OfferedFile, OfferedFolder } from '../../core/api/bridge.ts';
import type { CoreClient } from '../core-client.ts';
import { forwardCall } from '../renderer-gate.ts';
import { origin } from './protocol.ts';

const claimed = z.array(z.string().min(1)).max(100_000);

/**
 * What the window's page may ask for, over three channels that the preload script speaks. Only the main frame of our
 * own origin is heard. `claim` gets paths from the preload script, which has them from Electron and not from the page.
 */
export function answerPage(window: BrowserWindow, core: CoreClient): void {
  const isOurs = (event: Electron.IpcMainInvokeEvent): boolean =>
    event.sender === window.webContents &&
    event.senderFrame === window.webContents.mainFrame &&
    event.senderFrame?.origin === origin;
  const refused = { ok: false, error: { code: 'call.unknown', params: {} } } as const;

  ipcMain.handle('custodia.call', (event, method: unknown, input: unknown) =>
    isOurs(event) ? forwardCall(core, method, input) : refused,
  );
  ipcMain.handle('custodia.claim', async (event, paths: unknown): Promise<OfferedFile[]> => {
    const parsed = claimed.safeParse(paths);
    if (!isOurs(event) || !parsed.success) return [];
    const offered: OfferedFile[] = [];
    for (const path of parsed.data) {
      const reply = await core.call('shell.offerFile', { path });
      if (reply.ok) offered.push(reply.value as OfferedFile);
    }
    return offered;
  });
  ipcMain.handle('custodia.chooseFolder', async (event): Promise<OfferedFolder | null> => {
    if (!isOurs(event)) return null;
    const chosen = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] });
    const path = chosen.filePaths[0];
    if (chosen.canceled || path === undefined) return null;
    const reply = await core.call('shell.offerFolder', { path });
    return reply.ok ? (reply.value as OfferedFolder) : null;
  });
  core.onEvent((event) => {
    if (!window.isDestroyed()) window.webContents.send('custodia.event', event);
  });
}
