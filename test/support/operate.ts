import type { Client } from '../../electron/core/client.ts';
import { ago, day, ruling } from './operation.ts';

/** A whole operation from its opening to its end, with one entry at least of every kind. `turn` makes it a little different each time. */
export async function operate(client: Client, caseId: string, turn: number): Promise<string> {
  const { id: operation } = await client.call('operations.open', {
    case: caseId,
    name: `Op ${turn}`,
    purpose: '',
  });
  const inIt = { operation };
  const users = await client.call('users.list', {});
  const other = users.find(({ roles }) => roles.includes('investigator'));
  if (other !== undefined) {
    await client.call('operations.addMember', { ...inIt, user: other.id, as: 'investigator' });
    if (turn % 2 === 0)
      await client.call('operations.removeMember', { ...inIt, user: other.id, reason: 'r' });
  }
  await client.call('operations.tellCase', { ...inIt, told: turn % 2 === 0, reason: 'r' });
  const { id: authorisation } = await client.call(
    'operations.authorise',
    ruling(operation, -20, 10 + (turn % 20)),
  );
  await client.call('operations.extend', {
    ...{ ...inIt, authorisation, number: 'E', judge: 'J', day: day(0), until: day(40), grounds: 'g' },
    adds: { acts: [{ kind: 'other', text: `x${turn}` }] },
  });
  await client.call('operations.authorise', ruling(operation, 50, 60));
  const [codeName = ''] = await client.call('operations.codeNames', inIt);
  const { id: agent } = await client.call('operations.addAgent', { ...inIt, codeName });
  const of = { operation, agent };
  const { authorisations, members } = await client.call('operations.show', inIt);
  const act = authorisations[0]?.scope.acts[0]?.id ?? '';
  const assigned = { ...of, authorisation, act, instruction: 'i', from: day(-20), until: day(30) };
  const { id: assignment } = await client.call('operations.assign', assigned);
  await client.call('operations.check', {
    ...of,
    check: 'consent',
    holds: true,
    day: day(-1),
    where: 'envelope',
  });
  const identity = {
    ...{ trueName: `T${turn}`, trueDocument: '', rank: '', unit: '', assumedName: `A${turn}` },
    ...{ assumedDocument: '', legend: '', notes: '', papers: [] },
  };
  const holders = members.filter(({ as }) => as === 'prosecutor').map(({ user }) => user);
  await client.call('operations.seal', { ...of, identity, holders });
  await client.call('operations.seal', { ...of, identity, holders, reason: 'r' });
  await client.call('operations.handEnvelope', { ...of, to: 'Jueza', when: ago(3), place: 'p' });
  const said = { ...of, place: 'p', assignment, irregular: 'r' };
  const { id: log } = await client.call('operations.write', { ...said, when: ago(60 + turn), text: 't' });
  await client.call('operations.write', { ...said, when: ago(60 * 24 * 30), text: 't', corrects: log });
  await client.call('operations.report', {
    ...{ ...inIt, when: ago(1), from: day(-20), until: day(0) },
    ...{ done: 'd', planned: 'p', learned: 'l' },
  });
  await client.call('operations.declare', { ...inIt, kind: 'excess', when: ago(1), what: 'w', why: 'w' });
  const { id: charge } = await client.call('operations.charge', { ...inIt, text: 'c', proofs: [] });
  await client.call('operations.charge', {
    ...inIt,
    charge,
    text: 'c',
    proofs: [{ kind: 'log', id: log, text: '' }],
  });
  const amount = { minor: 100 + turn, currency: 'BOB' };
  await client.call('operations.move', { ...of, kind: 'issued', amount, when: ago(9), what: 'w' });
  await client.call('operations.move', {
    ...{ ...of, kind: 'spent' as const, amount: { ...amount, minor: 2_000 }, when: ago(8), what: 'w' },
    ...{ noReceipt: 'n', irregular: 'i' },
  });
  await client.call('operations.count', { ...of, when: ago(0), counted: amount, present: 'x', note: 'n' });
  const thing = { ...of, kind: 'equipment' as const, what: 'w', issuedOn: day(-2), dueBack: day(3) };
  const { id: item } = await client.call('operations.issue', thing);
  await client.call('operations.issue', thing);
  await client.call('operations.takeBack', { ...inIt, item, returnedOn: day(0), condition: 'c' });
  await client.call('operations.planCheckIns', { ...of, next: ago(-60), everyHours: 5, grace: 10 });
  await client.call('operations.checkIn', { ...of, when: ago(1), how: 'h', well: true });
  await client.call('operations.plan', { ...inIt, text: 't', contacts: 'c', wayOut: 'w' });
  await client.call('operations.assessRisk', {
    ...of,
    level: 'high',
    factors: 'f',
    measures: 'm',
    when: ago(1),
  });
  await client.call('operations.debrief', { ...of, when: ago(1), by: 'b', note: 'n' });
  if (turn % 3 !== 0) {
    const items = await client.call('operations.ending', inIt);
    const open = items.filter(({ done }) => !done).map(({ step }) => ({ step, reason: 'r' }));
    await client.call('operations.end', { ...inIt, when: ago(0), reason: 'r', open });
  }
  return operation;
}
