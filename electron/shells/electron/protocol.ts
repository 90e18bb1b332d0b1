import { protocol } from 'electron';
import type { CoreClient } from '../core-client.ts';
import { servePage } from '../serve-page.ts';

const scheme = 'app';
export const origin = `${scheme}://custodia`;

/** Before the application is ready: our scheme behaves like https, so that the policy of the pages holds. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Answers the page's requests in this process: built files, and ranges of exhibits that are open for viewing. */
export function serveScheme(on: Electron.Session, renderer: string, core: CoreClient): void {
  on.protocol.handle(scheme, async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'custodia' || request.method !== 'GET') return new Response(null, { status: 403 });
    const range = request.headers.get('range');
    const { status, headers, body } = await servePage({ path: url.pathname, range }, renderer, core);
    return new Response(new Uint8Array(body), { status, headers });
  });
}
