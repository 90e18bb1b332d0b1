import type { ErrorBody } from '../../api/errors.ts';
import { createGate, type Gate } from '../../vault/ingest/gate.ts';
import type { IntakeResult, IntakeState } from './model.ts';
import { createPace, type Pace } from './pace.ts';
import type { IntakeFile, OpenIntake } from './steps.ts';

/** Up to so many files everything that came of each is told; of more, what needs a person's eye and the last few. */
const allTold = 500;
const eyeTold = 200;
const lastTold = 20;
/** One intake under way: what was chosen, how far it is, and how to stop it. */
export interface Running {
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

/** A file of the intake and its place in the list. */
export interface Waiting {
  readonly index: number;
  readonly file: IntakeFile;
}

export function startRun(of: OpenIntake): Running {
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
  return run;
}

/** Keeps what became of a file. */
export function note(run: Running, { index }: Waiting, result: IntakeResult): void {
  run.results.set(index, result);
  count(run, result);
}

/** Nothing more is attached until a person resumes: the disk is full or failing, or the vault was locked. */
export function stop(run: Running, at: Waiting, error: ErrorBody): void {
  note(run, at, { name: at.file.name, error });
  run.state = 'interrupted';
}

export function stateOf(run: Running): IntakeState {
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

export function resultsOf(run: Running): IntakeResult[] {
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
