import { readFileSync } from 'node:fs';
import { ROOT } from '../../lib/root.ts';
import type { Model } from './model.ts';

const ASSET = new URL('assets/triage_model.json', ROOT);

/** How the model lies in its file: one signed byte a weight (base64), `step` log-odds each. */
interface Packed {
  step: number;
  weights: string;
}

/** The model as the text of its file. Rounds each weight to 1/127 of the largest. */
export function pack({ weights }: Model): string {
  const most = weights.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const step = Number((most / 127).toPrecision(4)) || 1;
  const bytes = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / step))));
  const packed: Packed = { step, weights: Buffer.from(bytes.buffer).toString('base64') };
  return `${JSON.stringify(packed, null, 2)}\n`;
}

export function unpack(file: string): Model {
  const { step, weights } = JSON.parse(file) as Packed;
  const bytes = new Int8Array(Buffer.from(weights, 'base64'));
  return { weights: new Float32Array(bytes).map((byte) => byte * step) };
}

let shipped: Model | undefined;

/** The model of assets/triage_model.json (`npm run train:triage` makes it), read at first use. */
export function shippedModel(): Model {
  shipped ??= unpack(readFileSync(ASSET, 'utf8'));
  return shipped;
}
