import { enqueue } from '../../../outbox/enqueue.ts';
import { texts } from '../../../text/texts.ts';
import { hasLetters } from '../../channel.ts';
import type { Context } from '../../context.ts';
import { type Asking, askConsent } from '../consent.ts';

/** Whether messages can leave there at all. */
export const sendsOn = ({ channels }: Pick<Context, 'channels'>, channel: string): boolean =>
  channels.some(({ name, on }) => on && name === channel);

/**
 * Asks somebody, at the address in question, to confirm what they agree to: nothing is agreed to before they have pressed the button on the
 * page that the message leads to. False: they have agreed already, were asked lately, or too many are being asked.
 */
export async function askToConfirm(ctx: Context, asking: Asking): Promise<boolean> {
  const token = await askConsent(ctx, asking);
  if (!token) return false;
  const { channel, address, locale } = asking;
  const { confirm: t } = texts(locale).webForm;
  const { businessName } = ctx.settings;
  const url = `${ctx.publicUrl}/c/${token}`;
  const text = asking.source.startsWith('form:') ? t.mail(businessName, url) : t.again(businessName, url);
  await enqueue(ctx.tx, ctx.random, {
    ...{ channel, address, audience: 'customer', idempotencyKey: `consent:${token}` },
    payload: {
      ...{ kind: 'message', automatic: true, reply: { text } },
      ...(hasLetters(channel) && { subject: t.subject(businessName) }),
    },
  });
  return true;
}
