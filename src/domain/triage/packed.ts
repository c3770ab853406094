/** How learned weights lie in a file of assets: one signed byte each (base64), `step` log-odds each. */
interface Packed {
  step: number;
  weights: string;
}

/** Weights as the text of their file. Rounds each to 1/127 of the largest. */
export function packed(weights: Float32Array): string {
  const most = weights.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const step = Number((most / 127).toPrecision(4)) || 1;
  const bytes = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / step))));
  const file: Packed = { step, weights: Buffer.from(bytes.buffer).toString('base64') };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export function unpacked(file: string): Float32Array {
  const { step, weights } = JSON.parse(file) as Packed;
  return new Float32Array(new Int8Array(Buffer.from(weights, 'base64'))).map((byte) => byte * step);
}
