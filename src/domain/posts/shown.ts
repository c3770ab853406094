import type { Locale } from '../../text/locale.ts';
import { formatMoney } from '../../text/money/money.ts';
import { fitPost } from '../../text/post/fit.ts';
import type { Network } from '../../text/post/networks.ts';
import type { Texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { formatWhen } from '../../text/when/format_when.ts';
import { carried } from '../attachment.ts';
import { type Context, clockOf } from '../context.ts';
import { sourceName } from '../people/source/source.ts';
import type { Button, Field, Item, Reply } from '../reply.ts';
import { linksFor } from './links.ts';
import { outletName } from './outlet.ts';
import { inOrder, type Post } from './post.ts';
import { messagesOf, type PostMessage } from './publish.ts';
import { figuresOf, type SourceFigures } from './report.ts';

/** So much of a post tells which one it is. */
const WORDS_GRAPHEMES = 400;
const LEFT_GRAPHEMES = 300;

const turn = (label: string, command: string, style?: Button['style']): Button => ({
  ...{ label, command, turns: true },
  ...(style && { style }),
});

/** A post that leaves at its time, or has left: where it stands, and what came of it. */
export async function postReply(ctx: Context, t: Texts, locale: Locale, post: Post): Promise<Reply> {
  const messages = await messagesOf(ctx.tx, post);
  const figures = await figuresOf(ctx.tx, post, ctx.settings.campaignDays);
  const when = post.scheduledAt && formatWhen(post.scheduledAt, clockOf(ctx, locale));
  const sources = figures.filter(({ came, asked, bought }) => came + asked + bought > 0);
  const isSent = standingOf(post, messages) === 'posted' || (post.state === 'posted' && messages.length === 0);
  return {
    title: t.post.title(post.id, t.post.state[standingOf(post, messages)]),
    quote: truncate(post.words, WORDS_GRAPHEMES),
    fields: [
      ...(when ? [{ label: t.post.labels.leaves, value: when }] : []),
      ...messages.map((one) => messageField(ctx, t, locale, one)),
    ],
    ...(sources.length > 0 && {
      lists: [{ title: t.post.labels.sources, items: sources.map((one) => sourceItem(t, locale, one)) }],
    }),
    buttons: buttonsOf(t, post, messages).filter((row) => row.length > 0),
    ...(isSent && sources.length === 0 && figures.length > 0 && { hint: t.post.noneCame }),
  };
}

const isLeaving = (messages: readonly PostMessage[]): boolean =>
  messages.some(({ state }) => state === 'queued' || state === 'sending');

/** How a post stands, as its messages say: what reached no channel was not posted. */
export function standingOf({ state }: Post, messages: readonly PostMessage[]): keyof Texts['post']['state'] {
  if (state !== 'posted') return state;
  if (isLeaving(messages)) return 'leaving';
  if (messages.length === 0) return 'byHand';
  const has = (of: PostMessage['state']) => messages.some((one) => one.state === of && !one.removedAt);
  if (has('sent')) return 'posted';
  if (has('unknown')) return 'unsure';
  return messages.some(({ removedAt }) => removedAt) ? 'removed' : 'notPosted';
}

function messageField(ctx: Context, t: Texts, locale: Locale, one: PostMessage): Field {
  const label = `${t.channel(one.channel)} ${outletName(one)}`;
  const time = (at: Date) => formatWhen(at, clockOf(ctx, locale));
  const fault = one.fault ? t.receipt.why[one.fault] : undefined;
  if (one.removedAt) return { label, value: t.post.at.removed(time(one.removedAt)) };
  if (one.state === 'failed') return { label, value: t.post.at.failed(fault ?? t.receipt.why.rejected) };
  if (one.state === 'sent' && one.sentAt) {
    const value = t.post.at.sent(time(one.sentAt));
    return { label, value: fault ? `${value} · ${t.post.at.unchanged(fault)}` : value };
  }
  return { label, value: t.post.at[one.state === 'sent' ? 'sending' : one.state] };
}

function sourceItem(t: Texts, locale: Locale, { source, came, asked, bought, sums }: SourceFigures): Item {
  const money = sums.map(({ minor, currency }) => formatMoney(minor, currency, locale)).join(' + ');
  return { text: sourceName(t, source), detail: t.post.figures(came, asked, bought, money) };
}

function buttonsOf(t: Texts, { id, state, networks }: Post, messages: readonly PostMessage[]): Button[][] {
  const { button } = t.post;
  if (state === 'scheduled')
    return [
      [turn(button.now, `/post ${id} go`, 'primary'), { label: button.time, command: `/post ${id} at`, asks: true }],
      [{ label: button.edit, command: `/post ${id} edit`, asks: true }, turn(button.unschedule, `/post ${id} back`)],
    ];
  if (state !== 'posted') return [];
  const waits = messages.some((one) => one.state === 'queued');
  const there = messages.some((one) => !one.removedAt && (one.state === 'sent' || one.state === 'unknown'));
  return [
    waits ? [turn(button.back, `/post ${id} back`, 'danger')] : [],
    [
      ...(there || waits ? [{ label: button.edit, command: `/post ${id} edit`, asks: true as const }] : []),
      ...(there ? [turn(button.remove, `/post ${id} delete`, 'danger')] : []),
    ],
    [
      ...(networks.length > 0 ? [{ label: button.texts, command: `/post ${id} for` }] : []),
      turn(button.refresh, `/post ${id}`),
    ],
  ];
}

/** The post for a network, ready to be copied and put there by hand, with what did not fit. */
export async function copyReply(ctx: Context, t: Texts, post: Post, network: Network): Promise<Reply> {
  const fitted = fitPost(post.words, network, await linksFor(ctx, post, network));
  const { picture } = post;
  const told = [
    ...(fitted.left ? [t.post.left(truncate(fitted.left.replace(/\n{2,}/gu, '\n'), LEFT_GRAPHEMES))] : []),
    ...(fitted.unmarked.length > 0 ? [t.post.unmarked(fitted.unmarked.map((word) => `#${word}`).join(' '))] : []),
    ...(picture ? [] : network === 'instagram' ? [t.post.needsPicture] : []),
  ];
  return {
    title: t.post.forNetwork(t.post.network[network], fitted.weight, fitted.longest),
    ...(fitted.title && { fields: [{ label: t.post.labels.title, value: fitted.title }] }),
    ...(fitted.text && { copy: fitted.text }),
    ...(told.length > 0 && { hint: told.join('\n') }),
    ...(picture && {
      attachments: [carried(picture, picture.channel ?? post.place.channel, post.place.channel)],
    }),
  };
}

/** The texts for all networks of a post, each in a message of its own. */
export async function copyReplies(ctx: Context, t: Texts, post: Post): Promise<{ network: Network; reply: Reply }[]> {
  const replies: { network: Network; reply: Reply }[] = [];
  for (const network of inOrder(post.networks))
    replies.push({ network, reply: await copyReply(ctx, t, post, network) });
  return replies;
}
