import { assemble, StoppedAt } from './assemble.ts';
import type { FromProcess, ToProcess } from './model.ts';

/** The process that reads hostile files and makes the PDF. It has no vault and no keys, and may be killed any time. */

const tell = (message: FromProcess): void => {
  process.send?.(message);
};
let give: ((content: Uint8Array) => void) | undefined;

process.on('message', (message: ToProcess) => {
  if ('content' in message) {
    give?.(message.content);
    return;
  }
  const { plan, skip } = message;
  assemble(plan, {
    skip,
    content: (index) => {
      const { promise, resolve } = Promise.withResolvers<Uint8Array>();
      give = resolve;
      tell({ want: index });
      return promise;
    },
    done: (index) => tell({ done: index + 1, step: 'pages' }),
  }).then(
    (composed) => tell({ composed }),
    (error: unknown) =>
      error instanceof StoppedAt
        ? tell({ unreadable: error.index, reason: error.reason })
        : tell({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
