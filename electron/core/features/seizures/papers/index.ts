import type { Feature } from '../../feature.ts';
import { seizurePaperProcedures } from './api.ts';
import { readPaper } from './draft.ts';
import { paperMade } from './entries.ts';
import { makeSteps } from './make.ts';

/** Documents of assets from templates: filled from the register, edited, made as PDF or DOCX. */
export const seizurePapers: Feature = {
  name: 'seizurePapers',
  kinds: [paperMade],
  views: { tables: {}, apply: {} },
  procedures: seizurePaperProcedures,
  steps: [readPaper, ...makeSteps],
};
