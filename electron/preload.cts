/**
 * The bridge of the Electron window: `window.custodia`, and nothing else, crosses into the page's world. CommonJS,
 * because a sandboxed preload script cannot be a module.
 */

import type { IpcRendererEvent } from 'electron';

const { contextBridge, ipcRenderer, webUtils } = require('electron') as typeof import('electron');

contextBridge.exposeInMainWorld('custodia', {
  shell: { kind: 'electron', platform: process.platform, version: process.versions.electron },
  call: (method: string, input: unknown) => ipcRenderer.invoke('custodia.call', method, input),
  onEvent: (listener: (event: unknown) => void) => {
    const heard = (_event: IpcRendererEvent, told: unknown) => listener(told);
    ipcRenderer.on('custodia.event', heard);
    return () => ipcRenderer.off('custodia.event', heard);
  },
  // A file that a script made up has no path, and is left out.
  claim: (files: readonly File[]) =>
    ipcRenderer.invoke(
      'custodia.claim',
      [...files].map((file) => webUtils.getPathForFile(file)).filter((path) => path !== ''),
    ),
  chooseFolder: () => ipcRenderer.invoke('custodia.chooseFolder'),
});
