import type { Feature } from '../feature.ts';
import { evidenceProcedures } from './api.ts';
import { recordMade } from './attach-made.ts';
import { evidenceKinds } from './entries.ts';
import { evidenceSteps } from './steps.ts';
import { evidenceViews } from './views.ts';

export { attachMade } from './attach-made.ts';
export { exhibitMended } from './entries.ts';
export { typeOf } from './file-type.ts';
export { createIntakes, type Intakes } from './intake.ts';
export { decimalText, parseCoordinates } from './items/coordinates.ts';
export { itemCategories } from './items/model.ts';
export { luhnHolds } from './items/serials.ts';
export { listExhibits, requireExhibit, showExhibit } from './list.ts';
export type { ExhibitDetail, ViewTicket } from './model.ts';
export { viewerFor } from './rules.ts';
export { exhibitDetail, isKnownBlob, mendExhibits, recordAccess } from './steps.ts';
export { createTickets, type Part, type Tickets } from './tickets.ts';

export const evidence: Feature = {
  name: 'evidence',
  kinds: evidenceKinds,
  views: evidenceViews,
  procedures: evidenceProcedures,
  steps: [...evidenceSteps, recordMade],
};
