import { createHash, type Hash } from 'node:crypto';
import { type Lanes, plainLane } from './lanes.ts';
import { answer } from './thread.ts';

/** Takes the next `length` bytes, in a lane's plaintext, into the hash; begins a new one with `first`. */
export interface HashRequest {
  readonly lane: number;
  readonly length: number;
  readonly first: boolean;
  readonly last: boolean;
}

let hash: Hash = createHash('sha256');

/** Replies with the hash in hex after the last block, else with an empty text. */
answer<Lanes, HashRequest, string>((lanes, { lane, length, first, last }) => {
  if (first) hash = createHash('sha256');
  hash.update(plainLane(lanes, lane).subarray(0, length));
  return last ? hash.digest('hex') : '';
});
