/**
 * Measures how often what an owner types is offered as what it means, on sentences that nothing was learned from:
 * `npm run report:meanings`. The last line is the figures as JSON. Nothing is random, so there is no seed.
 */
import { meantBy } from '../../src/domain/commands/meant/learned/index.ts';
import { type Tongue, tongues } from '../../src/domain/commands/meant/learned/signs.ts';
import { marked } from '../../src/text/meaning/slots.ts';
import { meaningsKeptAside } from './meaning_examples.ts';

const NAMES = ['Tom Reed', 'Tom', 'Sarah', '王强', '赵敏', '阿杰'];

function figuresOf(tongue: Tongue) {
  const rows = meaningsKeptAside(tongue).map(({ meaning, text }) => ({
    ...{ meaning, text },
    offered: meantBy(marked(text, NAMES).text).map((one) => one.meaning),
  }));
  const wishes = rows.filter(({ meaning }) => meaning !== 'chat');
  const chat = rows.filter(({ meaning }) => meaning === 'chat');
  const share = (some: number, all: readonly unknown[]) => Number((some / all.length).toFixed(3));
  return {
    n: wishes.length,
    offered: share(wishes.filter(({ meaning, offered }) => offered.includes(meaning)).length, wishes),
    first: share(wishes.filter(({ meaning, offered }) => offered[0] === meaning).length, wishes),
    /** Of what means nothing that could be done, for how much something is offered. */
    chat: share(chat.filter(({ offered }) => offered.length > 0).length, chat),
  };
}

const figures = Object.fromEntries(tongues.map((tongue) => [tongue, figuresOf(tongue)]));
for (const [tongue, { n, offered, first, chat }] of Object.entries(figures))
  console.log(
    `${tongue}: of ${n} wishes ${offered} are offered, ${first} first; something is offered for ${chat} of mere chat`,
  );
console.log(JSON.stringify(figures));
