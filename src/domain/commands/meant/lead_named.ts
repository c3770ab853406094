import { foldText } from '../../../text/fold.ts';
import { toldOfLead } from '../../../text/meaning/lead_told.ts';
import { saysForEach } from '../../../text/meaning/tells_otherwise.ts';
import { priceSaid } from '../../../text/sentence/theirs/price.ts';
import { titleHolds } from '../../../text/sentence/title_words.ts';
import type { Context } from '../../context.ts';
import { loadContact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { type Lead, openLeads, openLeadsOf } from '../../sell/lead.ts';
import type { Lines } from '../sell/order_said.ts';
import type { Said } from './lines.ts';

const MOST_LEADS = 200;

/** The one open lead that a sentence names by its title, or by whose it is: how it stands, or what it is worth now. Undefined: it names none, or says nothing of it. */
export async function leadNamed(ctx: Context, said: Said, ids: readonly string[]): Promise<Lines | undefined> {
  const told = toldOfLead(said.text);
  const amount = said.several ? '' : said.money || said.n;
  // what one of them costs is not what it is worth
  const price = priceSaid(said.text);
  const isWorth = amount !== '' && !saysForEach(said.text) && (!price || (price.is === 'to' && !price.each));
  if (!told || (told === 'worth' && !isWorth)) return undefined;
  const lead = await oneLead(ctx, said.text, ids);
  if (!lead) return undefined;
  const behind = told === 'worth' ? ` ${said.y.ofLead.amount[0]} ${amount}` : '';
  const contact = await loadContact(ctx.tx, lead.contactId);
  const shown = [contact && nameOf(contact), lead.title].filter(Boolean).join(' ');
  return { line: `/lead ${lead.id}${behind}`, shown: `/lead ${shown}${behind}` };
}

async function oneLead(ctx: Context, text: string, ids: readonly string[]): Promise<Lead | undefined> {
  const [id, ...others] = ids;
  if (others.length > 0) return undefined;
  const all = id === undefined ? await openLeads(ctx.tx, MOST_LEADS) : await openLeadsOf(ctx.tx, id);
  const titled = all.filter(({ title }) => titleHolds(text, title) || saysWhole(text, title));
  const [only] = all;
  if (titled.length === 1) return titled[0];
  return titled.length === 0 && id !== undefined && all.length === 1 ? only : undefined;
}

/** 普洱5饼那个意向: nothing parts a Chinese title from what stands behind it. */
function saysWhole(text: string, title: string): boolean {
  const [said, whole] = [text, title].map((one) => foldText(one).replace(/\s+/gu, ''));
  return /\p{Script=Han}/u.test(title) && whole!.length > 1 && said!.includes(whole!);
}
