import type { CDPSession } from 'playwright-core';
import type { OfferedFile } from '../../core/api/bridge.ts';
import type { CoreClient } from '../core-client.ts';

/**
 * Asks the browser for the real paths of files that the person picked or dropped, and offers them to the core. A file
 * that a script made up has no path, and is left out.
 */
export async function claimFiles(
  devtools: CDPSession,
  core: CoreClient,
  key: string,
): Promise<OfferedFile[]> {
  const held = await devtools.send('Runtime.evaluate', {
    expression: `globalThis.custodiaFiles(${JSON.stringify(key)})`,
  });
  const list = held.result.objectId;
  if (list === undefined) return [];
  const { result } = await devtools.send('Runtime.getProperties', { objectId: list, ownProperties: true });
  const offered: OfferedFile[] = [];
  for (const property of result) {
    const objectId = /^\d+$/.test(property.name) ? property.value?.objectId : undefined;
    if (objectId === undefined) continue;
    const { path } = await devtools.send('DOM.getFileInfo', { objectId });
    if (path === '') continue;
    const reply = await core.call('shell.offerFile', { path });
    if (reply.ok) offered.push(reply.value as OfferedFile);
  }
  await devtools.send('Runtime.releaseObject', { objectId: list });
  return offered;
}
