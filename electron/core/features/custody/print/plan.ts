import { CustodiaError } from '../../../api/errors.ts';
import type { ReadContext } from '../../../api/procedure.ts';
import { readStep } from '../../../api/procedure.ts';
import { currentValue } from '../../../journal/fields.ts';
import { loadWords, type Words } from '../../../paper/words.ts';
import type { Sql } from '../../../vault/database/sql.ts';
import { sshFingerprint } from '../../../vault/sshsig.ts';
import { showCase } from '../../cases/index.ts';
import { loadJurisdiction, readSettings, userById } from '../../office/index.ts';
import { exhibitHead, showCustody, signKeyOf } from '../list.ts';
import type { PrintInput, ShownRecord } from '../model.ts';
import { stateOf } from '../state.ts';
import type { PrintedEvent, PrintedHandOver, PrintedItem, PrintPlan } from './model.ts';

/** Everything that is printed, read in one go and named in the office's words. */
export const readPlan = readStep(
  'custody.printPlan',
  ({ sql, actor }: ReadContext, input: Omit<PrintInput, 'folder'>): PrintPlan => {
    const office = readSettings(sql);
    const pack = loadJurisdiction(office.jurisdiction);
    const { language } = office;
    const words = loadWords('custody-paper', { language, timeZone: pack.timeZone });
    const named = (terms: readonly Term[]) => (id: string) =>
      terms.find((term) => term.id === id)?.name[language] ?? id;
    const printing = {
      sql,
      case: input.case,
      words,
      event: named(pack.custodyEvents),
      source: named(pack.evidenceSources),
    };
    const handed = input.handover === undefined ? null : handOverOf(printing, input.handover);
    const detail = showCase(sql, input.case);
    return {
      form: input.form,
      language,
      timeZone: pack.timeZone,
      office: office.name,
      caseNumber: detail.number,
      caseTitle: String(detail.fields.title.value ?? ''),
      printedAt: new Date().toISOString(),
      printedBy: userById(sql, actor.user).name,
      code: input.code ?? 'qr',
      skipLabels: (input.firstLabel ?? 1) - 1,
      items: (handed?.exhibits ?? [...new Set(input.exhibits)]).map((exhibit) =>
        itemOf(printing, exhibit, handed?.handOver.when),
      ),
      handOver: handed?.handOver ?? null,
    };
  },
);

interface Term {
  readonly id: string;
  readonly name: { readonly es: string; readonly en: string };
}
interface Printing {
  readonly sql: Sql;
  readonly case: string;
  readonly words: Words;
  readonly event: (id: string) => string;
  readonly source: (id: string) => string;
}

/** @param at for a receipt: the seal as it was at the hand-over, not as it is now */
function itemOf(printing: Printing, exhibit: string, at: string | undefined): PrintedItem {
  const { sql, words } = printing;
  const head = exhibitHead(sql, printing.case, exhibit);
  const text = (field: string): string => {
    const value = currentValue(sql, exhibit, field);
    return typeof value === 'string' ? value : '';
  };
  const { records, anomalies, state } = showCustody(sql, printing.case, exhibit);
  return {
    id: exhibit,
    number: head.number,
    name: head.name,
    description: text('description'),
    source: printing.source(text('source')),
    place: text('place'),
    collectedOn: head.collectedOn,
    collectedBy: text('collectedBy'),
    sha256: head.sha256,
    holder: state.holder,
    seal: at === undefined ? state.seal : stateOf(records, Date.parse(at)).seal,
    events: records.map((record) => eventOf(printing, record)),
    anomalies: anomalies.map(({ kind, from, until, expected = '', said = '', why = '' }) => {
      const span = { from: words.moment(from), until: words.moment(until), expected, said };
      const told = words(`anomaly.${kind}`, span);
      return why === '' ? told : `${told} ${words('anomaly.why', { why })}`;
    }),
  };
}

function eventOf({ words, event }: Printing, record: ShownRecord): PrintedEvent {
  const { reason, seal, taken = '', dueBack, order, receiver, note, list } = record;
  const remarks = [
    reason === '' ? '' : words('events.reason', { reason }),
    seal === '' ? '' : words('label.seal', { seal }),
    taken === '' ? '' : words('events.taken', { taken }),
    dueBack === undefined ? '' : words('events.dueBack', { day: words.day(dueBack) }),
    order === undefined ? '' : words('events.order', { ...order, day: words.day(order.date) }),
    note,
    list === undefined ? '' : words('events.list', { ...list, hash: list.sha256.slice(0, 16) }),
  ];
  const paper =
    receiver === undefined
      ? ''
      : [receiver.document, receiver.institution].filter((each) => each !== '').join(', ');
  return {
    event: event(record.event),
    when: record.when,
    from: record.from,
    to: record.to,
    place: record.place,
    remarks: remarks.filter((each) => each !== ''),
    author: record.author,
    confirmed: [paper, confirmedText(words, record)].filter((each) => each !== '').join('\n'),
    signs: ['received', 'transferred', 'returned'].includes(record.event),
  };
}

const confirmedText = (words: Words, { confirmation }: ShownRecord): string =>
  confirmation === 'none' ? '' : words(`confirmed.${confirmation}`);

/** A hand-over with all its exhibits, by its id or by the entry of an event that belongs to none. */
function handOverOf(
  { sql, words, ...of }: Printing,
  handover: string,
): { exhibits: readonly string[]; handOver: PrintedHandOver } {
  const exhibits = sql
    .all<{ exhibit: string }>(
      `SELECT c.exhibit FROM custody_event c JOIN exhibit e ON e.id = c.exhibit
       WHERE c.handover = ? AND e.case_id = ? ORDER BY e.position`,
      [handover, of.case],
    )
    .map((row) => row.exhibit);
  const [first] = exhibits;
  const record =
    first === undefined
      ? undefined
      : showCustody(sql, of.case, first).records.find((each) => each.handover === handover);
  if (record === undefined) throw new CustodiaError('call.notFound', { what: 'handover' });
  const { when, from, to, place, reason, note, dueBack = '', receiver, signature } = record;
  const key = signature === undefined ? undefined : signKeyOf(sql, signature.user);
  return {
    exhibits,
    handOver: {
      ...{ when, from, to, place, reason, note, dueBack },
      document: receiver?.document ?? '',
      institution: receiver?.institution ?? '',
      confirmed: confirmedText(words, record),
      signature: key === undefined ? '' : sshFingerprint(Buffer.from(key, 'base64')),
    },
  };
}
