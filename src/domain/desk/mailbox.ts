import type { Texts } from '../../text/texts.ts';
import type { Context } from '../context.ts';
import type { Reply } from '../reply.ts';
import { keepState, noteChannel } from './channel_state.ts';
import { hasDesk, tellOwner } from './tell.ts';

/** Which provider wants something else instead of the password. */
export type MailProvider = 'gmail' | 'qq' | 'netease' | 'microsoft' | 'other';

const REFUSED = 'login_refused:';
/** Nobody has paired a chat yet: it is told at the next start. */
const UNHEARD = `${REFUSED}unheard`;
/** What the state says between the owner's [Try again] and its result. */
const ASKED = 'signing_in';

/**
 * A mailbox says how it is: why it is not read, '' when it is. A refused sign-in is told with what to do about it, once for each
 * password and each [Try again], however often the service starts.
 */
export async function noteMailbox(ctx: Context, channel: string, why: string, provider: MailProvider): Promise<void> {
  if (!why.startsWith(REFUSED)) return noteChannel(ctx, channel, why === '', why);
  const heard = (await hasDesk(ctx.tx)) ? why : UNHEARD;
  const before = await keepState(ctx, channel, false, heard);
  if (before?.detail === heard) return;
  const key = `refused:${channel}:${ctx.now.getTime()}`;
  const card = (t: Texts): Reply => ({
    title: t.mailbox.refused(t.way(channel)),
    text: t.mailbox.notRead(t.mailbox.signIn[provider]),
    buttons: [[{ label: t.mailbox.tryAgain, command: '/retry mailbox' }]],
  });
  await tellOwner(ctx, key, card, { notice: { kind: 'sign_in' } });
}

/** Every refused sign-in is tried once more, in whichever process reads the mailbox. False when none is refused. */
export async function signInAgain({ tx }: Context): Promise<boolean> {
  const { count } = await tx`
    update channel_states set detail = ${ASKED} where starts_with(detail, ${REFUSED})`;
  await tx`select pg_notify('mailboxes', '')`;
  return count > 0;
}
