import { enqueue } from '../../../outbox/enqueue.ts';
import { texts } from '../../../text/texts.ts';
import { type Context, localeOf } from '../../context.ts';
import { sayAt } from '../../owner/say.ts';
import type { Campaign } from '../campaign.ts';
import { textsOf } from '../versions/texts.ts';
import { withUrl, wordsOf } from '../words.ts';
import { firstReader } from './test_mail.ts';

/** Where a user tries out what is written to many: a chat of theirs, or an address that is their own. */
export interface TestPlace {
  is: 'desk' | 'own';
  address: string;
}

/**
 * Each of its texts leaves to that user, as the first of its people would read it. Gives what was said, or what that person lacks: then
 * nothing leaves.
 */
export async function testInChat(
  ctx: Context,
  campaign: Campaign,
  place: TestPlace,
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
  for (const text of said) await leaveAsTest(ctx, { channel, place }, { of: `campaign:${id}`, text });
  return { said };
}

/** It leaves there through the outbox. `of`: of what it is a test. */
export async function leaveAsTest(
  ctx: Context,
  { channel, place: { is, address } }: { channel: string; place: TestPlace },
  { of, text, subject }: { of: string; text: string; subject?: string },
): Promise<void> {
  const key = `${of}:test:${ctx.random()}`;
  if (is === 'desk') return sayAt(ctx, { channel, address }, { key, reply: { text } });
  await enqueue(ctx.tx, ctx.random, {
    ...{ channel, address, audience: 'customer', idempotencyKey: key },
    payload: { kind: 'message', automatic: true, reply: { text }, ...(subject !== undefined && { subject }) },
  });
}
