import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { demoFolder } from './demo-case.ts';
import { docx, xlsx } from './office-files.ts';
import {
  bankStatement,
  expertReport,
  medicalCertificate,
  policeReport,
  scannedContract,
  scannedTicket,
  searchRecord,
} from './papers.ts';
import { cardsPhotograph, frontPhotograph, workshopPhotograph } from './photographs.ts';
import { seededRandom } from './random.ts';
import { advertisementGif, type ChatLine, chatScreen } from './screens.ts';
import { workshopSound } from './sound.ts';
import { callRecords, debtRows } from './tables.ts';
import { zip } from './zip.ts';

function file(name: string): Buffer {
  return readFileSync(join(demoFolder, 'files', name));
}

/** Mail, contacts and calendars end their lines with CR LF, which a checkout does not keep. */
function withCrLf(name: string): Buffer {
  return Buffer.from(file(name).toString('utf8').replace(/\r?\n/g, '\r\n'), 'utf8');
}

/** Bytes that no program knows. */
function unknownBytes(): Buffer {
  const random = seededRandom(0x4f1a);
  return Buffer.from(Array.from({ length: 48 * 1024 }, () => Math.floor(random() * 256)));
}

function debtSheet(): Buffer {
  return xlsx('Deudas', debtRows());
}

const offer: readonly ChatLine[] = [
  {
    from: 'them',
    time: '18:20',
    text: 'Buenas tardes hijita. Soy la señora Nilda, de la feria. Sí hay trabajo en La Paz, en cocina.',
  },
  { from: 'me', time: '18:24', text: 'Buenas tardes doña Nilda. ¿Cuánto pagan?' },
  {
    from: 'them',
    time: '18:25',
    text: 'Bs 3.200 al mes, con cuarto y comida. Es casa de familia, gente buena.',
  },
  { from: 'me', time: '18:31', text: 'No tengo para el pasaje' },
  {
    from: 'them',
    time: '18:32',
    text: 'El pasaje te lo pagamos nosotros. Después arreglas con tu sueldo, no te preocupes.',
  },
];

const conditions: readonly ChatLine[] = [
  { from: 'them', time: '20:02', text: 'Es el domingo en la noche. Trae tu carnet original, no fotocopia.' },
  { from: 'me', time: '20:05', text: '¿Puede ir mi prima conmigo?' },
  { from: 'them', time: '20:06', text: 'No, sola nomás. Y no traigas celular, allá te dan uno.' },
  { from: 'me', time: '20:09', text: '¿Y cómo le aviso a mi mamá que llegué?' },
  {
    from: 'them',
    time: '20:10',
    text: 'Yo le aviso, tranquila. En la terminal te espera un joven en minibús blanco.',
  },
];

const statementSchema = z.array(z.string());

/** What makes the bytes of each generated exhibit, by the name that `exhibits.json` uses. */
const makers: Readonly<Record<string, () => Uint8Array>> = {
  searchRecord,
  policeReport,
  expertReport,
  medicalCertificate,
  bankStatement,
  scannedContract,
  scannedTicket,
  frontPhotograph,
  workshopPhotograph,
  cardsPhotograph,
  chatOffer: () => chatScreen('Doña Nilda', '23 de junio', '18:33', offer),
  chatConditions: () => chatScreen('Doña Nilda', '25 de junio', '20:12', conditions),
  advertisement: advertisementGif,
  callRecords: () => Buffer.from(callRecords(), 'utf8'),
  debtSheet,
  statement: () => docx(statementSchema.parse(JSON.parse(file('declaracion.json').toString('utf8')))),
  mail: () => withCrLf('mensaje-reenviado.eml'),
  contacts: () => withCrLf('contactos.vcf'),
  calendar: () => withCrLf('agenda.ics'),
  workshopSound: () => workshopSound(12),
  memoryStick: () =>
    zip([
      { path: 'USB/Deudas.xlsx', bytes: debtSheet() },
      { path: 'USB/varios/datos_4f1a.bin', bytes: unknownBytes() },
      { path: 'USB/varios/léeme.txt', bytes: Buffer.from('guardar aca lo de don eva\r\n', 'utf8') },
    ]),
  empty: () => new Uint8Array(),
  unknownBytes,
};

/** The bytes of an exhibit: made, or copied from `resources/demo/files` where the name starts with `file:`. */
export function contentNamed(name: string): Uint8Array {
  if (name.startsWith('file:')) return file(name.slice('file:'.length));
  const make = makers[name];
  if (make === undefined) throw new Error(`Nothing makes the exhibit content ${name}.`);
  return make();
}
