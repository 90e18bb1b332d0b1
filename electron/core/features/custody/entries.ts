import { z } from 'zod';
import { kind } from '../../journal/kind.ts';
import { custodyEvents } from './model.ts';

const id = z.string().min(1).max(100);
const short = z.string().max(500);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const moment = z.iso.datetime({ offset: true });
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const orderShape = z.strictObject({
  authority: z.string().trim().min(1).max(500),
  number: z.string().trim().min(1).max(200),
  date: day,
});
export const receiverShape = z.strictObject({
  document: z.string().trim().min(1).max(200),
  institution: short,
  scan: id.optional(),
});
/** What a person may say of an event beside its plain texts. */
export const saidShape = {
  dueBack: day.optional(),
  why: z.string().max(2_000).optional(),
  order: orderShape.optional(),
  taken: z.string().max(2_000).optional(),
  part: id.optional(),
  receiver: receiverShape.optional(),
};

/** Only ever added, never amended: a mistake is put right by a further event. */
export const custodyRecorded = kind(
  'custody.recorded',
  z.strictObject({
    case: id,
    exhibit: id,
    event: z.enum(custodyEvents),
    when: moment,
    from: short,
    to: short,
    place: short,
    reason: z.string().max(2_000),
    seal: z.string().max(200),
    note: z.string().max(5_000),
    ...saidShape,
    handover: id.optional(),
    signature: z
      .strictObject({ user: id, statement: z.string().max(2_000_000), sshsig: z.string().max(4_096) })
      .optional(),
    list: z.strictObject({ name: z.string().max(1_000), sha256, row: z.number().int().min(1) }).optional(),
  }),
);

const count = z.number().int().min(0);
/** A former register was taken over: every event that came of it is an entry of its own. */
export const custodyListImported = kind(
  'custody.listImported',
  z.strictObject({
    case: id,
    name: z.string().max(1_000),
    sha256,
    counts: z.strictObject({ write: count, known: count, refused: count }),
  }),
);

/** The giver's side of a hand-over to a user of the program, who has yet to sign. */
export const custodyOffered = kind(
  'custody.offered',
  z.strictObject({
    case: id,
    handover: id,
    exhibits: z.array(id).min(1).max(500),
    user: id,
    when: moment,
    from: short,
    to: short,
    place: short,
    reason: z.string().max(2_000),
    note: z.string().max(5_000),
    dueBack: day.optional(),
    why: z.string().max(2_000).optional(),
  }),
);
/** A hand-over that did not come about: its receiver would not have it, or the giver took it back. */
export const custodyDeclined = kind(
  'custody.declined',
  z.strictObject({
    case: id,
    handover: id,
    answer: z.enum(['refused', 'withdrawn']),
    reason: z.string().trim().min(1).max(2_000),
  }),
);
/** A custody sheet, receipt or label left the program. */
export const custodyPrinted = kind(
  'custody.printed',
  z.strictObject({
    case: id,
    form: z.enum(['sheet', 'receipt', 'labels', 'label']),
    exhibits: z.array(id).min(1).max(500),
    handover: id.optional(),
    sha256,
  }),
);

export const custodyKinds = [
  custodyRecorded,
  custodyListImported,
  custodyOffered,
  custodyDeclined,
  custodyPrinted,
];
