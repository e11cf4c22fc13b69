import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  consistencyProof,
  type Hash,
  isConsistent,
  leafHash,
  rootOf,
} from '../../src/log-of-totals/merkle.js';

/*
 * The leaves, roots and proofs that implementations of RFC 6962 test themselves with: they come from Google's
 * certificate-transparency project.
 */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const PROOFS: readonly (readonly [from: number, to: number, proof: readonly string[]])[] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];

const hashes = LEAVES.map((leaf) => leafHash(Buffer.from(leaf, 'hex')));
const hex = (hash: Hash) => hash.toString('hex');
const headOf = (leaves: readonly Hash[], size: number) => ({ size, root: rootOf(leaves.slice(0, size)) });

describe('a Merkle tree of RFC 6962', () => {
  it('has the roots of the known vectors', () => {
    expect(hex(rootOf([]))).toBe(EMPTY);
    expect(ROOTS.map((_, index) => hex(rootOf(hashes.slice(0, index + 1))))).toEqual(ROOTS);
  });

  it('has the consistency proofs of the known vectors, and accepts them', () => {
    for (const [from, to, proof] of PROOFS) {
      const made = consistencyProof(hashes.slice(0, to), from);
      expect(made.map(hex)).toEqual(proof);
      expect(isConsistent(headOf(hashes, from), headOf(hashes, to), made)).toBe(true);
    }
  });

  it('proves for the tree of seven leaves what the example of the RFC proves (section 2.1.3)', () => {
    const seven = hashes.slice(0, 7);
    const [a, b, c, d, e, f, j] = seven;
    if (!a || !b || !c || !d || !e || !f || !j) throw new Error('there are seven leaves');
    const g = rootOf([a, b]);
    const k = rootOf([a, b, c, d]);
    const i = rootOf([e, f]);
    const l = rootOf([e, f, j]);
    expect(consistencyProof(seven, 3)).toEqual([c, d, g, l]);
    expect(consistencyProof(seven, 4)).toEqual([l]);
    expect(consistencyProof(seven, 6)).toEqual([i, j, k]);
  });

  it('proves every smaller tree of every tree, and no other one', () => {
    const leaves = fc.array(fc.uint8Array({ minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(leaves, fc.nat(), fc.nat(), fc.nat(), (written, seedOfSize, seedOfLeaf, seedOfHash) => {
        const tree = written.map((leaf) => leafHash(leaf));
        const size = 1 + (seedOfSize % tree.length);
        const earlier = headOf(tree, size);
        const later = headOf(tree, tree.length);
        const proof = consistencyProof(tree, size);
        expect(isConsistent(earlier, later, proof)).toBe(true);

        // An earlier leaf was rewritten: no proof from the new tree fits the old root.
        const at = seedOfLeaf % size;
        const rewritten = tree.map((hash, index) => (index === at ? leafHash(Buffer.from('another')) : hash));
        expect(isConsistent(earlier, headOf(rewritten, tree.length), consistencyProof(rewritten, size))).toBe(
          false,
        );

        // A proof with another hash, one hash less or one more.
        const bent = proof.map((hash, index) =>
          index === seedOfHash % Math.max(1, proof.length) ? leafHash(hash) : hash,
        );
        if (proof.length > 0) {
          expect(isConsistent(earlier, later, bent)).toBe(false);
          expect(isConsistent(earlier, later, proof.slice(0, -1))).toBe(false);
        }
        expect(isConsistent(earlier, later, [...proof, later.root])).toBe(false);
        expect(isConsistent(later, earlier, proof)).toBe(size === tree.length);
      }),
    );
  });
});
