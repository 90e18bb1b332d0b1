import { CustodiaError } from '../../api/errors.ts';
import type { Services } from '../../api/services.ts';
import { bytesInMemory, type RandomAccess } from '../../vault/blob-store.ts';
import type { ViewTicket } from './model.ts';
import { isDrawnByBrowser } from './rules.ts';
import { exhibitDetail, recordAccess } from './steps.ts';

/** Opens an exhibit's content for viewing and records the access. A picture that no browser draws comes as PNG. */
export async function viewExhibit(services: Services, caseId: string, exhibit: string): Promise<ViewTicket> {
  const place = { case: caseId, exhibit };
  const { blob, type, viewer, number, fields } = await services.step(exhibitDetail, place);
  const name = String(fields.name.value ?? '');
  const content = await services.session().blobs.open(blob);
  await services.step(recordAccess, { ...place, what: 'evidence.viewed' });
  if (viewer !== 'image' || isDrawnByBrowser(type)) {
    const ticket = await services.tickets.issue(content, type);
    return { ticket, name, type, size: content.size, viewer };
  }
  const drawn = await draw(services, { content, name, type, number });
  const ticket = await services.tickets.issue(drawn, 'image/png');
  return { ticket, name, type: 'image/png', size: drawn.size, viewer };
}

interface Picture {
  readonly content: RandomAccess;
  readonly name: string;
  readonly type: string;
  readonly number: string;
}

async function draw(services: Services, { content, name, type, number }: Picture): Promise<RandomAccess> {
  try {
    const outcome = await services.reader.run({ what: { do: 'draw' }, name, type, content }, () => undefined);
    if (outcome.kind === 'bytes') return bytesInMemory(outcome.bytes);
    const reason = outcome.kind === 'refused' ? outcome.reason : 'damaged';
    throw new CustodiaError('exhibit.unreadable', { number, reason });
  } finally {
    await content.close();
  }
}
