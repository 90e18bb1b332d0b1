import type { Sql } from '../../vault/database/sql.ts';
import type { Detail } from './list.ts';
import { agentChecks, type Condition } from './model.ts';
import { listCharges, showReports } from './show-log.ts';
import { packOf } from './terms.ts';

/** What the law asks, and what is there: each condition of the pack once for each ruling, each agent, or the whole. */
export function conditionsOf(sql: Sql, detail: Detail, today: string): Condition[] {
  return packOf(sql).operationConditions.flatMap(({ id, of }) => {
    if (of === 'ruling') return ofRulings(detail, id);
    return of === 'agent' ? ofAgents(detail, id) : [ofOperation(sql, detail, id, today)];
  });
}

type How = Condition['how'];
const stated = (id: string, label: string, how: How): Condition => ({ id, label, how, met: how === 'there' });
const there = (is: boolean): How => (is ? 'there' : 'missing');

function ofRulings({ authorisations }: Detail, id: string): Condition[] {
  if (authorisations.length === 0) return [stated(id, '', 'missing')];
  return authorisations.map((ruling) => {
    const { grounds, insufficiency, judge, number, application, scope } = ruling;
    const how: Readonly<Record<string, How>> = {
      insufficientEvidence: there(grounds !== '' && insufficiency !== ''),
      application: application.ownResponsibility ? there(application.by !== '') : 'against',
      judge: there(judge !== '' && number !== ''),
      acts: there(scope.acts.length > 0),
    };
    return stated(id, number, how[id] ?? 'missing');
  });
}

function ofAgents({ agents }: Detail, id: string): Condition[] {
  if (agents.length === 0) return [stated(id, '', 'missing')];
  return agents.map(({ codeName, checks, envelope }) => {
    if (id === 'envelope') return stated(id, codeName, there(envelope !== null));
    const name = agentChecks.find((each) => each === id);
    const check = checks.find((each) => each.check === name);
    return stated(id, codeName, check === undefined ? 'missing' : check.holds ? 'there' : 'against');
  });
}

function ofOperation(sql: Sql, detail: Detail, id: string, today: string): Condition {
  if (id === 'reports') {
    const { reports, missing } = showReports(sql, detail.id, today);
    return stated(id, missing.join(', '), missing.length > 0 ? 'against' : there(reports.length > 0));
  }
  if (id === 'otherProof') {
    const alone = listCharges(sql, detail.id).filter(({ agentAlone }) => agentAlone);
    return stated(id, alone.map(({ text }) => text).join(' · '), alone.length > 0 ? 'against' : 'there');
  }
  return stated(id, '', detail.irregularities > 0 ? 'against' : 'there');
}
