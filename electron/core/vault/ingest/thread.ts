import { parentPort, Worker, workerData } from 'node:worker_threads';

/** A thread that answers questions one after another, in the order asked. */
export interface Thread<Question, Answer> {
  ask(question: Question): Promise<Answer>;
  close(): Promise<void>;
}

interface Waiting<Answer> {
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * Starts the thread of a module that calls `answer`. It does not keep the process alive but while it owes an answer.
 * When it dies, everything asked of it fails.
 */
export function startThread<Data, Question, Answer>(url: URL, data: Data): Thread<Question, Answer> {
  const worker = new Worker(url, { workerData: data });
  const waiting: Waiting<Answer>[] = [];
  let death: Error | undefined;

  function die(error: Error): void {
    death ??= error;
    for (const { reject } of waiting.splice(0)) reject(death);
  }
  worker.on('message', (reply: Answer) => {
    waiting.shift()?.resolve(reply);
    if (waiting.length === 0) worker.unref();
  });
  worker.on('error', (error) => die(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => die(new Error('The thread has ended')));
  worker.unref();

  return {
    ask(question) {
      return new Promise((resolve, reject) => {
        if (death !== undefined) return reject(death);
        waiting.push({ resolve, reject });
        worker.ref();
        worker.postMessage(question);
      });
    },
    async close() {
      await worker.terminate();
    },
  };
}

/** In the thread's module: answers every question, given the data that the thread was started with. */
export function answer<Data, Question, Answer>(reply: (data: Data, question: Question) => Answer): void {
  const port = parentPort;
  if (port === null) throw new Error('This module runs in a thread of its own');
  port.on('message', (question: Question) => port.postMessage(reply(workerData as Data, question)));
}
