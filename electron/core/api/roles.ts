/** Who may do what: one table, checked in one place (`authorise.ts`), shown to the administrator, tested cell by cell. */

export const roles = [
  'prosecutor',
  'investigator',
  'clerk',
  'caseworker',
  'handler',
  'administrator',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

export const rights = [
  'office.read',
  'office.manage',
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
  'operation.write',
  'operation.authorise',
  'operation.money',
  'operation.seal',
  'operation.disclose',
  'journal.audit',
  'journal.verify',
  'backup.write',
] as const;
export type Right = (typeof rights)[number];

/** An administrator keeps users and keys and sees no case by that role; an auditor reads the trail and verifies. */
export const rightsOf: Readonly<Record<Role, readonly Right[]>> = {
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

/** The rights of all roles together, in the table's order. */
export function rightsOfRoles(held: readonly Role[]): Right[] {
  return rights.filter((right) => held.some((role) => rightsOf[role].includes(right)));
}
