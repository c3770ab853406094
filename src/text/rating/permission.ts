import { narrow } from '../normalise.ts';

/** Whether somebody's words may be shown: under their name, without it, or not. */
type Permission = 'name' | 'nameless' | 'no';

const THANKS = '[\\s,.!;，。！；]*(?:thanks|thank you|谢谢)?[\\s.!。！]*';
/** A bare yes agrees to the words; under the name only who says so. */
const ANSWERS: readonly [Permission, RegExp][] = [
  ['name', new RegExp(`^(?:1|一|yes,? with (?:my )?name|with (?:my )?name|可以署名|署名|可以，?署名)${THANKS}$`, 'iu')],
  [
    'nameless',
    new RegExp(
      `^(?:2|二|yes|yes please|sure|of course|ok|okay|without(?: my)? name|anonymous(?:ly)?|可以|行|好|好的|好呀|同意|当然|当然可以|没问题|不署名|匿名|可以，?不署名)${THANKS}$`,
      'iu',
    ),
  ],
  [
    'no',
    new RegExp(
      `^(?:3|三|no|nope|no thanks|please don'?t|rather not|不|不行|不可以|不用|不用了|不要|不同意|算了)${THANKS}$`,
      'iu',
    ),
  ],
];
/** Longer words are no such answer. */
const LONGEST = 60;

/** What somebody answers who is asked whether their words may be shown (1 with the name, 2 without it, 3 not). Undefined: it is no such answer. */
export function permissionSaid(text: string): Permission | undefined {
  const words = narrow(text).trim();
  return words.length > LONGEST ? undefined : ANSWERS.find(([, pattern]) => pattern.test(words))?.[0];
}
