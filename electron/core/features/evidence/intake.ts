import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { CustodiaError } from '../../api/errors.ts';
import type { Services } from '../../api/services.ts';
import { freeSpace } from '../../vault/files.ts';
import { type Running, resultsOf, startRun, stateOf } from './intake-run.ts';
import { attachFiles } from './intake-work.ts';
import type { IntakeState, Provenance, Survey, SurveyChoice } from './model.ts';
import {
  beginIntake,
  endIntake,
  type IntakeFile,
  type IntakeSummary,
  interruptedIntakes,
  type OpenIntake,
  openIntakes,
} from './steps.ts';
import { chosen, type Surveyed, summarise, walk } from './survey.ts';

/** The page is told how far it is so often at most. */
const tellEveryMs = 200;
/** A survey is kept until it is used; of those that were not, the oldest is forgotten. */
const surveysKept = 4;

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
    const run = startRun(of);
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
    await attachFiles(services, run, (each) => tell(each, false));
    run.current = '';
    if (run.state === 'running' && !run.abort.signal.aborted) {
      await services.step(endIntake, { case: run.of.case, intake: run.of.id, outcome: 'done' });
      run.state = 'done';
    }
    tell(run);
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
