/** A whole number from the environment: SEED, EVENTS, KILLS … of a run. */
export function setting(name: string, otherwise: number): number {
  const given = process.env[name];
  if (given === undefined || given === '') return otherwise;
  if (!/^\d{1,9}$/.test(given)) throw new Error(`${name} must be a whole number.`);
  return Number(given);
}

/** Prints the figures as the last line; the run fails when it has to say why. */
export function conclude(figures: object, complaints: readonly string[]): void {
  for (const complaint of complaints) console.error(complaint);
  console.log(JSON.stringify({ ok: complaints.length === 0, ...figures }));
  process.exit(complaints.length === 0 ? 0 : 1);
}
