import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { ROOT } from '../../../../lib/root.ts';
import { meanings } from '../../../../text/meaning/meaning.ts';
import { hashed } from '../../../triage/linear.ts';
import type { Weights } from '../../../triage/signs.ts';
import { ROWS, type Tongue, WAYS } from './signs.ts';

/** Weights as they are kept: one signed byte each, `step` log-odds each. */
export interface Shipped {
  step: number;
  weights: Int8Array;
}

/** Rounds each weight to 1/127 of the largest. */
export function rounded(weights: Weights): Shipped {
  const step = Math.fround(weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127) || 1;
  return { step, weights: Int8Array.from(weights, (weight) => Math.round(weight / step)) };
}

/** Which meanings they are, and in what order. */
const PRINT = hashed(meanings.join(' '), 2 ** 32 - 1);
const HEAD = 8;

/** As a file: the step and which meanings they are, in four bytes each, then the weights; a third of them is nothing, so they are compressed. */
export function packMeanings({ step, weights }: Shipped): Buffer {
  const head = Buffer.alloc(HEAD);
  head.writeFloatLE(step);
  head.writeUInt32LE(PRINT, 4);
  return brotliCompressSync(Buffer.concat([head, Buffer.from(weights.buffer, weights.byteOffset, weights.length)]));
}

/** Throws where they were learned of other meanings than there are now. */
export function unpackMeanings(file: Buffer): Shipped {
  const all = brotliDecompressSync(file);
  const weights = new Int8Array(all.subarray(HEAD));
  if (weights.length !== ROWS * WAYS || all.readUInt32LE(4) !== PRINT)
    throw new Error('The meanings were learned for others than there are now: npm run train:meanings');
  return { step: all.readFloatLE(), weights };
}

const shipped = new Map<Tongue, Shipped>();

/** The weights of assets/meanings_*.br (`npm run train:meanings` makes them), read at first use. */
export function shippedMeanings(tongue: Tongue): Shipped {
  const one = shipped.get(tongue) ?? unpackMeanings(readFileSync(new URL(`assets/meanings_${tongue}.br`, ROOT)));
  shipped.set(tongue, one);
  return one;
}
