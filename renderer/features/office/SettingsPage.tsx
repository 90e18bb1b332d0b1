/** Name, language, numbering and lock of the office; the person's own passphrase. */
export function SettingsPage() {
  return null;
}
