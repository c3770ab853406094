/** A share in percent: with one digit where it is small or nearly all, and never none or all of them where it is not. */
export function percent(part: number, of: number): string {
  const share = (100 * part) / Math.max(1, of);
  if (share > 99 && share < 100) return `${Math.floor(share * 10) / 10} %`;
  if (share > 0 && share < 0.05) return `${Number(share.toPrecision(1))} %`;
  return `${share > 0 && share < 9.95 ? share.toFixed(1) : Math.round(share)} %`;
}
