import { momentOf } from '../../journal/entry.ts';
import { on } from '../../journal/kind.ts';
import type { Views } from '../../journal/views.ts';
import { clearDeadline, setDeadline } from '../deadlines/index.ts';
import {
  actAssigned,
  agentAdded,
  agentChecked,
  authorised,
  caseTold,
  chargeStated,
  checkedIn,
  checkInsPlanned,
  debriefed,
  disclosed,
  envelopeCopied,
  envelopeHanded,
  envelopeOpened,
  envelopeSealed,
  equipmentIssued,
  equipmentReturned,
  extended,
  irregularityDeclared,
  logged,
  memberAdded,
  memberRemoved,
  moneyCounted,
  moneyMoved,
  operationEnded,
  operationOpened,
  planWritten,
  reported,
  riskAssessed,
} from './entries.ts';
import { operationTables } from './tables.ts';
import {
  add,
  alarmAt,
  envelope,
  expiry,
  expiryId,
  itemId,
  mark,
  member,
  report,
  reportId,
  touch,
  utc,
} from './view-writes.ts';

export const operationViews: Views = {
  tables: operationTables,
  apply: {
    ...on(operationOpened, (sql, body, { entry }) => {
      const at = momentOf(entry.at);
      sql.run("INSERT INTO operation VALUES (?, ?, ?, ?, ?, 'open', ?, ?, '', '[]', 0, ?)", [
        body.operation,
        body.case,
        body.number,
        body.name,
        body.purpose,
        at,
        entry.author,
        at,
      ]);
      member(sql, body.operation, entry.author, body.as, at);
    }),
    ...on(memberAdded, (sql, body, { entry }) => {
      member(sql, body.operation, body.user, body.as, momentOf(entry.at));
      touch(sql, entry);
    }),
    ...on(memberRemoved, (sql, body, { entry }) => {
      sql.run('DELETE FROM operation_member WHERE operation = ? AND user = ?', [body.operation, body.user]);
      touch(sql, entry);
    }),
    ...on(caseTold, (sql, body, { entry }) => {
      sql.run('UPDATE operation SET case_told = ? WHERE id = ?', [body.told ? 1 : 0, body.operation]);
      touch(sql, entry);
    }),
    ...on(authorised, (sql, { scope, ...body }, { entry }) => {
      sql.run('INSERT INTO operation_ruling VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
        body.authorisation,
        body.operation,
        body.from,
        body.until,
        JSON.stringify(body),
        JSON.stringify(scope),
        momentOf(entry.at),
        entry.author,
      ]);
      expiry(sql, body.operation, body.number, body.expiry);
      const waiting = sql.get('SELECT 1 FROM deadline WHERE id = ?', [reportId(body.operation)]);
      // One that is waited for already, of the ruling before, is not put off by a new ruling.
      if (waiting === undefined) report(sql, body.operation, body.report);
      touch(sql, entry);
    }),
    ...on(extended, (sql, body, entry) => {
      const row = sql.get<{ scope: string }>('SELECT scope FROM operation_ruling WHERE id = ?', [
        body.authorisation,
      ]);
      if (row === undefined) return;
      const scope = JSON.parse(row.scope) as Record<string, unknown[]>;
      for (const [part, items] of Object.entries(body.adds)) scope[part] = [...(scope[part] ?? []), ...items];
      sql.run('UPDATE operation_ruling SET until_day = ?, scope = ? WHERE id = ?', [
        body.until,
        JSON.stringify(scope),
        body.authorisation,
      ]);
      expiry(sql, body.operation, body.number, body.expiry);
      add(sql, entry, { id: body.extension, kind: 'extension', body });
      touch(sql, entry.entry);
    }),
    ...on(actAssigned, (sql, body, entry) => {
      add(sql, entry, { id: body.assignment, kind: 'assignment', agent: body.agent, body });
      touch(sql, entry.entry);
    }),
    ...on(agentAdded, (sql, body, { entry }) => {
      sql.run('INSERT INTO operation_agent VALUES (?, ?, ?, ?, ?)', [
        body.agent,
        body.operation,
        body.codeName,
        momentOf(entry.at),
        entry.author,
      ]);
      touch(sql, entry);
    }),
    ...on(agentChecked, (sql, body, entry) => {
      add(sql, entry, { id: entry.id, kind: 'check', agent: body.agent, body });
      touch(sql, entry.entry);
    }),
    ...on(envelopeSealed, (sql, { ciphertext, ...body }, entry) => {
      sql.run('INSERT OR REPLACE INTO operation_envelope VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
        body.agent,
        body.operation,
        body.seal,
        ciphertext,
        JSON.stringify(body.holders),
        JSON.stringify(body.outside),
        momentOf(entry.entry.at),
        entry.entry.author,
      ]);
      const act = body.before === undefined ? 'sealed' : 'resealed';
      envelope(sql, entry, body.agent, { act, seal: body.seal, reason: body.reason });
    }),
    ...on(envelopeOpened, (sql, body, entry) => {
      const act = body.use === 'print' ? 'printed' : 'opened';
      envelope(sql, entry, body.agent, { act, seal: body.seal, reason: body.reason });
    }),
    ...on(envelopeCopied, (sql, body, entry) =>
      envelope(sql, entry, body.agent, { act: 'copied', seal: body.seal, reason: body.reason }),
    ),
    ...on(envelopeHanded, (sql, body, entry) => {
      const reason = [body.to, body.place, body.note].filter((part) => part !== '').join(' · ');
      envelope(sql, entry, body.agent, { act: 'handed', seal: '', reason });
    }),
    ...on(logged, (sql, body, entry) => {
      add(sql, entry, { id: body.log, kind: 'log', agent: body.agent, when: body.when, body });
      mark(sql, entry, { ...body, of: 'log', subject: body.log, why: body.irregular ?? '' });
      touch(sql, entry.entry);
    }),
    ...on(reported, (sql, body, entry) => {
      if (body.next === null) clearDeadline(sql, reportId(body.operation));
      else report(sql, body.operation, body.next);
      add(sql, entry, { id: body.report, kind: 'report', when: body.when, body });
      touch(sql, entry.entry);
    }),
    ...on(irregularityDeclared, (sql, body, entry) => {
      const irregularities = [{ kind: body.kind, what: body.what }];
      const { when, why, agent = '' } = body;
      mark(sql, entry, { of: 'declared', subject: body.irregularity, agent, when, why, irregularities });
      touch(sql, entry.entry);
    }),
    ...on(chargeStated, (sql, body, entry) => {
      add(sql, entry, { id: entry.id, kind: 'charge', body });
      touch(sql, entry.entry);
    }),
    ...on(moneyMoved, (sql, body, entry) => {
      add(sql, entry, { id: body.movement, kind: 'movement', agent: body.agent, when: body.when, body });
      mark(sql, entry, { ...body, of: 'money', subject: body.movement, why: body.irregular ?? '' });
      touch(sql, entry.entry);
    }),
    ...on(moneyCounted, (sql, body, entry) => {
      add(sql, entry, { id: body.count, kind: 'count', agent: body.agent, when: body.when, body });
      mark(sql, entry, { ...body, of: 'count', subject: body.count, why: body.note });
      touch(sql, entry.entry);
    }),
    ...on(equipmentIssued, (sql, body, { entry }) => {
      const { item, operation, agent, kind, what, serial, issuedOn, dueBack } = body;
      sql.run("INSERT INTO operation_item VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '', ?)", [
        ...[item, operation, agent, kind, what, serial, issuedOn, dueBack],
        entry.author,
      ]);
      setDeadline(sql, {
        ...{
          id: itemId(item),
          subject: operation,
          operation,
          what: 'operationItem',
          label: what.slice(0, 300),
        },
        ...{ due: dueBack, warnFrom: body.warnFrom, term: null },
      });
      touch(sql, entry);
    }),
    ...on(equipmentReturned, (sql, body, { entry }) => {
      sql.run('UPDATE operation_item SET returned_on = ?, condition = ? WHERE id = ?', [
        body.returnedOn,
        body.condition,
        body.item,
      ]);
      clearDeadline(sql, itemId(body.item));
      touch(sql, entry);
    }),
    ...on(checkInsPlanned, (sql, body, { entry }) => {
      const { agent, operation, next, everyHours = 0, grace } = body;
      sql.run('INSERT OR REPLACE INTO operation_wait VALUES (?, ?, ?, ?, ?, ?)', [
        ...[agent, operation, utc(next), alarmAt(next, grace), everyHours, grace],
      ]);
      touch(sql, entry);
    }),
    ...on(checkedIn, (sql, body, entry) => {
      const waited = sql.get<{ next: string; grace: number }>(
        'SELECT next, grace FROM operation_wait WHERE agent = ?',
        [body.agent],
      );
      const { agent, when } = body;
      add(sql, entry, {
        id: body.checkIn,
        kind: 'checkIn',
        agent,
        when,
        body: { ...body, due: waited?.next ?? '' },
      });
      if (waited !== undefined) {
        const next = body.next === null ? '' : utc(body.next);
        sql.run('UPDATE operation_wait SET next = ?, alarm_at = ? WHERE agent = ?', [
          next,
          next === '' ? '' : alarmAt(next, waited.grace),
          body.agent,
        ]);
      }
      touch(sql, entry.entry);
    }),
    ...on(planWritten, (sql, body, entry) => {
      add(sql, entry, { id: entry.id, kind: 'plan', body });
      touch(sql, entry.entry);
    }),
    ...on(riskAssessed, (sql, body, entry) => {
      add(sql, entry, { id: entry.id, kind: 'risk', agent: body.agent, when: body.when, body });
      touch(sql, entry.entry);
    }),
    ...on(debriefed, (sql, body, entry) => {
      add(sql, entry, { id: entry.id, kind: 'debrief', agent: body.agent, when: body.when, body });
      touch(sql, entry.entry);
    }),
    ...on(operationEnded, (sql, body, { entry }) => {
      sql.run("UPDATE operation SET state = 'ended', ended_at = ?, ending = ? WHERE id = ?", [
        body.when,
        JSON.stringify(body.open),
        body.operation,
      ]);
      for (const id of [expiryId(body.operation), reportId(body.operation)]) clearDeadline(sql, id);
      // Nobody waits any more: what was still waited for stands in the entry as open.
      sql.run("UPDATE operation_wait SET next = '', alarm_at = '' WHERE operation = ?", [body.operation]);
      touch(sql, entry);
    }),
    ...on(disclosed, (sql, body, entry) => {
      add(sql, entry, { id: body.disclosure, kind: 'disclosure', body });
      touch(sql, entry.entry);
    }),
  },
};
