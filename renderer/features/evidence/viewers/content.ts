import type { ViewTicket } from '../../../../electron/core/features/evidence/model.ts';
import { CoreError } from '../../../app/core.ts';

/** The address under which the shell serves an exhibit's content while its ticket lives. */
export function contentUrl(ticket: string): string {
  return `/exhibit/${encodeURIComponent(ticket)}`;
}

/**
 * Reads bytes `start` to `end` (exclusive) of an exhibit. The shell answers at most 2 MiB a request, so a
 * longer range takes several. Throws `CoreError` `blob.damaged` where the shell cannot serve what the ticket
 * promised, so that a cut-off content is never shown as whole.
 */
export async function readContent(
  view: ViewTicket,
  start: number,
  end: number,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(Math.max(0, end - start));
  let at = 0;
  while (at < bytes.length) {
    const part = await readPart(view, start + at, end, signal);
    if (part.length === 0 || at + part.length > bytes.length) throw unreadable(view);
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

async function readPart(view: ViewTicket, start: number, end: number, signal: AbortSignal | undefined) {
  const response = await fetch(contentUrl(view.ticket), {
    headers: { range: `bytes=${start}-${end - 1}` },
    cache: 'no-store',
    ...(signal === undefined ? {} : { signal }),
  });
  if (response.status !== 206) throw unreadable(view);
  return new Uint8Array(await response.arrayBuffer());
}

function unreadable(view: ViewTicket): CoreError {
  return new CoreError({ code: 'blob.damaged', params: { name: view.name } });
}
