import type { InCase, Method } from '../../../api/method.ts';
import type { MadePaper, MakePaperInput, PaperDraft, PaperInput, TemplateInfo } from './model.ts';

/** What may be called to make documents of assets. */
export interface SeizurePaperMethods {
  /** The documents that the office's jurisdiction has. */
  'seizures.templates': Method<InCase, readonly TemplateInfo[]>;
  /** A document filled from the register, to be edited. */
  'seizures.draftPaper': Method<PaperInput, PaperDraft>;
  /** Makes it as PDF or DOCX where the person says. Recorded. */
  'seizures.makePaper': Method<MakePaperInput, MadePaper>;
}
