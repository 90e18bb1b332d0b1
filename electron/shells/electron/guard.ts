import { type App, session } from 'electron';
import { origin } from './protocol.ts';

/** Nothing is asked for outside our own scheme, nothing is permitted, nobody leaves and nothing else opens. */
export function guardApp(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** The window's session: in memory only, every permission denied, every request but our own refused. */
export function guardedSession(): Electron.Session {
  const guarded = session.fromPartition('custodia');
  guarded.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  guarded.setPermissionCheckHandler(() => false);
  guarded.setDevicePermissionHandler(() => false);
  guarded.setSpellCheckerEnabled(false);
  guarded.on('will-download', (event) => event.preventDefault());
  guarded.webRequest.onBeforeRequest((details, answer) => {
    const ours = details.url.startsWith(`${origin}/`) || /^(blob|data|devtools):/.test(details.url);
    answer({ cancel: !ours });
  });
  return guarded;
}
