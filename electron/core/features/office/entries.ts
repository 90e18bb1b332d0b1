import { z } from 'zod';
import { roles } from '../../api/roles.ts';
import { kind } from '../../journal/kind.ts';

const name = z.string().min(1).max(200);
const publicUser = z.object({
  id: z.string(),
  name,
  /** Ed25519 public key, 32 bytes in base64. */
  signKey: z.string(),
  /** age recipient. */
  recipient: z.string(),
  roles: z.array(z.enum(roles)),
});

export const settingsShape = z.object({
  name,
  jurisdiction: z.string().min(1).max(40),
  language: z.enum(['es', 'en']),
  caseNumbering: z
    .string()
    .min(1)
    .max(60)
    .regex(/\{seq(:\d)?\}/),
  lockMinutes: z.number().int().min(1).max(240),
});

/** The vault's first entry, signed by the user that it brings in: where all trust in keys starts. */
export const officeFounded = kind(
  'office.founded',
  z.object({
    office: settingsShape,
    user: publicUser,
    workstation: z.string(),
    /** Public key of the workstation's checkpoints. */
    logKey: z.string(),
    recovery: z.string(),
  }),
);
export const officeAmended = kind('office.amended', z.object({ settings: settingsShape.partial() }));
export const recoveryConfirmed = kind('office.recoveryConfirmed', z.object({ recovery: z.string() }));
export const recoveryRenewed = kind('office.recoveryRenewed', z.object({ recovery: z.string() }));
export const userAdded = kind('user.added', z.object({ user: publicUser }));
export const userRemoved = kind('user.removed', z.object({ user: z.string() }));
export const passphraseChanged = kind('user.passphraseChanged', z.object({ user: z.string() }));
export const roleGranted = kind('role.granted', z.object({ user: z.string(), role: z.enum(roles) }));
export const roleRevoked = kind('role.revoked', z.object({ user: z.string(), role: z.enum(roles) }));
export const clockSetBack = kind('journal.clockSetBack', z.object({ from: z.string(), to: z.string() }));
/** An older database than the last checkpoint was opened all the same, by an administrator's decision. */
export const rollbackAccepted = kind(
  'journal.rollbackAccepted',
  z.object({ expectedSize: z.number().int(), expectedRoot: z.string(), size: z.number().int() }),
);

export const officeKinds = [
  officeFounded,
  officeAmended,
  recoveryConfirmed,
  recoveryRenewed,
  userAdded,
  userRemoved,
  passphraseChanged,
  roleGranted,
  roleRevoked,
  clockSetBack,
  rollbackAccepted,
];
