import type { Right, Role } from '../../api/roles.ts';

export interface UserRow {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  readonly since: string;
  /** SHA256:… of the signing key, as `ssh-keygen -l` prints it. */
  readonly fingerprint: string;
}

export interface OfficeSettings {
  readonly name: string;
  readonly jurisdiction: string;
  readonly language: 'es' | 'en';
  /** `{year}`, `{seq:4}`; the rest stands as it is. */
  readonly caseNumbering: string;
  /** Minutes without input after which the vault locks. */
  readonly lockMinutes: number;
}

export interface SessionInfo {
  readonly user: { readonly id: string; readonly name: string; readonly roles: readonly Role[] };
  readonly rights: readonly Right[];
  readonly office: OfficeSettings;
  /** False until somebody confirmed the recovery sheet: then a new sheet must be issued first. */
  readonly recoveryConfirmed: boolean;
  /** What was mended or noticed while opening, for a notice: e.g. leftovers removed, clock set back. */
  readonly notices: readonly {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number>>;
  }[];
}

export interface VaultStatus {
  readonly state: 'absent' | 'locked' | 'unlocked';
  /** Seconds before the next attempt to unlock is heard. */
  readonly waitSeconds: number;
}

/** Shown once, never stored. The renderer drops it as soon as the sheet is confirmed. */
export interface RecoverySheet {
  /** `AGE-SECRET-KEY-1…` */
  readonly key: string;
  /** The key in blocks for reading aloud. */
  readonly blocks: readonly string[];
  /** The QR code of the key as an SVG document. */
  readonly qr: string;
  readonly recipient: string;
  readonly office: string;
  readonly issuedAt: string;
}

export interface PassphraseStrength {
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly guessesLog10: number;
  readonly enough: boolean;
  readonly hints: readonly string[];
}

/** What an administrator changes of the settings: what is left out stays. */
export type SettingsChange = { readonly [K in keyof OfficeSettings]?: OfficeSettings[K] | undefined };
