import type { Locale } from '../../../text/locale.ts';
import { formatMoney } from '../../../text/money/money.ts';
import type { Texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { formatAge } from '../../../text/when/duration.ts';
import type { Context } from '../../context.ts';
import { nameOf } from '../../people/name.ts';
import {
  countMembers,
  domainOfMembers,
  type Member,
  type Membership,
  membersOf,
  othersOfDomain,
} from '../../people/organization/membership.ts';
import { alikeTo, type Organization } from '../../people/organization/organization.ts';
import type { Button, Field, Item, List, Reply } from '../../reply.ts';
import { stageLabel } from '../../sell/pipeline/stage.ts';
import { factsOf, type LastWords, type OrganizationFacts } from './facts.ts';

/** A card has to fit into one message. */
const MOST_PEOPLE = 8;
const MOST_OTHERS = 20;
const WORDS_GRAPHEMES = 80;

type Known = Pick<Context, 'tx' | 'now'>;

/** Everything that an owner wants to know before a call: who is there, what is open, what they brought, what was said last. */
export async function organizationCard(ctx: Known, t: Texts, locale: Locale, one: Organization): Promise<Reply> {
  const [people, count, facts, others, near, domain] = await Promise.all([
    membersOf(ctx.tx, one.id, MOST_PEOPLE),
    countMembers(ctx.tx, one.id),
    factsOf(ctx.tx, one.id),
    one.domain === '' ? [] : othersOfDomain(ctx.tx, one, MOST_OTHERS + 1),
    alikeTo(ctx.tx, one),
    one.domain === '' ? domainOfMembers(ctx.tx, one.id) : undefined,
  ]);
  const lists: List[] = [
    { title: t.organization.people(count), items: people.map((member) => memberItem(ctx, t, locale, one, member)) },
    { title: t.contact.open, items: openItems(t, locale, facts) },
    { title: t.contact.lastWords, items: facts.words.map((words) => wordsItem(ctx, t, locale, words)) },
  ];
  return {
    title: one.name,
    fields: [...standing(t, locale, facts), ...headOf(t, one)],
    lists: lists.filter(({ items }) => items.length > 0),
    ...(count === 0 && { hint: t.organization.nobodyYet }),
    buttons: buttonsOf(t, one, { count, shown: people.length, others: others.length, near, domain }),
  };
}

/** 'Anna (purchasing)' */
const named = (t: Texts, name: string, role: string): string => (role === '' ? name : t.marked(name, role));

/** 'Acme (purchasing) · Oak Ltd.' */
export const membershipsShown = (t: Texts, all: readonly Membership[]): string =>
  all.map(({ name, role }) => named(t, name, role)).join(' · ');

function memberItem({ now }: Known, t: Texts, locale: Locale, { id }: Organization, member: Member): Item {
  const { contactId, name, role, channel, address, lastSeenAt } = member;
  const detail = [
    ...(channel && address ? [`${t.channel(channel)} ${t.address(address)}`] : []),
    ...(lastSeenAt ? [formatAge(now.getTime() - lastSeenAt.getTime(), locale)] : []),
  ].join(' · ');
  return {
    text: named(t, nameOf({ id: contactId, name }), role),
    ...(detail !== '' && { detail }),
    ref: `c${contactId}`,
    contactId,
    buttons: [
      { label: t.button.contact, command: `/contact c${contactId}` },
      { label: t.organization.button.leave, command: `/org o${id} -c${contactId}` },
    ],
  };
}

/** What is open in sums, and what they brought. */
function standing(t: Texts, locale: Locale, { worth, ticketCount, bought }: OrganizationFacts): Field[] {
  const leads = worth.reduce((sum, { count }) => sum + count, 0);
  const sums = worth.flatMap(({ currency, minor }) => (currency ? formatMoney(minor, currency, locale) : []));
  const orders = bought.map((line) => t.card.bought(line.orders, formatMoney(line.minor, line.currency, locale)));
  return [
    ...(leads > 0 ? [{ label: t.organization.leads, value: [String(leads), ...sums].join(' · ') }] : []),
    ...(ticketCount > 0 ? [{ label: t.organization.tickets, value: String(ticketCount) }] : []),
    ...(orders.length > 0 ? [{ label: t.contact.bought, value: orders.join(' · ') }] : []),
  ];
}

const headOf = (t: Texts, one: Organization): Field[] =>
  (['website', 'domain', 'taxId', 'address', 'note'] as const).flatMap((fact) =>
    one[fact] === '' ? [] : [{ label: t.organization.fact[fact], value: one[fact] }],
  );

function openItems(t: Texts, locale: Locale, { leads, quotes, tickets }: OrganizationFacts): Item[] {
  return [
    ...leads.map((lead): Item => {
      const amount = lead.amountMinor && lead.currency ? [formatMoney(lead.amountMinor, lead.currency, locale)] : [];
      const stage = stageLabel(t, { key: lead.stage, name: lead.stageName });
      return {
        text: `${t.triage.label.lead} · ${lead.title}`,
        detail: [lead.contactName, stage, ...amount].join(' · '),
        ref: `#${lead.id}`,
        buttons: [{ label: `#${lead.id}`, command: `/lead ${lead.id}` }],
      };
    }),
    ...quotes.map(
      (quote): Item => ({
        text: `${t.organization.quote} · ${quote.number}`,
        detail: [quote.contactName, formatMoney(quote.totalMinor, quote.currency, locale)].join(' · '),
        buttons: [{ label: quote.number, command: `/quote ${quote.number}` }],
      }),
    ),
    ...tickets.map(
      (ticket): Item => ({
        text: `${t.triage.label.ticket} · ${ticket.title}`,
        detail: ticket.contactName,
        ref: `#${ticket.number}`,
        buttons: [{ label: `#${ticket.number}`, command: `/ticket ${ticket.number}` }],
      }),
    ),
  ];
}

function wordsItem(
  { now }: Known,
  t: Texts,
  locale: Locale,
  { contactName, direction, automatic, text, at }: LastWords,
): Item {
  const said = truncate(text.replace(/\s*\n\s*/g, ' ') || t.contact.file, WORDS_GRAPHEMES);
  return {
    text: `${t.contact.direction[automatic ? 'automatic' : direction]} ${contactName}: ${said}`,
    detail: formatAge(now.getTime() - at.getTime(), locale),
  };
}

function buttonsOf(
  t: Texts,
  one: Organization,
  facts: {
    count: number;
    shown: number;
    others: number;
    near: readonly Organization[];
    domain: string | undefined;
  },
): Button[][] {
  const { count, shown, others, near, domain } = facts;
  const id = `o${one.id}`;
  const asked = (['note', 'taxId', 'address', 'website', 'domain'] as const).filter(
    (fact) => one[fact] === '' && (fact !== 'domain' || domain === undefined),
  );
  const rows: Button[][] = [
    others > 0
      ? [{ label: t.organization.othersWrite(Math.min(others, MOST_OTHERS), one.domain), command: `/org ${id} others` }]
      : [],
    domain ? [{ label: t.organization.button.itsDomain(domain), command: `/org ${id} domain ${domain}` }] : [],
    near.slice(0, 2).map((other) => ({
      label: t.organization.button.same(other.name),
      command: `/org ${id} merge o${other.id}`,
    })),
    [
      { label: t.organization.button.add, command: `/org ${id} +`, asks: true as const },
      ...(count > shown ? [{ label: t.organization.button.all(count), command: `/find org:o${one.id}` }] : []),
      { label: t.organization.button.rename, command: `/org ${id} rename`, asks: true as const },
    ],
    asked.map((fact) => ({ label: t.organization.fact[fact], command: `/org ${id} ${fact}`, asks: true as const })),
  ];
  return rows.filter((row) => row.length > 0);
}
