/** Every way in which the core refuses or fails, as the shells and the renderer know it. */
export const errorCodes = [
  // the keyring and the vault
  'vault.absent',
  'vault.exists',
  'vault.locked',
  'vault.inUse',
  'vault.newerVersion',
  'vault.keyringMissing',
  'vault.keyringDamaged',
  'vault.databaseDamaged',
  'vault.databaseMissing',
  'vault.rolledBack',
  'vault.notEncrypted',
  'vault.busy',
  'unlock.refused',
  'unlock.wait',
  'unlock.nameNeeded',
  'passphrase.weak',
  'recovery.mismatch',
  // the disk
  'disk.full',
  'disk.readOnly',
  'disk.failed',
  // the journal
  'journal.invalid',
  'journal.clockSetBack',
  // calls
  'call.unknown',
  'call.invalid',
  'call.forbidden',
  'call.notOnTeam',
  'call.notOnOperation',
  'call.notFound',
  'call.conflict',
  'call.cancelled',
  // files
  'intake.tooMany',
  'file.handleUnknown',
  'file.vanished',
  'file.changed',
  'file.unreadable',
  'file.notAFile',
  'file.exists',
  // blobs, exhibits, custody
  'blob.missing',
  'blob.damaged',
  'testimony.notARecording',
  'testimony.badCaption',
  'integrity.isSound',
  'integrity.notTheOriginal',
  'integrity.notInBackup',
  'custody.notReceived',
  'custody.alreadyHeld',
  'custody.isReturned',
  'custody.isDestroyed',
  'custody.isSealed',
  'custody.notSealed',
  'custody.whyTime',
  'custody.whyGiver',
  'custody.offerOpen',
  'custody.noOffer',
  'custody.notReceiver',
  'custody.notPrinted',
  'exhibit.notViewable',
  'exhibit.noContent',
  // items, and lists that are imported
  'item.invalid',
  'item.checkDigit',
  'item.circle',
  'item.parentNotItem',
  'list.unreadable',
  'list.tooLarge',
  'list.noColumns',
  'list.changed',
  'list.hasRefused',
  'list.noNames',
  'list.tooManyRows',
  'list.notWritten',
  // documents from templates
  'paper.notMade',
  'paper.reordered',
  'exhibit.unreadable',
  // money
  'money.currency',
  'money.form',
  'money.ambiguous',
  'money.decimals',
  'money.tooLarge',
  'money.rate',
  // seized assets
  'seizure.detail',
  'seizure.dayInFuture',
  'seizure.dayBefore',
  'seizure.needed',
  'seizure.documentNeeded',
  'seizure.stepNotAllowed',
  'seizure.stepsInConflict',
  'seizure.claimOpen',
  'seizure.claimIsSettled',
  'seizure.isAnnulled',
  'seizure.stillNeeded',
  'seizure.sharesOver',
  'seizure.duplicate',
  'seizure.countsDisagree',
  'seizure.partsDisagree',
  'seizure.noValue',
  'seizure.spentTooMuch',
  'seizure.hasLeft',
  // sealed fields
  'seal.notHolder',
  'seal.destroyed',
  // undercover operations
  'operation.hasEnded',
  'operation.overlap',
  'operation.extensionLate',
  'operation.extensionShort',
  'operation.beyondRuling',
  'operation.outside',
  'operation.overspent',
  'operation.noReceipt',
  'operation.countDiffers',
  'operation.codeName',
  'operation.codeNameTells',
  'operation.notMember',
  'operation.lastMember',
  'operation.holdsEnvelope',
  'operation.stepsOpen',
  'operation.undecided',
  'operation.notDrawn',
  // bundles
  'bundle.empty',
  'bundle.sourceUnreadable',
  'bundle.invalid',
  'bundle.tooLarge',
  'bundle.p12NotOne',
  'bundle.p12Password',
  'bundle.p12Old',
  'bundle.p12NoKey',
  'bundle.p12NotNow',
  'bundle.p12Kind',
  'bundle.reasonNeeded',
  'bundle.reveals',
  'bundle.notChecked',
  'bundle.reportNotDrawn',
  'draft.changed',
  'draft.nameTaken',
  'draft.exhibitTwice',
  'draft.exhibitUnknown',
  'draft.notIn',
  'draft.profileUnknown',
  'draft.sectionNotEmpty',
  // backups
  'backup.notOne',
  'backup.damaged',
  // users
  'user.nameTaken',
  'user.lastAdministrator',
  // anything not foreseen: a defect, told as such
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];
export type ErrorParams = Readonly<Record<string, string | number>>;

/** What crosses the boundary: never a stack, a key or a path that the user did not name. */
export interface ErrorBody {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

/** A refusal or failure with a code that is translated for people and params that fill its text. */
export class CustodiaError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = 'CustodiaError';
    this.code = code;
    this.params = params;
  }
}

/** Node's code of a failed system call (`ENOSPC`, …), or an empty string. */
export function systemCode(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

const diskErrors: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk.full',
  EDQUOT: 'disk.full',
  EFBIG: 'disk.full',
  EROFS: 'disk.readOnly',
  EACCES: 'disk.readOnly',
  EPERM: 'disk.readOnly',
  EIO: 'disk.failed',
};

/** Tells a failed write on the vault's disk apart: full, read-only or failing; anything else stays as it is. */
export function asDiskError(error: unknown): unknown {
  const code = diskErrors[systemCode(error)];
  return code === undefined ? error : new CustodiaError(code, {}, { cause: error });
}

/** Reduces any thrown value to what may cross the boundary. */
export function errorBody(error: unknown): ErrorBody {
  if (error instanceof CustodiaError) return { code: error.code, params: error.params };
  const disk = asDiskError(error);
  if (disk instanceof CustodiaError) return { code: disk.code, params: disk.params };
  return { code: 'internal', params: {} };
}
