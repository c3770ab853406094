import { type Locale, locales } from '../../text/locale.ts';
import { formatMoney } from '../../text/money/money.ts';
import type { Texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { formatAge } from '../../text/when/duration.ts';
import { formatDay, formatWhen } from '../../text/when/format_when.ts';
import { type Context, clockOf } from '../context.ts';
import { proposalsOf } from '../merge/proposal.ts';
import { waitedFor } from '../owner/away.ts';
import { type Contact, identitiesOf, loadContact, type OwnIdentity } from '../people/contact.ts';
import { fieldsOf } from '../people/fields/contact_fields.ts';
import { labelOf } from '../people/fields/field.ts';
import { formatValue, typedAt } from '../people/fields/value.ts';
import { nameOf } from '../people/name.ts';
import { organizationByDomain, organizationsOf } from '../people/organization/membership.ts';
import { consentFields } from '../people/preferences/fields.ts';
import { signsOf } from '../people/sign.ts';
import { firstSource, sourceName } from '../people/source/source.ts';
import type { Button, Field, Item, List, Reply } from '../reply.ts';
import { goneOf } from '../sell/churn_mark.ts';
import { openLeadsOf } from '../sell/lead.ts';
import { ordersOf } from '../sell/order.ts';
import { boughtBy } from '../sell/order_money.ts';
import { stageLabel } from '../sell/pipeline/stage.ts';
import { openTicketsOf } from '../serve/ticket.ts';
import { answerWay } from '../talk/answer_way.ts';
import { answeredIn, type Conversation } from '../talk/conversation.ts';
import { addressAmongOthers, countPlaces, placeName } from '../talk/destination.ts';
import { latestMessages } from '../talk/message.ts';
import { type Refusal, refusalOf } from '../talk/ready/refusal.ts';
import { fateLines, wordsOrFiles } from '../talk/said_by.ts';
import { whoseTurn } from '../talk/turn.ts';
import { taskButtons } from '../tasks/buttons.ts';
import { openTasksOf } from '../tasks/task.ts';
import { whyReturned } from './bounce_card.ts';
import { lettingButton } from './chips/ready.ts';
import { orderDetail } from './order_card.ts';
import { membershipsShown } from './organization/card.ts';

/** A card has to fit into one message: if there are more, it shows those that moved last or come next. */
const PER_KIND = 5;

/** One person at a glance: where they can be reached, what is open, what was said and bought, who waits for whom. */
export async function contactCard(ctx: Context, t: Texts, locale: Locale, contactId: string): Promise<Reply> {
  const [whose, [conversation], refusal] = await Promise.all([
    loadContact(ctx.tx, contactId),
    answeredIn(ctx.tx, contactId, 1),
    refusalOf(ctx.tx, contactId),
  ]);
  const contact = whose!;
  const [known, place, buttons, ...lists] = await Promise.all([
    facts(ctx, t, locale, contact),
    answerPlace(ctx, t, conversation),
    cardButtons(ctx, t, contact, conversation),
    openWork(ctx, t, locale, contactId),
    orders(ctx, t, locale, contactId),
    lastWords(ctx, t, locale, contactId),
  ]);
  return {
    title: `${nameOf(contact)}${contact.tags.map((tag) => ` #${tag}`).join('')}`,
    fields: [...known, ...refusalField(ctx, t, locale, refusal), ...place],
    lists: lists.filter((list) => list.items.length > 0),
    buttons: refusal ? [...buttons, [lettingButton(t, contactId)]] : buttons,
    person: { contactId, sure: false },
  };
}

/** What the owner is likely to do next. */
async function cardButtons(
  ctx: Context,
  t: Texts,
  { id, locale, blockedAt }: Contact,
  conversation: Conversation | undefined,
): Promise<Button[][]> {
  const [[alike], company] = await Promise.all([proposalsOf(ctx.tx, id), organizationByDomain(ctx.tx, id)]);
  return [
    [
      ...(conversation ? [{ label: t.button.answer, command: `/inbox v${conversation.id}` }] : []),
      { label: t.button.timeline, command: `/timeline c${id}` },
      ...(locale ? languageButtons(t, id, locale) : []),
      ...(alike ? [{ label: t.button.samePerson, command: `/merge c${id}` }] : []),
      ...(company ? [{ label: t.organization.button.atIt(company.name), command: `/org o${company.id} +c${id}` }] : []),
      ...(blockedAt ? [{ label: t.button.unblock, command: `/unblock c${id}` }] : []),
    ],
  ];
}

/** Somebody who can be reached in several places is answered in one of them, or where a user chose. */
async function answerPlace(ctx: Context, t: Texts, conversation: Conversation | undefined): Promise<Field[]> {
  if (!conversation) return [];
  const { address } = await answerWay(ctx.tx, conversation);
  if (address === conversation.address && (await countPlaces(ctx.tx, conversation.contactId)) < 2) return [];
  const value = placeName(t, conversation, await addressAmongOthers(ctx.tx, conversation, address));
  return [{ label: t.contact.answersGoTo, value }];
}

/** They get no automatic answers: who has said so, and when. */
export function refusalField(ctx: Context, t: Texts, locale: Locale, refusal: Refusal | undefined): Field[] {
  if (!refusal) return [];
  const when = formatWhen(refusal.saidAt, clockOf(ctx, locale));
  const { noneSince, noneByUser } = t.autoreply;
  const value = refusal.words === null ? noneByUser(when) : noneSince(when, truncate(refusal.words, 60));
  return [{ label: t.autoreply.title, value }];
}

/** The language was detected: one tap puts it right. */
function languageButtons(t: Texts, contactId: string, spoken: Locale): Button[] {
  const others = locales.filter((locale) => locale !== spoken);
  return others.map((other) => ({ label: `→ ${t.language.name[other]}`, command: `/language c${contactId} ${other}` }));
}

async function facts(ctx: Context, t: Texts, locale: Locale, contact: Contact): Promise<Field[]> {
  const contactId = contact.id;
  const [identities, signs, bought, gone, turn, own, consents, source, companies] = await Promise.all([
    identitiesOf(ctx.tx, contactId),
    signsOf(ctx.tx, contactId),
    boughtBy(ctx.tx, contactId),
    goneOf(ctx.tx, contactId),
    turnOf(ctx, t, locale, contactId),
    fieldsOf(ctx.tx, contactId),
    consentFields(ctx, t, locale, contactId),
    firstSource(ctx.tx, contactId),
    organizationsOf(ctx.tx, contactId),
  ]);
  const { now, settings } = ctx;
  const blocked = contact.blockedAt && formatWhen(contact.blockedAt, { now, timezone: settings.timezone, locale });
  const fields: Field[] = identities.map((identity) => ({
    label: t.channel(identity.channel),
    value: addressMarks(t, identity).reduce(t.marked, t.address(identity.address)),
  }));
  for (const { channel, address, source } of signs) {
    fields.push({ label: t.channel(channel), value: t.marked(t.address(address), t.contact.sign[source]) });
  }
  if (bought.length > 0) {
    const totals = bought.map((line) =>
      t.card.bought(line.orders, formatMoney(line.totalMinor, line.currency, locale)),
    );
    // what somebody has spent is asked most
    fields.unshift({ label: t.contact.bought, value: totals.join(' · ') });
  }
  if (blocked) fields.unshift({ label: t.block.field, value: t.block.since(blocked) });
  if (gone)
    fields.push({
      label: t.churn.gone,
      value: t.churn.goneSince(formatDay(gone.at, clockOf(ctx, locale)), gone.reason),
    });
  if (companies.length > 0) fields.push({ label: t.organization.label, value: membershipsShown(t, companies) });
  if (contact.city) fields.push({ label: t.contact.city, value: contact.city });
  if (contact.locale) fields.push({ label: t.contact.language, value: t.language.name[contact.locale] });
  const { today } = typedAt(ctx);
  for (const field of own)
    fields.push({ label: labelOf(t, field), value: formatValue(t, locale, field, field.value, today) });
  if (source)
    fields.push({ label: t.post.cameByLabel, value: t.post.cameBy(sourceName(t, source.source), source.postId) });
  fields.push(...consents);
  fields.push({ label: t.turn.label, value: turn });
  return fields;
}

/** What the owner has to know about an address before writing to it. */
function addressMarks(t: Texts, { claimed, closedAt, bouncedAt, bounceReason, complainedAt }: OwnIdentity): string[] {
  return [
    ...(claimed ? [t.contact.claimed] : []),
    ...(closedAt ? [t.contact.closed] : []),
    ...(bouncedAt ? [t.mail.comesBack(whyReturned(t, bounceReason ?? ''))] : []),
    ...(complainedAt ? [t.mail.hasComplained] : []),
  ];
}

/** Who owes whom an answer, since when. */
async function turnOf(ctx: Context, t: Texts, locale: Locale, contactId: string): Promise<string> {
  const turn = await whoseTurn(ctx.tx, contactId);
  if (!turn) return t.turn.nobody;
  const since = formatWhen(turn.since, clockOf(ctx, locale));
  const age =
    turn.of === 'us'
      ? await waitedFor(ctx, turn.since, locale)
      : formatAge(ctx.now.getTime() - turn.since.getTime(), locale);
  return t.turn[turn.of](age, since);
}

async function openWork(ctx: Context, t: Texts, locale: Locale, contactId: string): Promise<List> {
  const [openLeads, openTickets, openTasks] = await Promise.all([
    openLeadsOf(ctx.tx, contactId),
    openTicketsOf(ctx.tx, contactId),
    openTasksOf(ctx.tx, contactId),
  ]);
  const leads = some(t, openLeads, (lead) => {
    const amount = lead.amountMinor && formatMoney(lead.amountMinor, lead.currency!, locale);
    return {
      text: `${t.triage.label.lead} · ${lead.title}`,
      ref: `#${lead.id}`,
      ...detailOf([stageLabel(t, { key: lead.stage, name: lead.stageName }), amount, ...fateLines(t, lead)]),
      buttons: leadButtons(t, lead.id),
    };
  });
  const tickets = some(t, openTickets, (ticket) => ({
    text: `${t.triage.label.ticket} · ${ticket.title}`,
    ref: `#${ticket.number}`,
    ...detailOf(fateLines(t, ticket)),
    buttons: [{ label: t.button.resolve, command: `/resolve ${ticket.number}` }],
  }));
  const tasks = some(t, openTasks, (task) => ({
    text: task.title,
    ref: `#${task.id}`,
    ...(task.dueAt && { detail: formatWhen(task.dueAt, clockOf(ctx, locale)) }),
    buttons: taskButtons(t, task, ctx.now),
  }));
  return { title: t.contact.open, items: [...leads, ...tickets, ...tasks] };
}

const detailOf = (parts: (string | null | false | '')[]): Pick<Item, 'detail'> => {
  const detail = parts.filter(Boolean).join(' · ');
  return detail === '' ? {} : { detail };
};

/** The first few of one kind, and how many more there are. */
function some<One>(t: Texts, all: readonly One[], item: (one: One) => Item): Item[] {
  const items = all.slice(0, PER_KIND).map(item);
  return all.length > items.length ? [...items, { text: t.digest.more(all.length - items.length) }] : items;
}

export function leadButtons(t: Texts, leadId: string): Button[] {
  return [
    { label: t.button.won, command: `/won ${leadId}` },
    { label: t.button.lost, command: `/lost ${leadId}` },
  ];
}

async function orders(ctx: Context, t: Texts, locale: Locale, contactId: string): Promise<List> {
  const rows = await ordersOf(ctx.tx, contactId, 3);
  return {
    title: t.contact.orders,
    items: rows.map((order) => ({
      text: `${order.number} · ${formatMoney(order.totalMinor, order.currency, locale)}`,
      detail: orderDetail(t, order, locale),
    })),
  };
}

/** What was said last, whoever said it, and what was noted. */
export async function lastWords(ctx: Context, t: Texts, locale: Locale, contactId: string, most = 5): Promise<List> {
  const rows = await latestMessages(ctx.tx, contactId, most);
  return {
    title: t.contact.lastWords,
    items: rows.reverse().map((message) => ({
      text: `${t.contact.direction[message.automatic ? 'automatic' : message.direction]} ${truncate(wordsOrFiles(t, message.triage?.judged || message.text || message.subject || '', message.attachments) || t.contact.file, 80)}`,
      detail: [formatAge(ctx.now.getTime() - message.occurredAt.getTime(), locale), ...fateLines(t, message)].join(
        ' · ',
      ),
    })),
  };
}
