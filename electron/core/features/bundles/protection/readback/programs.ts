import { spawn } from 'node:child_process';
import { systemCode } from '../../../../api/errors.ts';

/** Programs of others that read a PDF, where they are installed. What they say comes through a pipe, and is on no disk. */

/** What is gathered of an answer before it is looked at. */
const pieceSize = 4 * 1024 * 1024;
const overlap = 4_096;

export type Outcome = 'read' | 'absent' | 'failed';

/** Runs a program and hands on what it says, piece by piece, the pieces overlapping. */
async function listen(
  program: string,
  args: readonly string[],
  hear: (piece: Buffer) => void,
): Promise<Outcome> {
  const child = spawn(program, [...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
  let held: Buffer[] = [];
  let size = 0;
  const give = (): void => {
    const piece = Buffer.concat(held);
    hear(piece);
    held = [piece.subarray(Math.max(0, piece.length - overlap))];
    size = held[0]?.length ?? 0;
  };
  child.stdout.on('data', (chunk: Buffer) => {
    held.push(chunk);
    size += chunk.length;
    if (size >= pieceSize) give();
  });
  child.on('error', (error) => (systemCode(error) === 'ENOENT' ? resolve('absent') : reject(error)));
  child.on('close', (code) => {
    give();
    // 3 of qpdf: it was read, with remarks.
    resolve(code === 0 || (program === 'qpdf' && code === 3) ? 'read' : 'failed');
  });
  return promise;
}

/** What poppler reads of each page, in the order of the eye and in the order of the file. */
export async function popplerTexts(
  path: string,
  hear: (text: string, page: number) => void,
  alive: () => void,
): Promise<Outcome> {
  let outcome: Outcome = 'read';
  for (const order of [[], ['-raw']]) {
    const chunks: Buffer[] = [];
    outcome = await listen('pdftotext', ['-q', '-enc', 'UTF-8', ...order, path, '-'], (piece) => {
      alive();
      // A piece begins with the end of the one before it.
      chunks.push(chunks.length === 0 ? piece : piece.subarray(Math.min(overlap, piece.length)));
    });
    if (outcome !== 'read') return outcome;
    const pages = Buffer.concat(chunks).toString('utf8').split('\f');
    pages.forEach((text, page) => {
      hear(text, page);
    });
  }
  return outcome;
}

/** What poppler says of the whole: title, author, metadata, scripts, names of destinations. */
export async function popplerFacts(path: string, hear: (text: string) => void): Promise<Outcome> {
  let outcome: Outcome = 'read';
  for (const wish of [[], ['-meta'], ['-js'], ['-custom'], ['-dests']]) {
    outcome = await listen('pdfinfo', [...wish, path], (piece) => hear(piece.toString('utf8')));
    if (outcome !== 'read') return outcome;
  }
  return outcome;
}

/** The file as qpdf writes it with every stream unpacked that it can unpack, and every object in the open. */
export function qpdfPieces(path: string, hear: (piece: Buffer) => void): Promise<Outcome> {
  return listen(
    'qpdf',
    ['--qdf', '--object-streams=disable', '--no-original-object-ids', '--warning-exit-0', path, '-'],
    hear,
  );
}
