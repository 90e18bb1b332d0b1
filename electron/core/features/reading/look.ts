import { CustodiaError } from '../../api/errors.ts';
import type { Services } from '../../api/services.ts';
import { bytesInMemory, type RandomAccess } from '../../vault/blob-store.ts';
import {
  type ExhibitDetail,
  exhibitDetail,
  recordAccess,
  typeOf,
  type ViewTicket,
  viewerFor,
} from '../evidence/index.ts';
import type { Look } from './model.ts';
import type { ReaderJob, ReaderOutcome } from './reader-process.ts';

export interface Place {
  readonly case: string;
  readonly exhibit: string;
  /** Which message of a mailbox. */
  readonly message: number;
}

/** Opens an exhibit for looking at by its parts. Recorded as an access. */
export function lookAtExhibit(services: Services, place: Place): Promise<Look> {
  return onContent(services, place, async (exhibit, content) => {
    const outcome = await read(services, exhibit, content, { do: 'look', message: place.message });
    if (outcome.kind === 'look') return outcome.look;
    throw unreadable(exhibit, outcome);
  });
}

/** What is attached to a message, opened by itself: in memory only, by a ticket as an exhibit is. */
export function viewAttachment(
  services: Services,
  place: Place & { readonly index: number; readonly name: string },
): Promise<ViewTicket> {
  return onContent(services, place, async (exhibit, content) => {
    const { message, index, name } = place;
    const outcome = await read(services, exhibit, content, { do: 'attachment', message, index });
    if (outcome.kind !== 'bytes') throw unreadable(exhibit, outcome);
    const { bytes } = outcome;
    const type = await typeOf(bytes.subarray(0, 4_100), name);
    const ticket = await services.tickets.issue(bytesInMemory(bytes), type);
    return { ticket, name, type, size: bytes.length, viewer: viewerFor(type) };
  });
}

async function onContent<T>(
  services: Services,
  place: Place,
  work: (exhibit: ExhibitDetail, content: RandomAccess) => Promise<T>,
): Promise<T> {
  const at = { case: place.case, exhibit: place.exhibit };
  const exhibit = await services.step(exhibitDetail, at);
  const content = await services.session().blobs.open(exhibit.blob);
  try {
    await services.step(recordAccess, { ...at, what: 'evidence.viewed' });
    return await work(exhibit, content);
  } finally {
    await content.close();
  }
}

function read(
  services: Services,
  { type, fields }: ExhibitDetail,
  content: RandomAccess,
  what: ReaderJob['what'],
): Promise<ReaderOutcome> {
  return services.reader.run({ what, name: String(fields.name.value ?? ''), type, content }, () => undefined);
}

function unreadable({ number }: ExhibitDetail, outcome: ReaderOutcome): CustodiaError {
  const reason = outcome.kind === 'refused' ? outcome.reason : 'damaged';
  return new CustodiaError('exhibit.unreadable', { number, reason });
}
