import { detectLanguage } from '../../../../text/language.ts';
import { type Meaning, meanings } from '../../../../text/meaning/meaning.ts';
import { chancesOf } from '../../../triage/signs.ts';
import { type Shipped, shippedMeanings } from './shipped.ts';
import { signsOf, type Tongue, WAYS } from './signs.ts';

/** A meaning and how likely it is, from 0 to 1. */
export interface Likely {
  readonly meaning: Meaning;
  readonly chance: number;
}

const HAN = /\p{Script=Han}/u;

/** One Chinese character amid what is called otherwise is Chinese: 连whatsapp. */
const tongueOf = (text: string): Tongue => (HAN.test(text) || detectLanguage(text) === 'zh-CN' ? 'zh' : 'en');

/** A number or a name alone says nothing. */
const ONLY_MARKS = /^[\ue001-\ue005\s\p{P}\p{S}]*$/u;

/** What marked words may mean, the likeliest first; of `shipped`, else of what was learned in their language. */
export function likelyMeanings(text: string, shipped?: Shipped): Likely[] {
  if (ONLY_MARKS.test(text)) return [];
  const tongue = tongueOf(text);
  const { step, weights } = shipped ?? shippedMeanings(tongue);
  const { at, value } = signsOf(text, tongue);
  const chances = chancesOf(weights, WAYS, { at, value: value.map((one) => one * step) });
  return meanings
    .map((meaning, nth) => ({ meaning, chance: chances[nth]! }))
    .sort((one, other) => other.chance - one.chance || (one.meaning < other.meaning ? -1 : 1));
}

/** From this chance on it is only chat. */
const CHAT = 0.5;
/** What is less likely among all that could be done is something else. */
const FLOOR = 0.08;
/** What is so much less likely than the likeliest is not meant. */
const BESIDE = 0.1;
const MOST_MEANT = 3;

/** What marked words may mean, the likeliest first, with its chance among all that could be done; nothing where they are only chat, or nothing that is known. */
export function meantBy(text: string, shipped?: Shipped): Likely[] {
  const all = likelyMeanings(text, shipped);
  const chat = all.find(({ meaning }) => meaning === 'chat')?.chance ?? 1;
  if (chat >= CHAT) return [];
  const wishes = all.flatMap(({ meaning, chance }) =>
    meaning === 'chat' ? [] : { meaning, chance: chance / (1 - chat) },
  );
  const [first, ...others] = wishes;
  if (!first || first.chance < FLOOR) return [];
  return [first, ...others.slice(0, MOST_MEANT - 1).filter(({ chance }) => chance >= BESIDE * first.chance)];
}
