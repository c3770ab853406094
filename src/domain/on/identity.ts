import type { Context } from '../context.ts';
import type { ChatMigrated, IdentityBlocked } from '../event.ts';
import { saveSetting } from '../settings.ts';

/** The customer has closed their chat to the bot, or opened it again. */
export async function onIdentityBlocked(ctx: Context, event: IdentityBlocked): Promise<undefined> {
  await ctx.tx`
    update contact_identities set blocked_at = ${event.blocked ? ctx.now : null}
    where channel = ${event.channel} and address = ${event.address}`;
}

/** A chat has a new id: everything that points to the old one follows. */
export async function onChatMigrated(ctx: Context, event: ChatMigrated): Promise<undefined> {
  await moveChat(ctx, event.channel, event.from, event.to);
}

export async function moveChat(ctx: Context, channel: string, from: string, to: string): Promise<void> {
  const { tx } = ctx;
  await tx`
    update conversations v set address = ${to}
    where channel = ${channel} and address = ${from}
      and not exists (
        select from conversations o where o.channel = v.channel and o.address = ${to} and o.thread = v.thread
      )`;
  await tx`
    update user_identities i set address = ${to}
    where channel = ${channel} and address = ${from}
      and not exists (select from user_identities o where o.channel = i.channel and o.address = ${to})`;
  for (const table of ['scheduled_answers', 'unconfirmed_answers']) {
    await tx`
      update ${tx(table)} a set address = ${to} from conversations v
      where v.id = a.conversation_id and v.channel = ${channel} and v.address = ${to} and a.address = ${from}`;
  }
  const { deskChats } = ctx.settings;
  if (deskChats?.[channel] === from) await saveSetting(tx, 'deskChats', { ...deskChats, [channel]: to });
  // the new chat counts its messages anew: under a number of the old one it may have another
  await tx`
    delete from sent_parts where outbox_id in (
      select id from outbox where channel = ${channel} and address = ${from}
    )`;
  await tx`
    update outbox set address = ${to}, external_id = null, payload = case when waits then payload - 'replyTo' else payload end
    where channel = ${channel} and address = ${from}`;
}
