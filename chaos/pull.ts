/**
 * The history of a shop under fire: the service is killed while it reads what was there before, between any two pages. What the shop has
 * must be there exactly once at the end, and nobody told of it. SEED, ORDERS (300) and KILLS (4) come from the environment.
 */
import { built } from './support/app.ts';
import { runPull } from './support/pull_run.ts';
import { conclude, setting } from './support/settings.ts';

const seed = setting('SEED', Date.now() % 1_000_000);
const orders = setting('ORDERS', 300);
const kills = setting('KILLS', 4);

console.log(`seed ${seed}: ${orders} orders, ${kills} kills`);
const figures = await runPull({ program: built(), seed, orders, kills });
conclude({ seed, orders, ...figures }, [
  ...(figures.lost > 0 ? [`lost: ${figures.lost}, expected none.`] : []),
  ...(figures.doubled > 0 ? [`doubled: ${figures.doubled}, expected none.`] : []),
  ...(figures.told > 0 ? [`told: ${figures.told}, expected none.`] : []),
  ...(figures.counted === orders ? [] : [`The history says ${figures.counted} orders.`]),
  ...(figures.amid === kills ? [] : [`Only ${figures.amid} kills came amid the history: this run proves nothing.`]),
]);
