import * as z from 'zod';
import type { Attachment } from '../../domain/attachment.ts';
import { cleanName, cleanText } from '../../text/normalise.ts';
import { typedText } from './mrkdwn.ts';
import { wholeWords } from './whole.ts';

// The parts of Slack's payloads that we read, under Slack's own names.

const id = z.string().regex(/^[A-Z0-9]{1,30}$/);
/** Seconds with a fraction, and the name of a message in its channel, so it must not become a number. */
const ts = z.string().regex(/^\d{1,11}\.\d{1,9}$/);
const text = z.string().transform((value) => cleanText(typedText(value)));
const name = z.string().transform((value) => cleanName(value));
/** A part that may be absent or unreadable: the rest is worth keeping. */
const may = <T extends z.ZodType>(shape: T) => shape.nullish().catch(undefined);

/** The readable members of a list. */
const list = <T extends z.ZodType>(shape: T) =>
  may(z.array(may(shape)).transform((all) => all.filter((one) => one !== undefined && one !== null)));

const address = may(z.array(may(z.object({ original: may(name), name: may(name), address: may(name) }))));

/** A file; if it is a mail, also what the mail says. */
const file = z
  .object({
    id: z.string().min(1),
    name: may(name),
    mimetype: may(name),
    size: may(z.number().int().min(0)),
    mode: may(z.string()),
    subject: may(name),
    from: address,
    plain_text: may(z.string().transform(cleanText)),
    preview_plain_text: may(z.string().transform(cleanText)),
  })
  .transform((known) => ({
    attachment: attachmentOf(known),
    isGone: known.mode === 'tombstone',
    words: wordsOfMail(known),
  }));

interface KnownFile {
  id: string;
  name?: string | null | undefined;
  mimetype?: string | null | undefined;
  size?: number | null | undefined;
}

function attachmentOf({ id: of, name: called, mimetype, size }: KnownFile): Attachment {
  return {
    kind: kindOf(mimetype ?? ''),
    ...(called && { name: called }),
    ...(mimetype && { type: mimetype }),
    ...(size != null && { bytes: size }),
    ref: `slack:${of}`,
  };
}

interface KnownMail {
  mode?: string | null | undefined;
  subject?: string | null | undefined;
  from?:
    | ({ original?: string | null | undefined; address?: string | null | undefined } | null | undefined)[]
    | null
    | undefined;
  plain_text?: string | null | undefined;
  preview_plain_text?: string | null | undefined;
}

/** A mail that was put into Slack: its author, subject and words; nothing for any other file. */
function wordsOfMail({ mode, subject, from, plain_text: whole, preview_plain_text: start }: KnownMail): string {
  if (mode !== 'email') return '';
  const writer = from?.map((one) => one?.original || one?.address).find(Boolean);
  const head = ['✉', writer, subject && `“${subject}”`].filter(Boolean).join(' ');
  return [head, (whole || start || '').trim()].filter(Boolean).join('\n');
}

function kindOf(type: string): Attachment['kind'] {
  if (type.startsWith('image/')) return 'photo';
  if (type.startsWith('audio/')) return 'audio';
  return type.startsWith('video/') ? 'video' : 'document';
}

export type Shared = z.infer<typeof shared>;
/**
 * A message that was passed on (`is_share`) or that a link to it shows (`is_msg_unfurl`), or an addition by an app or a
 * link preview.
 */
const shared = z
  .object({
    is_share: may(z.boolean()),
    is_msg_unfurl: may(z.boolean()),
    author_id: may(id),
    author_name: may(name),
    author_subname: may(name),
    bot_id: may(z.string()),
    ts: may(z.union([ts, z.number().min(0).max(1e12).transform(String)])),
    pretext: may(text),
    title: may(text),
    text: may(text),
    fallback: may(text),
    fields: list(z.object({ title: may(text), value: may(text) })),
    image_url: may(z.string()),
    from_url: may(z.string()),
    original_url: may(z.string()),
    app_unfurl_url: may(z.string()),
    message_blocks: may(z.unknown()),
    blocks: may(z.unknown()),
    files: list(file),
  })
  .transform((given) => ({
    isShare: given.is_share === true || given.is_msg_unfurl === true,
    isPreview: Boolean(given.from_url || given.original_url || given.app_unfurl_url),
    author: given.author_name || given.author_subname || undefined,
    authorId: given.author_id ?? undefined,
    bot: given.bot_id ? (true as const) : undefined,
    sentAt: given.ts ? new Date(Math.trunc(Number(given.ts) * 1000)) : undefined,
    words: wordsOfShared(given),
    files: given.files ?? [],
  }));

interface SharedWords {
  pretext?: string | null | undefined;
  title?: string | null | undefined;
  text?: string | null | undefined;
  fallback?: string | null | undefined;
  fields?: { title?: string | null | undefined; value?: string | null | undefined }[] | null | undefined;
  image_url?: string | null | undefined;
  message_blocks?: unknown;
  blocks?: unknown;
}

/** The fallback repeats the other texts in one line, or says that there is nothing to show. */
function wordsOfShared(given: SharedWords): string {
  const fields = (given.fields ?? []).map(({ title, value }) => [title, value].filter(Boolean).join(': '));
  const said = [given.pretext, given.title, given.text, ...fields].filter((part) => part?.trim()).join('\n');
  const whole = wholeWords(wholeWords(said, given.message_blocks), given.blocks);
  return whole || given.image_url || (given.fallback ?? '').trim();
}

export type Words = z.infer<typeof words>;
/** A message as it stands in its channel. */
const words = z.object({
  subtype: may(z.string()),
  bot_id: may(z.string()),
  user: may(id),
  text: may(text),
  ts,
  thread_ts: may(ts),
  files: list(file),
  blocks: may(z.unknown()),
  attachments: list(shared),
  edited: may(z.object({ ts, user: may(id) })),
});

export type MessageEvent = z.infer<typeof messageEvent>;
export const messageEvent = z.object({
  channel: id,
  channel_type: may(z.string()),
  /** When it happened; `ts` names a message. */
  event_ts: may(ts),
  ...words.shape,
  message: may(words),
  previous_message: may(words),
});

export const homeEvent = z.object({ user: id, tab: may(z.string()) });

export const slashCommand = z.object({
  command: z.string(),
  // as typed: nothing in it is escaped (should_escape is off in the manifest)
  text: may(z.string().transform(cleanText)),
  user_id: id,
  user_name: may(name),
  trigger_id: z.string(),
});

const user = z.object({ id, name: may(name), username: may(name) });
const place = { channel: may(z.object({ id })), message: may(words), trigger_id: may(z.string()) };

export const blockActions = z.object({
  user,
  ...place,
  container: may(z.object({ is_ephemeral: may(z.boolean()) })),
  actions: z.array(z.object({ action_id: z.string(), value: may(z.string()), action_ts: may(z.string()) })).min(1),
});

export const messageAction = z.object({
  user,
  ...place,
  channel: z.object({ id }),
  message: words.extend({ bot_id: may(z.string()) }),
  callback_id: z.string(),
  trigger_id: z.string(),
});

/** The content of one field; an empty one is null. */
const answer = z.object({ value: may(z.string().transform(cleanText)) });

export const viewSubmission = z.object({
  user,
  view: z.object({
    id: z.string().min(1),
    callback_id: z.string(),
    private_metadata: z.string(),
    // by block_id, then by action_id
    state: z.object({ values: z.record(z.string(), z.record(z.string(), answer)) }),
  }),
});

/** A shortcut that does not belong to a message. */
export const globalShortcut = z.object({ user, callback_id: z.string(), trigger_id: z.string() });
