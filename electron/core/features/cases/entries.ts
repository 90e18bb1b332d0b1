import { z } from 'zod';
import { amendmentsShape } from '../../journal/amend.ts';
import { kind } from '../../journal/kind.ts';
import { caseFields } from './model.ts';

const text = z.string().max(20_000);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const caseShape = z.strictObject({
  title: z.string().trim().min(1).max(300),
  summary: text.optional(),
  offences: z.array(z.string().max(100)).max(50).readonly().optional(),
  stage: z.string().max(100).optional(),
  status: z.string().max(100).optional(),
  openedOn: day.optional(),
  court: z.string().max(300).optional(),
  courtNumber: z.string().max(100).optional(),
  notes: text.optional(),
});

export const caseOpened = kind(
  'case.opened',
  z.strictObject({ case: z.string(), number: z.string(), fields: caseShape }),
);
export const caseAmended = kind(
  'case.amended',
  z.strictObject({ case: z.string(), amendments: amendmentsShape(caseFields) }),
);
export const teamJoined = kind('case.teamJoined', z.strictObject({ case: z.string(), user: z.string() }));
export const teamLeft = kind('case.teamLeft', z.strictObject({ case: z.string(), user: z.string() }));

export const caseKinds = [caseOpened, caseAmended, teamJoined, teamLeft];
