/** A process that starts the server in the data directory named by its argument, says so, and stays until it is killed. */
import { startEmbedded } from '../../../src/db/postgres/embedded.ts';

await startEmbedded(process.argv[2]!, { fsync: 'off' });
process.stdout.write('ready\n');
setInterval(() => undefined, 60_000);
