import { calendarReader } from '../jobs/calendar_file.ts';
import { contractFileKeeper } from '../jobs/contract_files.ts';
import { logoKeeper } from '../jobs/logo.ts';
import type { Keeping } from '../jobs/sent_file.ts';
import { startLoop, unless } from '../lib/loop.ts';

/** Each fetches what the owner sent of one kind, and keeps it. */
const KEEPERS = [logoKeeper, calendarReader, contractFileKeeper];

/** Starts a loop for each, which does nothing while the house is `resting`. Gives what ends them. */
export function startKeepers(
  resting: () => boolean,
  keeping: Keeping,
  onError: (error: unknown) => void,
): (() => Promise<void>)[] {
  return KEEPERS.map((keeper) => {
    const loop = startLoop(unless(resting, keeper(keeping)), onError);
    return () => loop.stop();
  });
}
