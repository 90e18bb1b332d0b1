import { type ErrorBody, errorBody } from '../../api/errors.ts';
import type { Services } from '../../api/services.ts';
import type { StoredBlob } from '../../vault/ingest/ingest.ts';
import { typeOf } from './file-type.ts';
import { note, type Running, stop, type Waiting } from './intake-run.ts';
import type { IntakeResult } from './model.ts';
import { type Attached, attachExhibits, failFile, type StoredFile } from './steps.ts';

/** So many small files in a row are synced and acknowledged together: some tenths of a second of work. */
const mostFiles = 128;
const mostBytes = 16 * 1024 * 1024;

interface Outcome extends Waiting {
  readonly outcome: { readonly stored: StoredBlob } | { readonly refused: unknown };
}

interface Kept {
  readonly at: Waiting;
  readonly file: StoredFile;
}

interface Refused {
  readonly at: Waiting;
  readonly error: ErrorBody;
}

/**
 * Attaches the files of an intake that are still to be attached, in their order: a large one alone, small ones in
 * groups. While the journal takes a group, the next is written. Returns at the end, or where the intake was stopped.
 */
export async function attachFiles(
  services: Services,
  run: Running,
  told: (run: Running) => void,
): Promise<void> {
  let taken: Promise<boolean> = Promise.resolve(true);
  for (const group of inGroups(waiting(run))) {
    if (await stoppedWhilePaused(run)) break;
    const stored = await storeGroup(services, run, group, told);
    if (!(await taken)) {
      await takeBack(services, stored ?? []);
      return;
    }
    if (stored === null) return;
    taken = intoJournal(services, run, stored).finally(() => told(run));
    taken.catch(() => {}); // thrown where it is waited for; Node must not take it as unhandled
  }
  await taken;
}

function* waiting(run: Running): Generator<Waiting> {
  for (const [index, file] of run.of.files.entries())
    if (run.results.get(index)?.exhibit === undefined) yield { index, file };
}

/** What is larger than a group may be stands alone. */
function* inGroups(files: Iterable<Waiting>): Generator<[Waiting, ...Waiting[]]> {
  let group: Waiting[] = [];
  let bytes = 0;
  for (const each of files) {
    if (group.length === mostFiles || bytes + each.file.size > mostBytes) {
      const [first, ...more] = group;
      if (first !== undefined) yield [first, ...more];
      group = [];
      bytes = 0;
    }
    group.push(each);
    bytes += each.file.size;
  }
  const [first, ...more] = group;
  if (first !== undefined) yield [first, ...more];
}

/** Null where the intake was stopped: then nothing of the group is left. */
async function storeGroup(
  services: Services,
  run: Running,
  group: readonly [Waiting, ...Waiting[]],
  told: (run: Running) => void,
): Promise<Outcome[] | null> {
  const before = run.bytesDone;
  const [first, ...more] = group;
  run.current = first.file.name;
  try {
    const outcomes = await services.session().blobs.storeTogether(
      group.map(({ file }) => file.path),
      {
        signal: run.abort.signal,
        pause: run.gate,
        onProgress: ({ done }) => {
          run.bytesDone = before + done;
          run.pace.note(run.bytesDone);
          told(run);
        },
      },
    );
    run.bytesDone = before + group.reduce((sum, { file }) => sum + file.size, 0);
    return group.flatMap((each, at) => {
      const outcome = outcomes[at];
      return outcome === undefined ? [] : [{ ...each, outcome }];
    });
  } catch (error) {
    if (run.abort.signal.aborted) return null;
    const body = errorBody(error);
    if (stopsAll(body.code)) {
      stop(run, first, body);
      return null;
    }
    if (more.length > 0) return storeOneByOne(services, run, group, told);
    return [{ ...first, outcome: { refused: error } }];
  }
}

/** Where a group failed by a defect: that one file brought it about must not keep the others out. */
async function storeOneByOne(
  services: Services,
  run: Running,
  group: readonly Waiting[],
  told: (run: Running) => void,
): Promise<Outcome[] | null> {
  const done: Outcome[] = [];
  for (const each of group) {
    const stored = await storeGroup(services, run, [each], told);
    if (stored === null) {
      await takeBack(services, done);
      return null;
    }
    done.push(...stored);
  }
  return done;
}

/** The journal takes what was stored in one transaction, and after it what could not be; false where all must stop. */
async function intoJournal(services: Services, run: Running, group: readonly Outcome[]): Promise<boolean> {
  const stored: Kept[] = [];
  const refused: Refused[] = [];
  for (const { outcome, ...at } of group) {
    if ('stored' in outcome) stored.push({ at, file: await describe(run, at, outcome.stored) });
    else refused.push({ at, error: errorBody(outcome.refused) });
  }
  return (await attachAll(services, run, stored)) && (await failAll(services, run, refused));
}

async function attachAll(services: Services, run: Running, kept: readonly Kept[]): Promise<boolean> {
  const [first, ...more] = kept;
  if (first === undefined) return true;
  try {
    const attached = await services.step(
      attachExhibits,
      kept.map(({ file }) => file),
    );
    const { blobs } = services.session();
    const own: string[] = [];
    for (const [n, { at, file }] of kept.entries()) {
      const exhibit = attached[n];
      if (exhibit === undefined) continue;
      note(run, at, resultOf(file, exhibit));
      if (exhibit.blob === file.blob) own.push(file.blob);
      else await blobs.discard(file.blob);
    }
    await blobs.settle(own);
    return true;
  } catch (error) {
    const body = errorBody(error);
    if (stopsAll(body.code)) {
      stop(run, first.at, body);
      return false;
    }
    if (more.length === 0) return failAll(services, run, [{ at: first.at, error: body }]);
    // One that the journal refuses must not keep the others out.
    for (const each of kept) if (!(await attachAll(services, run, [each]))) return false;
    return true;
  }
}

async function failAll(services: Services, run: Running, refused: readonly Refused[]): Promise<boolean> {
  const { case: caseId, id: intake } = run.of;
  for (const { at, error } of refused) {
    await services.step(failFile, { case: caseId, intake, file: at.index, code: error.code });
    note(run, at, { name: at.file.name, error });
  }
  return true;
}

async function describe(run: Running, { index, file }: Waiting, stored: StoredBlob): Promise<StoredFile> {
  const { case: caseId, id: intake, parent, provenance } = run.of;
  const { name, folder = '' } = file;
  const { sha256, size, blob, created, modified: modifiedAt } = stored;
  return {
    case: caseId,
    intake,
    file: index,
    name,
    sha256,
    size,
    type: await typeOf(stored.head, name),
    blob,
    ...(folder === '' ? {} : { path: folder }),
    ...(created === null ? {} : { createdAt: created }),
    modifiedAt,
    parent,
    provenance,
  };
}

function resultOf({ name, sha256, size, type }: StoredFile, attached: Attached): IntakeResult {
  const { id: exhibit, number, duplicateOf } = attached;
  return { name, exhibit, number, sha256, size, type, ...(duplicateOf === null ? {} : { duplicateOf }) };
}

/** A disk that is full or failing stops everything after it as well: the rest waits for a person to resume. */
function stopsAll(code: string): boolean {
  return code.startsWith('disk.') || code === 'vault.locked';
}

/** Takes back what was stored and will not be attached; where the vault was locked meanwhile, the next start does. */
async function takeBack(services: Services, group: readonly Outcome[]): Promise<void> {
  if (!services.isOpen) return;
  const { blobs } = services.session();
  for (const { outcome } of group) if ('stored' in outcome) await blobs.discard(outcome.stored.blob);
}

/** Waits while the intake is paused; true where it was stopped. */
async function stoppedWhilePaused(run: Running): Promise<boolean> {
  try {
    await run.gate.pass(run.abort.signal);
    return false;
  } catch (error) {
    if (run.abort.signal.aborted) return true;
    throw error;
  }
}
