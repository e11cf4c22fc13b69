import { createHash } from 'node:crypto';

/*
 * Merkle trees as in RFC 6962, section 2.1: SHA-256, with a prefix byte that keeps leaves and nodes apart. A tree of n
 * leaves is split at the largest power of two that is less than n. The verification follows RFC 9162, section 2.1.4.2,
 * which spells it out for the same trees.
 */

/** A SHA-256 hash: 32 bytes. */
export type Hash = Buffer;

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

const sha256 = (...parts: readonly Uint8Array[]): Hash => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The hash of a leaf. */
export function leafHash(leaf: Uint8Array): Hash {
  return sha256(LEAF, leaf);
}

function nodeHash(left: Hash, right: Hash): Hash {
  return sha256(NODE, left, right);
}

/**
 * The root of a tree (MTH in the RFC).
 * @param leaves the hashes of its leaves, in their order; with none, it is the hash of nothing
 */
export function rootOf(leaves: readonly Hash[]): Hash {
  const [first] = leaves;
  if (first === undefined) return sha256();
  if (leaves.length === 1) return first;
  const middle = splitOf(leaves.length);
  return nodeHash(rootOf(leaves.slice(0, middle)), rootOf(leaves.slice(middle)));
}

/** The largest power of two that is less than the size. */
function splitOf(size: number): number {
  let middle = 1;
  while (middle * 2 < size) middle *= 2;
  return middle;
}

/**
 * Proves that a tree begins with the leaves of an earlier, smaller one (PROOF in the RFC).
 * @param size the earlier size: from 1 to the number of leaves
 * @throws RangeError for another size
 */
export function consistencyProof(leaves: readonly Hash[], size: number): Hash[] {
  if (size < 1 || size > leaves.length) throw new RangeError('a tree is consistent with smaller ones only');
  return subproof(leaves, size, true);
}

/** @param whole whether the earlier tree is a whole subtree here: its root is known to the verifier */
function subproof(leaves: readonly Hash[], size: number, whole: boolean): Hash[] {
  if (size === leaves.length) return whole ? [] : [rootOf(leaves)];
  const middle = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)];
  return size <= middle
    ? [...subproof(left, size, whole), rootOf(right)]
    : [...subproof(right, size - middle, false), rootOf(left)];
}

/** The size and the root of a tree. */
export interface TreeHead {
  readonly size: number;
  readonly root: Hash;
}

/** Whether a proof shows that the later tree begins with all leaves of the earlier one. */
export function isConsistent(earlier: TreeHead, later: TreeHead, proof: readonly Hash[]): boolean {
  if (earlier.size < 1 || earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && earlier.root.equals(later.root);
  // An earlier tree that is a whole subtree: the proof leaves its root out.
  const isPower = (earlier.size & (earlier.size - 1)) === 0;
  const [first, ...path] = isPower ? [earlier.root, ...proof] : proof;
  if (first === undefined) return false;
  let node = earlier.size - 1;
  let last = later.size - 1;
  const up = () => {
    node >>>= 1;
    last >>>= 1;
  };
  while (node % 2 === 1) up();
  let [before, after] = [first, first];
  for (const hash of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      before = nodeHash(hash, before);
      after = nodeHash(hash, after);
      while (node !== 0 && node % 2 === 0) up();
    } else {
      after = nodeHash(after, hash);
    }
    up();
  }
  return last === 0 && before.equals(earlier.root) && after.equals(later.root);
}
