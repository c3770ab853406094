import type { Campaign } from '../../campaigns/campaign.ts';
import { askCheck, hasUnsubscribeLink, lastCheck } from '../../campaigns/check/mail_check.ts';
import { hasLetters } from '../../channel.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';

/** '/campaign check': whether mail can arrive; 'check key': with a key to sign with, made here. */
export async function check(ctx: CommandContext, key: boolean): Promise<Reply> {
  const { t, ownAddresses, channels } = ctx;
  const address = ownAddresses.email;
  if (!address || !channels.some(({ name, on }) => on && name === 'email')) return failed(t.mailCheck.noMail);
  await askCheck(ctx, { place: ctx.place, user: ctx.user, key });
  return { text: key ? t.mailCheck.makingKey : t.mailCheck.looking(address) };
}

/** What is said of it before a campaign is sent; the first time nothing is known, it is looked at. */
export async function looked(
  ctx: CommandContext,
  { channel }: Campaign,
): Promise<{ text: string[]; buttons: Button[][] }> {
  if (!hasLetters(channel)) return { text: [], buttons: [] };
  const { t } = ctx;
  const last = await lastCheck(ctx, channel);
  if (!last) {
    await askCheck(ctx, { place: ctx.place, user: ctx.user });
    return { text: [t.mailCheck.first], buttons: [] };
  }
  const missing = last.findings.filter(({ standing }) => standing === 'missing');
  if (missing.length === 0) return { text: [], buttons: [] };
  const parts = missing.map(({ part }) => t.mailCheck.parts[part]).join(t.mailCheck.comma);
  return { text: [t.mailCheck.warns(parts)], buttons: [[{ label: t.mailCheck.fix, command: '/campaign check' }]] };
}

/** A mail to many without a way to get no more is not sent, whoever says so. */
export async function noLink(ctx: CommandContext, { channel }: Campaign): Promise<Reply | undefined> {
  if (!hasLetters(channel) || hasUnsubscribeLink(ctx, await lastCheck(ctx, channel))) return undefined;
  const { t } = ctx;
  return failed(t.mailCheck.noLink, { buttons: [[{ label: t.mailCheck.fix, command: '/campaign check' }]] });
}
