import { z } from 'zod';
import { amendmentsShape } from '../../journal/amend.ts';
import { kind } from '../../journal/kind.ts';
import { detailsShape } from './details-shape.ts';
import { assetFields, assetWarnings, exhibitRoles, holdingRoles } from './model.ts';
import {
  day,
  id,
  inventoryShape,
  moneyShape,
  orderShape,
  short,
  text,
  witnessesShape,
  words,
} from './shapes.ts';
import { claimOutcomes, conditions, paidFrom, takenStages, valueBases } from './step-model.ts';

const warningsShape = z
  .array(
    z.strictObject({
      code: z.enum(assetWarnings),
      field: z.enum([...assetFields, 'share']),
      value: short,
      other: z.string().max(200),
    }),
  )
  .max(50)
  .readonly();

export const assetAdded = kind(
  'seizure.added',
  z.strictObject({
    case: id,
    asset: id,
    number: z.string().max(200),
    name: z.string().min(1).max(300),
    details: detailsShape,
    identifiedOn: day,
    description: text.optional(),
    place: short.optional(),
    department: short.optional(),
    office: short.optional(),
    notes: text.optional(),
    /** Why it was entered beside another with the same number. */
    duplicateReason: words.optional(),
    /** The whole that it is a part of, and the split that made it. */
    partOf: z.strictObject({ asset: id, event: id }).optional(),
    /** What was told of it when it was written: the jurisdiction's forms are not known to the views. */
    warnings: warningsShape,
  }),
);
export const assetAmended = kind(
  'seizure.amended',
  z.strictObject({
    case: id,
    asset: id,
    amendments: amendmentsShape(assetFields),
    duplicateReason: words.optional(),
    warnings: warningsShape,
  }),
);

const dayOrNone = z.union([z.literal(''), day]);

export const personLinked = kind(
  'seizure.personLinked',
  z.strictObject({
    case: id,
    asset: id,
    link: id,
    person: id,
    role: z.enum(holdingRoles),
    /** Hundredths of a per cent. */
    share: z.number().int().min(1).max(10_000).nullable(),
    from: dayOrNone,
    until: dayOrNone,
    source: short,
  }),
);
export const exhibitLinked = kind(
  'seizure.exhibitLinked',
  z.strictObject({ case: id, asset: id, link: id, exhibit: id, role: z.enum(exhibitRoles) }),
);
export const unlinked = kind(
  'seizure.unlinked',
  z.strictObject({ case: id, asset: id, link: id, reason: words.min(1) }),
);

export const rateStated = kind(
  'seizure.rateStated',
  z.strictObject({
    case: id,
    rate: id,
    from: z.string().regex(/^[A-Z]{3}$/),
    to: z.string().regex(/^[A-Z]{3}$/),
    /** An exact decimal: how many of `to` one of `from` is. */
    value: z.string().regex(/^\d{1,12}(\.\d{1,12})?$/),
    on: day,
    source: z.string().min(1).max(500),
  }),
);

/** What every step and event says. */
const event = <F extends z.ZodType>(facts: F) =>
  ({
    case: id,
    asset: id,
    event: id,
    on: day,
    document: id.optional(),
    note: text.optional(),
    facts,
  }) as const;
/** A step of the main line names the steps that it followed: two that did not see each other are a conflict. */
const step = <F extends z.ZodType>(facts: F) =>
  z.strictObject({ ...event(facts), saw: z.array(z.string().max(64)).max(20).readonly() });
const further = <F extends z.ZodType>(facts: F) => z.strictObject(event(facts));

const due = z.strictObject({ due: day, warnFrom: day, term: id.nullable() }).nullable();
const at = z
  .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
  .nullable();

export const takenOver = kind(
  'seizure.takenOver',
  step(
    z.strictObject({
      stage: z.enum(takenStages),
      row: z.number().int().min(1),
      custodian: short,
      account: due,
      check: due,
    }),
  ),
);
export const requested = kind('seizure.requested', step(z.strictObject({ court: short, grounds: text })));
export const ordered = kind(
  'seizure.ordered',
  step(
    z.strictObject({
      order: orderShape,
      scope: text,
      provisional: z.boolean(),
      until: dayOrNone,
      expiry: due,
    }),
  ),
);
export const executed = kind(
  'seizure.executed',
  step(
    z.strictObject({
      place: short,
      coordinates: at,
      by: short,
      witnesses: witnessesShape,
      inventory: inventoryShape,
      urgency: words,
      confirm: due,
    }),
  ),
);
export const registered = kind(
  'seizure.registered',
  step(z.strictObject({ registry: short, entryNumber: short })),
);
export const administered = kind(
  'seizure.administered',
  step(
    z.strictObject({
      custodian: short,
      institution: short,
      place: short,
      coordinates: at,
      account: due,
      check: due,
    }),
  ),
);
export const sold = kind(
  'seizure.sold',
  step(z.strictObject({ order: orderShape, proceeds: moneyShape, buyer: short, reason: words })),
);
export const forfeited = kind(
  'seizure.forfeited',
  step(z.strictObject({ order: orderShape, beneficiary: short })),
);
export const returned = kind(
  'seizure.returned',
  step(z.strictObject({ order: orderShape, to: short, person: id.nullable() })),
);
export const destroyed = kind(
  'seizure.destroyed',
  step(z.strictObject({ order: orderShape, method: short, witnesses: witnessesShape })),
);
export const lifted = kind(
  'seizure.lifted',
  step(z.strictObject({ order: orderShape.nullable(), reason: words })),
);
export const split = kind(
  'seizure.split',
  step(
    z.strictObject({
      reason: words,
      parts: z
        .array(
          z.strictObject({
            asset: id,
            number: z.string().max(200),
            name: z.string().min(1).max(300),
            value: moneyShape,
            count: z.number().int().min(1).nullable(),
          }),
        )
        .min(2)
        .max(50)
        .readonly(),
    }),
  ),
);

export const valued = kind(
  'seizure.valued',
  further(z.strictObject({ value: moneyShape, basis: z.enum(valueBases), source: short, by: short })),
);
export const checked = kind(
  'seizure.checked',
  further(z.strictObject({ condition: z.enum(conditions), by: short, place: short, check: due })),
);
export const spent = kind(
  'seizure.spent',
  further(z.strictObject({ cost: moneyShape, what: short, paidFrom: z.enum(paidFrom) })),
);
export const accounted = kind(
  'seizure.accounted',
  further(z.strictObject({ from: day, until: day, account: due })),
);
export const claimed = kind(
  'seizure.claimed',
  further(z.strictObject({ claimant: short, person: id.nullable(), grounds: text })),
);
export const claimSettled = kind(
  'seizure.claimSettled',
  further(z.strictObject({ claim: id, outcome: z.enum(claimOutcomes), court: short, number: short })),
);

/** A step, event or rate was written in error. It stays, and no longer counts. `asset` is null for a rate. */
export const annulled = kind(
  'seizure.annulled',
  z.strictObject({ case: id, asset: id.nullable(), event: id, reason: words.min(1) }),
);

/** What the bodies of all steps and events have in common. */
export interface EventBody {
  readonly case: string;
  readonly asset: string;
  readonly event: string;
  readonly on: string;
  readonly document?: string | undefined;
  readonly note?: string | undefined;
  readonly saw?: readonly string[] | undefined;
  readonly facts: object;
}

/** Kinds of steps and events, by the word that the register has for them. */
export const eventKinds = {
  takeOver: takenOver,
  request: requested,
  order: ordered,
  execute: executed,
  register: registered,
  administer: administered,
  sell: sold,
  forfeit: forfeited,
  return: returned,
  destroy: destroyed,
  lift: lifted,
  split,
  value: valued,
  check: checked,
  cost: spent,
  account: accounted,
  claim: claimed,
  settleClaim: claimSettled,
} as const;

export const seizureKinds = [
  assetAdded,
  assetAmended,
  personLinked,
  exhibitLinked,
  unlinked,
  rateStated,
  ...Object.values(eventKinds),
  annulled,
];
