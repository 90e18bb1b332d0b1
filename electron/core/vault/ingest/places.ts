import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

/** Where a blob lies, from its first byte to its last. */
export interface BlobPlaces {
  /** The folder of its final name, and that name. */
  readonly shelf: string;
  readonly path: string;
  /** Where it is written. */
  readonly incoming: string;
  /** Says that the journal may not know the blob yet. */
  readonly marker: string;
}

const idPattern = /^[0-9a-f]{32}$/;

/** 32 hex digits, random: a blob's name tells nothing of its content. */
export function newBlobId(): string {
  return randomBytes(16).toString('hex');
}

export function isBlobId(text: string): boolean {
  return idPattern.test(text);
}

export function incomingFolder(blobs: string): string {
  return join(blobs, 'incoming');
}

/** Throws on anything that is no blob id: no path is ever made from it. */
export function placesOf(blobs: string, id: string): BlobPlaces {
  if (!isBlobId(id)) throw new Error('Not the id of a blob');
  const shelf = join(blobs, id.slice(0, 2));
  const incoming = incomingFolder(blobs);
  return {
    shelf,
    path: join(shelf, `${id}.age`),
    incoming: join(incoming, `${id}.age`),
    marker: join(incoming, `${id}.pending`),
  };
}
