import { enqueue } from '../../outbox/enqueue.ts';
import { texts } from '../../text/texts.ts';
import { type Context, localeOf } from '../context.ts';
import { sayAt } from '../owner/say.ts';
import type { Campaign } from './campaign.ts';
import { firstReader } from './test_mail.ts';
import { textsOf } from './versions/texts.ts';
import { withUrl, wordsOf } from './words.ts';

/** Where a user tries a campaign out that leaves in chats or as texts: a chat of theirs there, or their own number. */
export interface TestPlace {
  is: 'desk' | 'number';
  address: string;
}

/**
 * Each of its texts leaves to that user, as the first of its people would read it. Gives what was said, or what that person lacks: then
 * nothing leaves.
 */
export async function testInChat(
  ctx: Context,
  campaign: Campaign,
  { is, address }: TestPlace,
): Promise<{ said: string[] } | { missing: string }> {
  const { channel, second, id } = campaign;
  const t = texts(
    localeOf(
      ctx,
      ctx.users.find((one) => one.id === campaign.userId),
    ),
  );
  const reader = await firstReader(ctx, campaign);
  const said: string[] = [];
  for (const { version } of textsOf(campaign)) {
    const compiled = await wordsOf(ctx, campaign, { version });
    if (!('render' in compiled)) return { missing: compiled.where.name };
    const words = compiled.render(withUrl(campaign, reader.person, reader), reader.locale);
    if ('missing' in words) return words;
    said.push(`${t.testing.mark(second ? t.versions.name[version] : '')}\n${words.text}`);
  }
  for (const text of said) {
    const key = `campaign:${id}:test:${ctx.random()}`;
    if (is === 'desk') await sayAt(ctx, { channel, address }, { key, reply: { text } });
    else
      await enqueue(ctx.tx, ctx.random, {
        ...{ channel, address, audience: 'customer', idempotencyKey: key },
        payload: { kind: 'message', automatic: true, reply: { text } },
      });
  }
  return { said };
}
