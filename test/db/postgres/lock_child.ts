/** A process that takes the data directory named by its argument, says so, and stays until it is killed. */
import { lockDataDir } from '../../../src/db/postgres/lock.ts';

await lockDataDir(process.argv[2]!, 'service');
process.stdout.write('ready\n');
setInterval(() => undefined, 60_000);
