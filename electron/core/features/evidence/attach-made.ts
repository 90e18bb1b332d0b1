import { randomUUID } from 'node:crypto';
import { writeStep } from '../../api/procedure.ts';
import type { Services } from '../../api/services.ts';
import { intakeBegun, intakeEnded } from './entries.ts';
import { attachOne } from './steps.ts';

/** A document that the program itself made, still in memory. */
export interface MadeFile {
  readonly case: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

interface Stored extends Omit<MadeFile, 'bytes'> {
  readonly sha256: string;
  readonly size: number;
  readonly blob: string;
  readonly modified: string;
}

const noProvenance = { source: '', place: '', collectedOn: '', collectedBy: '', description: '' };

/** An intake of one file, begun and ended in one transaction: there is nothing that could be resumed. */
export const recordMade = writeStep('evidence.recordMade', (context, { modified, ...stored }: Stored) => {
  const { case: caseId, name, size } = stored;
  const intake = randomUUID();
  context.append(intakeBegun, caseId, {
    case: caseId,
    intake,
    provenance: noProvenance,
    files: [{ path: '', name, size }],
  });
  const attached = attachOne(context, {
    ...stored,
    intake,
    file: 0,
    modifiedAt: modified,
    provenance: noProvenance,
  });
  context.append(intakeEnded, caseId, { case: caseId, intake, outcome: 'done' });
  return attached;
});

/** Attaches what the program made without it ever lying on the disk in plain. */
export async function attachMade(
  services: Services,
  { bytes, ...made }: MadeFile,
): Promise<{ readonly id: string; readonly number: string }> {
  const { blobs } = services.session();
  const stored = await blobs.storeBytes(bytes);
  const { blob, size, sha256, modified } = stored;
  const attached = await services.step(recordMade, { ...made, blob, size, sha256, modified });
  if (attached.blob === stored.blob) await blobs.settle([stored.blob]);
  else await blobs.discard(stored.blob);
  return { id: attached.id, number: attached.number };
}
