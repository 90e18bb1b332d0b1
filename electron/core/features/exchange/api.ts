import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { asDiskError, CustodiaError, systemCode } from '../../api/errors.ts';
import type { Procedures } from '../../api/procedure.ts';
import { syncFolder } from '../../vault/files.ts';
import { caseUco } from './case-uco.ts';
import { exchangeMaterial, recordExchange } from './steps.ts';

const id = z.string().min(1).max(100);
/** Of the exported document's own making, not of the program's releases. */
const version = '1';

export const exchangeProcedures = {
  'exchange.caseUco': {
    type: 'task',
    right: 'evidence.extract',
    input: z.strictObject({
      case: id,
      exhibits: z.array(id).min(1).max(10_000).readonly(),
      folder: z.string().optional(),
    }),
    run: async (services, input) => {
      const { case: caseId, exhibits } = input;
      const folder =
        input.folder === undefined ? services.exportsFolder() : services.handles.take(input.folder);
      const material = await services.step(exchangeMaterial, { case: caseId, exhibits });
      for (const { blob, sha256, number } of material.exhibits) {
        const what = blob === '' ? null : await services.session().blobs.problemWith(blob, sha256);
        if (what !== null) throw new CustodiaError('exhibit.unreadable', { number, reason: 'damaged' });
      }
      const document = caseUco({ ...material, exportedAt: new Date().toISOString(), version });
      const bytes = Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const name = `${material.caseNumber.replaceAll(/[^\p{L}\p{N}-]+/gu, '_')}-${sha256.slice(0, 8)}.jsonld`;
      const path = join(folder, name);
      // Before it leaves: what left must never be missing from the record.
      await services.step(recordExchange, { case: caseId, exhibits, name, sha256 });
      await write(path, name, bytes);
      return { path, nodes: document['@graph'].length, sha256 };
    },
  },
} satisfies Procedures;

async function write(path: string, name: string, bytes: Uint8Array): Promise<void> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await syncFolder(join(path, '..'));
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw new CustodiaError('file.exists', { name });
    throw asDiskError(error);
  }
}
