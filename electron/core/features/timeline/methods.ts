import type { InCase, InCaseAsOf, Method, Nothing } from '../../api/method.ts';
import type { FieldVersion, Verification } from '../../journal/model.ts';
import type { CheckpointInfo, TimelinePage } from './model.ts';

/** What may be called of this register. */
export interface TimelineMethods {
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
}
