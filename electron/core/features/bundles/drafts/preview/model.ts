import type { InCase } from '../../../../api/method.ts';
import type { Native, NativeReason } from '../../compose/model.ts';
import type { Composition } from '../../model.ts';
import type { Renumbering } from '../model.ts';

export interface PreviewInput extends InCase {
  /** The kept bundle that it will be a version of: what is new since it was given out is laid out as an addition. */
  readonly draft?: string | undefined;
  readonly title: string;
  readonly composition: Composition;
  readonly redact?: boolean | undefined;
}

/** A row of the index, with numbers as they will be printed. */
export type PreviewRow =
  | { readonly kind: 'section'; readonly title: string; readonly volume: number }
  | {
      readonly kind: 'item';
      readonly exhibit: string;
      /** `E-003`. */
      readonly number: string;
      readonly title: string;
      readonly from: string;
      readonly to: string;
      /** With its divider. */
      readonly pages: number;
      /** Where it begins, both from 0 on. */
      readonly volume: number;
      readonly leaf: number;
      readonly late: number | null;
      readonly continued: boolean;
      /** Why it is not printed, or not whole; null where it is. */
      readonly reason: NativeReason | null;
    };

export interface PreviewVolume {
  /** Inside the package. */
  readonly path: string;
  /** Over a limit of the court. */
  readonly over: boolean;
  /** The version of a supplement; null for the bundle itself. */
  readonly supplement: number | null;
  /** What is printed on each page; empty for one without a number. */
  readonly labels: readonly string[];
}

/** A bundle decided page by page, not drawn. */
export interface PreviewResult {
  readonly id: string;
  readonly pages: number;
  readonly volumes: readonly PreviewVolume[];
  readonly rows: readonly PreviewRow[];
  readonly natives: readonly Native[];
  readonly withheld: readonly Native[];
  readonly repaired: readonly string[];
  readonly renumbers: Renumbering | null;
}

/** A page as a picture, read as an exhibit's content is. */
export interface PreviewPage {
  readonly ticket: string;
  readonly width: number;
  readonly height: number;
}
