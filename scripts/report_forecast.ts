/**
 * Measures the forecast of the pipeline on made-up books: `npm run -s report:forecast -- --seed N --deals 400`. From when twenty deals have
 * ended it looks three months ahead every thirty days, with what was known then, and compares with what came of the deals that were
 * open. The last line is the figures as JSON: see `forecastFigures`.
 */
import { parseArgs } from 'node:util';
import { forecastFigures } from './forecast_figures.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, deals: { type: 'string', default: '400' } },
});
const [seed, deals] = [Number(values.seed), Number(values.deals)];
console.log(JSON.stringify({ seed, deals, ...forecastFigures(seed, deals) }));
