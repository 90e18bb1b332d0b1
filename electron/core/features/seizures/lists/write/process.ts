import { serveDrawing } from '../../../../paper/draw-apart.ts';
import { writeCsv } from './csv.ts';
import type { ListPlan, WrittenList } from './model.ts';
import { writeSheet } from './sheet.ts';

/** The process that writes lists: of twenty thousand rows it takes seconds, in which the core answers others. */
serveDrawing(
  (plan: ListPlan): WrittenList => ({ bytes: plan.format === 'csv' ? writeCsv(plan) : writeSheet(plan) }),
);
