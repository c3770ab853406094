import * as z from 'zod';
import { plainDecimal } from '../../text/money/money.ts';
import { cleanName, cleanText } from '../../text/normalise.ts';

/** What a message holds that is neither words nor a file. */
export interface OtherContent {
  /** Telegram's name for it ('poll'), even if we have never heard of it. */
  kind: string;
  /** The words in it. */
  words: string;
}

/**
 * Nobody wrote these (Bot API, Message): they tell what happened to the chat, or between Telegram and somebody. What somebody says by
 * such a message (a task ticked off, a post declined with a comment) is content. This list is closed
 * and that of contents is open: a kind that comes with the next version of the Bot API must reach the owner.
 */
const SERVICE = new Set([
  ...['new_chat_members', 'new_chat_member', 'new_chat_participant', 'left_chat_member', 'left_chat_participant'],
  ...['new_chat_title', 'new_chat_photo', 'delete_chat_photo', 'pinned_message', 'chat_background_set'],
  ...['group_chat_created', 'supergroup_chat_created', 'channel_chat_created', 'managed_bot_created'],
  ...['migrate_to_chat_id', 'migrate_from_chat_id', 'message_auto_delete_timer_changed', 'boost_added'],
  ...[
    'chat_owner_left',
    'chat_owner_changed',
    'community_chat_added',
    'community_chat_removed',
    'community_chat_joined',
  ],
  ...['users_shared', 'user_shared', 'chat_shared', 'connected_website', 'write_access_allowed', 'passport_data'],
  ...['proximity_alert_triggered', 'giveaway_created', 'giveaway_completed', 'poll_option_deleted'],
  ...['forum_topic_created', 'forum_topic_edited', 'forum_topic_closed', 'forum_topic_reopened'],
  ...['general_forum_topic_hidden', 'general_forum_topic_unhidden'],
  ...['video_chat_scheduled', 'video_chat_started', 'video_chat_ended', 'video_chat_participants_invited'],
  ...['voice_chat_scheduled', 'voice_chat_started', 'voice_chat_ended', 'voice_chat_participants_invited'],
  ...['paid_message_price_changed', 'direct_message_price_changed', 'suggested_post_approved', 'suggested_post_paid'],
  ...['suggested_post_approval_failed', 'suggested_post_refunded'],
]);

/** Members that every message may have besides its content. */
const BESIDE = new Set([
  ...[
    'message_id',
    'message_thread_id',
    'direct_messages_topic',
    'from',
    'sender_chat',
    'sender_boost_count',
    'sender_tag',
  ],
  ...['sender_business_bot', 'business_connection_id', 'date', 'edit_date', 'chat', 'is_topic_message', 'via_bot'],
  ...['forward_origin', 'forward_from', 'forward_from_chat', 'forward_from_message_id', 'forward_signature'],
  ...['forward_sender_name', 'forward_date', 'is_automatic_forward', 'reply_to_message', 'external_reply', 'quote'],
  ...[
    'reply_to_story',
    'reply_to_checklist_task_id',
    'reply_to_poll_option_id',
    'has_protected_content',
    'is_from_offline',
  ],
  ...['is_paid_post', 'paid_star_count', 'media_group_id', 'author_signature', 'suggested_post_info', 'effect_id'],
  ...['text', 'entities', 'link_preview_options', 'caption', 'caption_entities', 'show_caption_above_media'],
  ...['has_media_spoiler', 'reply_markup', 'guest_query_id'],
]);

/** Members that are read as words and files elsewhere. */
const KNOWN = new Set([
  ...[
    'photo',
    'document',
    'animation',
    'voice',
    'audio',
    'video',
    'sticker',
    'video_note',
    'location',
    'venue',
    'contact',
  ],
  'live_photo',
]);

/**
 * Content of another kind in a message. `hasOther`: it has words or files too, so only members that are certainly
 * content count.
 */
export function otherContentOf(all: Readonly<Record<string, unknown>>, hasOther: boolean): OtherContent | undefined {
  const keys = Object.keys(all).filter((key) => all[key] !== undefined && all[key] !== null);
  if (keys.some((key) => SERVICE.has(key))) return undefined;
  const kind = keys.find((key) => WORDS.has(key)) ?? (hasOther ? undefined : keys.find(isContent));
  return kind === undefined ? undefined : { kind: cleanName(kind, 40), words: WORDS.get(kind)?.(all[kind]) ?? '' };
}

/** Content that is there and unreadable still counts as content. */
const isContent = (key: string): boolean => !BESIDE.has(key);

export const isRead = (key: string): boolean => KNOWN.has(key);

const words = z.string().transform(cleanText);
const lines = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join('\n');

function reading<T>(shape: z.ZodType<T>, say: (value: T) => string): (value: unknown) => string {
  return (value) => {
    const { data } = shape.safeParse(value);
    return data === undefined ? '' : say(data);
  };
}

const given = z.object({ text: words.catch('') });
const raffle = z.object({ prize_description: words.catch('') });
const tasks = z.array(z.object({ id: z.number().optional().catch(undefined), text: words })).catch([]);
const ids = z.array(z.number()).catch([]);

/** Tasks are named by number; their words stand in the list, where Telegram still has that. */
const ticked = z.object({
  checklist_message: z
    .object({ checklist: z.object({ tasks }) })
    .optional()
    .catch(undefined),
  marked_as_done_task_ids: ids,
  marked_as_not_done_task_ids: ids,
});

function ticks({ checklist_message: list, ...marked }: z.infer<typeof ticked>): string {
  const called = (id: number) => list?.checklist.tasks.find((task) => task.id === id)?.text ?? `${id}`;
  const done = marked.marked_as_done_task_ids.map((id) => `✓ ${called(id)}`);
  return lines(...done, ...marked.marked_as_not_done_task_ids.map((id) => `☐ ${called(id)}`));
}

/** `invoice_payload`: what the shop's own bot called the order. */
const paid = z.object({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .catch(''),
  total_amount: z.number().int().min(0).optional().catch(undefined),
  invoice_payload: words.catch(''),
});

/** Telegram counts in the smallest unit of a currency; its own stars (XTR) are whole. */
function sumOf({ currency, total_amount: sum }: z.infer<typeof paid>): string {
  if (sum === undefined || currency === '') return '';
  return currency === 'XTR' ? `${sum} ⭐` : `${plainDecimal(String(sum), currency)} ${currency}`;
}

/** The words in each kind of content that we know by name. */
const WORDS = new Map<string, (value: unknown) => string>(
  Object.entries({
    poll: reading(
      z.object({ question: words, options: z.array(z.object({ text: words })).catch([]) }),
      ({ question, options }) => lines(question, ...options.map(({ text }) => `· ${text}`)),
    ),
    checklist: reading(z.object({ title: words.catch(''), tasks }), (list) =>
      lines(list.title, ...list.tasks.map(({ text }) => `· ${text}`)),
    ),
    dice: reading(z.object({ emoji: words, value: z.number() }), ({ emoji, value }) => `${emoji} ${value}`),
    game: reading(z.object({ title: words, description: words.catch('') }), (game) =>
      lines(game.title, game.description),
    ),
    invoice: reading(paid.extend({ title: words, description: words.catch('') }), (bill) =>
      lines(bill.title, bill.description, sumOf(bill)),
    ),
    web_app_data: reading(z.object({ data: words }), ({ data }) => data),
    story: () => '',
    paid_media: () => '',
    live_photo: () => '',
    rich_message: (value: unknown) => textsIn(value).join('\n'),
    gift: reading(given, ({ text }) => text),
    gift_upgrade_sent: reading(given, ({ text }) => text),
    unique_gift: reading(given, ({ text }) => text),
    giveaway: reading(raffle, ({ prize_description: prize }) => prize),
    giveaway_winners: reading(raffle, ({ prize_description: prize }) => prize),
    suggested_post_declined: reading(z.object({ comment: words.catch('') }), ({ comment }) => comment),
    checklist_tasks_added: reading(z.object({ tasks }), ({ tasks: added }) =>
      lines(...added.map(({ text }) => `· ${text}`)),
    ),
    checklist_tasks_done: reading(ticked, ticks),
    poll_option_added: reading(z.object({ option_text: words }), ({ option_text: option }) => `· ${option}`),
    successful_payment: reading(paid, (payment) => lines(sumOf(payment), payment.invoice_payload)),
    refunded_payment: reading(paid, (payment) => lines(sumOf(payment), payment.invoice_payload)),
  }),
);

/** The nested `text` members, in order. */
function textsIn(value: unknown, depth = 0): string[] {
  if (typeof value !== 'object' || value === null || depth > 20) return [];
  if (Array.isArray(value))
    return value.flatMap((one) => (typeof one === 'string' ? [cleanText(one)] : textsIn(one, depth + 1)));
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'text' && typeof inner === 'string' ? [cleanText(inner)] : textsIn(inner, depth + 1),
  );
}
