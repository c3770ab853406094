import type { Locale } from '../../text/locale.ts';
import { formatMoney } from '../../text/money/money.ts';
import type { Texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { formatAge } from '../../text/when/duration.ts';
import type { Context } from '../context.ts';
import type { Reason } from '../merge/likeness/likeness.ts';
import { type Evidence, notePair, type Proposal } from '../merge/proposal.ts';
import { type Contact, identitiesOf, loadContact } from '../people/contact.ts';
import { nameOf } from '../people/name.ts';
import type { Button, Item, List, Reply } from '../reply.ts';
import { boughtBy } from '../sell/order_money.ts';
import { latestMessages } from '../talk/message.ts';
import { fateLines, wordsOrFiles } from '../talk/said_by.ts';
import { tellOwner } from './tell.ts';

const WORDS_GRAPHEMES = 120;
/** Less than half a bit tells nothing. */
const LEAST = 0.5;
const MOST_REASONS = 6;

/** Asks the owner whether these two are one person, unless that was asked before. */
export async function propose(ctx: Context, one: string, other: string, evidence: Evidence[]): Promise<void> {
  const proposal = await notePair(ctx, one, other, evidence);
  if (!proposal) return;
  await tellOwner(ctx, `alike:${proposal.id}`, (t, locale) => proposalCard(ctx, t, locale, proposal), {
    notice: { kind: 'alike' },
  });
}

/** Both side by side, why they may be one person, and two buttons. */
async function proposalCard(
  ctx: Pick<Context, 'tx' | 'now'>,
  t: Texts,
  locale: Locale,
  { firstId, secondId, evidence, reasons }: Proposal,
): Promise<Reply> {
  const first = (await loadContact(ctx.tx, firstId))!;
  const second = (await loadContact(ctx.tx, secondId))!;
  return {
    title: t.alike.title,
    text: [evidenceWords(t, first, second, evidence), reasonWords(t, reasons)].filter(Boolean).join('\n'),
    lists: [await personList(ctx, t, locale, first), await personList(ctx, t, locale, second)],
    buttons: [decisionButtons(t, firstId, secondId)],
    hint: t.alike.hint(nameOf(first)),
  };
}

/** The first stays. */
export const decisionButtons = (t: Texts, firstId: string, secondId: string): Button[] => [
  { label: t.button.merge, command: `/merge c${firstId} c${secondId}` },
  { label: t.button.notTheSame, command: `/distinct c${firstId} c${secondId}` },
];

/** In bits: +6.1, −1.2. */
const signed = (weight: number): string => `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`;

/** What was compared, what weighs most first: 'Same phone +6.1 · other city −2.9'; '' where nothing speaks either way. */
export function reasonWords(t: Texts, reasons: readonly Reason[] = []): string {
  return reasons
    .filter(({ weight }) => Math.abs(weight) >= LEAST)
    .slice(0, MOST_REASONS)
    .map(({ field, level, weight }) => t.alike.reason(t.alike.field[field], t.alike.level[level], signed(weight)))
    .join(t.alike.between);
}

export function evidenceWords(
  t: Texts,
  first: Pick<Contact, 'id' | 'name'>,
  second: Pick<Contact, 'id' | 'name'>,
  evidence: Evidence[],
): string {
  const lines = evidence.map(({ kind, by, value, channel }) => {
    const [one, other] = by === second.id ? [second, first] : [first, second];
    return t.alike.evidence[kind]({
      one: nameOf(one),
      other: nameOf(other),
      value: channel ? t.address(value) : value,
      channel: channel ? t.channel(channel) : '',
    });
  });
  return lines.join('\n');
}

/** Who they are, what they said last, what they bought. */
export async function personList(
  ctx: Pick<Context, 'tx' | 'now'>,
  t: Texts,
  locale: Locale,
  contact: Contact,
): Promise<List> {
  const identities = await identitiesOf(ctx.tx, contact.id);
  const [last] = await latestMessages(ctx.tx, contact.id, 1);
  const bought = await boughtBy(ctx.tx, contact.id);
  const items: Item[] = identities.map(({ channel, address }) => ({ text: t.labelled(t.channel(channel), address) }));
  if (last) {
    const words = truncate(
      wordsOrFiles(t, last.text || last.subject || '', last.attachments) || t.contact.file,
      WORDS_GRAPHEMES,
    );
    const age = formatAge(ctx.now.getTime() - last.occurredAt.getTime(), locale);
    items.push({
      text: `${t.contact.direction[last.direction]} ${words}`,
      detail: [age, ...fateLines(t, last)].join(' · '),
    });
  }
  for (const line of bought) {
    items.push({ text: t.card.bought(line.orders, formatMoney(line.totalMinor, line.currency, locale)) });
  }
  const tags = contact.tags.map((tag) => ` #${tag}`).join('');
  return { title: `${nameOf(contact)} (c${contact.id})${tags}`, items };
}
