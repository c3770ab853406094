const ends: (() => unknown)[] = [];

/** Does this when the test file is over, wherever in it that is asked for: an `afterAll` inside of a hook is never run. Last asked, first done. */
export function atEndOfFile(end: () => unknown): void {
  ends.push(end);
}

/** Does all that was asked for; a failure of one keeps none of the others from being done. */
export async function endFile(): Promise<void> {
  const failures: unknown[] = [];
  for (const end of ends.splice(0).reverse()) {
    try {
      await end();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
