import { Worker } from 'node:worker_threads';
import { moduleUrl } from '../../../threads.ts';
import { contentOf } from './content.ts';
import { movedDirectory } from './directory.ts';
import { lookAt, readContent } from './kinds.ts';
import { attachmentOf } from './mail.ts';
import { readScans } from './ocr.ts';
import { drawPicture } from './photograph.ts';
import type { FromProcess, Job, ToProcess } from './protocol.ts';
import { ending, noMetadata } from './reader.ts';
import { readTableSheet } from './table.ts';
import { Unreadable } from './unreadable.ts';

/**
 * The process that parses what nobody vouches for. It holds no key, is given content only in memory, may write no
 * file and start no program (Node's permission model, where Node runs it), and is killed when it takes too long.
 * A thread beside it ends it when it takes too much memory.
 */

const tell = (message: FromProcess): void => {
  process.send?.(message);
};
let waiting: PromiseWithResolvers<Uint8Array> | undefined;

function ask(start: number, end: number): Promise<Uint8Array> {
  waiting = Promise.withResolvers<Uint8Array>();
  tell({ need: { start, end } });
  return waiting.promise;
}

async function work({ what, name, type, size }: Job): Promise<void> {
  const content = contentOf({ name, type, size }, ask);
  if (what.do === 'look') {
    tell({ look: await lookAt(content, what.message) });
  } else if (what.do === 'draw') {
    tell({ made: await drawPicture(content) });
  } else if (what.do === 'table') {
    tell({ table: await readTableSheet(content) });
  } else if (what.do === 'directory') {
    tell({ made: await movedDirectory(content, what.move) });
  } else if (what.do === 'attachment') {
    tell({ made: await attachmentOf(content, what.message, what.index) });
  } else if (what.do === 'ocr') {
    await readScans(content, what.pages, (page) => tell({ page }));
    tell({ ended: ending(noMetadata) });
  } else {
    tell({ ended: await readContent(content, (page) => tell({ page })) });
  }
}

process.on('message', (message: ToProcess) => {
  if ('bytes' in message) waiting?.resolve(message.bytes);
  else if ('noBytes' in message) waiting?.reject(new Unreadable('missing'));
  else {
    work(message.job).catch((error: unknown) => {
      // What a library throws at a file is the file's damage; which one is of no use to who reads the list.
      tell({ refused: error instanceof Unreadable ? error.reason : 'damaged' });
    });
  }
});
process.on('disconnect', () => process.exit(0));
// A parser that fails outside its promise must not be mistaken for one that is still at work.
process.on('uncaughtException', () => tell({ refused: 'damaged' }));
process.on('unhandledRejection', () => tell({ refused: 'damaged' }));
new Worker(moduleUrl('./watchdog', import.meta.url)).unref();
