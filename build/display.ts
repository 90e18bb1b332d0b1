/** Whether a window can be shown: always on Windows and macOS, by X11 or Wayland elsewhere. */
export function hasDisplay(env = process.env, platform = process.platform): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return (env.DISPLAY ?? '') !== '' || (env.WAYLAND_DISPLAY ?? '') !== '';
}

/** What to say where there is no display: how to go on with `command`. */
export function withoutDisplay(command: string): string {
  return [
    'There is no display here, so no window can be opened. Go on in one of these ways:',
    `  on a desktop     ${command}`,
    `  here, unseen     xvfb-run -a ${command}     (Debian: apt-get install xvfb xauth)`,
    '  without window   npx custodia --help     (everything by the command line)',
  ].join('\n');
}
