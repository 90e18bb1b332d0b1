import type { Audience } from './model.ts';
import type { Report } from './protection/report/model.ts';

/** A bundle that was handed out: what the journal keeps of it. */
export interface BundleRow {
  readonly id: string;
  readonly title: string;
  readonly exportedAt: string;
  readonly author: string;
  readonly pages: number;
  readonly exhibits: number;
  /** SHA-256 of tagmanifest-sha256.txt: the number printed on the receipt. */
  readonly fingerprint: string;
  /** Of the kept bundle; null where it was exported without being kept. */
  readonly version: number | null;
  /** For whom it was made, and whose copy it was; empty where that was not said. */
  readonly audience: Audience | '';
  readonly recipient: string;
}

/** What was kept back of a bundle, in numbers and reasons: no word of it. */
export interface ProtectionSummary {
  readonly audience: Audience;
  readonly people: number;
  readonly terms: number;
  /** Lines of the report. */
  readonly redactions: number;
  /** How many exhibits have something taken out. */
  readonly exhibits: number;
  readonly withheld: Report['withheld'];
  readonly notChecked: Report['notChecked'];
  /** Marks of those whose sealed identity nobody opened for it. */
  readonly sealed: readonly string[];
  /** What read the finished files back. */
  readonly readers: readonly string[];
  /** Where the report lies in the package. */
  readonly report: string;
}

export interface BundleJobResult {
  readonly bundle: string;
  /** Where it lies, for showing. */
  readonly path: string;
  readonly pdf: string;
  readonly pages: number;
  readonly exhibits: number;
  readonly fingerprint: string;
  /** Each PDF: where it lies, its pages, and whether it is larger than the court takes. */
  readonly volumes: readonly {
    readonly path: string;
    readonly pages: number;
    readonly bytes: number;
    readonly over: boolean;
  }[];
  /** How many of them did not change since an earlier export and were taken from there. */
  readonly taken: number;
  /** Where each exhibit stands, by the numbers printed on it. */
  readonly placed: readonly {
    readonly number: string;
    readonly from: string;
    readonly to: string;
    readonly volume: number;
  }[];
  /** Numbers of exhibits that were damaged and mended as far as could be. */
  readonly repaired: readonly string[];
  /** Numbers of pictures that are printed with fewer dots than they have, because the court wants no more. */
  readonly reduced: readonly string[];
  /** How many of the PDFs are PDF/A-2b, the exhibits because of which the others are none, and whether the court wants it. */
  readonly archive: {
    readonly files: number;
    readonly exhibits: readonly string[];
    readonly wanted: boolean;
  };
  /** Exhibits that travel as native files only, with the reason. */
  readonly natives: readonly { readonly number: string; readonly name: string; readonly reason: string }[];
  /** How many have parts kept back, and those of which nothing travels because they cannot be printed. */
  readonly reserved: number;
  readonly withheld: readonly { readonly number: string; readonly name: string; readonly reason: string }[];
  /** Whose certificate signed the PDFs; null where none did. */
  readonly signature: {
    readonly name: string;
    readonly issuer: string;
    readonly serial: string;
    /** ISO. */
    readonly until: string;
  } | null;
  /** Entries of the journal that travel with their proofs, and how many of these without their content. */
  readonly journal: { readonly entries: number; readonly withheld: number };
  /** Whether custody sheets and CASE/UCO travel: not for every recipient. */
  readonly papers: boolean;
  /** Null where nothing was kept back. */
  readonly protection: ProtectionSummary | null;
}
