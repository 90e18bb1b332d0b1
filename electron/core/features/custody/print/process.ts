import { compose } from './compose.ts';
import type { FromPrinter, PrintPlan } from './model.ts';

/** The process that draws custody's papers: it has no vault and no keys, and may be killed any time. */

const tell = (message: FromPrinter): void => {
  process.send?.(message);
};

process.on('message', (plan: PrintPlan) => {
  try {
    tell(compose(plan));
  } catch (error) {
    tell({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
process.on('disconnect', () => process.exit(0));
