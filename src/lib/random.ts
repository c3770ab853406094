/**
 * Numbers from 0 up to before 1 that look like chance and are the same for the same seed: mulberry32 by Tommy Ettinger (public domain), whose
 * period is 2^32. For what has to come out alike twice, never for secrets.
 */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A draw from the standard normal distribution: Box and Muller (1958), "A note on the generation of random normal deviates". */
export function normalDraw(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * A draw from a gamma distribution of scale 1: Marsaglia and Tsang (2000), "A simple method for generating gamma variables", ACM TOMS 26;
 * below a shape of 1 with their boost by a power of a uniform draw.
 * @param shape above 0.
 */
export function gammaDraw(shape: number, random: () => number): number {
  if (shape < 1) return gammaDraw(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalDraw(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A draw from a beta distribution, as the share that one of two gamma draws has of both. @param a @param b above 0. */
export function betaDraw(a: number, b: number, random: () => number): number {
  const one = gammaDraw(a, random);
  const other = gammaDraw(b, random);
  return one + other > 0 ? one / (one + other) : a / (a + b);
}
