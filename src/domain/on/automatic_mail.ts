import type { Context } from '../context.ts';
import type { MessageReceived } from '../event.ts';
import { keepAutomatic } from '../talk/mail/automatic_mail.ts';

/**
 * Newsletters and absence notes of people we do not know would fill the contacts and the desk, so they go on a list of
 * their own.
 */
export async function onAutomaticMail(ctx: Context, event: MessageReceived): Promise<string> {
  const kept = await keepAutomatic(ctx.tx, event, ctx.now);
  return kept ? `automatic: ${event.automatic ?? 'list'}` : 'already stored';
}
