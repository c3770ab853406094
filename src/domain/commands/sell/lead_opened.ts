import { formatMoney, type Money, parseMoney, plainDecimal } from '../../../text/money/money.ts';
import type { Times } from '../../../text/money/read_amount.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { insertLead, type Lead, loadLead, setWorth } from '../../sell/lead.ts';
import { lineMinor } from '../../sell/quote/lines.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { pickContact } from '../who/pick.ts';
import { conversationWith } from '../who/pick_conversation.ts';
import { isNoTitle, wordsInDoubt } from '../words/in_doubt.ts';
import { noSuchNumber } from '../words/number.ts';
import { readValues, writeValues } from '../words/values.ts';
import { idIn, splitFirst } from '../words/words.ts';
import { actions, describe, MOST_AMOUNTS, titleAndAmount, type Unused } from './lead.ts';
import { leadCard } from './pipeline/lead_card.ts';
import { changeSaid, saidOfLead } from './pipeline/lead_change.ts';

const NUMBER = /^[#＃]?\d{1,18}$/u;

/** '/lead 张三 龙井10斤 ¥1280' */
export const lead: Command<{ words: string }> = {
  name: 'lead',
  role: 'helper',
  goesOn: true,
  titles: true,
  saidAtOnce: 'sure',
  changes: true,
  form: { title: 'lead', need: 'text', fields: [{ key: 'title', required: true }, { key: 'amount' }] },
  onlyShows: ({ words }) => NUMBER.test(words),
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('name')),
  async run(ctx, { words }) {
    const worth = worthPressed(ctx, words);
    if (worth) return noteWorth(ctx, worth);
    const known = await ofNumber(ctx, words);
    if (known) return known;
    const picked = await pickContact(ctx, words, (ref, rest) => `/lead ${ref} ${rest}`);
    if ('ask' in picked) return picked.ask;
    const again = (title: string) => `/lead c${picked.contact.id} ${title}`;
    const inDoubt = wordsInDoubt(ctx, picked.rest, again, { isDoubt: isNoTitle });
    if (inDoubt) return inDoubt;
    const read = titleAndAmount(picked.rest, ctx.settings.currency);
    if ('wrong' in read) return failed(ctx.t.lead.notAnAmount(read.wrong));
    if ('amounts' in read) return askWhichAmount(ctx, picked.contact.id, read);
    const { title, amount, unused } = read;
    const conversation = await conversationWith(ctx, picked.contact.id, picked.conversation);
    const made = await insertLead(
      ctx.tx,
      {
        contactId: picked.contact.id,
        conversationId: conversation?.id ?? null,
        title: title || ctx.t.lead.untitled,
        amount,
      },
      ctx.now,
    );
    return {
      ...unusedAmount(ctx, made, unused),
      text: ctx.t.lead.opened(describe(ctx, made)),
      person: { contactId: picked.contact.id, sure: false },
      thing: { noun: 'lead', id: made.id },
    };
  },
};

/** '/lead 12' shows it, '/lead 12 product 龙井' notes that. Undefined: it is no lead's number, or no such thing stands behind it. */
async function ofNumber(ctx: CommandContext, words: string): Promise<Reply | undefined> {
  const [first, rest] = splitFirst(words);
  const id = NUMBER.test(first) ? idIn(first) : undefined;
  const said = rest === '' ? undefined : saidOfLead(rest);
  if (!id || (rest !== '' && !said)) return undefined;
  const lead = await loadLead(ctx.tx, id);
  if (!lead || (ctx.about && ctx.about.contact.id !== lead.contactId)) return undefined;
  return said ? changeSaid(ctx, lead, said) : leadCard(ctx, lead);
}

/** A button names an open lead by its number, and what it is worth. */
function worthPressed({ pressed, typed, settings }: CommandContext, words: string) {
  const { before, values } = readValues(words, ['amount']);
  const amount = values.amount === undefined ? undefined : parseMoney(values.amount, settings.currency);
  return pressed && !typed && /^\d{1,18}$/.test(before) && amount ? { id: before, amount } : undefined;
}

async function noteWorth(ctx: CommandContext, { id, amount }: { id: string; amount: Money }): Promise<Reply> {
  const noted = await setWorth(ctx.tx, id, amount);
  const lead = await loadLead(ctx.tx, id);
  if (!lead) return noSuchNumber(ctx, 'lead', id);
  const line = describe(ctx, lead);
  return noted ? { text: ctx.t.lead.worthNoted(line) } : { text: ctx.t.lead.keepsAmount(line), unchanged: true };
}

/** Nothing about money is dropped in silence: the line it may be is one tap away. */
function unusedAmount(ctx: CommandContext, { id, title }: Lead, unused: Unused | undefined): Partial<Reply> {
  const buttons = [actions(ctx, id)];
  if (!unused) return { buttons };
  const offered = unused.perhaps.flatMap((times) => offer(ctx, id, title, times)).slice(0, MOST_AMOUNTS);
  return { buttons: [...offered.map((button) => [button]), ...buttons], hint: ctx.t.lead.noAmount(unused.said) };
}

function offer(ctx: CommandContext, id: string, title: string, { quantity, price }: Times): Button[] {
  const one = parseMoney(price, ctx.settings.currency);
  if (!one) return [];
  const money = (minor: string) => formatMoney(minor, one.currency, ctx.locale);
  const total = money(lineMinor({ quantity, unitMinor: one.minor }));
  const label = ctx.t.lead.amountIs(quantity === '1' ? total : ctx.t.quote.line(quantity, money(one.minor), total));
  return [{ label, command: `/quote ${id} ${writeValues({ item: title, quantity, price })}` }];
}

function askWhichAmount(ctx: CommandContext, contactId: string, read: { title: string; amounts: Money[] }): Reply {
  const amounts = read.amounts.map(({ minor, currency }) => `${currency} ${plainDecimal(minor, currency)}`);
  const buttons = [...new Set(amounts)]
    .slice(0, MOST_AMOUNTS)
    .map((amount) => [{ label: amount, command: `/lead c${contactId} ${writeValues({ title: read.title, amount })}` }]);
  return failed(ctx.t.lead.whichAmount, { buttons });
}
