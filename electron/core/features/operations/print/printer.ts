import { type DrawnPdf, drawApart } from '../../../paper/draw-apart.ts';
import { moduleUrl } from '../../../threads.ts';
import type { PrintPlan } from './model.ts';

/** @throws `operation.notDrawn` where the process fails, hangs or dies */
export function printPdf(plan: PrintPlan): Promise<DrawnPdf> {
  return drawApart(moduleUrl('./process', import.meta.url), plan, 'operation.notDrawn');
}
