/** The window's language before anybody has signed in: Spanish, unless the system says that it speaks English. */
export function usualLocale(env = process.env): string {
  const said = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((each) => each !== undefined && each !== '');
  if (said !== undefined) return said.toLowerCase().startsWith('en') ? 'en-GB' : 'es-BO';
  // Windows and macOS say it in no variable: there the system's own choice is taken.
  return Intl.DateTimeFormat().resolvedOptions().locale.startsWith('en') && process.platform !== 'linux'
    ? 'en-GB'
    : 'es-BO';
}
