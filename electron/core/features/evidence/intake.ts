import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { CustodiaError, errorBody } from '../../api/errors.ts';
import type { Services } from '../../api/services.ts';
import { freeSpace } from '../../vault/files.ts';
import { createGate, type Gate } from '../../vault/ingest/gate.ts';
import { detectType } from './file-type.ts';
import type { IntakeResult, IntakeState, Provenance, Survey, SurveyChoice } from './model.ts';
import { createPace, type Pace } from './pace.ts';
import {
  attachExhibit,
  beginIntake,
  endIntake,
  failFile,
  type IntakeFile,
  type IntakeSummary,
  interruptedIntakes,
  type OpenIntake,
  openIntakes,
} from './steps.ts';
import { chosen, type Surveyed, summarise, walk } from './survey.ts';

/** Up to so many files everything that came of each is told; of more, what needs a person's eye and the last few. */
const allTold = 500;
const eyeTold = 200;
const lastTold = 20;
/** The page is told how far it is so often at most. */
const tellEveryMs = 200;
/** A survey is kept until it is used; of those that were not, the oldest is forgotten. */
const surveysKept = 4;

/** One intake under way: what was chosen, how far it is, and how to stop it. */
interface Running {
  readonly of: OpenIntake;
  readonly results: Map<number, IntakeResult>;
  readonly pace: Pace;
  readonly abort: AbortController;
  readonly gate: Gate;
  state: IntakeState['state'];
  current: string;
  bytesDone: number;
  failed: number;
  known: number;
  /** What needs a person's eye, and what came last: kept as it comes, so that telling costs the same at any size. */
  readonly eye: IntakeResult[];
  last: IntakeResult[];
  toldAt: number;
  readonly bytesTotal: number;
  end: Promise<void>;
}

/** Attaches files in the background, one after the other, each acknowledged by its own entry. */
export interface Intakes {
  begin(
    caseId: string,
    paths: readonly string[],
    provenance: Provenance,
    parent?: string,
  ): Promise<IntakeState>;
  /** Looks through folders; nothing is opened or attached. */
  survey(folders: readonly string[]): Promise<Survey>;
  /** Attaches what was surveyed, without what the person leaves out. */
  beginSurveyed(
    caseId: string,
    survey: string,
    leave: SurveyChoice,
    provenance: Provenance,
    parent?: string,
  ): Promise<IntakeState>;
  list(caseId: string | undefined): Promise<IntakeState[]>;
  pause(intake: string): void;
  resume(intake: string): Promise<void>;
  cancel(intake: string): Promise<void>;
  /** Resolves when the intake has ended. */
  ended(intake: string): Promise<IntakeState>;
  readonly running: boolean;
  /** Stops everything where it is: what was attached stays, the rest can be resumed. */
  interrupt(): Promise<void>;
}

export function createIntakes(services: Services): Intakes {
  const running = new Map<string, Running>();
  const surveys = new Map<string, Surveyed>();

  function start(of: OpenIntake): IntakeState {
    const results = new Map(
      Object.entries(of.results).map(([file, result]) => [Number(file), result] as const),
    );
    const run: Running = {
      of,
      results,
      pace: createPace(),
      abort: new AbortController(),
      gate: createGate(),
      state: 'running',
      current: '',
      bytesDone: [...results.keys()].reduce((sum, file) => sum + (of.files[file]?.size ?? 0), 0),
      failed: 0,
      known: 0,
      eye: [],
      last: [],
      toldAt: 0,
      bytesTotal: of.files.reduce((sum, file) => sum + file.size, 0),
      end: Promise.resolve(),
    };
    for (const result of results.values()) count(run, result);
    running.set(of.id, run);
    run.end = work(run);
    return stateOf(run);
  }

  /** `now` for what must not be missed: the rest is told a few times a second. */
  function tell(run: Running, now = true): void {
    const time = Date.now();
    if (!now && time - run.toldAt < tellEveryMs) return;
    run.toldAt = time;
    services.emit({ name: 'intake', intake: stateOf(run) });
  }

  async function work(run: Running): Promise<void> {
    for (const [index, file] of run.of.files.entries()) {
      if (run.results.get(index)?.exhibit !== undefined) continue;
      if (await stoppedWhilePaused(run)) break;
      run.current = file.name;
      const before = run.bytesDone;
      const result = await attachOne(run, index, file);
      if (result === null) break;
      run.results.set(index, result);
      count(run, result);
      run.bytesDone = before + file.size;
      tell(run, false);
    }
    await finish(run);
  }

  /** The outcome for one file, or null where the intake was stopped. */
  async function attachOne(run: Running, index: number, file: IntakeFile): Promise<IntakeResult | null> {
    try {
      return await attach(run, index, file);
    } catch (error) {
      if (run.abort.signal.aborted) return null;
      const body = errorBody(error);
      // A disk that is full or failing stops everything after it as well: the rest waits for a person to resume.
      if (body.code.startsWith('disk.') || body.code === 'vault.locked') {
        const stopped = { name: file.name, error: body };
        run.results.set(index, stopped);
        count(run, stopped);
        run.state = 'interrupted';
        return null;
      }
      await services.step(failFile, { case: run.of.case, intake: run.of.id, file: index, code: body.code });
      return { name: file.name, error: body };
    }
  }

  async function attach(run: Running, index: number, file: IntakeFile): Promise<IntakeResult> {
    const { blobs } = services.session();
    const before = run.bytesDone;
    const type = await detectType(file.path, file.name);
    const stored = await blobs.store(file.path, {
      signal: run.abort.signal,
      pause: run.gate,
      onProgress: ({ done }) => {
        run.bytesDone = before + done;
        run.pace.note(run.bytesDone);
        tell(run, false);
      },
    });
    const { name } = file;
    const { sha256, size } = stored;
    const attached = await services.step(attachExhibit, {
      case: run.of.case,
      intake: run.of.id,
      file: index,
      name,
      sha256,
      size,
      type,
      blob: stored.blob,
      ...(file.folder === undefined || file.folder === '' ? {} : { path: file.folder }),
      ...(await createdAt(file.path)),
      modifiedAt: stored.modified,
      parent: run.of.parent,
      provenance: run.of.provenance,
    });
    if (attached.blob === stored.blob) await blobs.settle(stored.blob);
    else await blobs.discard(stored.blob);
    const duplicate = attached.duplicateOf === null ? {} : { duplicateOf: attached.duplicateOf };
    return { name, exhibit: attached.id, number: attached.number, sha256, size, type, ...duplicate };
  }

  async function finish(run: Running): Promise<void> {
    run.current = '';
    if (run.state === 'running' && !run.abort.signal.aborted) {
      await services.step(endIntake, { case: run.of.case, intake: run.of.id, outcome: 'done' });
      run.state = 'done';
    }
    tell(run);
  }

  function stateOf(run: Running): IntakeState {
    const { bytesTotal } = run;
    const bytesPerSecond = run.pace.bytesPerSecond();
    return {
      id: run.of.id,
      case: run.of.case,
      state: run.gate.paused && run.state === 'running' ? 'paused' : run.state,
      filesDone: run.results.size,
      filesTotal: run.of.files.length,
      filesFailed: run.failed,
      filesKnown: run.known,
      bytesDone: run.bytesDone,
      bytesTotal,
      bytesPerSecond,
      secondsLeft: bytesPerSecond === 0 ? -1 : Math.round((bytesTotal - run.bytesDone) / bytesPerSecond),
      current: run.current,
      results: run.results.size <= allTold ? resultsOf(run) : [...run.eye, ...run.last],
    };
  }

  function find(intake: string): Running {
    const run = running.get(intake);
    if (run === undefined) throw new CustodiaError('call.notFound', { what: 'intake' });
    return run;
  }

  return {
    begin: async (caseId, paths, provenance, parent) => {
      const files = await Promise.all(paths.map(describe));
      const id = await services.step(beginIntake, { case: caseId, parent, provenance, files });
      return start({ id, case: caseId, parent, provenance, files, results: {} });
    },
    survey: async (folders) => {
      const found = await walk(folders);
      const id = randomUUID();
      const oldest = surveys.keys().next().value;
      if (surveys.size >= surveysKept && oldest !== undefined) surveys.delete(oldest);
      surveys.set(id, found);
      return summarise(id, found, await freeSpace(services.layout.blobs));
    },
    beginSurveyed: async (caseId, survey, leave, provenance, parent) => {
      const found = surveys.get(survey);
      if (found === undefined) throw new CustodiaError('file.handleUnknown');
      const files = chosen(found, leave);
      if (files.length === 0) throw new CustodiaError('call.invalid', { field: 'survey' });
      const id = await services.step(beginIntake, { case: caseId, parent, provenance, files });
      surveys.delete(survey);
      return start({ id, case: caseId, parent, provenance, files, results: {} });
    },
    list: async (caseId) => {
      const open = await services.step(interruptedIntakes, null);
      const interrupted = open
        .filter((each) => !running.has(each.id))
        .map((each): IntakeState => interruptedState(each));
      return [...[...running.values()].map(stateOf), ...interrupted].filter(
        (state) => caseId === undefined || state.case === caseId,
      );
    },
    pause: (intake) => {
      const run = find(intake);
      run.gate.pause();
      tell(run);
    },
    resume: async (intake) => {
      const run = running.get(intake);
      if (run !== undefined && run.state === 'running') {
        run.gate.resume();
        tell(run);
        return;
      }
      const open = (await services.step(openIntakes, null)).find((each) => each.id === intake);
      if (open === undefined) throw new CustodiaError('call.notFound', { what: 'intake' });
      start(open);
    },
    cancel: async (intake) => {
      const run = running.get(intake);
      if (run !== undefined) {
        run.abort.abort();
        await run.end;
        if (run.state === 'done') return;
        run.state = 'cancelled';
      }
      const open = (await services.step(openIntakes, null)).find((each) => each.id === intake);
      if (open === undefined) throw new CustodiaError('call.notFound', { what: 'intake' });
      await services.step(endIntake, { case: open.case, intake, outcome: 'cancelled' });
      if (run !== undefined) tell(run);
    },
    ended: async (intake) => {
      const run = find(intake);
      await run.end;
      return { ...stateOf(run), results: resultsOf(run) };
    },
    get running() {
      return [...running.values()].some((run) => run.state === 'running');
    },
    interrupt: async () => {
      for (const run of running.values()) {
        if (run.state === 'running') run.state = 'interrupted';
        run.abort.abort();
      }
      await Promise.all([...running.values()].map((run) => run.end));
      running.clear();
      surveys.clear();
    },
  };
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

function resultsOf(run: Running): IntakeResult[] {
  return [...run.results.entries()].sort(([a], [b]) => a - b).map(([, result]) => result);
}

function count(run: Running, result: IntakeResult): void {
  const failed = result.error !== undefined;
  const known = result.duplicateOf !== undefined;
  if (failed) run.failed += 1;
  if (known) run.known += 1;
  if (failed || known) {
    if (run.eye.length < eyeTold) run.eye.push(result);
  } else run.last = [...run.last.slice(1 - lastTold), result];
}

/** When the file's disk says that it was made, where it says so. */
async function createdAt(path: string): Promise<{ createdAt?: string }> {
  try {
    const { birthtimeMs, birthtime } = await stat(path);
    return birthtimeMs > 0 ? { createdAt: birthtime.toISOString() } : {};
  } catch {
    // The content is stored and checked already; that the disk vanished since is no reason to lose it.
    return {};
  }
}

async function describe(path: string): Promise<IntakeFile> {
  const name = basename(path).normalize('NFC');
  try {
    return { path, name, size: (await stat(path)).size };
  } catch {
    // Whether it can be read is found out, and told, when its turn comes.
    return { path, name, size: 0 };
  }
}

function interruptedState(open: IntakeSummary): IntakeState {
  return {
    id: open.id,
    case: open.case,
    state: 'interrupted',
    filesDone: open.filesDone,
    filesTotal: open.filesTotal,
    filesFailed: open.filesFailed,
    filesKnown: open.filesKnown,
    bytesDone: open.bytesDone,
    bytesTotal: open.bytesTotal,
    bytesPerSecond: 0,
    secondsLeft: -1,
    current: '',
    results: [],
  };
}
