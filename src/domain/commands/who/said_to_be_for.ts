import type { Contact } from '../../people/contact.ts';
import type { CommandContext } from '../command.ts';
import { textIn } from '../words/values.ts';
import { addressedIn } from './addressed.ts';
import type { Reading } from './proof.ts';
import { byWholeName } from './readings.ts';
import { spokenTo } from './spoken_to.ts';
import type { InFront } from './under_card.ts';

const FOR = /^(?:(?:for|to|about|on)\s+|(?:给|为|替|关于)\s*)/iu;

/** Somebody else whom the words say they are for. */
export async function spokenOf(ctx: CommandContext, card: Contact, words: string): Promise<InFront | undefined> {
  const said = (await saidToBeFor(ctx, words)) ?? (await greeted(ctx, card, words));
  return said && !said.ids.includes(card.id) ? { others: [said] } : undefined;
}

/** Whom the words greet or ask, as where no command stands before them; they stay as they were typed. */
async function greeted(ctx: CommandContext, card: Contact, words: string): Promise<Reading | undefined> {
  if (!ctx.typed) return undefined;
  const named = await spokenTo(ctx, words, card, ctx.user);
  return named && named.ids.length > 0 ? { name: named.name, ids: named.ids, left: words } : undefined;
}

/** 'for Bob: …', 'about Bob …', '给李四：…', or a part of a name and a colon: whom the words themselves say they are for. */
export async function saidToBeFor(ctx: CommandContext, words: string): Promise<Reading | undefined> {
  const text = textIn(words);
  const [behind] = FOR.exec(text) ?? [];
  if (behind === undefined && !/^[^\n:：]{1,60}[:：]/u.test(text)) return undefined;
  const rest = text.slice(behind?.length ?? 0);
  const whole = behind === undefined ? undefined : await byWholeName(ctx, rest);
  if (whole) return whole;
  const named = await addressedIn(ctx, behind === undefined ? text : `note for ${rest}`);
  return named && named.ids.length > 0 ? { name: named.name, ids: named.ids, left: named.words } : undefined;
}
