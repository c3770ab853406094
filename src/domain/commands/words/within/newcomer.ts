import { wishAmong } from '../../../../text/meaning/wish_said.ts';
import {
  holdsAddress,
  inCapitals,
  mayBeNewName,
  saysFigure,
  toldWithoutNumber,
} from '../../../../text/person/whom/new_name.ts';
import { type Sentence, sentencesIn } from '../../../../text/sentence/sentence.ts';
import { mayTellOfDeposit } from '../../../../text/sentence/theirs/deposit.ts';
import type { Context } from '../../../context.ts';
import { quoteSaid } from '../../sell/lead_said.ts';
import { actIn } from '../../sell/order/act.ts';
import { type Lines, type Named, orderSaid } from '../../sell/order_said.ts';
import { shopMeant } from '../../sell/shop_meant.ts';
import { aheadOf } from '../../sell/theirs/deposit.ts';
import { called } from '../../who/addressed.ts';
import { nearlyAlone } from '../../who/nearly.ts';
import { whatIsNamed } from '../../who/sentence_names.ts';
import { writeValues } from '../values.ts';

/** A line as it is run and as it is shown. */
type Became = Lines & { atOnce: boolean };

/** What is told of somebody whom nobody knows yet: they are added, and have bought, paid or want it, by one tap. Nothing of it is done unasked. */
export async function newcomerMeant(ctx: Context, text: string): Promise<Became | undefined> {
  if (holdsAddress(text, ctx.settings.country)) return undefined;
  const told = toldWithoutNumber(text, ctx.settings.country);
  if (told) return (await isKnown(ctx, told.name)) ? undefined : added(told);
  for (const sentence of sentencesIn(text)) {
    const lines = await newcomersOwn(ctx, text, sentence);
    if (lines) return { ...lines, atOnce: false };
  }
  return undefined;
}

/** What they want is a lead; what else is known of them is a note. */
function added({ name, rest }: { name: string; rest: string }): Became {
  const wish = rest === '' ? undefined : wishAmong([rest]);
  if (wish !== undefined) {
    const line = `/add ${name}\n/lead ${name} ${wish}`;
    return { line, shown: line, atOnce: false };
  }
  const values = { name, ...(rest !== '' && { note: rest }) };
  return { line: `/add ${writeValues(values)}`, shown: `/add ${name} ${rest}`.trim(), atOnce: false };
}

async function newcomersOwn(ctx: Context, text: string, sentence: Sentence): Promise<Lines | undefined> {
  const { does, who, loose } = sentence;
  if (who === undefined || loose || !(does === 'order' || does === 'lead' || does === 'quote')) return undefined;
  const name = inCapitals(who);
  if (!mayBeNewName(who, ctx.settings.country) || shopMeant(who) !== undefined || !isTold(sentence)) return undefined;
  // the cafe is one that somebody has, and may be known by another name
  if (text.toLowerCase().includes(`the ${who.toLowerCase()}`)) return undefined;
  if ((await whatIsNamed(ctx, sentence)) || (await isKnown(ctx, name))) return undefined;
  const ahead = mayTellOfDeposit(text) ? aheadOf(ctx, text, { said: who, ref: name, name }) : undefined;
  const lines = ahead ?? (await linesOf(ctx, sentence, { ref: name, name, ids: [] }));
  return lines && { line: `/add ${name}\n${lines.line}`, shown: `/add ${name}\n${lines.shown}` };
}

function linesOf(ctx: Context, sentence: Sentence, whom: Named): Promise<Lines | undefined> | Lines {
  if (sentence.does === 'order') return orderSaid(ctx, sentence, whom);
  if (sentence.does === 'quote') return quoteSaid(ctx, sentence, whom);
  const line = `/lead ${whom.name} ${sentence.words}`;
  return { line, shown: line };
}

/** What was bought or paid, or is wanted at a price; of whoever has no order yet none is sent, called off or paid back. */
function isTold({ does, words }: Sentence): boolean {
  if (!saysFigure(words)) return false;
  const act = does === 'order' ? actIn(words) : undefined;
  return act === undefined || act.is === 'paid';
}

/** Somebody is called so, or nearly so. */
const isKnown = async (ctx: Context, name: string): Promise<boolean> =>
  (await called(ctx, name)).ids.length > 0 || (await nearlyAlone(ctx, name)).length > 0;
