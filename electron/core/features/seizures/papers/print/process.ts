import { serveDrawing } from '../../../../paper/draw-apart.ts';
import { drawDocx } from './docx.ts';
import type { DrawnPaper, PaperPlan } from './model.ts';
import { drawPdf } from './pdf.ts';

/** The process that draws documents of seizures. */
serveDrawing((plan: PaperPlan): DrawnPaper | Promise<DrawnPaper> =>
  plan.format === 'pdf' ? drawPdf(plan) : drawDocx(plan),
);
