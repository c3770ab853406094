import { z } from 'zod';
import type { Attachment } from '../../domain/attachment.ts';
import { cleanName, cleanText } from '../../text/normalise.ts';
import { unescapeText } from './mrkdwn.ts';

// The parts of Slack's payloads that we read, under Slack's own names.

const id = z.string().regex(/^[A-Z0-9]{1,30}$/);
/** Seconds with a fraction, and the name of a message in its channel: never a number. */
const ts = z.string().regex(/^\d{1,12}\.\d{1,9}$/);
const text = z.string().transform((value) => cleanText(unescapeText(value)));
const name = z.string().transform((value) => cleanName(value));
/** A part that is absent, or not as we know it: the rest is worth keeping. */
const may = <T extends z.ZodType>(shape: T) => shape.nullish().catch(undefined);

const file = z
  .object({ id: z.string().min(1), name: may(name), mimetype: may(name), size: may(z.number().int().min(0)) })
  .transform(
    (known): Attachment => ({
      kind: kindOf(known.mimetype ?? ''),
      ...(known.name && { name: known.name }),
      ...(known.mimetype && { type: known.mimetype }),
      ...(known.size != null && { bytes: known.size }),
      ref: `slack:${known.id}`,
    }),
  );

function kindOf(type: string): Attachment['kind'] {
  if (type.startsWith('image/')) return 'photo';
  if (type.startsWith('audio/')) return 'audio';
  return type.startsWith('video/') ? 'video' : 'document';
}

export type Words = z.infer<typeof words>;
/** A message as it stands in its channel. */
const words = z.object({
  user: may(id),
  text: may(text),
  ts,
  thread_ts: may(ts),
  files: may(z.array(file)),
  edited: may(z.object({ ts })),
});

export type MessageEvent = z.infer<typeof messageEvent>;
export const messageEvent = z.object({
  channel: id,
  channel_type: may(z.string()),
  subtype: may(z.string()),
  ...words.shape,
  message: may(words),
  previous_message: may(z.object({ text: may(text) })),
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

/** What stands in one field: nothing is null. */
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

/** A shortcut that belongs to no message. */
export const globalShortcut = z.object({ user, callback_id: z.string(), trigger_id: z.string() });
