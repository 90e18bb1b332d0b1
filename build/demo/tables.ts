import type { Cell } from './office-files.ts';
import { seededRandom } from './random.ts';

/** The rows behind the demonstration's tables: calls, bank movements, debts. All amounts in bolivianos. */

const oneDay = 24 * 60 * 60 * 1000;

function day(from: string, days: number): Date {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * oneDay);
}

function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function bolivianDate(date: Date): string {
  return isoDate(date).split('-').reverse().join('/');
}

/** `12.345,60`, as the country writes amounts. */
function amount(centavos: number): string {
  const whole = String(Math.floor(centavos / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${whole},${String(centavos % 100).padStart(2, '0')}`;
}

/** Calls of the number under investigation, June to August 2026, as a telephone company delivers them. */
export function callRecords(): string {
  const random = seededRandom(118);
  const others = ['700-00-131', '700-00-204', '700-00-377', '700-00-502', '600-00-019'];
  const masts = ['LLALLAGUA-02', 'ORURO-TERMINAL', 'EL ALTO-VILLA NUEVA', 'EL ALTO-CEJA', 'LA PAZ-CENTRO'];
  const rows = Array.from({ length: 186 }, (_, index) => {
    const date = isoDate(day('2026-06-01', Math.floor(index / 2.03)));
    const minute = 6 * 60 + Math.floor(random() * 16 * 60);
    const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    const second = String(Math.floor(random() * 60)).padStart(2, '0');
    const other = others[Math.floor(random() * random() * others.length)] ?? '';
    const out = random() < 0.6;
    const lasts = Math.floor(random() * random() * 640);
    const mast = masts[Math.floor(random() * masts.length)] ?? '';
    return [date, `${clock}:${second}`, out ? '700-00-118' : other, out ? other : '700-00-118', lasts, mast];
  });
  const head = ['fecha', 'hora', 'origen', 'destino', 'duracion_s', 'radiobase'];
  return [head, ...rows].map((row) => row.join(';')).join('\r\n');
}

interface Movement {
  readonly date: string;
  readonly words: string;
  readonly debit: number;
  readonly credit: number;
  readonly balance: number;
}

/** Transfers of Bs 500 or 1,000 that are spent in small sums until the next one comes. In centavos. */
function movements(count: number): Movement[] {
  const random = seededRandom(4010);
  const spending = [
    'Retiro en cajero',
    'Pago QR · Flota Valle y Puna',
    'Recarga celular 700-00-118',
    'Pago QR',
  ];
  const made: Movement[] = [];
  let balance = 41_250;
  for (let index = 0; index < count; index++) {
    const date = bolivianDate(day('2026-06-01', Math.floor(index * 0.95)));
    const spent = 1_000 + Math.floor(random() * 280) * 50;
    if (spent > balance) {
      const credit = random() < 0.5 ? 50_000 : 100_000;
      balance += credit;
      made.push({ date, words: 'Transferencia recibida · E. Choquevilca L.', debit: 0, credit, balance });
    } else {
      balance -= spent;
      made.push({ date, words: spending[index % 4] ?? '', debit: spent, credit: 0, balance });
    }
  }
  return made;
}

/** Rows of the bank statement as HTML table rows. */
export function bankRows(): string {
  const cell = (centavos: number) => `<td class="amount">${centavos === 0 ? '' : amount(centavos)}</td>`;
  return movements(96)
    .map(({ date, words, debit, credit, balance }, index) => {
      const reference = 880_000 + index * 37;
      const figures = cell(debit) + cell(credit) + cell(balance);
      return `<tr><td>${date}</td><td>${words}</td><td>${reference}</td>${figures}</tr>`;
    })
    .join('\n');
}

/** The sheet of debts found on the memory stick: what each person "owed" never went down. */
export function debtRows(): Cell[][] {
  const people = ['K', 'R', 'T', 'Q'];
  const rows = people.flatMap((person, place) => {
    let debt = 900 + place * 150;
    return Array.from({ length: 10 }, (_, week): Cell[] => {
      const [pay, food, light, faults] = [180, 140, 25, 20 + ((week * 7 + place * 5) % 30)];
      const before = debt;
      debt += food + light + faults - pay;
      return [isoDate(day('2026-07-04', week * 7)), person, before, pay, food, light, faults, debt];
    });
  });
  return [['semana', 'clave', 'debia', 'ganado', 'comida', 'luz', 'fallas', 'debe'], ...rows];
}
