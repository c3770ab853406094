import { own } from '../../../text/own.ts';
import type { Texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { formatAge } from '../../../text/when/duration.ts';
import { formatDay } from '../../../text/when/format_when.ts';
import { clockOf } from '../../context.ts';
import { nameOf } from '../../people/name.ts';
import type { Button, Field, Item, Reply } from '../../reply.ts';
import {
  countFeedback,
  type Feedback,
  feedbackCounts,
  listFeedback,
  tagsKnown,
  type Which,
} from '../../serve/feedback.ts';
import { tagsProposed } from '../../serve/feedback_words.ts';
import type { CommandContext } from '../command.ts';
import { paged } from '../paged.ts';

const WORDS_GRAPHEMES = 160;

export const nameOfGiver = ({ contactId, contactName }: Feedback): string =>
  nameOf({ id: contactId, name: contactName });
const kindOf = (t: Texts, kind: string): string => own(t.feedback.one, kind) ?? kind;
const hashed = (tags: readonly string[]): string => tags.map((tag) => `#${tag}`).join(' ');

/** What there is, counted by kind and tag, and the newest of it. */
export async function overview(ctx: CommandContext): Promise<Reply> {
  const { t } = ctx;
  const [{ kinds, tags }, newest] = await Promise.all([feedbackCounts(ctx.tx), listFeedback(ctx.tx, {}, MOST_NEWEST)]);
  if (newest.length === 0) return { text: t.feedback.none };
  return {
    title: t.feedback.title,
    fields: [
      {
        label: t.feedback.kinds,
        value: kinds
          .map(({ kind, count, open }) => t.feedback.counted(own(t.feedback.kind, kind) ?? kind, count, open))
          .join(' · '),
      },
      ...(tags.length > 0
        ? [{ label: t.feedback.tags, value: tags.map(({ tag, people }) => `#${tag} ${people}`).join(' · ') }]
        : []),
    ],
    lists: [{ items: newest.map((one) => itemOf(ctx, one)) }],
    buttons: [
      kinds.map(({ kind }): Button => ({ label: own(t.feedback.kind, kind) ?? kind, command: `/feedback ${kind}` })),
      tags
        .slice(0, MOST_TAGS)
        .map(({ tag, people }): Button => ({ label: `#${tag} ${people}`, command: `/feedback #${tag}` })),
    ].filter((row) => row.length > 0),
  };
}

const MOST_NEWEST = 8;
const MOST_TAGS = 6;

/** Those that are meant, page by page. */
export const listed = (
  ctx: CommandContext,
  which: Which,
  page: number,
  what: { words: string; name: string },
): Promise<Reply> =>
  paged(ctx, page, {
    title: ctx.t.feedback.titleOf(what.name),
    empty: ctx.t.feedback.noneSuch,
    command: `/feedback ${what.words}`,
    count: (most) => countFeedback(ctx.tx, which, most),
    load: async (limit, offset) => (await listFeedback(ctx.tx, which, limit, offset)).map((one) => itemOf(ctx, one)),
  });

export function itemOf(ctx: CommandContext, one: Feedback): Item {
  const { t, now, locale } = ctx;
  return {
    text: `${nameOfGiver(one)} · ${truncate(one.text.replace(/\s*\n\s*/g, ' '), WORDS_GRAPHEMES)}`,
    detail: [
      kindOf(t, one.kind),
      ...(one.tags.length > 0 ? [hashed(one.tags)] : []),
      ...(one.state === 'open' ? [] : [t.feedback.state[one.state]]),
      formatAge(now.getTime() - one.createdAt.getTime(), locale),
    ].join(' · '),
    ref: `f${one.id}`,
    contactId: one.contactId,
    buttons: [{ label: t.button.show, command: `/feedback f${one.id}` }],
  };
}

/** One of them whole, with what can be done about it; `said`: what was just done. */
export async function card(ctx: CommandContext, one: Feedback, said?: string): Promise<Reply> {
  const { t } = ctx;
  const proposed = tagsProposed(one.text, await tagsKnown(ctx.tx), one.tags);
  const at = clockOf(ctx, ctx.locale);
  const id = `f${one.id}`;
  const fields: Field[] = [
    { label: t.feedback.field.kind, value: kindOf(t, one.kind) },
    { label: t.feedback.field.tags, value: one.tags.length > 0 ? hashed(one.tags) : t.feedback.noTags },
    { label: t.feedback.field.state, value: t.feedback.state[one.state] },
    ...(one.toldAt ? [{ label: t.feedback.field.told, value: formatDay(one.toldAt, at) }] : []),
    ...(one.quoteAskedAt ? [{ label: t.feedback.field.shown, value: shownAs(t, one) }] : []),
  ];
  const rows: Button[][] = [
    proposed.map((tag) => ({ label: `+ #${tag}`, command: `/feedback ${id} #${tag}` })),
    one.tags.slice(0, 3).map((tag) => ({ label: t.feedback.button.who(tag), command: `/feedback #${tag}` })),
    stateButtons(t, one),
    kindButtons(t, one),
    one.kind === 'praise' && !one.quoteAskedAt
      ? [{ label: t.feedback.button.ask, command: `/feedback ${id} quote` }]
      : [],
    [{ label: t.button.contact, command: `/contact c${one.contactId}` }],
  ];
  return {
    title: `${id} · ${t.feedback.from(nameOfGiver(one))} · ${formatDay(one.createdAt, at)}`,
    ...(said && { text: said }),
    quote: one.text,
    fields,
    buttons: rows.filter((row) => row.length > 0),
    person: { contactId: one.contactId, sure: false },
  };
}

/** It may be another kind, a tap each. */
const kindButtons = (t: Texts, { id, kind }: Feedback): Button[] =>
  KINDS.filter((one) => one !== kind).map((one) => ({
    label: t.feedback.button.rather(t.feedback.one[one]),
    command: `/feedback f${id} ${one}`,
  }));

const KINDS = ['praise', 'suggestion', 'criticism'] as const;

function stateButtons(t: Texts, { id, state, kind }: Feedback): Button[] {
  if (state !== 'open') return [{ label: t.feedback.button.open, command: `/feedback f${id} open` }];
  if (kind === 'praise') return [];
  return [
    { label: t.feedback.button.done, command: `/feedback f${id} done` },
    { label: t.feedback.button.decline, command: `/feedback f${id} declined` },
  ];
}

function shownAs(t: Texts, { quoteSaid, quoteName }: Feedback): string {
  if (quoteSaid === null) return t.feedback.waits;
  if (quoteSaid === 'no') return t.feedback.notShown;
  return quoteSaid === 'name' ? t.feedback.shownAs(quoteName) : t.feedback.shownNameless;
}
