import type { Method, Nothing, OfExhibit } from '../../api/method.ts';
import type { Segment, Testimony, TestimonyFacts } from './model.ts';

interface Transcript extends OfExhibit {
  /** The versions that this one takes the place of, as they were shown. */
  readonly saw: readonly string[];
  readonly reason?: string | undefined;
}

/** What may be called of this register. */
export interface TestimonyMethods {
  'testimony.show': Method<OfExhibit, Testimony>;
  /** The transcript as WebVTT. */
  'testimony.captions': Method<OfExhibit, { readonly text: string }>;
  /** Declares a recording to be a person's testimony. */
  'testimony.record': Method<OfExhibit & { readonly facts: TestimonyFacts }, Nothing>;
  'testimony.transcribe': Method<
    Transcript & { readonly segments: readonly Segment[] },
    { readonly segments: number }
  >;
  /** The same from SubRip or WebVTT. */
  'testimony.importCaptions': Method<Transcript & { readonly text: string }, { readonly segments: number }>;
}
