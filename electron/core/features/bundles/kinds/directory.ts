import { bytesInMemory, type RandomAccess } from '../../../vault/blob-store.ts';
import { boxAt, longHeader, type Move, type ReaderProcess, shortHeader } from '../../reading/index.ts';

/** A film that is not in fragments has a handful of boxes at its top. */
const mostBoxes = 1_000;
/** What an MP4, MOV or 3GP begins with; QuickTime's older files have no `ftyp`. */
const beginnings: ReadonlySet<string> = new Set(['ftyp', 'mdat', 'wide', 'free', 'skip', 'pnot']);

/** A stretch of a content, from `start` up to `end`, exclusive. */
export interface Part {
  readonly content: RandomAccess;
  readonly start: number;
  readonly end: number;
}

/**
 * A film in the order in which it can be read without going back: cameras write the directory (`moov`, ISO/IEC 14496-12)
 * behind the media (`mdat`), since they know it only at the end; it is put before them. All else, and what is no such
 * film, is as it is. Null where the directory cannot be made out.
 */
export async function directoryFirst(
  content: RandomAccess,
  reader: ReaderProcess,
  signal: AbortSignal,
): Promise<readonly Part[] | null> {
  const { size } = content;
  const move = await moveIn(content);
  if (move === null) return [{ content, start: 0, end: size }];
  const { start, end, to } = move;
  const outcome = await reader.run(
    { what: { do: 'directory', move }, name: '', type: 'video/mp4', content },
    () => undefined,
    signal,
  );
  if (outcome.kind !== 'bytes') return null;
  const { bytes } = outcome;
  return [
    { content, start: 0, end: to },
    { content: bytesInMemory(bytes), start: 0, end: bytes.length },
    { content, start: to, end: start },
    { content, start: end, end: size },
  ];
}

/**
 * What is to be moved where, by the headers of the boxes at the top alone. Null where there is nothing to move: the
 * directory comes first already, there are two, the film is in fragments (`moof`), or it is not made of boxes.
 */
async function moveIn(content: RandomAccess): Promise<Move | null> {
  let media: number | undefined;
  let directory: Pick<Move, 'start' | 'end'> | undefined;
  for (let at = 0, boxes = 0; at + shortHeader <= content.size; boxes += 1) {
    const box = await boxIn(content, at);
    if (box === null || boxes === mostBoxes || box.type === 'moof') return null;
    if (at === 0 && !beginnings.has(box.type)) return null;
    if (box.type === 'mdat') media ??= at;
    if (box.type === 'moov') {
      if (media === undefined || directory !== undefined) return null;
      directory = { start: at, end: at + box.size };
    }
    at += box.size;
  }
  return media === undefined || directory === undefined ? null : { ...directory, to: media };
}

async function boxIn(content: RandomAccess, at: number): Promise<ReturnType<typeof boxAt>> {
  const header = await content.read(at, Math.min(at + longHeader, content.size));
  return boxAt(Buffer.from(header), 0, content.size - at);
}
