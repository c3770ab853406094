import { subjectKey } from '../../text/subject.ts';
import type { Attachment } from '../attachment.ts';
import { hasLetters } from '../channel.ts';
import type { Context } from '../context.ts';
import { insertMessage, type NewMessage, type Stored } from './message.ts';

type Content = Pick<NewMessage, 'text' | 'subject' | 'quotedText' | 'attachments'>;

/**
 * Stores what came in; undefined when it is there already. A Message-ID is only its sender's word: missing, repeated by a program
 * or forged, over other words it is another message, and is known again by a hash of those.
 */
export async function insertReceived(ctx: Context, channel: string, draft: NewMessage): Promise<Stored | undefined> {
  const message = await insertMessage(ctx.tx, draft);
  if (message || !hasLetters(channel) || (await isCopy(ctx, draft))) return message;
  const hash = ctx.sha256(`${draft.externalId}\n${gist(draft)}`);
  return insertMessage(ctx.tx, { ...draft, externalId: `sha256:${Buffer.from(hash).toString('hex')}` });
}

async function isCopy({ tx }: Context, draft: NewMessage): Promise<boolean> {
  const [first] = await tx<{ text: string; subject: string; quotedText: string; attachments: Attachment[] }>`
    select text, coalesce(subject, '') as subject, coalesce(quoted_text, '') as "quotedText", attachments from messages
    where conversation_id = ${draft.conversationId} and external_id = ${draft.externalId ?? null}`;
  return first !== undefined && (gist(first) === gist(draft) || isPassedOn(first, draft));
}

/** What lists, groups and gateways put below or above the words they pass on, or before the subject. */
const FOOTER =
  /^(-{2,}|_{3,}|={3,}|\*{3,}|you received this (message|e?mail)|to unsubscribe|this (message|e-?mail) (was|has been) (scanned|checked))/i;
const BANNER = /^[[(*\s]*(caution|warning|external|achtung|attention|外部邮件|注意|警告)\b.{0,300}$/i;
const MARK = /^(\[[^\]]{1,40}\]\s*)+/;

/** Whether two copies of a mail differ only by what was added on the way. */
function isPassedOn(one: Content, other: Content): boolean {
  const subjects = [one, other].map(({ subject }) => subjectKey(subject ?? '').replace(MARK, ''));
  if (subjects[0] !== subjects[1] || filesOf(one) !== filesOf(other)) return false;
  const [short, long] = [one, other].map(wordsOf).sort((a, b) => a.length - b.length) as [string, string];
  if (short === long) return true;
  if (short === '') return false;
  const added = long.startsWith(short)
    ? long.slice(short.length)
    : long.endsWith(short)
      ? long.slice(0, -short.length)
      : '';
  return FOOTER.test(added.trim()) || BANNER.test(added.trim());
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const wordsOf = ({ text, quotedText = '' }: Content) => oneLine(`${text} ${quotedText ?? ''}`);
const filesOf = ({ attachments = [] }: Content) =>
  JSON.stringify(attachments.map(({ name, type, bytes }) => [name, type, bytes]));

/** Without what differs when servers on the way wrap or encode the same words anew. */
function gist({ text, subject = '', quotedText = '', attachments = [] }: Content): string {
  return JSON.stringify([...[subject, text, quotedText].map(oneLine), filesOf({ text, attachments })]);
}
