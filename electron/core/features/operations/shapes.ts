import { z } from 'zod';
import { agentChecks, endingSteps, memberRoles, paperPlaces, riskLevels } from './model.ts';

/** What people may say, for calls and entries alike. */

export const id = z.string().min(1).max(100);
export const day = z.iso.date();
export const moment = z.iso.datetime({ offset: true });
export const said = z.string().trim().min(1).max(500);
export const short = z.string().max(500);
export const told = z.string().trim().min(1).max(20_000);
export const text = z.string().max(20_000);

export const memberRole = z.enum(memberRoles);
export const riskLevel = z.enum(riskLevels);
export const endingStep = z.enum(endingSteps);

export const applicationShape = z.strictObject({ by: said, day, ownResponsibility: z.boolean() });
export const orderShape = z.strictObject({ authority: said, number: said, day });

export const checkShape = {
  check: z.enum(agentChecks),
  holds: z.boolean(),
  day,
  where: z.enum(paperPlaces),
  exhibit: id.optional(),
  note: text.optional(),
};

export const personsShape = z
  .array(z.strictObject({ name: said, scope: id.optional(), target: z.boolean() }))
  .max(100)
  .readonly();

export const logShape = {
  agent: id,
  when: moment,
  place: said,
  scopePlace: id.optional(),
  contact: short.optional(),
  text: told,
  persons: personsShape.optional(),
  exhibits: z.array(id).max(200).readonly().optional(),
  techniques: z.array(id).max(50).readonly().optional(),
  risk: riskLevel.optional(),
  riskNote: text.optional(),
  assignment: id.optional(),
  corrects: id.optional(),
  irregular: z.string().trim().min(1).max(5_000).optional(),
};

export const reportShape = {
  when: moment,
  from: day,
  until: day,
  done: told,
  planned: told,
  learned: told,
  document: id.optional(),
};

export const chargeShape = {
  text: told,
  offence: id.optional(),
  proofs: z
    .array(
      z.strictObject({
        kind: z.enum(['log', 'agent', 'exhibit', 'other']),
        id: z.string().max(100),
        text: short,
      }),
    )
    .max(200)
    .readonly(),
};

export const outsideShape = z
  .array(
    z.strictObject({
      name: said,
      // An age X25519 recipient; what its check sum says is found out when it is sealed to.
      recipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/),
    }),
  )
  .max(10)
  .readonly();

const worded = z.array(said).max(100).readonly();
const kinds = z
  .array(z.strictObject({ kind: id, text: short }))
  .max(100)
  .readonly();

export const scopeShape = z.strictObject({
  acts: kinds,
  places: worded.optional(),
  persons: worded.optional(),
  techniques: kinds.optional(),
});
