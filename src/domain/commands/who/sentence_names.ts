import { withoutTitle } from '../../../text/person/greeting.ts';
import type { Does } from '../../../text/sentence/rule.ts';
import { withoutOnce } from '../../../text/sentence/said_once.ts';
import type { Sentence } from '../../../text/sentence/sentence.ts';
import type { Context } from '../../context.ts';
import { findMember } from '../../owner/team.ts';
import { cityName, isCityInUse } from '../../people/city.ts';
import { loadContact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { organizationsCalled } from '../../people/organization/organization.ts';
import { isTagInUse } from '../../people/tag.ts';
import { commandOf } from '../called.ts';
import { leadTitled } from '../sell/pipeline/lead_titled.ts';
import { called, gluedName, havingName } from './addressed.ts';
import { isGroup } from './each/group.ts';
import type { Reading } from './proof.ts';
import { byTitle, byWholeName } from './readings.ts';

/** Whoever a sentence names. */
export interface Whom {
  /** What stands for them in the line: their number where it can be only one. */
  ref: string;
  name: string;
  ids: string[];
  /** The words behind the name, where more of it stood at their beginning. */
  left?: string;
}

/** They say words to whoever they name. */
const SAYS: readonly Does[] = ['reply', 'later'];

const goesOn = (does: Does): boolean => commandOf(`/${does}`)?.goesOn === true;

/** Whom a sentence names; undefined: nobody here is called so, or what else it names is not there. */
export async function whatIsNamed(ctx: Context, sentence: Sentence): Promise<{ whom: Whom | undefined } | undefined> {
  const { does, who, label, town, firm, mate } = sentence;
  const whom = who === undefined ? undefined : await whoIsMeant(ctx, does, who, sentence.words);
  if (who !== undefined && !whom) return undefined;
  if (label !== undefined && !(await isTagInUse(ctx.tx, label))) return undefined;
  if (town !== undefined && !(await isCityInUse(ctx.tx, cityName(town)))) return undefined;
  if (firm !== undefined && (await organizationsCalled(ctx.tx, firm)).length === 0) return undefined;
  if (mate !== undefined && !(await findMember(ctx.tx, mate))) return undefined;
  return { whom };
}

async function whoIsMeant(ctx: Context, does: Does, who: string, words: string): Promise<Whom | undefined> {
  const named = (await whoIs(ctx, who, goesOn(does) ? words : '')) ?? (await leadTitled(ctx, does, who));
  if (!named || !SAYS.includes(does)) return named;
  // a word for many is nobody's name for what is said to somebody
  if (await isGroup(ctx, who)) return undefined;
  return named.left ? { ...named, left: withoutOnce(named.left) } : named;
}

async function whoIs(ctx: Context, typed: string, words: string): Promise<Whom | undefined> {
  const [longer, alone] = await Promise.all([
    words === '' ? undefined : longerName(ctx, typed, words),
    byWholeName(ctx, typed),
  ]);
  const whole = longer ?? (alone?.left === '' ? alone : undefined);
  const found: Omit<Reading, 'left'> & { left?: string } = whole
    ? { name: whole.name, ids: whole.ids }
    : await calledOrTitled(ctx, typed, words);
  const { ids, name } = found;
  const [id, ...others] = ids;
  if (id === undefined) return undefined;
  const contact = others.length === 0 ? await loadContact(ctx.tx, id) : undefined;
  const behind = longer?.left ?? found.left;
  const left = behind !== undefined && { left: unquoted(behind.replace(/^[\s,，:：;–—-]+/u, '')) };
  return contact ? { ref: `c${id}`, name: nameOf(contact), ids, ...left } : { ref: name, name, ids, ...left };
}

/** Who is called so, else without the title behind it, else whoever a surname and a title fit: Dave总, 王先生. */
async function calledOrTitled(
  ctx: Context,
  typed: string,
  words: string,
): Promise<{ name: string; ids: string[]; left?: string }> {
  const found = await called(ctx, typed, { inPartOnly: true });
  if (found.ids.length > 0) return found;
  const untitled = withoutTitle(typed) === typed ? found : await called(ctx, withoutTitle(typed));
  if (untitled.ids.length > 0) return untitled;
  const titled = words === '' ? undefined : await byTitle(ctx, `${typed}${words}`);
  return titled && titled.ids.length > 0 && titled.left !== '' ? titled : found;
}

/** Quotation marks around all of the words do not belong to them. */
const unquoted = (words: string): string => /^["“「]([^"“”「」]+)["”」]$/u.exec(words)?.[1] ?? words;

/** Somebody whose name begins with the one that was read and goes on in the words behind it. */
async function longerName(ctx: Context, typed: string, words: string): Promise<Reading | undefined> {
  const glued = /\p{Script=Han}$/u.test(typed);
  const found = glued
    ? await gluedName(ctx, `${typed}${words}`, havingName)
    : await byWholeName(ctx, `${typed} ${words}`);
  return found && found.name.length > typed.length && found.left !== '' ? found : undefined;
}
