const HAN = /\p{Script=Han}/u;

/** What stands between the labels of a list and their values: full width where they are written in Chinese. */
export const colonFor = (labels: readonly string[]): string => (labels.some((label) => HAN.test(label)) ? '：' : ': ');

/** A line for each field. */
export function fieldLines(fields: readonly { label: string; value: string }[]): string[] {
  const colon = colonFor(fields.map(({ label }) => label));
  return fields.map(({ label, value }) => `${label}${colon}${value}`);
}
