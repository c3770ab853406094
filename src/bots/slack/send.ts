import type { Attachment } from '../../domain/attachment.ts';
import { GATHER_MS, gather, isOutcome, withoutFile } from '../../files/gather.ts';
import type { Files } from '../../files/index.ts';
import { byKind, type MessageOf, nothingToDo } from '../../outbox/by_kind.ts';
import type { OutboxMessage, Outcome, Payload, Sender } from '../../outbox/message.ts';
import { afterTheFirst, patiently } from '../shared/send_parts.ts';
import type { SlackWeb } from './api.ts';
import { type Directs, directId, edit } from './edit.ts';
import { share, type Uploaded, upload } from './files.ts';
import { formatForm } from './form.ts';
import { formatHome, formatSlack, type SlackText } from './format.ts';
import { escapeText } from './mrkdwn.ts';
import { outcomeOf, refusalOf } from './outcome.ts';
import { messageId, readPress } from './place.ts';
import { lookAtOutlet, remove } from './public.ts';
import { MOST_RESPONSES, type ResponseUrlOf, respond } from './respond.ts';
import type { ThreadOf } from './thread.ts';

const DEADLINE_MS = 20_000;
/** 25 MB in this time is 2 Mbit/s. */
const UPLOAD_MS = 100_000;
/**
 * Slack allows about one message a second in a channel, with short bursts. Beyond that it answers 429, and then the
 * message is certainly not sent.
 */
const CHAT_GAP_MS = 500;
/** Several hundred a minute for the whole workspace (docs.slack.dev, rate limits). */
const PER_SECOND = 8;

const THREAD_GONE = /^(?:thread_not_found|message_not_found|invalid_thread_ts|cannot_reply_to_message)$/;
const TRIGGER_USED = /^(?:exchanged_trigger_id|trigger_exchanged)$/;
const DESK_CLOSED = /^(?:channel_not_found|not_in_channel|is_archived)$/;

export interface SlackSending {
  web: SlackWeb;
  files: Files;
  threadOf: ThreadOf;
  responseUrlOf: ResponseUrlOf;
  deskChannel: string | undefined;
  /** Whether we may write to the desk channel, with `detail` in plain words. */
  onDesk: (ok: boolean, detail: string) => void;
}

/** `directs`: the ids of chats of two, as far as we know them. */
type Sending = SlackSending & { directs: Directs };

/**
 * Sends outbox rows. The outbox is the only retrier: no call here is made twice, except for a part that was told to
 * wait or that its thread is gone.
 */
export function slackSender(options: SlackSending): Sender {
  const sending: Sending = { ...options, directs: new Map() };
  return {
    send: byKind({
      message: (message, signal) => send(sending, message, signal),
      button_answer: ({ payload }) => answerPress(sending.web, payload),
      home: ({ address, payload }) => showHome(sending.web, address, payload),
      form: ({ address, payload }) => openForm(sending.web, address, payload),
      topic_closed: nothingToDo,
      topic_opened: nothingToDo,
      event: undefined,
      edit: (message, signal) => edit(sending, message, signal),
      removal: ({ address, payload }) => remove(sending.web, address, payload),
      outlet: ({ address }) => lookAtOutlet(sending.web, address),
    }),
    deadlineMs: GATHER_MS + UPLOAD_MS + DEADLINE_MS,
    chatGapMs: CHAT_GAP_MS,
    perSecond: PER_SECOND,
  };
}

async function send(sending: Sending, message: MessageOf<'message'>, signal: AbortSignal): Promise<Outcome> {
  const { payload } = message;
  const files = await bring(sending, message, payload.reply.attachments ?? [], signal);
  if (isOutcome(files)) return files;
  const texts = formatSlack(payload.reply, message.audience, { alone: /^[UW]/.test(message.address) });
  if (texts.length === 0 && files.length === 0) {
    return { result: 'failed', error: 'there is nothing to say', reason: 'rejected' };
  }
  const place = await placeOf(sending, message).catch(() => undefined);
  if (!place) return { result: 'retry', error: 'the database is away', scope: 'channel' };
  // a response_url carries no files, so a message with files arrives in private
  if (place.responseUrl && files.length === 0) return sayUnseen(sending, message, texts, place.responseUrl, signal);
  // files and a short text are one message, so nothing can separate them
  if (files.length > 0 && texts.length <= 1 && message.audience === 'customer') {
    return show(sending, message, files, place.thread, texts[0]?.text);
  }
  const within = AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]);
  return sayAll(sending, message, { texts, files }, place.thread, within);
}

/** Uploads the files, which nobody sees yet. */
async function bring(
  { web, files }: SlackSending,
  message: OutboxMessage,
  attachments: readonly Attachment[],
  signal: AbortSignal,
): Promise<Uploaded[] | Outcome> {
  const contents = await gather({ files, message, signal }, attachments);
  if (isOutcome(contents)) return contents;
  const uploaded: Uploaded[] = [];
  for (const content of contents.values()) {
    try {
      uploaded.push(await upload(web, content, signal));
    } catch (error) {
      const outcome = withoutFile(error, message);
      if (outcome) return outcome;
    }
  }
  return uploaded;
}

function show(
  { web }: SlackSending,
  { address }: OutboxMessage,
  files: Uploaded[],
  thread: string | undefined,
  comment = '',
): Promise<Outcome> {
  return attempt(() => share(web, files, { address, thread, comment }).then(() => ''));
}

async function placeOf({ threadOf, responseUrlOf }: SlackSending, message: OutboxMessage) {
  return { thread: await threadOf(message), responseUrl: await responseUrlOf(message) };
}

/** Answers where the command was typed, visible only to who typed it; if that is no longer possible, in private. */
async function sayUnseen(
  sending: Sending,
  message: OutboxMessage,
  texts: SlackText[],
  url: string,
  signal: AbortSignal,
): Promise<Outcome> {
  for (const [nth, text] of texts.entries()) {
    const posted = nth < MOST_RESPONSES ? await respond(url, text, signal) : 'refused';
    if (posted === 'refused')
      return sayAll(sending, message, { texts: texts.slice(nth), files: [] }, undefined, signal);
    if (posted === 'unknown') return { result: 'unknown', error: 'no answer from Slack (response_url)' };
  }
  return { result: 'sent' };
}

/** A trigger can be used once: if it was used, the form is open, and only the answer to an earlier try was lost. */
async function openForm(web: SlackWeb, chat: string, form: Extract<Payload, { kind: 'form' }>): Promise<Outcome> {
  const view = formatForm(form, chat);
  const outcome = await attempt(() => web.views.open({ trigger_id: form.triggerId, view }).then(() => ''));
  const open = outcome.result === 'failed' && TRIGGER_USED.test(outcome.error);
  return open ? { result: 'sent' } : outcome;
}

/**
 * A press shows no spinner that we would have to stop: Slack was answered when it was stored. We only show words, to
 * whoever pressed.
 */
async function answerPress(web: SlackWeb, press: Extract<Payload, { kind: 'button_answer' }>): Promise<Outcome> {
  const { channel, user, thread } = readPress(press.pressId);
  if (press.text === '' || channel === '') return { result: 'sent' };
  const word = { text: escapeText(press.text), ...(thread && { thread_ts: thread }) };
  // in a chat of two nobody else can see it
  if (channel.startsWith('D')) return attempt(() => web.chat.postMessage({ channel: user, ...word }).then(() => ''));
  const outcome = await attempt(() => web.chat.postEphemeral({ channel, user, ...word }).then(() => ''));
  // somebody typed a command in a channel that the bot was never invited to
  if (outcome.result !== 'failed' || outcome.reason !== 'no_such_address') return outcome;
  return attempt(() => web.chat.postMessage({ channel: user, text: word.text }).then(() => ''));
}

async function showHome(web: SlackWeb, user: string, { reply }: Extract<Payload, { kind: 'home' }>): Promise<Outcome> {
  return attempt(() => web.views.publish({ user_id: user, view: formatHome(reply) }).then(() => ''));
}

/**
 * Several posts are one message: the ts of the first one stands for all, and the others follow in its thread or its
 * chat, files last. The owner must get the words, and only once: the words name the files and stand even if the files
 * cannot be shown.
 */
async function sayAll(
  sending: Sending,
  message: OutboxMessage,
  { texts, files }: { texts: SlackText[]; files: Uploaded[] },
  known: string | undefined,
  signal: AbortSignal,
): Promise<Outcome> {
  const [first, ...more] = texts;
  let thread = known;
  let outcome = await say(sending, message, first!, thread);
  if (outcome.result === 'failed' && thread && THREAD_GONE.test(outcome.error)) {
    // somebody deleted the first message of the thread: this one begins a new thread
    thread = undefined;
    outcome = await say(sending, message, first!, undefined);
  }
  if (message.address === sending.deskChannel) outcome = atDesk(sending, outcome);
  if (outcome.result !== 'sent') return outcome;
  const ts = outcome.externalId!;
  const below = thread ?? (message.audience === 'owner' && message.conversationId ? ts : undefined);
  for (const text of more) {
    const next = await patiently(() => say(sending, message, text, below), signal);
    if (next.result !== 'sent') return afterTheFirst(next, message.audience);
  }
  if (files.length > 0) {
    const next = await patiently(() => show(sending, message, files, below), signal);
    if (next.result !== 'sent' && message.audience !== 'owner') return afterTheFirst(next, message.audience);
  }
  // with these a post can be deleted together with its pictures
  const pictures = message.audience === 'public' ? files.map(({ id }) => id) : [];
  return { result: 'sent', externalId: messageId(ts, thread), ...(pictures.length > 0 && { earlierIds: pictures }) };
}

function say(
  { web, directs }: Sending,
  { address, audience }: OutboxMessage,
  text: SlackText,
  thread: string | undefined,
): Promise<Outcome> {
  // a link in a customer's words must not be fetched and shown large on the owner's desk
  const quiet = audience === 'owner' && { unfurl_links: false, unfurl_media: false };
  const post = { channel: address, ...text, ...(thread && { thread_ts: thread }), ...quiet };
  return attempt(async () => {
    const posted = await web.chat.postMessage(post);
    if (posted.channel && directId(posted.channel)) directs.set(address, posted.channel);
    return posted.ts ?? '';
  });
}

async function attempt(call: () => Promise<string>): Promise<Outcome> {
  try {
    const externalId = await call();
    return { result: 'sent', ...(externalId && { externalId }) };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** Cards must not get lost because the bot is not in the desk channel, or no longer: they wait until it is. */
function atDesk({ onDesk }: SlackSending, outcome: Outcome): Outcome {
  if (outcome.result === 'sent') onDesk(true, '');
  if (outcome.result !== 'failed' || !DESK_CLOSED.test(outcome.error)) return outcome;
  onDesk(false, `the bot is not in the channel of SLACK_DESK_CHANNEL (${outcome.error}): invite it there`);
  return { result: 'retry', error: outcome.error, scope: 'chat', afterSeconds: 60 };
}

/** The sentence for the owner if the app itself is refused. */
export function appRefusal(error: unknown): string {
  return `Slack refuses SLACK_BOT_TOKEN (${refusalOf(error)}): install the app in the workspace again`;
}
