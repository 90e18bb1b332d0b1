import { join } from 'node:path';
import { z } from 'zod';
import { CustodiaError } from '../../api/errors.ts';
import { type Procedures, writeStep } from '../../api/procedure.ts';
import { rights, rightsOf, rightsOfRoles, roles } from '../../api/roles.ts';
import type { Services } from '../../api/services.ts';
import { waitSeconds } from '../../vault/attempts.ts';
import { readFormat } from '../../vault/format.ts';
import { assessPassphrase } from '../../vault/passphrase.ts';
import { saveRecovery } from '../../vault/recovery-sheet.ts';
import { officeAmended, recoveryConfirmed, roleGranted, roleRevoked, settingsShape } from './entries.ts';
import { listJurisdictions, loadJurisdiction } from './jurisdiction-file.ts';
import {
  addUser,
  changePassphrase,
  officeKeySteps,
  removeUser,
  renewRecovery,
  requireStrong,
  sheetFor,
} from './keys.ts';
import type { OfficeSettings, RecoverySheet, SessionInfo, SettingsChange } from './model.ts';
import { readSettings } from './settings.ts';
import { foundOffice } from './setup.ts';
import { acceptRollback, extendsCheckpoint, logHead, standing, unlock } from './unlock.ts';
import { listUsers, userById } from './users.ts';

const nothing = z.strictObject({});
const userName = z.string().trim().min(1).max(200);
const passphrase = z.string().min(1).max(1_000);
const role = z.enum(roles);

const confirmRecovery = writeStep('office.confirmRecovery', ({ append }, recovery: string): null => {
  append(recoveryConfirmed, null, { recovery });
  return null;
});

const amendSettings = writeStep('office.amendSettings', ({ append }, settings: SettingsChange): null => {
  append(officeAmended, null, { settings });
  return null;
});

export const officeSteps = [
  amendSettings,
  standing,
  logHead,
  extendsCheckpoint,
  acceptRollback,
  confirmRecovery,
  ...officeKeySteps,
];

async function sessionInfo(services: Services): Promise<SessionInfo> {
  const { user, notices } = services.session();
  const now = await services.step(standing, null);
  return {
    user: { id: user.id, name: user.name, roles: now.roles },
    rights: rightsOfRoles(now.roles),
    office: now.office,
    recoveryConfirmed: now.recoveryConfirmed,
    notices,
  };
}

/** Remembers the sheet in hand until the person has typed it back. */
function handOut(services: Services, sheet: RecoverySheet): RecoverySheet {
  services.sheetInHand = sheet;
  return sheet;
}

export const officeProcedures = {
  'vault.status': {
    type: 'task',
    right: 'open',
    input: nothing,
    run: async (services) => {
      if (services.isOpen) return { state: 'unlocked', waitSeconds: 0 };
      const present = (await readFormat(services.layout)) !== null;
      return {
        state: present ? 'locked' : 'absent',
        waitSeconds: waitSeconds(services.layout.attempts, Date.now()),
      };
    },
  },
  'vault.create': {
    type: 'task',
    right: 'open',
    input: z.strictObject({
      office: z.strictObject({
        name: userName,
        jurisdiction: z.string().regex(/^[a-z-]{1,40}$/),
        language: z.enum(['es', 'en']),
        caseNumbering: settingsShape.shape.caseNumbering.optional(),
      }),
      user: z.strictObject({ name: userName, passphrase }),
    }),
    run: async (services, input) => {
      await requireStrong(input.user.passphrase, [input.user.name, input.office.name]);
      const pack = loadJurisdiction(input.office.jurisdiction);
      const office: OfficeSettings = {
        ...input.office,
        caseNumbering: input.office.caseNumbering ?? pack.caseNumbering.pattern,
        lockMinutes: 10,
      };
      const founded = await foundOffice(services.layout, services.views, { office, user: input.user });
      await unlock(services, input.user);
      const sheet = await sheetFor(founded.recoveryIdentity, founded.recoveryRecipient, office.name);
      return { session: await sessionInfo(services), sheet: handOut(services, sheet) };
    },
  },
  'vault.confirmRecovery': {
    type: 'task',
    right: 'office.manage',
    input: z.strictObject({ lastCharacters: z.string().max(100) }),
    run: async (services, input) => {
      const typed = input.lastCharacters.trim().toUpperCase();
      const sheet = services.sheetInHand;
      if (sheet === null || typed !== sheet.key.slice(-6)) throw new CustodiaError('recovery.mismatch');
      await services.step(confirmRecovery, sheet.recipient);
      services.sheetInHand = null;
      return {};
    },
  },
  'vault.saveRecovery': {
    type: 'task',
    right: 'office.manage',
    input: z.strictObject({ folder: z.string() }),
    run: async (services, { folder }) => {
      const sheet = services.sheetInHand;
      if (sheet === null) throw new CustodiaError('recovery.mismatch');
      const name = `custodia-recovery-${sheet.issuedAt.slice(0, 10)}.txt`;
      await saveRecovery(join(services.handles.take(folder), name), sheet);
      return { name };
    },
  },
  'vault.renewRecovery': {
    type: 'task',
    right: 'office.manage',
    input: z.strictObject({ passphrase }),
    run: async (services, input) => handOut(services, await renewRecovery(services, input.passphrase)),
  },
  'vault.unlock': {
    type: 'task',
    right: 'open',
    input: z.strictObject({ name: userName.optional(), passphrase, acceptOlder: z.boolean().optional() }),
    run: async (services, input) => {
      if (services.isOpen) await services.end();
      await unlock(services, input);
      return sessionInfo(services);
    },
  },
  'vault.lock': {
    type: 'task',
    right: 'open',
    input: nothing,
    run: async (services) => {
      await services.end();
      return {};
    },
  },
  'vault.session': {
    type: 'task',
    right: 'open',
    input: nothing,
    run: async (services) => (services.isOpen ? sessionInfo(services) : null),
  },
  'vault.touch': {
    type: 'task',
    right: 'open',
    input: nothing,
    run: async (services) => {
      services.touch();
      return {};
    },
  },
  'vault.changePassphrase': {
    type: 'task',
    right: 'office.read',
    input: z.strictObject({ current: passphrase, next: passphrase }),
    run: async (services, input) => {
      await changePassphrase(services, input);
      return {};
    },
  },
  'vault.strength': {
    type: 'task',
    right: 'open',
    input: z.strictObject({ passphrase: z.string().max(1_000), words: z.array(z.string().max(200)).max(10) }),
    run: (_services, input) => assessPassphrase(input.passphrase, input.words),
  },
  'office.settings': {
    type: 'query',
    right: 'office.read',
    input: nothing,
    run: ({ sql }) => readSettings(sql),
  },
  'office.amend': {
    type: 'task',
    right: 'office.manage',
    input: settingsShape.partial().strict(),
    run: async (services, input) => {
      await services.step(amendSettings, input);
      if (input.lockMinutes !== undefined) services.setLockMinutes(input.lockMinutes);
      return {};
    },
  },
  'office.jurisdiction': {
    type: 'query',
    right: 'office.read',
    input: nothing,
    run: ({ sql }) => loadJurisdiction(readSettings(sql).jurisdiction),
  },
  'office.jurisdictions': {
    type: 'task',
    right: 'open',
    input: nothing,
    run: async () => listJurisdictions(),
  },
  'office.rights': {
    type: 'query',
    right: 'office.read',
    input: nothing,
    run: () => ({ rights, table: rightsOf }),
  },
  'users.list': { type: 'query', right: 'office.read', input: nothing, run: ({ sql }) => listUsers(sql) },
  'users.add': {
    type: 'task',
    right: 'office.manage',
    input: z.strictObject({ name: userName, passphrase, roles: z.array(role).min(1) }),
    run: addUser,
  },
  'users.remove': {
    type: 'task',
    right: 'office.manage',
    input: z.strictObject({ user: z.string() }),
    run: async (services, input) => {
      await removeUser(services, input.user);
      return {};
    },
  },
  'roles.grant': {
    type: 'command',
    right: 'office.manage',
    input: z.strictObject({ user: z.string(), role }),
    run: ({ sql, append }, input) => {
      if (!userById(sql, input.user).roles.includes(input.role)) append(roleGranted, null, input);
      return {};
    },
  },
  'roles.revoke': {
    type: 'command',
    right: 'office.manage',
    input: z.strictObject({ user: z.string(), role }),
    run: ({ sql, append }, input) => {
      if (!userById(sql, input.user).roles.includes(input.role)) return {};
      const administrators = listUsers(sql).filter(
        (user) => user.active && user.roles.includes('administrator'),
      );
      if (input.role === 'administrator' && administrators.length === 1) {
        throw new CustodiaError('user.lastAdministrator');
      }
      append(roleRevoked, null, input);
      return {};
    },
  },
} satisfies Procedures;
