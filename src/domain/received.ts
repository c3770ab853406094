import type { Attachment } from './attachment.ts';
import type { Context } from './context.ts';
import { insertMessage, type Message, type NewMessage } from './message.ts';

type Content = Pick<NewMessage, 'text' | 'subject' | 'quotedText' | 'attachments'>;

/**
 * Stores what came in; undefined when it is there already. A Message-ID is only its sender's word: missing, repeated by a program
 * or forged, over other words it is another message, and is known again by a hash of those.
 */
export async function insertReceived(ctx: Context, channel: string, draft: NewMessage): Promise<Message | undefined> {
  const message = await insertMessage(ctx.tx, draft);
  if (message || channel !== 'email' || (await isCopy(ctx, draft))) return message;
  const hash = ctx.sha256(`${draft.externalId}\n${gist(draft)}`);
  return insertMessage(ctx.tx, { ...draft, externalId: `sha256:${Buffer.from(hash).toString('hex')}` });
}

async function isCopy({ tx }: Context, draft: NewMessage): Promise<boolean> {
  const [first] = await tx<{ text: string; subject: string; quotedText: string; attachments: Attachment[] }>`
    select text, coalesce(subject, '') as subject, coalesce(quoted_text, '') as "quotedText", attachments from messages
    where conversation_id = ${draft.conversationId} and external_id = ${draft.externalId ?? null}`;
  return first !== undefined && gist(first) === gist(draft);
}

/** Without what differs when servers on the way wrap or encode the same words anew. */
function gist({ text, subject = '', quotedText = '', attachments = [] }: Content): string {
  const words = [subject, text, quotedText].map((one) => one.replace(/\s+/g, ' ').trim());
  return JSON.stringify([...words, ...attachments.map(({ name, type, bytes }) => [name, type, bytes])]);
}
