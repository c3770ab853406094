import { readFileSync } from 'node:fs';
import { ROOT } from '../../lib/root.ts';
import type { Model } from './model.ts';
import { packed, unpacked } from './packed.ts';

const ASSET = new URL('assets/triage_model.json', ROOT);

/** The model as the text of its file. */
export const pack = ({ weights }: Model): string => packed(weights);

export const unpack = (file: string): Model => ({ weights: unpacked(file) });

let shipped: Model | undefined;

/** The model of assets/triage_model.json (`npm run train:triage` makes it), read at first use. */
export function shippedModel(): Model {
  shipped ??= unpack(readFileSync(ASSET, 'utf8'));
  return shipped;
}
