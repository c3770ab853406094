/** postgres.js alone under the fire of kill.test.ts: exits 1 on a crash, 2 when something hung or was stored by halves, else 0. */
import { terminateBackends } from '../../../chaos/kill.ts';
import { audit, plainPool, randomFrom, writePairs } from '../../../chaos/pairs.ts';

const connection = JSON.parse(process.argv[2]!);
const random = randomFrom(Number(process.argv[3]));
// Its crash is expected: the stack would only look like a fault of the test.
process.on('uncaughtException', () => process.exit(1));
let terminations = 0;
const fire = terminateBackends(connection, {
  random,
  goOn: (done) => {
    terminations = done;
    return done < 100;
  },
});
const load = { random, writers: 12, patienceMs: 1_000, goOn: (done: number) => done < 1_000 && terminations < 100 };
const tally = await writePairs(plainPool(connection), load);
await fire;
const { partial, lost } = await audit(connection, tally);
process.exit(tally.hung + partial + lost > 0 ? 2 : 0);
