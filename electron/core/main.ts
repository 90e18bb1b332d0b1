import { parseArgs } from 'node:util';
import { type Message, type Port, serve } from './serve.ts';

/** The core's process: started by a shell, spoken to over its message port, gone when the shell is gone. */

const { values } = parseArgs({ options: { vault: { type: 'string' }, exports: { type: 'string' } } });
if (values.vault === undefined) throw new Error('core: --vault DIR is required');

/** Electron's utility process, where there is one. */
interface ParentPort {
  postMessage(message: Message): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}
const parentPort = (process as unknown as { readonly parentPort?: ParentPort }).parentPort;

const port: Port =
  parentPort === undefined
    ? {
        post: (message) => process.send?.(message),
        onMessage: (listener) => process.on('message', listener),
        exit: () => process.disconnect(),
      }
    : {
        post: (message) => parentPort.postMessage(message),
        onMessage: (listener) => parentPort.on('message', (event) => listener(event.data)),
        exit: () => process.exit(0),
      };

// Secrets in memory must not reach the disk by way of a crash report.
process.report.reportOnFatalError = false;
process.on('disconnect', () => process.exit(0));
serve(values.vault, values.exports, port);
