/** So many percent of a plain figure (`500`, `99.90`), to the cent. */
export function percentOf(whole: string, percent: number): string {
  const [units = '', cents = ''] = whole.split('.');
  const hundredths = (BigInt(units + cents.padEnd(2, '0')) * BigInt(Math.round(percent * 10)) + 500n) / 1000n;
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.00$/, '');
}
