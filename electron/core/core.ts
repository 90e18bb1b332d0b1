import type { CoreEvent, OfferedFile, OfferedFolder, Reply } from './api/bridge.ts';
import { CustodiaError } from './api/errors.ts';
import { createHandles } from './api/handles.ts';
import { createJobs } from './api/jobs-service.ts';
import { createRouter } from './api/router.ts';
import { createServices } from './api/state.ts';
import type { Part } from './features/evidence/index.ts';
import { allViews } from './features/index.ts';
import { layoutOf } from './vault/layout.ts';
import { offerDestination, offerFile, offerFolder } from './vault/offer.ts';

/** The whole application without a face: what the shells and the command line start. */
export interface Core {
  /** A call of the API, as the renderer makes it. */
  call(method: string, input: unknown): Promise<Reply>;
  /** For shells: a file or folder that the person picked, as a handle that works once. */
  offerFile(path: string): Promise<OfferedFile>;
  offerFolder(path: string): Promise<OfferedFolder>;
  /** For the command line: a file to be written, that must not be there yet, as a handle that works once. */
  offerDestination(path: string): Promise<string>;
  /** For shells: a range of an exhibit that is open for viewing. */
  read(ticket: string, start: number, end?: number): Promise<Part>;
  /** Locks and ends everything. */
  stop(): Promise<void>;
  readonly services: ReturnType<typeof createServices>;
}

/**
 * @param emit told of progress, changes and the lock
 * @param exports the shell's usual folder for what is exported; without one the person must choose
 */
export function createCore(vaultDir: string, emit: (event: CoreEvent) => void, exports?: string): Core {
  const handles = createHandles();
  const services = createServices({
    layout: layoutOf(vaultDir),
    views: allViews,
    handles,
    jobs: createJobs(emit),
    exportsFolder: () => {
      if (exports === undefined) throw new CustodiaError('call.invalid', { field: 'folder' });
      return exports;
    },
    emit,
  });
  return {
    call: createRouter(services),
    offerFile: (path) => offerFile(handles, path),
    offerFolder: (path) => offerFolder(handles, path),
    offerDestination: (path) => offerDestination(handles, path),
    read: (ticket, start, end) => services.tickets.read(ticket, start, end),
    stop: () => services.end(),
    services,
  };
}
