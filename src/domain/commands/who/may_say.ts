import { isSaidOfNamed } from '../../../text/person/spoken_of.ts';
import { plainly } from '../../../text/plainly.ts';
import { isAnswerLike, isNewsLike } from '../../../text/sentence/answer_like.ts';
import { isOnlyGreeting } from '../../../text/sentence/only_greeting.ts';
import { isCorrection } from '../../../text/sentence/second_words.ts';
import { isSelfTold } from '../../../text/sentence/self_told.ts';
import { type Sentence, sentencesIn } from '../../../text/sentence/sentence.ts';
import type { Context } from '../../context.ts';
import type { User } from '../../owner/user.ts';
import { loadContact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import type { Conversation } from '../../talk/conversation.ts';
import { onlyRival } from '../words/in_a_row.ts';
import { backMeant } from '../words/line_meant.ts';
import { ownWords } from '../words/own_words.ts';
import { splitFirst } from '../words/words.ts';
import { called, gluedName } from './addressed.ts';
import type { Reading } from './proof.ts';
import { byWholeName } from './readings.ts';
import { namedPartly, spokenTo } from './spoken_to.ts';

/** What was done with an order by its own number is noted for the owner: shipped M-2. */
const OWN_ORDER = /(?<![\p{L}\p{N}])M-\d{1,9}(?!\d)/iu;
/** Longer words say more than that, in UTF-16 units. */
const LONGEST = 80;

/**
 * Whether words without anybody's name may be said to whoever waits: they address their reader or have the form of an answer, and are no
 * greeting, correction, order or absence of the owner's own.
 */
export function maySayIt(text: string): boolean {
  const plain = plainly(text.trim());
  if (!isAnswerLike(text) || isSelfTold(text) || ownWords(text) !== undefined) return false;
  if (isOnlyGreeting(plain) || (plain.length <= LONGEST && OWN_ORDER.test(plain))) return false;
  if (isCorrection(plain) || backMeant(plain)) return false;
  // that something was sent or paid may be said to whose it is, unless an order is named
  const maySay = ({ does, loose, thing, numbered }: Sentence) =>
    loose || thing !== undefined || (does === 'order' && numbered === undefined);
  return sentencesIn(text).every(maySay);
}

/** Who gets words, and where. */
interface Addressee {
  conversation: Conversation;
  name: string;
}

/**
 * Whom words are for, where they name anybody, and in which conversation an answer would reach them: whoever they greet or address. What
 * speaks of somebody is for nobody: shipped Maria's order, thank Anna for the payment. Undefined: they name nobody.
 */
export async function toWhom(
  ctx: Context,
  user: User,
  text: string,
): Promise<{ to: Addressee | undefined } | undefined> {
  const spoken = await spokenTo(ctx, text, undefined, user);
  const named = spoken?.isNote ? { ids: [] } : spoken?.ids.length ? spoken : await inFront(ctx, text);
  const [id, ...others] = named?.ids ?? [];
  const contact = id !== undefined && others.length === 0 ? await loadContact(ctx.tx, id) : undefined;
  const conversation = contact && (await onlyRival(ctx, contact.id));
  if (conversation) return { to: { conversation, name: nameOf(contact) } };
  return named || (await namedPartly(ctx, withCapital(text))).length > 0 ? { to: undefined } : undefined;
}

/** Of words that begin with this person's name what is news for them, and where they get it: greg - it goes to print tomorrow. Undefined: they are rather about them. */
export async function newsFor(
  ctx: Context,
  text: string,
  { id, name }: { id: string; name: string },
): Promise<{ to: Addressee; words: string } | undefined> {
  const whole = await byWholeName(ctx, text);
  const [word, behind] = splitFirst(text);
  const found = whole ?? { ...(await called(ctx, word)), left: behind };
  const words =
    found.ids.length === 1 && found.ids[0] === id && text.startsWith(whole ? whole.name : word)
      ? found.left.replace(PARTS, '')
      : '';
  if (words === '' || !isNewsLike(words) || isSelfTold(words) || isSaidOfNamed(`she ${words}`)) return undefined;
  const conversation = await onlyRival(ctx, id);
  return conversation && { to: { conversation, name }, words };
}

/** What parts a name from the words behind it. */
const PARTS = /^[\s,，;；:：–—-]+/u;

/** A word of somebody's name before an answer: Sam yes we do, 小明有货的; not Sam paid. */
async function inFront(ctx: Context, text: string): Promise<Reading | undefined> {
  const [word, behind] = splitFirst(text);
  const latin = await called(ctx, word);
  const found = latin.ids.length > 0 ? { ...latin, left: behind } : await gluedName(ctx, text, called);
  return found && isAnswerLike(found.left) && !isSaidOfNamed(`she ${found.left}`) ? found : undefined;
}

/** Who types in a hurry writes the name in front small: gareth is furious. */
export const withCapital = (text: string): string => text.replace(/^\p{Ll}/u, (sign) => sign.toUpperCase());
