/**
 * What the page finds as `window.custodia` in the browser shell. Runs in the page before its own scripts, so it is
 * written without any import; `send` is the only way out. Files that a person picked are held here until the shell
 * has asked the browser for their paths: the paths never come into the page.
 */
export function installBridge(shell: { kind: 'browser'; platform: string; version: string }): void {
  type Send = (message: { kind: string; [key: string]: unknown }) => Promise<unknown>;
  const page = globalThis as unknown as {
    custodiaSend: Send;
    custodia: unknown;
    custodiaEvent: (event: unknown) => void;
    custodiaFiles: (key: string) => unknown[];
  };
  const send = page.custodiaSend;
  const listeners = new Set<(event: unknown) => void>();
  const held = new Map<string, unknown[]>();
  let nextKey = 1;

  page.custodiaEvent = (event) => {
    for (const listener of listeners) listener(event);
  };
  page.custodiaFiles = (key) => {
    const files = held.get(key) ?? [];
    held.delete(key);
    return files;
  };
  page.custodia = Object.freeze({
    shell: Object.freeze(shell),
    call: (method: string, input: unknown) => send({ kind: 'call', method, input }),
    onEvent: (listener: (event: unknown) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    claim: (files: Iterable<unknown>) => {
      const key = String(nextKey);
      nextKey += 1;
      held.set(key, [...files]);
      return send({ kind: 'claim', key });
    },
    chooseFolder: () => send({ kind: 'chooseFolder' }),
  });
}
