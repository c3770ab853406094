/**
 * Measures how often words typed under a card are taken for what they are, on lines that nothing was learned from:
 * `npm run report:addressee`. The last line is the figures as JSON. Nothing is random, so there is no seed.
 */
import { chanceOurs } from '../../src/domain/triage/addressee/index.ts';
import { addresseeKeptAside } from './addressee_examples.ts';

const HAN = /\p{Script=Han}/u;
const share = (chances: readonly number[], bar: number): number =>
  Number((chances.filter((chance) => chance >= bar).length / chances.length).toFixed(3));

/** Of the owner's own lines how many are asked about at each bar, and of those for the customer. */
function figuresOf(language: 'zh' | 'en') {
  const lines = addresseeKeptAside().filter(({ text }) => HAN.test(text) === (language === 'zh'));
  const chances = (whose: string) => lines.filter((line) => line.whose === whose).map(({ text }) => chanceOurs(text));
  const [ours, theirs] = [chances('ours'), chances('theirs')];
  return {
    n: lines.length,
    at: [0.5, 0.7, 0.8, 0.9].map((bar) => ({ bar, ours: share(ours, bar), theirs: share(theirs, bar) })),
  };
}

const figures = { zh: figuresOf('zh'), en: figuresOf('en') };
for (const [language, { n, at }] of Object.entries(figures)) {
  console.log(`${language}, ${n} lines`);
  for (const { bar, ours, theirs } of at)
    console.log(`  from ${bar}: ${ours} of the owner’s own are asked about, ${theirs} of the customer’s`);
}
console.log(JSON.stringify(figures));
