import QRCode from 'qrcode';

/** The pieces of the printed recovery sheet: the key in blocks of five for reading aloud, and as a QR code. */
export async function recoveryPieces(identity: string): Promise<{ blocks: string[]; qr: string }> {
  return {
    blocks: identity.match(/.{1,5}/g) ?? [],
    qr: await QRCode.toString(identity, { type: 'svg', errorCorrectionLevel: 'Q', margin: 4 }),
  };
}
