import { texts } from '../../text/texts.ts';
import type { Context } from '../context.ts';
import type { MessageReceived } from '../event.ts';

/**
 * Everything that a message says, in words: a contact card has none of its own, and about unknown content we say at
 * least that it came.
 */
export function wordsOf(
  { settings }: Pick<Context, 'settings'>,
  { text, strange, sharedContact }: Pick<MessageReceived, 'text' | 'strange' | 'sharedContact'>,
): string {
  const { name, address, others = [] } = sharedContact ?? {};
  const addresses = [address, ...others].filter(Boolean).join(' · ');
  const card = sharedContact && ['👤', name, addresses].filter(Boolean).join(' ');
  const kind = strange && `[${texts(settings.locale).strange(strange)}]`;
  return [[kind, text].filter(Boolean).join(' '), card].filter(Boolean).join('\n');
}

/** What its writer wrote of it, where `wordsOf` says more about what it is; undefined: all of it. */
export const saidIn = ({ strange, text }: Pick<MessageReceived, 'strange' | 'text'>): string | undefined =>
  strange ? text : undefined;

/** The sender's own words: what was passed on says nothing about whoever passed it on. */
export function ownWords({
  subject,
  text,
  forwardedFrom,
}: Pick<MessageReceived, 'subject' | 'text' | 'forwardedFrom'>): string {
  return forwardedFrom ? '' : `${subject ?? ''}\n${text}`;
}

/** Blanks, and signs that nobody sees. */
const UNSEEN = /^[\s\u2800\p{Cf}\p{Default_Ignorable_Code_Point}]+$/u;

/** As its reader sees it: what holds nothing but signs that nobody sees is a message without words. */
export function asSeen(event: MessageReceived): MessageReceived {
  const { text, attachments, sharedContact, strange = 'message' } = event;
  if (!UNSEEN.test(text)) return event;
  return attachments.length > 0 || sharedContact ? { ...event, text: '' } : { ...event, text: '', strange };
}
