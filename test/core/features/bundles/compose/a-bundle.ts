import { createHash } from 'node:crypto';
import { composeBundle } from '../../../../../electron/core/features/bundles/compose/compose.ts';
import type { Memory } from '../../../../../electron/core/features/bundles/compose/memory.ts';
import type {
  BundlePlan,
  Composed,
  PrintedExhibit,
} from '../../../../../electron/core/features/bundles/compose/model.ts';
import { formOf } from '../../../../../electron/core/features/bundles/compose/printable.ts';
import { loadProfile } from '../../../../../electron/core/features/bundles/compose/profile.ts';
import { typeOf } from '../../../../../electron/core/features/evidence/file-type.ts';
import { bytesInMemory } from '../../../../../electron/core/vault/blob-store.ts';

const custody = {
  event: 'Recibido',
  when: '2026-09-14T12:05:00-04:00',
  from: 'Sgto. Ayaviri',
  to: 'Secretaría',
  place: 'El Alto',
  reason: '',
  seal: 'P-118',
  note: '',
  author: 'Elena',
};

async function exhibitOf(index: number, name: string, bytes: Uint8Array): Promise<PrintedExhibit> {
  return {
    number: `E-${String(index + 1).padStart(3, '0')}`,
    name,
    title: name,
    section: 0,
    late: null,
    description: '',
    source: 'Allanamiento',
    place: 'El Alto',
    collectedOn: '2026-09-14',
    collectedBy: 'Sgto. Ayaviri',
    type: await typeOf(bytes.subarray(0, 65_536), name),
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    native: `data/native/${name}`,
    custody: [custody],
  };
}

function planOf(exhibits: readonly PrintedExhibit[], unreadable: 'stop' | 'native'): BundlePlan {
  return {
    language: 'es',
    timeZone: 'America/La_Paz',
    title: 'Legajo de pruebas',
    office: 'Fiscalía de El Alto',
    caseNumber: 'FETP-2026-0001',
    caseTitle: 'Taller «Tika Punku»',
    court: 'Juzgado 3.º',
    courtNumber: '417',
    offences: ['281 bis · Trata de personas'],
    exportedAt: '2026-11-23T23:00:00.000Z',
    exportedBy: 'Elena',
    principal: 'elena',
    signer: 'SHA256:abc',
    checkpoint: { origin: 'custodia.invalid/log/x', size: 200, root: 'ab'.repeat(32) },
    profile: loadProfile('bolivia'),
    recipient: '',
    sections: [''],
    exhibits,
    unreadable,
  };
}

export interface Made extends Composed {
  /** The first volume. */
  readonly pdf: Uint8Array;
  readonly volumesMade: readonly Uint8Array[];
}

async function bytesFrom(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** A bundle of these files, as the core would make it. */
export async function compose(
  files: readonly (readonly [string, Uint8Array])[],
  unreadable: 'stop' | 'native' = 'stop',
  signal = new AbortController().signal,
  change: (plan: BundlePlan) => BundlePlan = (plan) => plan,
  sign?: (digest: Uint8Array) => Promise<Uint8Array>,
  { memory, onRead = () => undefined }: { memory?: Memory; onRead?: (name: string) => void } = {},
): Promise<Made> {
  let measuring = true;
  const exhibits = await Promise.all(files.map(([name, bytes], index) => exhibitOf(index, name, bytes)));
  const plan = change(planOf(exhibits, unreadable));
  const composed = await composeBundle(
    plan,
    async (index) => {
      const { type, size } = plan.exhibits[index] ?? { type: '', size: 0 };
      const form = formOf({ type, size });
      if (measuring) onRead(files[index]?.[0] ?? '');
      if (form === null) return { none: size === 0 ? 'empty' : 'kind' };
      return { form, type, ocr: [], bytes: bytesInMemory(files[index]?.[1] ?? new Uint8Array()) };
    },
    { progress: () => undefined, signal, sign },
    {},
    { heavier: new Map(), asItIs: true, memory },
  );
  measuring = false;
  const volumesMade: Uint8Array[] = [];
  try {
    for (const volume of composed.volumes.keys()) volumesMade.push(await bytesFrom(composed.content(volume)));
  } finally {
    composed.close();
  }
  return { ...composed, volumesMade, pdf: volumesMade[0] ?? new Uint8Array() };
}
