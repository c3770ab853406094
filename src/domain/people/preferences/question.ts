import { enqueue } from '../../../outbox/enqueue.ts';
import type { Locale } from '../../../text/locale.ts';
import { texts } from '../../../text/texts.ts';
import { hasLetters } from '../../channel.ts';
import type { Context } from '../../context.ts';
import { type Asking, askConsent, PURPOSES, type Purpose } from '../consent.ts';

/** Whether messages can leave there at all. */
export const sendsOn = ({ channels }: Pick<Context, 'channels'>, channel: string): boolean =>
  channels.some(({ name, on }) => on && name === channel);

/**
 * Asks somebody, at the address in question, to confirm what they agree to: nothing is agreed to before they have pressed the button on the
 * page that the message leads to. `words`: default, what it is for. False: they have agreed already, were asked lately, or too many are being asked.
 */
export async function askToConfirm(ctx: Context, asking: Omit<Asking, 'words'> & { words?: string }): Promise<boolean> {
  const { channel, address, locale, words = wordsFor(ctx, asking) } = asking;
  const token = await askConsent(ctx, { ...asking, words });
  if (!token) return false;
  const { confirm: t } = texts(locale).webForm;
  const { businessName } = ctx.settings;
  const url = `${ctx.publicUrl}/c/${token}`;
  const what = namedTo(locale, asking.purposes);
  const text = asking.source.startsWith('form:') ? t.mail(businessName, what, url) : t.again(businessName, what, url);
  await enqueue(ctx.tx, ctx.random, {
    ...{ channel, address, audience: 'customer', idempotencyKey: `consent:${token}` },
    payload: {
      ...{ kind: 'message', automatic: true, reply: { text } },
      ...(hasLetters(channel) && { subject: t.subject(businessName, what) }),
    },
  });
  return true;
}

/** What they are asked about, in a sentence of theirs: news and special offers. */
export function namedTo(locale: Locale, purposes: readonly Purpose[]): string {
  const t = texts(locale);
  return t.inARow(PURPOSES.filter((one) => purposes.includes(one)).map((one) => t.webForm.confirm.what[one]));
}

/** What they agree to, in their language. */
export function wordsFor(
  { settings }: Pick<Context, 'settings'>,
  { locale, purposes }: Pick<Asking, 'locale' | 'purposes'>,
): string {
  const { preferences: t, consent } = texts(locale);
  return t.words(settings.businessName, consent.list(purposes.map((purpose) => t.purpose[purpose])));
}
