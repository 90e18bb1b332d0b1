import { z } from 'zod';
import { amendmentsShape } from '../../journal/amend.ts';
import { kind } from '../../journal/kind.ts';
import { personFields } from './model.ts';

const short = z.string().max(300);

export const personShape = z.strictObject({
  kind: z.enum(['person', 'organisation']),
  name: z.string().trim().min(1).max(300),
  role: z.string().min(1).max(100),
  document: short.optional(),
  birthDate: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  gender: short.optional(),
  nationality: short.optional(),
  occupation: short.optional(),
  phone: short.optional(),
  address: z.string().max(1_000).optional(),
  notes: z.string().max(20_000).optional(),
});

const id = z.string().max(100);

export const personAdded = kind(
  'person.added',
  z.strictObject({ case: id, person: id, ...personShape.shape }),
);
export const personAmended = kind(
  'person.amended',
  z.strictObject({ case: id, person: id, amendments: amendmentsShape(personFields) }),
);
export const personRelated = kind(
  'person.related',
  z.strictObject({
    case: id,
    relation: id,
    from: id,
    to: id,
    type: z.string().max(100),
    note: z.string().max(2_000),
  }),
);
export const personUnrelated = kind(
  'person.unrelated',
  z.strictObject({ case: id, relation: id, reason: z.string().max(2_000) }),
);
/** A protected person's true identity: ciphertext to the named holders. */
export const sealClosed = kind(
  'seal.closed',
  z.strictObject({ case: id, person: id, seal: id, ciphertext: z.string(), holders: z.array(id).min(1) }),
);
export const sealOpened = kind(
  'seal.opened',
  z.strictObject({ case: id, person: id, seal: id, reason: z.string().min(1).max(2_000) }),
);

export const personKinds = [
  personAdded,
  personAmended,
  personRelated,
  personUnrelated,
  sealClosed,
  sealOpened,
];
