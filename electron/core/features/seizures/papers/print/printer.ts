import { drawApart } from '../../../../paper/draw-apart.ts';
import { moduleUrl } from '../../../../threads.ts';
import type { DrawnPaper, PaperPlan } from './model.ts';

/**
 * Draws the document in a process of its own.
 * @throws `paper.notMade` where that process fails, hangs or dies
 */
export function drawPaper(plan: PaperPlan): Promise<DrawnPaper> {
  return drawApart<DrawnPaper>(moduleUrl('./process', import.meta.url), plan, 'paper.notMade');
}
