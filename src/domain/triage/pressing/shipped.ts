import { readFileSync } from 'node:fs';
import { ROOT } from '../../../lib/root.ts';
import type { Weights } from './learn.ts';
import { ROWS, WAYS } from './table.ts';

const ASSET = new URL('assets/urgency_model.json', ROOT);

/** As the other model lies in its file: one signed byte a weight (base64), `step` log-odds each. */
export function packPressing(weights: Weights): string {
  const most = weights.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const step = Number((most / 127).toPrecision(4)) || 1;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / step));
  return `${JSON.stringify({ step, weights: Buffer.from(bytes.buffer).toString('base64') }, null, 2)}\n`;
}

export function unpackPressing(file: string): Weights {
  const { step, weights } = JSON.parse(file) as { step: number; weights: string };
  const bytes = new Int8Array(Buffer.from(weights, 'base64'));
  if (bytes.length !== ROWS * WAYS) throw new Error('The urgency model was made for other cues: npm run train:triage');
  return new Float32Array(bytes).map((byte) => byte * step);
}

let shipped: Weights | undefined;

/** The weights of assets/urgency_model.json (`npm run train:triage` makes them), read at first use. */
export function shippedPressing(): Weights {
  shipped ??= unpackPressing(readFileSync(ASSET, 'utf8'));
  return shipped;
}
