import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { CustodiaError } from '../../../api/errors.ts';
import type { RandomAccess } from '../../../vault/blob-store.ts';
import type { ReaderProcess } from '../../reading/index.ts';
import { directoryFirst, type Part } from './directory.ts';

/** A video at which ffmpeg works for longer than this has no still frame. */
const patienceMs = 30_000;
const pieceSize = 1024 * 1024;
/** A picture of 960 dots is far smaller. */
const largest = 4 * 1024 * 1024;

const places = ['/usr/bin/ffmpeg', '/usr/local/bin/ffmpeg', '/opt/homebrew/bin/ffmpeg'];

export const isVideo = (type: string): boolean => type.startsWith('video/');

/** A still frame of a video as JPEG, or why there is none: no program, or none that could be made out. */
export type Still = Uint8Array | 'program' | 'failed';

/**
 * The first frame of a video that shows something, by ffmpeg where it is installed. The content goes through a pipe and
 * nothing is written; a film whose directory (`moov`) stands behind its media is given with the directory first.
 */
export async function stillOf(
  content: RandomAccess,
  reader: ReaderProcess,
  signal: AbortSignal,
  program: string | undefined = places.find((path) => existsSync(path)),
): Promise<Still> {
  if (program === undefined) return 'program';
  if (signal.aborted) throw new CustodiaError('call.cancelled');
  const parts = await directoryFirst(content, reader, signal);
  if (parts === null) return 'failed';
  const child = spawn(
    program,
    // Nothing but its pipes: a playlist in a video's clothing opens no file and no address.
    [
      '-v',
      'error',
      '-protocol_whitelist',
      'pipe',
      '-i',
      'pipe:0',
      '-vf',
      'thumbnail=25,scale=min(960\\,iw):-2',
    ].concat(['-frames:v', '1', '-f', 'image2pipe', '-c:v', 'mjpeg', '-q:v', '3', 'pipe:1']),
    { stdio: ['pipe', 'pipe', 'ignore'], env: { PATH: '/usr/bin:/bin' } },
  );
  const { promise, resolve, reject } = Promise.withResolvers<Still>();
  const pieces: Buffer[] = [];
  let had = 0;
  const patience = setTimeout(() => resolve('failed'), patienceMs);
  const cancel = (): void => reject(new CustodiaError('call.cancelled'));
  signal.addEventListener('abort', cancel, { once: true });
  child.on('error', () => resolve('failed'));
  child.stdout.on('data', (piece: Buffer) => {
    had += piece.length;
    pieces.push(piece);
    if (had > largest) resolve('failed');
  });
  child.on('close', () => resolve(asJpeg(Buffer.concat(pieces))));
  // It closes its end as soon as it has its frame: what is left has nowhere to go.
  child.stdin.on('error', () => undefined);
  feed(parts, child.stdin).catch(reject);
  try {
    return await promise;
  } finally {
    clearTimeout(patience);
    signal.removeEventListener('abort', cancel);
    child.kill('SIGKILL');
  }
}

function asJpeg(bytes: Buffer): Still {
  return bytes.length < 4 || bytes.readUInt16BE() !== 0xff_d8 ? 'failed' : bytes;
}

async function feed(
  parts: readonly Part[],
  into: NodeJS.WritableStream & { destroyed?: boolean },
): Promise<void> {
  for (const { content, start, end } of parts)
    for (let at = start; at < end && into.writable; at += pieceSize) {
      const piece = await content.read(at, Math.min(at + pieceSize, end));
      await new Promise<void>((done) => into.write(piece, () => done()));
    }
  into.end();
}
