import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { systemCode } from '../core/api/errors.ts';
import type { CoreClient } from './core-client.ts';
import { exhibitHeaders, pageHeaders } from './headers.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.icc': 'application/octet-stream',
};

const empty = new Uint8Array();
const notFound: Answer = { status: 404, headers: pageHeaders('text/plain; charset=utf-8'), body: empty };

/** Answers the page's own requests: the built files, and ranges of exhibits that are open for viewing. */
export async function servePage(
  request: { readonly path: string; readonly range: string | null },
  renderer: string,
  core: CoreClient,
): Promise<Answer> {
  const ticket = /^\/exhibit\/([0-9a-f-]{36})$/.exec(request.path)?.[1];
  if (ticket !== undefined) return serveExhibit(core, ticket, request.range);
  return serveFile(renderer, request.path === '/' ? '/index.html' : request.path);
}

async function serveFile(root: string, path: string): Promise<Answer> {
  const file = normalize(join(root, decodeURIComponent(path)));
  const type = types[extname(file)];
  if (!file.startsWith(root + sep) || type === undefined) return notFound;
  try {
    return { status: 200, headers: pageHeaders(type), body: await readFile(file) };
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return notFound;
    throw error;
  }
}

interface Part {
  readonly type: string;
  readonly size: number;
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

/** A range as the page asks for it: `bytes=from-` or `bytes=from-to`, `to` inclusive; without one, from the start. */
function wantedRange(range: string | null): { start: number; end?: number } {
  const match = /^bytes=(\d+)-(\d*)$/.exec(range ?? 'bytes=0-');
  const start = Number(match?.[1] ?? 0);
  const to = match?.[2] ?? '';
  return to === '' ? { start } : { start, end: Number(to) + 1 };
}

/**
 * The core answers at most 2 MiB at a time. With a range that is what the page gets (206) and it asks on; without one
 * the whole is put together, because a page that does not ask for ranges takes what comes for all there is.
 */
async function serveExhibit(core: CoreClient, ticket: string, range: string | null): Promise<Answer> {
  const first = await readPart(core, ticket, wantedRange(range));
  if (first === null) return notFound;
  const headers = exhibitHeaders(first.type);
  if (range !== null) {
    if (first.start >= first.size && first.size > 0) {
      return { status: 416, headers: { ...headers, 'Content-Range': `bytes */${first.size}` }, body: empty };
    }
    const contentRange = `bytes ${first.start}-${first.end - 1}/${first.size}`;
    return {
      status: first.size === 0 ? 200 : 206,
      headers: { ...headers, 'Content-Range': contentRange },
      body: first.bytes,
    };
  }
  const parts = [first.bytes];
  for (let end = first.end; end < first.size; ) {
    const next = await readPart(core, ticket, { start: end });
    if (next === null || next.bytes.length === 0) return notFound;
    parts.push(next.bytes);
    end = next.end;
  }
  return { status: 200, headers, body: Buffer.concat(parts) };
}

async function readPart(
  core: CoreClient,
  ticket: string,
  range: { start: number; end?: number },
): Promise<Part | null> {
  const reply = await core.call('shell.read', { ticket, ...range });
  return reply.ok ? (reply.value as Part) : null;
}
