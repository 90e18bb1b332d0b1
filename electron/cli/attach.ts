import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { CustodiaError } from '../core/api/errors.ts';
import type { IntakeResult, IntakeState, Provenance, Survey } from '../core/features/evidence/model.ts';
import { asError, type Client } from './context.ts';
import { onInterrupt } from './interrupt.ts';
import { say } from './texts.ts';

/** A file that was not attached, and why. */
export interface Failure {
  readonly name: string;
  readonly error: unknown;
}

export interface Attached {
  readonly exhibits: readonly {
    readonly id: string;
    readonly number: string;
    readonly name: string;
    readonly sha256: string;
    readonly size: number;
    readonly type: string;
    readonly duplicateOf?: string;
  }[];
  readonly failures: readonly Failure[];
}

/** Attaches what can be attached, in the order given, and waits for it. Ctrl-C keeps what is done and drops the rest. */
export async function attachFiles(
  client: Client,
  caseId: string,
  paths: readonly string[],
  provenance: Provenance,
): Promise<Attached> {
  const { files, folders } = await apart(paths);
  const all: Attached[] = [];
  if (files.length > 0) all.push(await attachEach(client, caseId, files, provenance));
  if (folders.length > 0) {
    const survey = await surveyFolders(client, folders);
    const leaveOut = { litter: true, endings: [] };
    const { id } = await client.call('evidence.attachSurveyed', {
      case: caseId,
      survey: survey.id,
      leaveOut,
      provenance,
    });
    const attached = fromState(await ended(client, id));
    const unread = survey.unreadableNames.map((name) => ({
      name,
      error: new CustodiaError('file.unreadable', { name }),
    }));
    all.push({ ...attached, failures: [...attached.failures, ...unread] });
  }
  return {
    exhibits: all.flatMap((each) => each.exhibits),
    failures: all.flatMap((each) => each.failures),
  };
}

/** What lies in folders, without attaching anything. */
export async function surveyFolders(client: Client, folders: readonly string[]): Promise<Survey> {
  const offered = await Promise.all(folders.map((path) => client.core.offerFolder(resolve(path))));
  return client.call('evidence.survey', { folders: offered.map((each) => each.handle) });
}

/** Files and folders apart; what is not there is left to be told of as a file. */
async function apart(paths: readonly string[]): Promise<{ files: string[]; folders: string[] }> {
  const files: string[] = [];
  const folders: string[] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (info) => info.isDirectory(),
      () => false,
    );
    (isFolder ? folders : files).push(path);
  }
  return { files, folders };
}

async function attachEach(
  client: Client,
  caseId: string,
  paths: readonly string[],
  provenance: Provenance,
): Promise<Attached> {
  const offered = await offerAll(client, paths);
  if (offered.handles.length === 0) return { exhibits: [], failures: offered.failures };
  const { id } = await client.call('evidence.attach', { case: caseId, files: offered.handles, provenance });
  const attached = fromState(await ended(client, id));
  return { ...attached, failures: [...offered.failures, ...attached.failures] };
}

function fromState(state: IntakeState): Attached {
  return { exhibits: state.results.flatMap(exhibit), failures: failuresOf(state) };
}

async function offerAll(
  client: Client,
  paths: readonly string[],
): Promise<{ handles: string[]; failures: Failure[] }> {
  const handles: string[] = [];
  const failures: Failure[] = [];
  for (const path of paths) {
    try {
      handles.push((await client.core.offerFile(resolve(path))).handle);
    } catch (error) {
      failures.push({ name: basename(path), error });
    }
  }
  return { handles, failures };
}

async function ended(client: Client, intake: string): Promise<IntakeState> {
  const { intakes } = client.core.services;
  let cancelling: Promise<unknown> | undefined;
  const release = onInterrupt(() => {
    cancelling ??= client.call('evidence.cancel', { intake });
  });
  try {
    const state = await intakes.ended(intake);
    await cancelling;
    return cancelling === undefined ? state : intakes.ended(intake);
  } finally {
    release();
  }
}

function exhibit(result: IntakeResult): Attached['exhibits'] {
  const { exhibit: id, number, name, sha256, size, type, duplicateOf } = result;
  if (id === undefined || number === undefined || sha256 === undefined) return [];
  if (size === undefined || type === undefined) return [];
  return [{ id, number, name, sha256, size, type, ...(duplicateOf === undefined ? {} : { duplicateOf }) }];
}

/** The files that failed by themselves, and, where the intake was stopped, that the rest was not reached. */
function failuresOf(state: IntakeState): Failure[] {
  const failed = state.results.flatMap(({ name, error }) =>
    error === undefined ? [] : [{ name, error: asError(error) }],
  );
  const left = state.filesTotal - state.results.length;
  if (left === 0) return failed;
  const reason = state.state === 'cancelled' ? new CustodiaError('call.cancelled') : failed.at(-1)?.error;
  return [
    ...failed,
    { name: say('exhibit.rest', { count: left }), error: reason ?? new CustodiaError('call.cancelled') },
  ];
}
