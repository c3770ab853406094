import { enqueue } from '../../outbox/enqueue.ts';
import { texts } from '../../text/texts.ts';
import { type Context, localeOf } from '../context.ts';
import { digestReply } from '../desk/digest.ts';
import { mayAct } from '../owner/user.ts';
import type { HomeOpened } from '../press_event.ts';
import type { Button } from '../reply.ts';
import { userAt } from '../user.ts';

/** A user opens the bot's own page: it shows what needs attention today. A customer's page stays empty. */
export async function onHomeOpened(ctx: Context, event: HomeOpened): Promise<string | undefined> {
  const user = userAt(ctx, event.channel, event.from.address);
  if (!user || !mayAct(user, 'viewer')) return 'opened by a stranger';
  const locale = localeOf(ctx, user);
  const t = texts(locale);
  const reply = (await digestReply(ctx, t, locale)) ?? { text: t.digest.nothing };
  const make: Button[] = [
    { label: t.form.title.add, command: '/add', form: true },
    { label: t.form.title.task, command: '/task', form: true },
  ];
  await enqueue(ctx.tx, ctx.random, {
    channel: event.channel,
    address: event.from.address,
    audience: 'owner',
    idempotencyKey: `home:${event.channel}:${event.externalId}`,
    payload: { kind: 'home', reply: { ...reply, buttons: [...(reply.buttons ?? []), make] } },
  });
  return undefined;
}
