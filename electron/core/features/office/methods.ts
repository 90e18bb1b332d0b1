import type { Method, Nothing } from '../../api/method.ts';
import type { Right, Role } from '../../api/roles.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import type {
  OfficeSettings,
  PassphraseStrength,
  RecoverySheet,
  SessionInfo,
  SettingsChange,
  UserRow,
  VaultStatus,
} from './model.ts';

/** What may be called of this register. */
export interface OfficeMethods {
  'vault.status': Method<Nothing, VaultStatus>;
  'vault.create': Method<
    {
      readonly office: {
        readonly name: string;
        readonly jurisdiction: string;
        readonly language: 'es' | 'en';
        readonly caseNumbering?: string | undefined;
      };
      readonly user: { readonly name: string; readonly passphrase: string };
    },
    { readonly session: SessionInfo; readonly sheet: RecoverySheet }
  >;
  /** The last six characters of the key, typed from the printed or saved sheet. */
  'vault.confirmRecovery': Method<{ readonly lastCharacters: string }, Nothing>;
  /** Writes the sheet in hand, as an age identity file, into a folder that the person chose. */
  'vault.saveRecovery': Method<{ readonly folder: string }, { readonly name: string }>;
  /** A new recovery key in place of the old one: for a sheet that was lost or never confirmed. */
  'vault.renewRecovery': Method<{ readonly passphrase: string }, RecoverySheet>;
  /**
   * `name`: without it the vault opens for the one user whose passphrase this is, for the command line.
   * `acceptOlder`: an administrator opens an older database than was last seen; recorded.
   */
  'vault.unlock': Method<
    {
      readonly name?: string | undefined;
      readonly passphrase: string;
      readonly acceptOlder?: boolean | undefined;
    },
    SessionInfo
  >;
  'vault.lock': Method<Nothing, Nothing>;
  'vault.session': Method<Nothing, SessionInfo | null>;
  /** The person is at the keyboard: puts off the lock timer. */
  'vault.touch': Method<Nothing, Nothing>;
  'vault.changePassphrase': Method<{ readonly current: string; readonly next: string }, Nothing>;
  'vault.strength': Method<
    { readonly passphrase: string; readonly words: readonly string[] },
    PassphraseStrength
  >;

  'office.settings': Method<Nothing, OfficeSettings>;
  'office.amend': Method<SettingsChange, Nothing>;
  'office.jurisdiction': Method<Nothing, Jurisdiction>;
  'office.jurisdictions': Method<
    Nothing,
    readonly {
      readonly id: string;
      readonly name: { es: string; en: string };
      /** What the pack proposes for the office's case numbers. */
      readonly caseNumbering: string;
    }[]
  >;
  'office.rights': Method<
    Nothing,
    { readonly rights: readonly Right[]; readonly table: Readonly<Record<Role, readonly Right[]>> }
  >;
  'users.list': Method<Nothing, readonly UserRow[]>;
  'users.add': Method<
    { readonly name: string; readonly passphrase: string; readonly roles: readonly Role[] },
    UserRow
  >;
  'users.remove': Method<{ readonly user: string }, Nothing>;
  'roles.grant': Method<{ readonly user: string; readonly role: Role }, Nothing>;
  'roles.revoke': Method<{ readonly user: string; readonly role: Role }, Nothing>;
}
