import type { Previews } from '../features/bundles/drafts/index.ts';
import type { Intakes, Tickets } from '../features/evidence/index.ts';
import type { Sweep } from '../features/integrity/index.ts';
import type { RecoverySheet } from '../features/office/model.ts';
import type { BackgroundReading, ReaderProcess } from '../features/reading/index.ts';
import type { Indexer } from '../features/search/index.ts';
import type { Views } from '../journal/views.ts';
import type { Layout } from '../vault/layout.ts';
import type { CoreEvent } from './bridge.ts';
import type { Handles } from './handles.ts';
import type { Jobs } from './jobs-service.ts';
import type { Step } from './procedure.ts';
import type { Session } from './session.ts';

/** What a task may use. Given to it by the router; nothing of it is reachable from the renderer. */
export interface Services {
  readonly layout: Layout;
  readonly views: readonly Views[];
  /** The recovery sheet that was shown and is not yet confirmed. */
  sheetInHand: RecoverySheet | null;
  readonly handles: Handles;
  readonly jobs: Jobs;
  readonly intakes: Intakes;
  readonly tickets: Tickets;
  /** The bundle that is looked at before it is exported. */
  readonly previews: Previews;
  readonly indexer: Indexer;
  /** Reads every exhibit again, slowly. */
  readonly sweep: Sweep;
  /** Reads what was attached, in the background. */
  readonly reading: BackgroundReading;
  /** Reads hostile files for who waits for it; the background has a process of its own. */
  readonly reader: ReaderProcess;
  /** The open session; throws `vault.locked` without one. */
  session(): Session;
  readonly isOpen: boolean;
  /** Takes a session that was just opened as the current one. */
  begin(session: Session): Promise<void>;
  /** Closes everything and forgets every key. */
  end(): Promise<void>;
  /** Replaces the current session's threads and keys, after a change of the vault's key. */
  replace(session: Session): void;
  /** Runs a step on its thread in the name of the signed-in user. */
  step<I, O>(step: Step<I, O>, input: I): Promise<O>;
  /** The same on a thread of its own, for reading work of minutes. */
  stepApart<I, O>(step: Step<I, O>, input: I): Promise<O>;
  /** The person did something: the lock timer starts anew. */
  touch(): void;
  /** Minutes without input after which the vault locks. */
  setLockMinutes(minutes: number): void;
  /** Where exports go when no folder was chosen. */
  exportsFolder(): string;
  emit(event: CoreEvent): void;
}
