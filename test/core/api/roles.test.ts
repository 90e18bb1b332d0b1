import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type Right, type Role, rights, rightsOf, roles } from '../../../electron/core/api/roles.ts';
import { allProcedures } from '../../../electron/core/features/index.ts';
import { makeVault, type TestVault } from '../../support/vault.ts';

/** The table as the office reads it: whoever changes a right must change it here too. */
const expected: Readonly<Record<Role, readonly Right[]>> = {
  prosecutor: [
    'office.read',
    'case.open',
    'case.read',
    'case.amend',
    'case.team',
    'person.write',
    'seal.write',
    'seal.open',
    'evidence.attach',
    'evidence.custody',
    'evidence.extract',
    'seizure.write',
    'seizure.decide',
    'bundle.export',
    'operation.read',
    'operation.authorise',
    'operation.money',
    'operation.seal',
    'operation.disclose',
    'journal.verify',
  ],
  investigator: [
    'office.read',
    'case.read',
    'case.amend',
    'person.write',
    'seal.write',
    'seal.open',
    'evidence.attach',
    'evidence.custody',
    'evidence.extract',
    'seizure.write',
    'operation.read',
    'operation.write',
    'journal.verify',
  ],
  clerk: [
    'office.read',
    'case.open',
    'case.read',
    'case.amend',
    'person.write',
    'evidence.attach',
    'evidence.custody',
    'evidence.extract',
    'seizure.write',
    'bundle.export',
    'journal.verify',
  ],
  caseworker: ['office.read', 'case.read', 'person.write', 'seal.write', 'seal.open', 'journal.verify'],
  handler: [
    'office.read',
    'case.read',
    'seal.write',
    'seal.open',
    'evidence.attach',
    'operation.read',
    'operation.write',
    'operation.money',
    'operation.seal',
    'journal.verify',
  ],
  administrator: ['office.read', 'office.manage', 'journal.verify', 'backup.write'],
  auditor: ['office.read', 'journal.audit', 'journal.verify'],
};

it.each(roles.flatMap((role) => rights.map((right) => [role, right] as const)))('%s: %s', (role, right) => {
  expect(rightsOf[role].includes(right)).toBe(expected[role].includes(right));
});

/** An input that gets past the edge, for every call that needs a right: what it then says is not looked at. */
const some = { case: 'none', person: 'none', exhibit: 'none' };
const at = new Date().toISOString();
const ofAsset = { case: 'none', asset: 'none' };
const act = { ...ofAsset, on: '2026-01-01' };
const step = { ...act, saw: [] };
const order = { court: 'x', number: 'x', date: '2026-01-01' };
const money = { currency: 'BOB', amount: '1' };
const asset = { case: 'none', name: 'x', details: { kind: 'other' }, identifiedOn: '2026-01-01' };
const ofDraft = { case: 'none', draft: 'none' };
const composition = { profile: 'bolivia', audience: 'court', recipient: '', sections: [] };
const inputs: Readonly<Record<string, unknown>> = {
  'vault.confirmRecovery': { lastCharacters: 'x' },
  'vault.saveRecovery': { folder: 'none' },
  'vault.renewRecovery': { passphrase: 'x' },
  'vault.changePassphrase': { current: 'x', next: 'y' },
  'vault.verify': { deep: false },
  'office.settings': {},
  'office.amend': { lockMinutes: 10 },
  'office.jurisdiction': {},
  'office.rights': {},
  'users.list': {},
  'users.add': { name: '\u00a0x', passphrase: 'x', roles: ['clerk'] },
  'users.remove': { user: 'none' },
  'roles.grant': { user: 'none', role: 'clerk' },
  'roles.revoke': { user: 'none', role: 'clerk' },
  'cases.list': { sort: 'number', descending: false, offset: 0, limit: 1 },
  'cases.find': { given: 'none' },
  'cases.open': { title: 'X' },
  'cases.show': { case: 'none' },
  'cases.amend': { case: 'none', amendments: [{ field: 'title', value: 'x', saw: [] }] },
  'cases.join': { case: 'none', user: 'none' },
  'cases.leave': { case: 'none', user: 'none' },
  'people.list': { case: 'none' },
  'people.add': { case: 'none', kind: 'person', name: 'x', role: 'witness' },
  'people.amend': { case: 'none', person: 'x', amendments: [{ field: 'name', value: 'x', saw: [] }] },
  'people.relations': { case: 'none' },
  'people.relate': { case: 'none', from: 'a', to: 'b', type: 'x' },
  'people.unrelate': { case: 'none', relation: 'x', reason: 'x' },
  'people.seal': {
    case: 'none',
    person: 'x',
    identity: { trueName: 'x', document: '', whereabouts: '', notes: '' },
    holders: ['x'],
  },
  'people.openSeal': { case: 'none', person: 'x', reason: 'x', passphrase: 'x' },
  'timeline.list': { case: 'none', limit: 1 },
  'timeline.field': { case: 'none', subject: 'x', field: 'title' },
  'timeline.audit': { limit: 1 },
  'timeline.checkpoint': {},
  'timeline.verify': {},
  'evidence.list': { case: 'none', sort: 'number', descending: false, offset: 0, limit: 1 },
  'evidence.find': { given: 'none' },
  'evidence.show': { case: 'none', exhibit: 'none' },
  'evidence.attach': {
    case: 'none',
    files: ['none'],
    provenance: { source: '', place: '', collectedOn: '', collectedBy: '', description: '' },
  },
  'evidence.recordItems': {
    case: 'none',
    occasion: {
      source: '',
      place: '',
      collectedOn: '',
      collectedAt: '',
      collectedBy: '',
      coordinates: '',
      present: [],
    },
    items: [{ name: 'x', category: 'phone' }],
  },
  'evidence.hashList': { case: 'none', file: 'none' },
  'evidence.place': { case: 'none', exhibit: 'x', parent: null, reason: 'x' },
  'evidence.intakes': {},
  'evidence.pause': { intake: 'none' },
  'evidence.resume': { intake: 'none' },
  'evidence.cancel': { intake: 'none' },
  'evidence.amend': { case: 'none', exhibit: 'x', amendments: [{ field: 'name', value: 'x', saw: [] }] },
  'custody.show': { case: 'none', exhibit: 'x' },
  'custody.holder': { case: 'none', exhibit: 'x', from: at, until: at },
  'custody.due': {},
  'custody.offers': {},
  'custody.handOver': {
    case: 'none',
    exhibits: ['x'],
    when: at,
    receiver: { how: 'later', user: 'none' },
  },
  'custody.confirm': { case: 'none', handover: 'x', passphrase: 'x' },
  'custody.decline': { case: 'none', handover: 'x', reason: 'x' },
  'custody.print': { case: 'none', form: 'sheet', exhibits: ['x'] },
  'custody.list': { case: 'none', file: 'none' },
  'custody.record': { case: 'none', exhibit: 'x', event: 'received', when: at, to: 'x' },
  'evidence.view': { case: 'none', exhibit: 'none' },
  'evidence.extract': { case: 'none', exhibit: 'none', folder: 'none' },
  'evidence.verify': { case: 'none', exhibit: 'none' },
  'bundles.list': { case: 'none' },
  'bundles.export': { case: 'none', title: 'x', exhibits: ['x'], unreadable: 'stop' },
  'bundles.protected': { case: 'none', audience: 'court', exhibits: ['x'] },
  'bundles.verify': { folder: 'none' },
  'search.find': { text: 'x', limit: 1 },
  'evidence.survey': { folders: ['x'] },
  'evidence.attachSurveyed': {
    case: 'none',
    survey: 'x',
    leaveOut: { litter: true, endings: [] },
    provenance: { source: '', place: '', collectedOn: '', collectedBy: '', description: '' },
  },
  'marking.show': { case: 'none', exhibit: 'none' },
  'marking.inCase': { case: 'none' },
  'marking.note': { case: 'none', exhibit: 'none', text: 'x' },
  'marking.amendNote': {
    case: 'none',
    exhibit: 'none',
    note: 'x',
    amendments: [{ field: 'text', value: 'x', saw: [] }],
  },
  'marking.removeNote': { case: 'none', exhibit: 'none', note: 'x', reason: 'x' },
  'marking.tag': { case: 'none', exhibit: 'none', add: ['x'], remove: [] },
  'marking.link': { case: 'none', exhibit: 'none', toKind: 'place', toText: 'x', type: 'mentions' },
  'marking.unlink': { case: 'none', exhibit: 'none', link: 'x', reason: 'x' },
  'marking.makeCollection': { case: 'none', name: 'x', exhibits: [] },
  'marking.collect': { case: 'none', collection: 'x', add: ['x'], remove: [] },
  'marking.orderCollection': { case: 'none', collection: 'x', exhibits: [] },
  'marking.renameCollection': {
    case: 'none',
    collection: 'x',
    amendments: [{ field: 'name', value: 'x', saw: [] }],
  },
  'marking.dissolveCollection': { case: 'none', collection: 'x', reason: 'x' },
  'marking.redact': {
    case: 'none',
    exhibit: 'none',
    term: { text: 'xx', wholeWord: true },
    ground: 'other',
    groundText: 'x',
  },
  'marking.unredact': { case: 'none', exhibit: 'none', redaction: 'x', reason: 'x' },
  'marking.findTerm': { case: 'none', exhibit: 'none', text: 'xx', wholeWord: true },
  'integrity.check': { case: 'none', exhibit: 'none' },
  'integrity.sweep': {},
  'integrity.report': {},
  'integrity.mend': { case: 'none', exhibit: 'none', file: 'x' },
  'exchange.caseUco': { case: 'none', exhibits: ['x'] },
  'testimony.show': { case: 'none', exhibit: 'none' },
  'testimony.captions': { case: 'none', exhibit: 'none' },
  'testimony.record': {
    case: 'none',
    exhibit: 'none',
    facts: {
      person: 'x',
      form: 'statement',
      when: '2026-01-01T00:00:00Z',
      place: '',
      interviewer: '',
      present: '',
      language: '',
      conditions: '',
    },
  },
  'testimony.transcribe': { case: 'none', exhibit: 'none', saw: [], segments: [] },
  'testimony.importCaptions': { case: 'none', exhibit: 'none', saw: [], text: 'x' },
  'seizures.forms': {},
  'seizures.list': { sort: 'number', descending: false, offset: 0, limit: 1 },
  'seizures.facets': {},
  'seizures.find': { given: 'none' },
  'seizures.show': ofAsset,
  'seizures.history': { ...ofAsset, field: 'name' },
  'seizures.graph': { case: 'none' },
  'seizures.ledger': {},
  'seizures.totals': { by: 'stage' },
  'seizures.rates': { case: 'none' },
  'seizures.deadlines': { case: 'none' },
  'seizures.examine': asset,
  'seizures.add': asset,
  'seizures.amend': { ...ofAsset, amendments: [{ field: 'name', value: 'x', saw: [] }] },
  'seizures.linkPerson': { ...ofAsset, person: 'x', role: 'owner' },
  'seizures.linkExhibit': { ...ofAsset, exhibit: 'x', role: 'photograph' },
  'seizures.unlink': { ...ofAsset, link: 'x', reason: 'x' },
  'seizures.value': {
    ...ofAsset,
    ...money,
    on: '2026-01-01',
    basis: 'estimate',
    source: 'x',
    by: 'x',
  },
  'seizures.stateRate': {
    case: 'none',
    from: 'USD',
    to: 'BOB',
    rate: '1',
    on: '2026-01-01',
    source: 'x',
  },
  'seizures.request': step,
  'seizures.order': { ...step, order, scope: 'x' },
  'seizures.execute': { ...step, place: 'x', by: 'x', witnesses: [], inventory: [] },
  'seizures.register': { ...step, registry: 'x' },
  'seizures.administer': { ...step, custodian: 'x', place: 'x' },
  'seizures.sell': { ...step, order, proceeds: money, reason: 'x' },
  'seizures.forfeit': { ...step, order },
  'seizures.return': { ...step, order, to: 'x' },
  'seizures.destroy': { ...step, order, method: 'x', witnesses: [] },
  'seizures.lift': { ...step, reason: 'x' },
  'seizures.split': { ...step, reason: 'x', parts: [] },
  'seizures.check': { ...act, condition: 'good', by: 'x' },
  'seizures.cost': { ...act, cost: money, what: 'x', paidFrom: 'office' },
  'seizures.account': { ...act, from: '2026-01-01', until: '2026-01-01' },
  'seizures.claim': { ...act, claimant: 'x', grounds: 'x' },
  'seizures.settleClaim': { ...act, claim: 'x', outcome: 'withdrawn' },
  'seizures.annul': { case: 'none', asset: null, event: 'x', reason: 'x' },
  'seizures.annulDecision': { ...ofAsset, event: 'x', reason: 'x' },
  'deadlines.list': {},
  'deadlines.set': { case: 'none', label: 'x', when: { by: 'day', due: '2026-01-01' } },
  'deadlines.settle': { case: 'none', deadline: 'x', how: 'met' },
  'reading.show': { case: 'none', exhibit: 'none' },
  'reading.progress': {},
  'reading.settle': { scans: false },
  'reading.look': { case: 'none', exhibit: 'none' },
  'reading.attachment': { case: 'none', exhibit: 'none', index: 0, name: 'x' },
  'operations.list': {},
  'operations.alarms': {},
  'operations.find': { given: 'none' },
  'operations.sealedMaterial': { case: 'none' },
  'operations.open': { case: 'none', name: 'x', purpose: '' },
  'operations.show': { operation: 'none' },
  'operations.addMember': { operation: 'none', user: 'x', as: 'handler' },
  'operations.removeMember': { operation: 'none', user: 'x', reason: 'x' },
  'operations.tellCase': { operation: 'none', told: true, reason: 'x' },
  'operations.timeline': { operation: 'none', limit: 1 },
  'operations.authorise': {
    ...{ operation: 'none', court: 'x', number: 'x', judge: 'x', grounds: 'x', insufficiency: 'x' },
    ...{ day: '2026-01-01', from: '2026-01-01', until: '2026-01-02', scope: { acts: [] } },
    application: { by: 'x', day: '2026-01-01', ownResponsibility: true },
  },
  'operations.extend': {
    ...{ operation: 'none', authorisation: 'x', number: 'x', judge: 'x', grounds: 'x' },
    ...{ day: '2026-01-01', until: '2026-01-02' },
  },
  'operations.assign': {
    ...{ operation: 'none', agent: 'x', authorisation: 'x', act: 'x', instruction: 'x' },
    ...{ from: '2026-01-01', until: '2026-01-02' },
  },
  'operations.codeNames': { operation: 'none' },
  'operations.addAgent': { operation: 'none', codeName: 'x' },
  'operations.check': {
    ...{ operation: 'none', agent: 'x', check: 'consent', holds: true, day: '2026-01-01', where: 'paper' },
  },
  'operations.seal': {
    operation: 'none',
    agent: 'x',
    identity: {
      ...{ trueName: 'x', trueDocument: '', rank: '', unit: '', assumedName: 'y', assumedDocument: '' },
      ...{ legend: '', notes: '', papers: [] },
    },
    holders: ['x'],
  },
  'operations.openSeal': { operation: 'none', agent: 'x', reason: 'x', passphrase: 'x' },
  'operations.reseal': { operation: 'none', agent: 'x', reason: 'x', passphrase: 'x', holders: ['x'] },
  'operations.printEnvelope': { operation: 'none', agent: 'x', reason: 'x', passphrase: 'x' },
  'operations.copyEnvelope': { operation: 'none', agent: 'x', reason: 'x' },
  'operations.handEnvelope': { operation: 'none', agent: 'x', to: 'x', when: at, place: 'x' },
  'operations.log': { operation: 'none', offset: 0, limit: 1 },
  'operations.write': { operation: 'none', agent: 'x', when: at, place: 'x', text: 'x' },
  'operations.irregularities': { operation: 'none' },
  'operations.declare': { operation: 'none', kind: 'excess', when: at, what: 'x', why: 'x' },
  'operations.reports': { operation: 'none' },
  'operations.report': {
    ...{ operation: 'none', when: at, from: '2026-01-01', until: '2026-01-02' },
    ...{ done: 'x', planned: 'x', learned: 'x' },
  },
  'operations.charges': { operation: 'none' },
  'operations.charge': { operation: 'none', text: 'x', proofs: [] },
  'operations.money': { operation: 'none' },
  'operations.move': {
    ...{ operation: 'none', agent: 'x', kind: 'issued', when: at, what: 'x' },
    amount: { minor: 1, currency: 'BOB' },
  },
  'operations.count': {
    ...{ operation: 'none', agent: 'x', when: at, present: 'x' },
    counted: { minor: 0, currency: 'BOB' },
  },
  'operations.equipment': { operation: 'none' },
  'operations.issue': {
    ...{ operation: 'none', agent: 'x', kind: 'equipment', what: 'x' },
    ...{ issuedOn: '2026-01-01', dueBack: '2026-01-02' },
  },
  'operations.takeBack': { operation: 'none', item: 'x', returnedOn: '2026-01-01', condition: 'x' },
  'operations.safety': { operation: 'none' },
  'operations.planCheckIns': { operation: 'none', agent: 'x', next: at, grace: 0 },
  'operations.checkIn': { operation: 'none', agent: 'x', when: at, how: 'x', well: true },
  'operations.plan': { operation: 'none', text: 'x', contacts: 'x', wayOut: 'x' },
  'operations.assessRisk': { operation: 'none', level: 'low', factors: 'x', measures: 'x', when: at },
  'operations.debrief': { operation: 'none', agent: 'x', when: at, by: 'x', note: 'x' },
  'operations.ending': { operation: 'none' },
  'operations.end': { operation: 'none', when: at, reason: 'x' },
  'operations.disclosures': { operation: 'none' },
  'operations.disclose': {
    ...{ operation: 'none', recipient: 'x', entries: [] },
    order: { authority: 'x', number: 'x', day: '2026-01-01' },
  },
  'bundles.profiles': {},
  'bundles.drafts': { case: 'none' },
  'bundles.draft': ofDraft,
  'bundles.versions': ofDraft,
  'bundles.changes': { ...ofDraft, older: 1, newer: 2 },
  'bundles.byRule': { case: 'none', rule: { by: 'all' } },
  'bundles.saveDraft': { case: 'none', saw: 0, name: 'x', purpose: 'trial', composition },
  'bundles.editDraft': { ...ofDraft, saw: 1, edit: { do: 'removeSection', section: 'x' } },
  'bundles.preview': { case: 'none', title: 'x', composition, redact: true },
  'bundles.previewPage': { case: 'none', preview: 'x', volume: 0, leaf: 0 },
  'bundles.endPreview': { case: 'none' },
  'seizures.templates': { case: 'none' },
  'seizures.draftPaper': { case: 'none', template: 'x', assets: ['x'] },
  'seizures.makePaper': { case: 'none', template: 'x', assets: ['x'], format: 'pdf' },
  'seizures.exportList': { case: 'none', format: 'csv' },
  'seizures.importList': { case: 'none', file: 'none' },
  'seizures.exportRefused': { case: 'none', file: 'none' },
  'backup.create': { folder: 'none' },
  'backup.verify': { folder: 'none' },
  'jobs.list': {},
  'jobs.cancel': { job: 'none' },
};

const guarded = [...allProcedures].filter(([, { right }]) => right !== 'open');
const refusalOf = ({ operation, case: caseId }: { readonly case?: string; readonly operation?: string }) =>
  operation !== undefined ? 'call.notOnOperation' : caseId !== undefined ? 'call.notOnTeam' : null;
const passphraseOf = (role: Role): string => `la frase larga de ${role} 77 montes`;

describe('every call, by every role', () => {
  let vault: TestVault;
  /** A case and an operation that are there, and of whose team none of them is. */
  let foreign: { case: string; person: string; operation: string };
  beforeAll(async () => {
    vault = await makeVault();
    const { id } = await vault.client.call('cases.open', { title: 'Ajeno' });
    const testigo = { case: id, kind: 'person' as const, name: 'Testigo', role: 'witness' };
    const hidden = { case: id, name: 'Ajena', purpose: '' };
    const operation = (await vault.client.call('operations.open', hidden)).id;
    foreign = { case: id, person: (await vault.client.call('people.add', testigo)).id, operation };
    for (const role of roles)
      await vault.client.call('users.add', { name: role, passphrase: passphraseOf(role), roles: [role] });
  });
  afterAll(() => vault.remove());

  async function answerTo(name: string, input: unknown): Promise<string> {
    const reply = await vault.client.core.call(name, input);
    return reply.ok ? 'done' : reply.error.code;
  }

  it('has an input here', () => {
    expect(guarded.map(([name]) => name).sort()).toEqual(Object.keys(inputs).sort());
    expect(some.case).toBe('none');
  });

  it.each(roles)('%s: refused where the table says so, and never heard outside the team', async (role) => {
    await vault.client.call('vault.unlock', { name: role, passphrase: passphraseOf(role) });
    for (const [name, { right }] of guarded) {
      if (right === 'open') continue;
      const code = await answerTo(name, inputs[name]);
      const input = inputs[name] as { readonly case?: string; readonly operation?: string };
      const refused = refusalOf(input);
      if (!expected[role].includes(right)) expect([name, code]).toEqual([name, 'call.forbidden']);
      else if (refused !== null) expect([name, code]).toEqual([name, refused]);
      else expect(['call.forbidden', 'internal'], name).not.toContain(code);
      if (input.operation !== undefined) {
        // An operation that is there, but of which they are no member, answers as one that is not.
        const real = { ...input, operation: foreign.operation };
        expect([name, await answerTo(name, real)]).toEqual([name, code]);
      }
      if (input.case === undefined) continue;
      // A case that is there, but not theirs, answers as one that is not.
      const { case: theirs, person } = foreign;
      const real = 'person' in input ? { ...input, case: theirs, person } : { ...input, case: theirs };
      expect([name, await answerTo(name, real)]).toEqual([name, code]);
    }
  });

  it('takes the inputs above, so that each refusal is of the caller and not of the form', () => {
    for (const [name, { input }] of guarded)
      expect([name, (input as z.ZodType).safeParse(inputs[name]).success]).toEqual([name, true]);
  });

  it('answers what is no input at all with call.invalid, whoever calls', async () => {
    for (const [name] of allProcedures) {
      for (const rubbish of [undefined, null, 7, 'x', [], true, { unheardOf: 1 }]) {
        const reply = await vault.client.core.call(name, rubbish);
        expect([name, rubbish, reply]).toMatchObject([
          name,
          rubbish,
          { ok: false, error: { code: 'call.invalid' } },
        ]);
      }
    }
  });

  it('answers rubbish with a typed refusal', async () => {
    for (const [name] of allProcedures) {
      for (const rubbish of [
        undefined,
        null,
        7,
        'x',
        [],
        { __proto__: null, a: 1 },
        { case: 7 },
        { limit: -1 },
      ]) {
        const reply = await vault.client.core.call(name, rubbish);
        if (!reply.ok) expect(reply.error.code, name).not.toBe('internal');
      }
    }
    const unknown = await vault.client.core.call('toString', {});
    expect(unknown).toMatchObject({ ok: false, error: { code: 'call.unknown' } });
  });
});
