import { z } from 'zod';
import { kind } from '../../journal/kind.ts';
import { amountShape, countedShape } from '../../money/index.ts';
import { irregularityKinds, movementKinds } from './model.ts';
import {
  applicationShape,
  chargeShape,
  checkShape,
  day,
  endingStep,
  id,
  logShape,
  memberRole,
  moment,
  orderShape,
  outsideShape,
  reportShape,
  riskLevel,
  said,
  short,
  text,
  told,
} from './shapes.ts';

/**
 * All of them lie in the operation's own feed: the case's never meets them. `due` was computed from the pack's terms
 * when the entry was written, because views do not read the pack.
 */

const due = z.strictObject({ due: day, warnFrom: day, term: z.string().max(100).nullable() });
const scopeItems = z
  .array(z.strictObject({ id, kind: z.string().max(100), text: short }))
  .max(200)
  .readonly();
const scope = z.strictObject({
  acts: scopeItems,
  places: scopeItems,
  persons: scopeItems,
  techniques: scopeItems,
});
/** What was irregular when it was written down: it stays with the entry for ever. */
const irregularities = z
  .array(z.strictObject({ kind: z.enum(irregularityKinds), what: short }))
  .max(50)
  .readonly();

export const operationOpened = kind(
  'operation.opened',
  z.strictObject({ operation: id, case: id, number: said, name: said, purpose: text, as: memberRole }),
);
export const memberAdded = kind(
  'operation.memberAdded',
  z.strictObject({ operation: id, user: id, as: memberRole }),
);
export const memberRemoved = kind(
  'operation.memberRemoved',
  z.strictObject({ operation: id, user: id, reason: told }),
);
/** The prosecutor lets the case's team know that sealed material exists, or takes it back. */
export const caseTold = kind(
  'operation.caseTold',
  z.strictObject({ operation: id, case: id, told: z.boolean(), reason: told }),
);

export const authorised = kind(
  'operation.authorised',
  z.strictObject({
    operation: id,
    authorisation: id,
    court: said,
    number: said,
    judge: said,
    day,
    from: day,
    until: day,
    grounds: told,
    insufficiency: told,
    application: applicationShape,
    scope,
    document: id.optional(),
    reportEvery: z.number().int().min(1).max(366),
    expiry: due,
    report: due,
  }),
);
export const extended = kind(
  'operation.extended',
  z.strictObject({
    operation: id,
    authorisation: id,
    extension: id,
    number: said,
    judge: said,
    day,
    until: day,
    grounds: told,
    adds: scope,
    document: id.optional(),
    expiry: due,
  }),
);
export const actAssigned = kind(
  'operation.actAssigned',
  z.strictObject({
    operation: id,
    assignment: id,
    agent: id,
    authorisation: id,
    act: id,
    instruction: told,
    from: day,
    until: day,
  }),
);

export const agentAdded = kind(
  'operation.agentAdded',
  z.strictObject({ operation: id, agent: id, codeName: said }),
);
export const agentChecked = kind(
  'operation.agentChecked',
  z.strictObject({ operation: id, agent: id, ...checkShape }),
);

/** Both identities, as ciphertext to the named holders. `before`: the envelope in whose place it is. */
export const envelopeSealed = kind(
  'operation.envelopeSealed',
  z.strictObject({
    operation: id,
    agent: id,
    seal: id,
    ciphertext: z.string(),
    holders: z.array(id).min(1).max(50).readonly(),
    outside: outsideShape,
    before: id.optional(),
    reason: text,
  }),
);
export const envelopeOpened = kind(
  'operation.envelopeOpened',
  z.strictObject({
    operation: id,
    agent: id,
    seal: id,
    use: z.enum(['read', 'print', 'reseal']),
    reason: told,
  }),
);
export const envelopeCopied = kind(
  'operation.envelopeCopied',
  z.strictObject({ operation: id, agent: id, seal: id, reason: told }),
);
export const envelopeHanded = kind(
  'operation.envelopeHanded',
  z.strictObject({ operation: id, agent: id, to: said, when: moment, place: said, note: text }),
);

/** Only ever added: a mistake is put right by a further entry that names the old one. */
export const logged = kind(
  'operation.logged',
  z.strictObject({ operation: id, log: id, ...logShape, lateHours: z.number().int().min(0), irregularities }),
);
export const reported = kind(
  'operation.reported',
  z.strictObject({ operation: id, report: id, ...reportShape, next: due.nullable() }),
);
export const irregularityDeclared = kind(
  'operation.irregularityDeclared',
  z.strictObject({
    operation: id,
    irregularity: id,
    kind: z.enum(['excess', 'declared']),
    agent: id.optional(),
    when: moment,
    what: told,
    why: told,
  }),
);
/** A charge and what it stands on, as said now; what was said before stays in the journal. */
export const chargeStated = kind(
  'operation.chargeStated',
  z.strictObject({ operation: id, charge: id, ...chargeShape }),
);

export const moneyMoved = kind(
  'operation.moneyMoved',
  z.strictObject({
    operation: id,
    movement: id,
    agent: id,
    kind: z.enum(movementKinds),
    amount: amountShape,
    when: moment,
    what: told,
    receipt: id.optional(),
    noReceipt: text.optional(),
    purchased: z.array(id).max(200).readonly().optional(),
    irregular: text.optional(),
    irregularities,
  }),
);
export const moneyCounted = kind(
  'operation.moneyCounted',
  z.strictObject({
    operation: id,
    count: id,
    agent: id,
    when: moment,
    counted: countedShape,
    expected: z.number().int(),
    present: said,
    note: text,
    irregularities,
  }),
);
export const equipmentIssued = kind(
  'operation.equipmentIssued',
  z.strictObject({
    operation: id,
    item: id,
    agent: id,
    kind: z.enum(['coverDocument', 'equipment']),
    what: told,
    serial: short,
    issuedOn: day,
    dueBack: day,
    warnFrom: day,
  }),
);
export const equipmentReturned = kind(
  'operation.equipmentReturned',
  z.strictObject({ operation: id, item: id, returnedOn: day, condition: told }),
);

export const checkInsPlanned = kind(
  'operation.checkInsPlanned',
  z.strictObject({
    operation: id,
    agent: id,
    next: moment,
    everyHours: z
      .number()
      .int()
      .min(1)
      .max(24 * 60)
      .optional(),
    grace: z
      .number()
      .int()
      .min(0)
      .max(24 * 60),
    note: text,
  }),
);
/** `next`: which one is waited for from now on; null where none is. */
export const checkedIn = kind(
  'operation.checkedIn',
  z.strictObject({
    operation: id,
    checkIn: id,
    agent: id,
    when: moment,
    how: said,
    well: z.boolean(),
    note: text,
    next: moment.nullable(),
  }),
);
export const planWritten = kind(
  'operation.planWritten',
  z.strictObject({
    operation: id,
    version: z.number().int().min(1),
    text: told,
    contacts: told,
    wayOut: told,
  }),
);
export const riskAssessed = kind(
  'operation.riskAssessed',
  z.strictObject({
    operation: id,
    agent: id.optional(),
    level: riskLevel,
    factors: told,
    measures: told,
    when: moment,
  }),
);

export const debriefed = kind(
  'operation.debriefed',
  z.strictObject({ operation: id, agent: id, when: moment, by: said, note: told }),
);
export const operationEnded = kind(
  'operation.ended',
  z.strictObject({
    operation: id,
    when: moment,
    reason: told,
    open: z
      .array(z.strictObject({ step: endingStep, labels: z.array(short).readonly(), reason: told }))
      .readonly(),
  }),
);
/** What left the program, for whom, and what was kept back on whose order. */
export const disclosed = kind(
  'operation.disclosed',
  z.strictObject({
    operation: id,
    disclosure: id,
    recipient: said,
    order: orderShape,
    entries: z
      .array(
        z.strictObject({
          log: id,
          how: z.enum(['whole', 'redacted', 'withheld']),
          reason: text.optional(),
          order: orderShape.optional(),
        }),
      )
      .readonly(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
);

export const operationKinds = [
  operationOpened,
  memberAdded,
  memberRemoved,
  caseTold,
  authorised,
  extended,
  actAssigned,
  agentAdded,
  agentChecked,
  envelopeSealed,
  envelopeOpened,
  envelopeCopied,
  envelopeHanded,
  logged,
  reported,
  irregularityDeclared,
  chargeStated,
  moneyMoved,
  moneyCounted,
  equipmentIssued,
  equipmentReturned,
  checkInsPlanned,
  checkedIn,
  planWritten,
  riskAssessed,
  debriefed,
  operationEnded,
  disclosed,
];
