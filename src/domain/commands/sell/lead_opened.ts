import { formatMoney, type Money, parseMoney, plainDecimal } from '../../../text/money/money.ts';
import type { Times } from '../../../text/money/read_amount.ts';
import { isSameDeal } from '../../../text/sentence/same_deal.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { insertLead, type Lead, loadLead, openLeadsOf, setWorth } from '../../sell/lead.ts';
import { lineMinor } from '../../sell/quote/lines.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { lineButton } from '../line_button.ts';
import { pickContact } from '../who/pick.ts';
import { conversationWith } from '../who/pick_conversation.ts';
import { isNoTitle, wordsInDoubt } from '../words/in_doubt.ts';
import { noSuchNumber } from '../words/number.ts';
import { readValues, writeValues } from '../words/values.ts';
import { idIn, splitFirst } from '../words/words.ts';
import { actions, describe, MOST_AMOUNTS, titleAndAmount, type Unused } from './lead.ts';
import { leadCard } from './pipeline/lead_card.ts';
import { changeSaid, saidOfLead } from './pipeline/lead_change.ts';

const MOST_OTHERS = 5;
/** Of more that look alike. */
const MOST_ALIKE = 3;
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
    // 意向1来源朋友介绍
    const known = await ofNumber(ctx, words.replace(/^([#＃]?\d{1,9})(?=\p{Script=Han})/u, '$1 '));
    if (known) return known;
    const picked = await pickContact(ctx, words, (ref, rest) => `/lead ${ref} ${rest}`);
    if ('ask' in picked) return picked.ask;
    const meant = await ofTheirs(ctx, picked);
    if (meant) return meant;
    const again = (title: string) => `/lead c${picked.contact.id} ${title}`;
    const inDoubt = wordsInDoubt(ctx, picked.rest, again, { isDoubt: isNoTitle });
    if (inDoubt) return inDoubt;
    const read = titleAndAmount(picked.rest, ctx.settings.currency);
    if ('wrong' in read) return failed(ctx.t.lead.notAnAmount(read.wrong));
    if ('amounts' in read) return askWhichAmount(ctx, picked.contact.id, read);
    const { title, amount, unused } = read;
    const open = await openLeadsOf(ctx.tx, picked.contact.id);
    const same = isFilledIn(picked.rest) ? undefined : sameAsOpen(ctx, open, picked.contact, title, amount);
    if (same) return same;
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
    const also = open
      .slice(0, MOST_OTHERS)
      .map((one) => describe(ctx, one))
      .join('; ');
    return {
      ...unusedAmount(ctx, made, unused),
      text: [ctx.t.lead.opened(describe(ctx, made)), ...(also ? [ctx.t.leadCard.alsoOpen(also)] : [])].join('\n'),
      person: { contactId: picked.contact.id, sure: false },
      thing: { noun: 'lead', id: made.id },
    };
  },
};

/** By a form, or by the button that says that it is a new one. */
const isFilledIn = (words: string): boolean => readValues(words, ['title', 'amount']).values.title !== undefined;

/** What looks like a lead of theirs that is open already: before there are two of it, it is asked. Undefined: nothing does. */
function sameAsOpen(
  ctx: CommandContext,
  open: readonly Lead[],
  { id }: { id: string },
  title: string,
  amount: Money | undefined,
): Reply | undefined {
  const alike = (title === '' ? [] : open).filter((one) => isSameDeal(one.title, title)).slice(0, MOST_ALIKE);
  if (alike.length === 0) return undefined;
  const { leadCard: t, typed } = ctx.t;
  const shown = amount && formatMoney(amount.minor, amount.currency, ctx.locale);
  const plain = amount && plainDecimal(amount.minor, amount.currency);
  const ways = alike.map((one): Button => {
    const isOther = amount && (one.amountMinor !== amount.minor || one.currency !== amount.currency);
    return isOther
      ? {
          label: t.isIt(one.id, shown),
          command: `/lead ${one.id} ${typed.ofLead.amount[0]!} ${amount.currency} ${plain}`,
        }
      : { label: t.isIt(one.id), command: `/lead ${one.id}` };
  });
  const values = { title, ...(amount && { amount: `${amount.currency} ${plain}` }) };
  const fresh = {
    label: t.newLead([title, shown].filter(Boolean).join(' · ')),
    command: `/lead c${id} ${writeValues(values)}`,
  };
  return failed(t.looksLike(alike.map((one) => describe(ctx, one)).join('\n')), {
    undecided: true,
    oneOf: true,
    buttons: [...ways.map((one) => [one]), [fresh]],
  });
}

/** A button that was shown while it was open means no lead that is won or lost by now. */
const isClosed = ({ stage }: Lead): boolean => stage === 'won' || stage === 'lost';

/** '/lead 12' shows it, '/lead 12 product 龙井' notes that. Undefined: it is no lead's number, or no such thing stands behind it. */
async function ofNumber(ctx: CommandContext, words: string): Promise<Reply | undefined> {
  const [first, rest] = splitFirst(words);
  const id = NUMBER.test(first) ? idIn(first) : undefined;
  const said = rest === '' ? undefined : saidOfLead(rest);
  if (!id) return undefined;
  const lead = await loadLead(ctx.tx, id);
  // longer ones, and those that begin with 0, are a part of somebody's phone number
  if (!lead) return ctx.about || !/^[1-9]\d{0,5}$/.test(first) ? undefined : noSuchNumber(ctx, 'lead', id);
  if (ctx.about && ctx.about.contact.id !== lead.contactId) return undefined;
  if (said && ctx.pressed && !ctx.typed && isClosed(lead))
    return failed(ctx.t.leadCard.closedSince(describe(ctx, lead), lead.stage === 'won'), {
      undecided: true,
      buttons: [[lineButton(ctx, `/lead ${words}`)]],
    });
  if (said) return changeSaid(ctx, lead, said);
  if (rest === '') return leadCard(ctx, lead);
  if (ctx.about) return undefined;
  // '/lead 1 $2,600'
  if (parseMoney(rest, ctx.settings.currency)) return changeSaid(ctx, lead, { what: 'amount', value: rest });
  const { ofLead } = ctx.t.typed;
  const as = (what: 'title' | 'product' | 'nextStep') => ({
    label: ctx.t.leadCard[what],
    command: `/lead ${id} ${ofLead[what][0]!} ${rest}`,
  });
  return failed(ctx.t.leadCard.unread(describe(ctx, lead), rest), {
    undecided: true,
    buttons: [[as('nextStep'), as('title'), as('product')]],
  });
}

/** '/lead Anna amount 800' is said of the one that is open; of several, or where it may be a title, it is asked. Undefined: a new one is meant. */
async function ofTheirs(
  ctx: CommandContext,
  { contact, rest }: { contact: { id: string; name: string }; rest: string },
): Promise<Reply | undefined> {
  const said = rest.includes('\n') || readValues(rest, ['title', 'amount']).values.title ? undefined : saidOfLead(rest);
  if (!said || said.value === '') return undefined;
  const [only, ...others] = await openLeadsOf(ctx.tx, contact.id);
  if (!only) return said.isSure && said.what === 'expected' ? noLeadYet(ctx, contact, rest) : undefined;
  if (said.isSure && others.length === 0) return changeSaid(ctx, only, said);
  const word = ctx.t.typed.ofLead[said.what][0]!;
  const buttons = [only, ...others]
    .slice(0, MOST_OTHERS)
    .map((one) => [{ label: describe(ctx, one), command: `/lead ${one.id} ${word} ${said.value}` }]);
  const fresh = {
    label: ctx.t.leadCard.newLead(rest),
    command: `/lead c${contact.id} ${writeValues({ title: rest })}`,
  };
  return failed(ctx.t.leadCard.whichLead(rest), { undecided: true, oneOf: true, buttons: [...buttons, [fresh]] });
}

/** When a lead may be won is nothing that one is called. */
function noLeadYet(ctx: CommandContext, { id, name }: { id: string; name: string }, rest: string): Reply {
  const { lead, leadCard, form } = ctx.t;
  const buttons = [
    { label: form.title.lead, command: `/lead c${id}` },
    { label: leadCard.newLead(rest), command: `/lead c${id} ${writeValues({ title: rest })}` },
  ];
  return failed(lead.noneOf(name), { buttons: buttons.map((one) => [one]) });
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
