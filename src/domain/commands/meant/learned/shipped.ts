import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { ROOT } from '../../../../lib/root.ts';
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

/** As a file: the step in four bytes, then the weights; a third of them is nothing, so they are compressed. */
export function packMeanings({ step, weights }: Shipped): Buffer {
  const head = Buffer.alloc(4);
  head.writeFloatLE(step);
  return brotliCompressSync(Buffer.concat([head, Buffer.from(weights.buffer, weights.byteOffset, weights.length)]));
}

/** Throws where they were learned of other meanings than there are now. */
export function unpackMeanings(file: Buffer): Shipped {
  const all = brotliDecompressSync(file);
  const weights = new Int8Array(all.subarray(4));
  if (weights.length !== ROWS * WAYS)
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
