import type { Sql } from '../../vault/database/sql.ts';
import { folded } from '../cases/index.ts';
import { numberOf } from './exhibits.ts';
import { assignmentsOf, authorisationsOf, headOf, records } from './list.ts';
import type {
  ChargeRow,
  IrregularityKind,
  IrregularityRow,
  LogInput,
  LogRow,
  Proof,
  ReportRow,
  ReportsShown,
} from './model.ts';
import { dayOf, reportsDue, standsOnAgentAlone } from './rules.ts';

type Logged = Omit<LogInput, 'operation'> & {
  readonly lateHours: number;
  readonly irregularities: readonly { readonly kind: IrregularityKind }[];
};

/** The whole log in the order in which things happened; corrections stand beside what they correct. */
export function wholeLog(sql: Sql, operation: string): LogRow[] {
  const rows = records<Logged>(sql, operation, 'log');
  const acts = new Map(assignmentsOf(sql, operation).map(({ id, act }) => [id, act] as const));
  return rows.map(({ id, position, agent, codeName, body, writtenAt, author }) => {
    const {
      when,
      place,
      text,
      scopePlace = '',
      contact = '',
      persons = [],
      exhibits = [],
      techniques = [],
    } = body;
    const { risk = 'none', riskNote = '', assignment = '', corrects = '', irregular = '', lateHours } = body;
    const act = acts.get(assignment);
    return {
      ...{
        id,
        position,
        agent,
        codeName,
        when,
        place,
        scopePlace,
        contact,
        text,
        persons,
        exhibits,
        techniques,
      },
      ...{ risk, riskNote, assignment, corrects, irregular, lateHours, writtenAt, author },
      act: act === undefined ? '' : act.text === '' ? act.kind : act.text,
      correctedBy: rows.filter((other) => other.body.corrects === id).map((other) => other.id),
      exhibitNumbers: exhibits.map((exhibit) => numberOf(sql, exhibit)),
      irregularities: body.irregularities.map(({ kind }) => kind),
    };
  });
}

interface LogQuery {
  readonly agent?: string | undefined;
  readonly text?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** A window of the log, the latest first. */
export function searchLog(sql: Sql, operation: string, query: LogQuery): { total: number; rows: LogRow[] } {
  const text = folded(query.text?.trim() ?? '');
  const found = wholeLog(sql, operation)
    .filter(
      (row) =>
        (query.agent === undefined || row.agent === query.agent) &&
        (query.from === undefined || dayOf(row.when) >= query.from) &&
        (query.until === undefined || dayOf(row.when) <= query.until) &&
        (text === '' || folded(wordsOf(row)).includes(text)),
    )
    .reverse();
  return { total: found.length, rows: found.slice(query.offset, query.offset + query.limit) };
}

const wordsOf = ({
  codeName,
  place,
  contact,
  text,
  persons,
  riskNote,
  irregular,
  exhibitNumbers,
}: LogRow): string =>
  [
    codeName,
    place,
    contact,
    text,
    ...persons.map(({ name }) => name),
    riskNote,
    irregular,
    ...exhibitNumbers,
  ].join(' ');

export function listIrregularities(sql: Sql, operation: string): IrregularityRow[] {
  return sql.all<IrregularityRow>(
    `SELECT i.id, i.kind, i.of_what AS "of", i.subject, coalesce(a.code_name, '') AS codeName, i.happened_at AS "when",
       i.what, i.why, i.written_at AS writtenAt, coalesce(u.name, i.author) AS author
     FROM operation_irregularity i LEFT JOIN operation_agent a ON a.id = i.agent LEFT JOIN user u ON u.id = i.author
     WHERE i.operation = ? ORDER BY i.happened_at, i.id`,
    [operation],
  );
}

export function showReports(sql: Sql, operation: string, today: string): ReportsShown {
  const reports = records<Omit<ReportRow, 'document'> & { document?: string }>(sql, operation, 'report').map(
    ({ id, body, writtenAt, author }) => {
      const { when, from, until, done, planned, learned, document = '' } = body;
      return { id, when, from, until, done, planned, learned, document, writtenAt, author };
    },
  );
  const head = headOf(sql, operation);
  const last = head.endedAt === '' ? today : dayOf(head.endedAt);
  const due = reportsDue(
    authorisationsOf(sql, operation),
    reports.map(({ when }) => dayOf(when)),
    last,
  );
  return { reports: reports.reverse(), missing: due.missing, next: head.endedAt === '' ? due.next : '' };
}

interface Stated {
  readonly charge: string;
  readonly text: string;
  readonly offence?: string;
  readonly proofs: readonly Proof[];
}

/** Charges as they were stated last, with what each stands on. */
export function listCharges(sql: Sql, operation: string): ChargeRow[] {
  const rows = records<Stated>(sql, operation, 'charge').sort((a, b) => a.position - b.position);
  const log = new Map(records<Logged>(sql, operation, 'log').map((row) => [row.id, row] as const));
  const label = ({ kind, id, text }: Proof): string => {
    if (kind === 'exhibit') return numberOf(sql, id);
    if (kind === 'agent') return agentName(sql, id);
    const entry = kind === 'log' ? log.get(id) : undefined;
    return entry === undefined ? text : `${entry.codeName} · ${entry.body.when}`;
  };
  return [...Map.groupBy(rows, ({ body }) => body.charge)].map(([id, versions]) => {
    const last = versions.at(-1) ?? versions[0];
    const proofs = last?.body.proofs ?? [];
    return {
      id,
      text: last?.body.text ?? '',
      offence: last?.body.offence ?? '',
      proofs: proofs.map((proof) => ({ ...proof, label: label(proof) })),
      agentAlone: standsOnAgentAlone(proofs),
      writtenAt: last?.writtenAt ?? '',
      author: last?.author ?? '',
      versions: versions.length,
    };
  });
}

const agentName = (sql: Sql, agent: string): string =>
  sql.get<{ name: string }>('SELECT code_name AS name FROM operation_agent WHERE id = ?', [agent])?.name ??
  '';
