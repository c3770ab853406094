import { formatAge } from '../../../text/when/duration.ts';
import { failed, type Reply } from '../../reply.ts';
import { type Connection, listConnections } from '../../sell/connection.ts';
import { listWebForms, WEB_FORM } from '../../webforms/web_form.ts';
import type { CommandContext } from '../command.ts';
import { shopMeant } from './shop_meant.ts';

/** No longer number is a connection's; it may be a secret, and is not shown again. */
const NUMBER = /^\d{1,6}$/;

/** A number that is no connection's, or none at all: those that are there and of which it can be asked, each with the command for it. */
export async function whichConnection(
  ctx: CommandContext,
  number: string,
  lineOf: (id: string) => string,
  fits: (provider: string) => boolean = () => true,
): Promise<Reply> {
  const { t } = ctx;
  const open = (await listConnections(ctx.tx)).filter(({ disabledAt, provider }) => !disabledAt && fits(provider));
  if (open.length === 0)
    return failed(t.connect.noneYet, { buttons: [[{ label: t.import.connectShop, command: '/connect' }]] });
  const forms = new Map((await listWebForms(ctx.tx)).map(({ id, name }) => [id, name]));
  const shop = shopMeant(number.toLowerCase());
  const isNone = shop !== undefined && !open.some(({ provider }) => provider === shop);
  const text = NUMBER.test(number)
    ? t.connect.noSuch(number)
    : isNone
      ? t.connect.isNotConnected(t.channel(shop))
      : t.connect.whichOne;
  return failed(text, {
    buttons: open.map(({ id, provider }) => [
      { label: `${(provider === WEB_FORM && forms.get(id)) || t.channel(provider)} · ${id}`, command: lineOf(id) },
    ]),
  });
}

/** How it stands: off, without a secret, or when something came from it last. */
export function stateOf(
  { t, now, locale }: CommandContext,
  { disabledAt, lastEventAt, hasSecret }: Connection,
): string {
  if (disabledAt) return t.connect.off;
  if (!hasSecret) return t.connect.waitsForSecret;
  return lastEventAt
    ? t.status.lastEvent(formatAge(now.getTime() - lastEventAt.getTime(), locale))
    : t.status.noEventYet;
}
