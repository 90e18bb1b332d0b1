import type { BundleJobResult, BundleRow } from '../features/bundles/records.ts';
import type {
  CaseDetail,
  CaseField,
  CaseListInput,
  CaseOpenInput,
  CaseRow,
} from '../features/cases/model.ts';
import type {
  CustodyInput,
  ExhibitDetail,
  ExhibitField,
  ExhibitListInput,
  ExhibitRow,
  IntakeState,
  Provenance,
  ViewTicket,
} from '../features/evidence/model.ts';
import type { Jurisdiction } from '../features/office/jurisdiction.ts';
import type {
  OfficeSettings,
  PassphraseStrength,
  RecoverySheet,
  SessionInfo,
  SettingsChange,
  UserRow,
  VaultStatus,
} from '../features/office/model.ts';
import type {
  PersonAddInput,
  PersonField,
  PersonRow,
  Relation,
  SealedIdentity,
} from '../features/people/model.ts';
import type { Hit } from '../features/search/model.ts';
import type { CheckpointInfo, TimelinePage } from '../features/timeline/model.ts';
import type { Amendment, FieldVersion, Verification } from '../journal/model.ts';
import type { JobState } from './jobs.ts';
import type { Right, Role } from './roles.ts';

interface Method<I, O> {
  readonly input: I;
  readonly output: O;
}
type Nothing = Readonly<Record<string, never>>;
interface InCase {
  readonly case: string;
}
interface InCaseAsOf extends InCase {
  /** ISO moment: the file as it stood then. */
  readonly asOf?: string | undefined;
}
interface OfExhibit extends InCase {
  readonly exhibit: string;
}
interface Page<T> {
  readonly total: number;
  readonly rows: readonly T[];
}

/** Every call of the API: its name, what goes in and what comes out. The composed features are checked against it. */
export interface Contract {
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
  'vault.verify': Method<{ readonly deep: boolean }, JobState>;

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

  'cases.list': Method<CaseListInput, Page<CaseRow>>;
  /** The id of a case by its id or printed number. */
  'cases.find': Method<{ readonly given: string }, { readonly id: string }>;
  'cases.open': Method<CaseOpenInput, { readonly id: string; readonly number: string }>;
  'cases.show': Method<InCaseAsOf, CaseDetail>;
  'cases.amend': Method<InCase & { readonly amendments: readonly Amendment<CaseField>[] }, Nothing>;
  'cases.join': Method<InCase & { readonly user: string }, Nothing>;
  'cases.leave': Method<InCase & { readonly user: string }, Nothing>;

  'people.list': Method<InCaseAsOf, readonly PersonRow[]>;
  'people.add': Method<PersonAddInput, { readonly id: string }>;
  'people.amend': Method<
    InCase & { readonly person: string; readonly amendments: readonly Amendment<PersonField>[] },
    Nothing
  >;
  'people.relations': Method<InCaseAsOf, readonly Relation[]>;
  'people.relate': Method<
    InCase & {
      readonly from: string;
      readonly to: string;
      readonly type: string;
      readonly note?: string | undefined;
    },
    { readonly id: string }
  >;
  'people.unrelate': Method<InCase & { readonly relation: string; readonly reason: string }, Nothing>;
  'people.seal': Method<
    InCase & {
      readonly person: string;
      readonly identity: SealedIdentity;
      readonly holders: readonly string[];
    },
    { readonly seal: string }
  >;
  'people.openSeal': Method<
    InCase & { readonly person: string; readonly reason: string; readonly passphrase: string },
    SealedIdentity
  >;

  'timeline.list': Method<
    InCaseAsOf & {
      readonly before?: string | undefined;
      readonly limit: number;
      readonly kinds?: readonly string[] | undefined;
      readonly text?: string | undefined;
    },
    TimelinePage
  >;
  'timeline.field': Method<
    InCase & { readonly subject: string; readonly field: string },
    readonly FieldVersion[]
  >;
  /** The office's whole trail, for auditors: no case content, only who did what kind of thing when. */
  'timeline.audit': Method<{ readonly before?: string | undefined; readonly limit: number }, TimelinePage>;
  'timeline.checkpoint': Method<Nothing, CheckpointInfo>;
  'timeline.verify': Method<Nothing, Verification & { readonly entries: number }>;

  'evidence.list': Method<ExhibitListInput, Page<ExhibitRow>>;
  /** An exhibit by its id or printed number. */
  'evidence.find': Method<{ readonly given: string }, { readonly case: string; readonly exhibit: string }>;
  'evidence.show': Method<OfExhibit & { readonly asOf?: string | undefined }, ExhibitDetail>;
  'evidence.attach': Method<
    InCase & { readonly files: readonly string[]; readonly provenance: Provenance },
    IntakeState
  >;
  'evidence.intakes': Method<{ readonly case?: string | undefined }, readonly IntakeState[]>;
  'evidence.pause': Method<{ readonly intake: string }, Nothing>;
  'evidence.resume': Method<{ readonly intake: string }, Nothing>;
  'evidence.cancel': Method<{ readonly intake: string }, Nothing>;
  'evidence.amend': Method<OfExhibit & { readonly amendments: readonly Amendment<ExhibitField>[] }, Nothing>;
  'evidence.custody': Method<CustodyInput, Nothing>;
  /** A short-lived ticket: the content is then read from `exhibit/<ticket>`. Recorded as an access. */
  'evidence.view': Method<OfExhibit, ViewTicket>;
  /** Into a chosen folder under the exhibit's own name, or to the chosen `file`: one of the two. */
  'evidence.extract': Method<
    OfExhibit & { readonly folder?: string | undefined; readonly file?: string | undefined },
    { readonly name: string }
  >;
  'evidence.verify': Method<OfExhibit, Verification>;

  'bundles.list': Method<InCase, readonly BundleRow[]>;
  /** Starts the export and answers at once; progress and the result (`BundleJobResult`) come as `job` events. */
  'bundles.export': Method<
    InCase & {
      readonly title: string;
      readonly exhibits: readonly string[];
      /** A handle of a chosen folder; without one the shell's usual folder for documents. */
      readonly folder?: string | undefined;
      /** What to do with a source that cannot be read as pages. */
      readonly unreadable: 'stop' | 'native';
    },
    JobState
  >;
  'bundles.verify': Method<{ readonly folder: string }, Verification>;
  'search.find': Method<{ readonly text: string; readonly limit: number }, { readonly hits: readonly Hit[] }>;
  /** A copy of the whole vault, checked; the result is `{path, files}`. */
  'backup.create': Method<{ readonly folder: string }, JobState>;
  'backup.verify': Method<{ readonly folder: string }, Verification & { readonly files: number }>;
  'jobs.list': Method<Nothing, readonly JobState[]>;
  'jobs.cancel': Method<{ readonly job: string }, Nothing>;
}

export type MethodName = keyof Contract;
export type Input<M extends MethodName> = Contract[M]['input'];
export type Output<M extends MethodName> = Contract[M]['output'];
export type { BundleJobResult };
