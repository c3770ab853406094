import { eachTimeSaid } from '../../../../text/sentence/own/each_time.ts';
import { listedIn } from '../../../../text/sentence/own/listed.ts';
import { localSlot, parseWhen } from '../../../../text/when/when.ts';
import { type Context, clockOf, localeOf } from '../../../context.ts';
import type { User } from '../../../owner/user.ts';
import { loadContact } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import { called } from '../../who/addressed.ts';
import { type Became, sentenceMeant } from '../sentences.ts';

/** What the lines of a list come to; what says no command by itself is something to do. Undefined: it is no list. */
export async function listMeant(
  ctx: Context,
  user: User,
  text: string,
  becomes: (item: string) => Promise<Became | undefined>,
): Promise<Became[] | undefined> {
  const listed = listedIn(text);
  if (!listed) return eachNamed(ctx, text);
  const moment = { ...clockOf(ctx, localeOf(ctx, user)), country: ctx.settings.country };
  const today = localSlot(ctx.now, moment.timezone);
  const pieces: Became[] = [];
  for (const item of listed.items) {
    const read = await becomes(item);
    const own = parseWhen(item, moment)?.at;
    // an hour alone is one of the day that stands above
    const when = !own || localSlot(own, moment.timezone) === today ? listed.when : '';
    const isToDo = !read || read.pieces || read.leaving || (when !== '' && read.line.startsWith('/task '));
    pieces.push(isToDo ? toDo([when, item].filter(Boolean).join(' ')) : read);
  }
  return pieces;
}

const toDo = (words: string): Became => ({ line: `/task ${words}`, shown: `/task ${words}`, atOnce: false });

/** tom - send proof, priya - chase menu: a name in front of each. */
const PARTED = /\s*[,，;；\n]\s*/u;
const NAMED = /^(?<name>[\p{L}'’. ]{1,30}?)(?:\s+[-–—]+\s*|\s*[–—]+\s*|(?<=\p{Script=Han})-)(?<words>\p{L}.{1,80})$/u;
const MOST_NAMED = 12;

/** What is to be done for each who is named in front of it. */
async function eachNamed(ctx: Context, text: string): Promise<Became[] | undefined> {
  const parts = text.trim().split(PARTED).filter(Boolean);
  const rows = parts.map((part) => NAMED.exec(part)?.groups);
  if (parts.length < 2 || parts.length > MOST_NAMED || rows.includes(undefined)) return undefined;
  const pieces: Became[] = [];
  for (const { name = '', words = '' } of rows.filter((row) => row !== undefined)) {
    const [id, ...others] = (await called(ctx, name)).ids;
    const contact = id !== undefined && others.length === 0 ? await loadContact(ctx.tx, id) : undefined;
    if (!contact) return undefined;
    const shown = `/task ${nameOf(contact)} ${words}`;
    pieces.push({ line: `/task c${contact.id} ${words}`, shown, atOnce: false, ids: [contact.id] });
  }
  return pieces;
}

/** One reminder for each of the times that are said; where none of them asks anything they are set at once. */
export async function eachTimeMeant(ctx: Context, user: User, text: string): Promise<Became[] | undefined> {
  const pieces: Became[] = [];
  for (const one of eachTimeSaid(text) ?? []) {
    const read = await sentenceMeant(ctx, user, one);
    if (!read?.line.startsWith('/task ')) return undefined;
    pieces.push(read);
  }
  return pieces.length > 1 ? pieces : undefined;
}
