import { readFileSync } from 'node:fs';
import { ROOT } from '../../../lib/root.ts';
import { unpacked } from '../packed.ts';
import type { Weights } from '../signs.ts';
import { ROWS, WAYS } from './table.ts';

const ASSET = new URL('assets/urgency_model.json', ROOT);

/** The weights of its file. Throws where they were learned of other cues than there are now. */
export function unpackPressing(file: string): Weights {
  const weights = unpacked(file);
  if (weights.length !== ROWS * WAYS)
    throw new Error('The urgency model was made for other cues: npm run train:triage');
  return weights;
}

let shipped: Weights | undefined;

/** The weights of assets/urgency_model.json (`npm run train:triage` makes them), read at first use. */
export function shippedPressing(): Weights {
  shipped ??= unpackPressing(readFileSync(ASSET, 'utf8'));
  return shipped;
}
