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
}

export interface BundleJobResult {
  readonly bundle: string;
  /** Where it lies, for showing. */
  readonly path: string;
  readonly pdf: string;
  readonly pages: number;
  readonly exhibits: number;
  readonly fingerprint: string;
  /** Exhibits that travel as native files only, with the reason. */
  readonly natives: readonly { readonly number: string; readonly name: string; readonly reason: string }[];
  /** How many have parts kept back, and those of which nothing travels because they cannot be printed. */
  readonly reserved: number;
  readonly withheld: readonly { readonly number: string; readonly name: string; readonly reason: string }[];
}
