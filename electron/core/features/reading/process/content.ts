import { Unreadable } from './unreadable.ts';

/** An exhibit's content as the readers see it: asked for piece by piece from the process that holds the vault. */
export interface Content {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** From `start` up to `end`, exclusive. */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Everything; throws `tooLarge` beyond `most` bytes. */
  all(most: number): Promise<Uint8Array<ArrayBuffer>>;
}

const piece = 4 * 1024 * 1024;

export function contentOf(
  of: Pick<Content, 'name' | 'type' | 'size'>,
  ask: (start: number, end: number) => Promise<Uint8Array>,
): Content {
  const read = async (start: number, end: number): Promise<Uint8Array<ArrayBuffer>> => {
    const to = Math.min(end, of.size);
    const whole = new Uint8Array(Math.max(0, to - start));
    for (let at = start; at < to; at += piece) whole.set(await ask(at, Math.min(at + piece, to)), at - start);
    return whole;
  };
  return {
    ...of,
    read,
    all: (most) => {
      if (of.size > most) throw new Unreadable('tooLarge');
      return read(0, of.size);
    },
  };
}

/** Bytes that are in memory already: an attachment of a message. */
export function contentIn(bytes: Uint8Array<ArrayBuffer>, name: string, type: string): Content {
  return contentOf({ name, type, size: bytes.length }, async (start, end) => bytes.subarray(start, end));
}
