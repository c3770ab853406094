/** A share in percent, with one digit where it is small. */
export function percent(part: number, of: number): string {
  const share = (100 * part) / Math.max(1, of);
  return `${share > 0 && share < 10 ? share.toFixed(1) : Math.round(share)} %`;
}
