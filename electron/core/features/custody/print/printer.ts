import { type DrawnPdf, drawApart } from '../../../paper/draw-apart.ts';
import { moduleUrl } from '../../../threads.ts';
import type { PrintPlan } from './model.ts';

/**
 * Draws the paper in a process of its own.
 * @throws `custody.notPrinted` where that process fails, hangs or dies
 */
export function printPdf(plan: PrintPlan): Promise<DrawnPdf> {
  return drawApart(moduleUrl('./process', import.meta.url), plan, 'custody.notPrinted');
}
