const ends: (() => unknown)[] = [];

/**
 * Does this at the end of the test file, wherever in it we ask: an `afterAll` inside a hook is never run. The last one
 * asked for is done first.
 */
export function atEndOfFile(end: () => unknown): void {
  ends.push(end);
}

/** Does everything that was asked for; a failure does not stop the others. */
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
