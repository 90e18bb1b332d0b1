import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import QRCode from 'qrcode';
import { asDiskError, CustodiaError, systemCode } from '../api/errors.ts';

/** The pieces of the printed recovery sheet: the key in blocks of five for reading aloud, and as a QR code. */
export async function recoveryPieces(identity: string): Promise<{ blocks: string[]; qr: string }> {
  return {
    blocks: identity.match(/.{1,5}/g) ?? [],
    qr: await QRCode.toString(identity, { type: 'svg', errorCorrectionLevel: 'Q', margin: 4 }),
  };
}

/** Writes the key as an age identity file, which `age -d -i FILE` takes as it stands; never over a file. */
export async function saveRecovery(
  path: string,
  sheet: { readonly key: string; readonly recipient: string; readonly issuedAt: string },
): Promise<void> {
  const text = `# created: ${sheet.issuedAt}\n# public key: ${sheet.recipient}\n${sheet.key}\n`;
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw new CustodiaError('file.exists', { name: basename(path) });
    throw asDiskError(error);
  }
}
