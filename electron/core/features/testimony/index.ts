import type { Feature } from '../feature.ts';
import { testimonyProcedures } from './api.ts';
import { testimonyRecorded, testimonyTranscribed } from './entries.ts';
import { transcriptOf } from './transcript.ts';
import { testimonyViews } from './views.ts';

export { currentTranscript, recordedPeople, transcriptOf } from './transcript.ts';

/** Recorded testimonies: whose, how taken, and what was said when. */
export const testimony: Feature = {
  name: 'testimony',
  kinds: [testimonyRecorded, testimonyTranscribed],
  views: testimonyViews,
  procedures: testimonyProcedures,
  steps: [transcriptOf],
};
