import { createHash } from 'node:crypto';

/**
 * The hashes of all full subtrees: `level` 0 are the leaves, `position` counts from the left. A full subtree never
 * changes, so nothing that was put is ever put again.
 */
export interface NodeStore {
  get(level: number, position: number): Uint8Array | undefined;
  put(level: number, position: number, hash: Uint8Array): void;
}

function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** RFC 6962, section 2.1: SHA-256(0x00 ‖ data). */
export function leafHash(data: Uint8Array): Uint8Array {
  return sha256(leafPrefix, data);
}

function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(nodePrefix, left, right);
}

function need(store: NodeStore, level: number, position: number): Uint8Array {
  const hash = store.get(level, position);
  if (hash === undefined) throw new Error(`Merkle node ${level}/${position} is missing`);
  return hash;
}

/** Takes the leaf with number `size` (counting from 0) and every subtree that it completes. */
export function appendLeaf(store: NodeStore, size: number, leaf: Uint8Array): void {
  store.put(0, size, leaf);
  let hash = leaf;
  let position = size;
  for (let level = 0; position % 2 === 1; level += 1) {
    hash = nodeHash(need(store, level, position - 1), hash);
    position = Math.floor(position / 2);
    store.put(level + 1, position, hash);
  }
}

/** The hash over the leaves from `start` to `end` (exclusive), where `start` begins a subtree that reaches so far. */
function rangeHash(store: NodeStore, start: number, end: number): Uint8Array {
  const count = end - start;
  if (count === 1) return need(store, 0, start);
  const level = Math.log2(count);
  if (Number.isInteger(level) && start % count === 0) return need(store, level, start / count);
  const split = splitOf(count);
  return nodeHash(rangeHash(store, start, start + split), rangeHash(store, start + split, end));
}

/** The largest power of two smaller than `count`. */
function splitOf(count: number): number {
  return 2 ** Math.ceil(Math.log2(count) - 1);
}

/** The root of the first `size` leaves, now or at any earlier time. */
export function rootAt(store: NodeStore, size: number): Uint8Array {
  return size === 0 ? sha256() : rangeHash(store, 0, size);
}

/** RFC 6962, section 2.1.1: the hashes that lead from leaf `index` to the root of `size` leaves. */
export function inclusionProof(store: NodeStore, index: number, size: number): Uint8Array[] {
  if (index < 0 || index >= size) throw new RangeError('no such leaf');
  return pathOf(store, index, 0, size);
}

function pathOf(store: NodeStore, index: number, start: number, end: number): Uint8Array[] {
  if (end - start === 1) return [];
  const middle = start + splitOf(end - start);
  return index < middle
    ? [...pathOf(store, index, start, middle), rangeHash(store, middle, end)]
    : [...pathOf(store, index, middle, end), rangeHash(store, start, middle)];
}

/** RFC 6962, section 2.1.2: proves that the first `oldSize` of `newSize` leaves are those of before. */
export function consistencyProof(store: NodeStore, oldSize: number, newSize: number): Uint8Array[] {
  if (oldSize < 0 || oldSize > newSize) throw new RangeError('not an earlier size');
  return oldSize === 0 || oldSize === newSize ? [] : subProof(store, oldSize, 0, newSize, true);
}

function subProof(store: NodeStore, size: number, start: number, end: number, whole: boolean): Uint8Array[] {
  if (size === end) return whole ? [] : [rangeHash(store, start, end)];
  const middle = start + splitOf(end - start);
  return size <= middle
    ? [...subProof(store, size, start, middle, whole), rangeHash(store, middle, end)]
    : [...subProof(store, size, middle, end, false), rangeHash(store, start, middle)];
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(b);

/** Whether the next hash of a proof stands to the left of the node at `fn` in a level whose last is `sn`. */
const isFromLeft = (fn: number, sn: number): boolean => fn % 2 === 1 || fn === sn;

/** One level up; a last node without a sibling goes up unchanged until it has one. */
function climb(fn: number, sn: number, fromLeft: boolean): [number, number] {
  let [node, last] = [fn, sn];
  while (fromLeft && node % 2 === 0 && node !== 0) {
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return [Math.floor(node / 2), Math.floor(last / 2)];
}

/** RFC 9162, section 2.1.3.2. */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (index < 0 || index >= size) return false;
  let fn = index;
  let sn = size - 1;
  let hash = leaf;
  for (const step of proof) {
    if (sn === 0) return false;
    const fromLeft = isFromLeft(fn, sn);
    hash = fromLeft ? nodeHash(step, hash) : nodeHash(hash, step);
    [fn, sn] = climb(fn, sn, fromLeft);
  }
  return sn === 0 && same(hash, root);
}

/** RFC 9162, section 2.1.4.2. */
export function verifyConsistency(
  oldSize: number,
  newSize: number,
  oldRoot: Uint8Array,
  newRoot: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (oldSize < 0 || oldSize > newSize) return false;
  if (oldSize === newSize) return proof.length === 0 && same(oldRoot, newRoot);
  if (oldSize === 0) return proof.length === 0 && same(oldRoot, sha256());
  const steps = Number.isInteger(Math.log2(oldSize)) ? [oldRoot, ...proof] : [...proof];
  const [first, ...rest] = steps;
  if (first === undefined) return false;
  let fn = oldSize - 1;
  let sn = newSize - 1;
  while (fn % 2 === 1) {
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  let oldHash = first;
  let newHash = first;
  for (const step of rest) {
    if (sn === 0) return false;
    const fromLeft = isFromLeft(fn, sn);
    if (fromLeft) oldHash = nodeHash(step, oldHash);
    newHash = fromLeft ? nodeHash(step, newHash) : nodeHash(newHash, step);
    [fn, sn] = climb(fn, sn, fromLeft);
  }
  return sn === 0 && same(oldHash, oldRoot) && same(newHash, newRoot);
}
