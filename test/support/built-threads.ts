/**
 * Stands in for `electron/core/threads.ts` in tests: threads and processes are started from what was built of the same sources
 * before the first test, as in an installation. Read from hundreds of sources each would take seconds to start.
 */
export function moduleUrl(name: string, base: string): URL {
  const root = new URL('../../', import.meta.url).href;
  const asked = new URL(`${name}.js`, base).href;
  return new URL(`out/${asked.slice(root.length)}`, root);
}
