import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { asDiskError, CustodiaError, systemCode } from '../api/errors.ts';

const prefix = 'AGE-SECRET-KEY-1';

/** `AGE-SECRET-KEY-1`, then groups of six from the right: the last group is what is typed back to confirm. */
function blocksOf(identity: string): string[] {
  const rest = identity.slice(prefix.length);
  const first = rest.length % 6;
  const groups = rest.slice(first).match(/.{6}/g) ?? [];
  return [prefix, ...(first === 0 ? [] : [rest.slice(0, first)]), ...groups];
}

/** The pieces of the printed recovery sheet: the key in blocks for reading aloud, and as a QR code. */
export async function recoveryPieces(identity: string): Promise<{ blocks: string[]; qr: string }> {
  return {
    blocks: blocksOf(identity),
    qr: await (await import('qrcode')).default.toString(identity, {
      type: 'svg',
      errorCorrectionLevel: 'Q',
      margin: 4,
    }),
  };
}

interface RecoveryKey {
  readonly key: string;
  readonly recipient: string;
  readonly issuedAt: string;
}

/** An age identity file as `age-keygen` writes it, which `age -d -i FILE` takes as it stands. */
export function identityFile({ key, recipient, issuedAt }: RecoveryKey): string {
  return `# created: ${issuedAt}\n# public key: ${recipient}\n${key}\n`;
}

/** Writes the key as an age identity file, never over a file. */
export async function saveRecovery(path: string, sheet: RecoveryKey): Promise<void> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(identityFile(sheet));
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw new CustodiaError('file.exists', { name: basename(path) });
    throw asDiskError(error);
  }
}
