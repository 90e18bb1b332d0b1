import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CustodiaError } from '../api/errors.ts';
import { moduleUrl } from '../threads.ts';
import type { Term, TermPlaces } from './model.ts';
import type { Found, Sought } from './process.ts';
import { countIn, decodeText } from './text.ts';

/** A file in which nothing is found for so long hangs the engine: the process is killed. */
const patienceMs = 60_000;

/**
 * Where a term stands in a PDF or a text, found as a redaction would find it.
 *
 * @throws `exhibit.notViewable` where the file cannot be read
 */
export async function findTerm(content: Uint8Array, type: string, term: Term): Promise<TermPlaces> {
  if (type === 'application/pdf') return findInPdf(content, term);
  const total = countIn(decodeText(content), term);
  return { total, pages: total === 0 ? [] : [{ page: 0, count: total }], unread: [] };
}

async function findInPdf(content: Uint8Array, term: Term): Promise<TermPlaces> {
  const child = fork(fileURLToPath(moduleUrl('./process', import.meta.url)), [], {
    serialization: 'advanced',
    execArgv: [],
    // Inside Electron its own program is the only one there is; it then behaves as node.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<Found>();
  const patience = setTimeout(() => resolve({ failed: 'tooLong' }), patienceMs);
  child.on('message', (message: Found) => resolve(message));
  child.on('error', reject);
  child.on('exit', () => resolve({ failed: 'ended' }));
  try {
    child.send({ content, term } satisfies Sought);
    const found = await promise;
    if ('failed' in found) throw new CustodiaError('exhibit.notViewable', { reason: found.failed });
    return found.places;
  } finally {
    clearTimeout(patience);
    child.kill('SIGKILL');
  }
}
