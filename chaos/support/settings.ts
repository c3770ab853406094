/** A whole number from the environment, such as SEED, EVENTS or KILLS of a run. */
export function setting(name: string, otherwise: number): number {
  const given = process.env[name];
  if (given === undefined || given === '') return otherwise;
  if (!/^\d{1,9}$/.test(given)) throw new Error(`${name} must be a whole number.`);
  return Number(given);
}

/** Prints the figures as the last line; the run fails if there are complaints. */
export function conclude(figures: object, complaints: readonly string[]): void {
  for (const complaint of complaints) console.error(complaint);
  console.log(JSON.stringify({ ok: complaints.length === 0, ...figures }));
  process.exit(complaints.length === 0 ? 0 : 1);
}
