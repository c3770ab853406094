import { readFileSync } from 'node:fs';
import { ROOT } from '../../../lib/root.ts';
import { unpacked } from '../packed.ts';
import type { Weights } from '../signs.ts';
import { ROWS, WAYS } from './features.ts';

const ASSET = new URL('assets/addressee_model.json', ROOT);

/** The weights of its file. Throws where they were learned of other signs than there are now. */
export function unpackAddressee(file: string): Weights {
  const weights = unpacked(file);
  if (weights.length !== ROWS * WAYS)
    throw new Error('The addressee model was made for other signs: npm run train:addressee');
  return weights;
}

let shipped: Weights | undefined;

/** The weights of assets/addressee_model.json (`npm run train:addressee` makes them), read at first use. */
export function shippedAddressee(): Weights {
  shipped ??= unpackAddressee(readFileSync(ASSET, 'utf8'));
  return shipped;
}
