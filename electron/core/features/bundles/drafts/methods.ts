import type { InCase, Method } from '../../../api/method.ts';
import type { ExhibitRow } from '../../evidence/model.ts';
import type { Change, Draft, DraftRow, Edit, Kept, Rule, VersionRow } from './model.ts';
import type { PreviewInput, PreviewPage, PreviewResult } from './preview/model.ts';

type OfDraft = InCase & { readonly draft: string };

/** What may be called of kept bundles. */
export interface DraftMethods {
  'bundles.drafts': Method<InCase, readonly DraftRow[]>;
  /** One version, the newest where none is named. */
  'bundles.draft': Method<OfDraft & { readonly version?: number | undefined }, Draft>;
  'bundles.versions': Method<OfDraft, readonly VersionRow[]>;
  /** What the newer version has that the older had not. */
  'bundles.changes': Method<OfDraft & { readonly older: number; readonly newer: number }, readonly Change[]>;
  'bundles.byRule': Method<InCase & { readonly rule: Rule }, readonly ExhibitRow[]>;
  /** Keeps a version of a bundle, made from the version `saw`; without `draft` a new one, made from version 0. */
  'bundles.saveDraft': Method<
    InCase & Kept & { readonly draft?: string | undefined; readonly saw: number },
    Draft
  >;
  /** Does one thing to the version `saw`, and keeps what comes of it as the next. */
  'bundles.editDraft': Method<OfDraft & { readonly saw: number; readonly edit: Edit }, Draft>;
  /** Lays a bundle out as its export would. A newer call takes the place of one that is under way. */
  'bundles.preview': Method<PreviewInput, PreviewResult>;
  /** A page of the bundle that was laid out last, drawn as its export would, as a picture by a ticket. */
  'bundles.previewPage': Method<
    InCase & { readonly preview: string; readonly volume: number; readonly leaf: number },
    PreviewPage
  >;
  /** Ends what is under way, and the process that draws. */
  'bundles.endPreview': Method<InCase, Readonly<Record<string, never>>>;
}
