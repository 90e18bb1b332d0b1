/** Whether a window can be shown: always on Windows and macOS, by X11 or Wayland elsewhere. */
export function hasDisplay(env = process.env, platform = process.platform): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return (env.DISPLAY ?? '') !== '' || (env.WAYLAND_DISPLAY ?? '') !== '';
}

export const withoutDisplay = [
  'There is no display here, so no window can be opened. Go on in one of these ways:',
  '  on a desktop     npm start',
  '  here, unseen     xvfb-run -a npm start     (Debian: apt-get install xvfb xauth)',
  '  without window   npx custodia --help       (everything by the command line)',
].join('\n');
