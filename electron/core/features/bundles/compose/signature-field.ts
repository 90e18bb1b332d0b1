import { randomBytes, randomInt } from 'node:crypto';
import type * as mupdf from 'mupdf';
import { createSheet, type Flow, foot, margin, paragraph } from '../../../paper/sheet.ts';
import type { Printing } from './divider.ts';
import type { Hole, PlannedSignature } from './model.ts';

const box = { width: 250, height: 66 } as const;

/** By what the room is found again in the finished file: no source can hold it by design. */
interface Room {
  readonly mark: string;
  readonly range: string;
  readonly bytes: number;
}

/**
 * Puts a signature field on the first page, with room for a signature and for the range that it covers. It shows on the
 * cover or not at all; the file is signed as it is saved, in its one and only revision.
 */
export function leaveRoom(
  printing: Printing,
  page: mupdf.PDFObject | undefined,
  signature: PlannedSignature,
): Room {
  if (page === undefined) throw new Error('a PDF without pages cannot be signed');
  const { document, plan, words } = printing;
  const mark = randomBytes(24);
  const numbers = [0, 0, 0].map(() => randomInt(1_000_000_000, 2_147_483_647));
  const value = document.addObject({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, ...numbers],
    Contents: document.newByteString(Buffer.concat([mark, Buffer.alloc(signature.room - mark.length)])),
    M: document.newString(`D:${plan.exportedAt.slice(0, 19).replaceAll(/[-:T]/g, '')}Z`),
    Name: document.newString(signature.name),
    Reason: document.newString(words('signature.reason')),
  });
  const bottom = foot + 34;
  const field = document.addObject({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: document.newString('Custodia'),
    V: value,
    P: page,
    // Printed, and locked.
    F: 132,
    Rect: signature.visible ? [margin, bottom, margin + box.width, bottom + box.height] : [0, 0, 0, 0],
    // One that does not show has an appearance too, an empty one: PDF/A asks for it.
    AP: { N: signature.visible ? appearance(printing, signature) : emptyAppearance(document) },
  });
  if (page.get('Annots').isNull()) page.put('Annots', document.newArray());
  page.get('Annots').push(field);
  const form = document.addObject({ Fields: [field], SigFlags: 3 });
  document.getTrailer().get('Root').put('AcroForm', form);
  return { mark: mark.toString('hex'), range: numbers.join(' '), bytes: signature.room };
}

function emptyAppearance(document: mupdf.PDFDocument): mupdf.PDFObject {
  return document.addStream('', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 0, 0] });
}

/** What the field shows: by whom, when, on whose word. */
function appearance(printing: Printing, { name, issuer, serial }: PlannedSignature): mupdf.PDFObject {
  const { document, types, plan, words } = printing;
  const sheet = createSheet(document, types, box);
  const flow: Flow = { sheet, types, y: 3 };
  sheet.box(0, 0, box.width, box.height, 'panel');
  sheet.box(0, 0, 3, box.height, 'ink');
  const at = { x: 12, width: box.width - 18 };
  paragraph(flow, words('signature.by'), { face: 'sans', size: 7.5, colour: 'muted', ...at });
  paragraph(flow, name, { face: 'bold', size: 10, colour: 'ink', ...at, lead: 1.3 });
  paragraph(flow, words.moment(plan.exportedAt), { face: 'sans', size: 8, ...at });
  const by = words('signature.issuer', { issuer, serial });
  paragraph(flow, by, { face: 'sans', size: 7, colour: 'muted', ...at, lead: 1.25 });
  const drawn = sheet.finish();
  return document.addRawStream(drawn.get('Contents').readRawStream(), {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, box.width, box.height],
    Resources: drawn.get('Resources'),
    Filter: 'FlateDecode',
  });
}

/** Finds the room in the finished bytes and writes into them, in place, what the signature covers: all but itself. */
export function nameRange(bytes: Uint8Array, { mark, range, bytes: room }: Room): Hole {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found = [`<${mark}`, `<${mark.toUpperCase()}`].map((each) => file.lastIndexOf(each));
  const from = Math.max(...found);
  const to = from + 2 * room + 2;
  const numbers = file.lastIndexOf(range);
  if (from < 0 || numbers < 0 || file[to - 1] !== '>'.charCodeAt(0))
    throw new Error('the room for the signature is not found in the finished file');
  const covered = `${from} ${to} ${file.length - to}`.padEnd(range.length);
  file.write(covered, numbers, 'latin1');
  return { from, to };
}
