import { createPrivateKey } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { allKinds, allProcedures, allSteps, allViews } from '../features/index.ts';
import { indexSchema } from '../features/search/index.ts';
import { append } from '../journal/append.ts';
import { openAsOf } from '../journal/as-of.ts';
import { bodyOf } from '../journal/kind.ts';
import { journalVersion, readJournalVersion } from '../journal/schema.ts';
import { rebuildViews, viewsAreCurrent } from '../journal/views.ts';
import { openDatabase } from '../vault/database/connection.ts';
import { asDatabaseError } from '../vault/database/errors.ts';
import { attachDatabase, openIndexFile, searcherCacheKiB } from '../vault/database/index-file.ts';
import type { Sql } from '../vault/database/sql.ts';
import { authorise } from './authorise.ts';
import { CustodiaError, errorBody } from './errors.ts';
import type { ReadContext, StepType, WriteContext } from './procedure.ts';
import { reportDefect } from './report.ts';
import type { ThreadData, ThreadReply, ThreadRequest } from './threads.ts';

/** A database thread: told what to open, it opens its one connection, then answers one request after the other. */

if (parentPort === null) throw new Error('thread.ts runs as a worker');
const port = parentPort;

/** Readers see the case file and the index; who writes the index sees the case file, who writes the case file only that. */
function open(data: ThreadData): Sql {
  if (data.mode === 'indexer') {
    const { index: path, key, previousKey } = data;
    const sql = openIndexFile({ path, key, previousKey }, indexSchema);
    // What a power cut takes of the index is taken from the journal again; it must not make the journal's syncs wait.
    sql.exec('PRAGMA main.synchronous = NORMAL');
    attachDatabase(sql, { path: data.path, key, name: 'file', cacheKiB: 8_000 });
    return sql;
  }
  const sql = openWithEitherKey(data);
  if (data.mode === 'reader' || data.mode === 'searcher') {
    const cacheKiB = data.mode === 'searcher' ? searcherCacheKiB : 4_000;
    attachDatabase(sql, { path: data.index, key: data.key, name: 'found', cacheKiB });
  }
  const version = readJournalVersion(sql);
  if (version > journalVersion) throw new CustodiaError('vault.newerVersion', { version });
  if (data.mode === 'writer' && !viewsAreCurrent(sql, allViews)) rebuildViews(sql, allViews);
  return sql;
}

/** A change of key that was cut short leaves the database under one of two keys: it is finished here. */
function openWithEitherKey(data: ThreadData): Sql {
  try {
    return openDatabase(data.path, data.key);
  } catch (error) {
    const damaged = error instanceof CustodiaError && error.code === 'vault.databaseDamaged';
    if (!damaged || data.previousKey === null) throw error;
  }
  const sql = openDatabase(data.path, data.previousKey);
  sql.exec(`PRAGMA rekey = "x'${data.key}'"`);
  sql.close();
  return openDatabase(data.path, data.key);
}

interface Outcome {
  readonly value: unknown;
  readonly changed: readonly (string | null)[];
}

function answer(data: ThreadData, sql: Sql, request: ThreadRequest): Outcome {
  const runnable = request.target === 'procedure' ? publicProcedure(data, sql, request) : step(request.name);
  const read = (): unknown => runnable.run(readContext(data, sql, request.input), request.input);
  // What is counted, listed and verified is of one moment: another thread may write between two reads.
  if (runnable.type === 'query' || runnable.type === 'search')
    return { value: sql.snapshot(read), changed: [] };
  if (runnable.type === 'file') return { value: read(), changed: [] };
  if (runnable.type === 'index') {
    const value = sql.transaction(() => runnable.run({ sql, actor: { user: data.user } }, request.input));
    return { value, changed: [] };
  }
  return write(data, sql, (context) => runnable.run(context, request.input));
}

interface Runnable {
  readonly type: StepType;
  run(context: ReadContext | WriteContext, input: unknown): unknown;
}

function publicProcedure(data: ThreadData, sql: Sql, request: ThreadRequest): Runnable {
  const procedure = allProcedures.get(request.name);
  if (procedure === undefined || procedure.type === 'task' || procedure.right === 'open') {
    throw new CustodiaError('call.unknown');
  }
  authorise(sql, data.user, procedure.right, request.input);
  return procedure as unknown as Runnable;
}

function step(name: string): Runnable {
  const found = allSteps.get(name);
  if (found === undefined) throw new CustodiaError('call.unknown');
  return found as unknown as Runnable;
}

/** A query whose input says `asOf` sees the case as it stood then; the caller was authorised on the case of today. */
function readContext(data: ThreadData, sql: Sql, input: unknown): ReadContext {
  const actor = { user: data.user };
  if (typeof input !== 'object' || input === null || !('asOf' in input) || !('case' in input))
    return { sql, actor };
  if (typeof input.asOf !== 'string' || typeof input.case !== 'string') return { sql, actor };
  return { sql: openAsOf(sql, allViews, input.case, input.asOf), actor };
}

function write(data: ThreadData, sql: Sql, work: (context: WriteContext) => unknown): Outcome {
  const author = {
    user: data.user,
    key: createPrivateKey({ key: Buffer.from(data.signKey, 'base64'), format: 'der', type: 'pkcs8' }),
    workstation: data.workstation,
  };
  const changed = new Set<string | null>();
  const now = Date.now();
  const value = sql.transaction(() =>
    work({
      sql,
      actor: { user: data.user },
      now,
      append: (kind, caseId, body) => {
        if (!allKinds.has(kind.name)) throw new Error(`kind ${kind.name} is not registered`);
        changed.add(caseId);
        return append(
          sql,
          allViews,
          author,
          { kind: kind.name, case: caseId, body: bodyOf(kind, body) },
          now,
        );
      },
    }),
  );
  return { value, changed: [...changed] };
}

function reply(message: ThreadReply): void {
  port.postMessage(message);
}

function refuse(id: number, thrown: unknown): void {
  const error = asDatabaseError(thrown);
  reportDefect(error);
  reply({ id, ok: false, error: errorBody(error) });
}

function serve(data: ThreadData, sql: Sql): void {
  port.on('message', (request: ThreadRequest) => {
    if (request.id === -1) {
      sql.close();
      port.close();
      return;
    }
    try {
      reply({ id: request.id, ok: true, ...answer(data, sql, request) });
    } catch (error) {
      refuse(request.id, error);
    }
  });
}

port.once('message', (data: ThreadData) => {
  try {
    const sql = open(data);
    serve(data, sql);
    reply({ id: 0, ok: true, value: null, changed: [] });
  } catch (error) {
    refuse(0, error);
    port.close();
  }
});
