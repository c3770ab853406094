import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { ReceiveHook } from '../../../http/hook.ts';
import type { InboxEvent } from '../../../inbox/event.ts';
import type { AliyunConfig } from '../settings.ts';

/** What Aliyun wants to hear (help.aliyun.com, SmsReport). */
const TAKEN = { say: { code: 0, msg: 'OK' } };

/** Each element of what is pushed is a report or a customer's words; what else it holds is kept as it came. */
const pushShape = z.array(z.looseObject({ phone_number: z.string() })).max(1000);
const ids = z.object({
  biz_id: z.coerce.string().optional(),
  sequence_id: z.coerce.string().optional(),
});

/** Aliyun signs nothing that it pushes, so the address is the secret: derived from the key's, and saying nothing of it. */
export const aliyunPath = ({ keySecret }: Pick<AliyunConfig, 'keySecret'>): string =>
  `/sms/aliyun/${createHmac('sha256', keySecret).update('solo-crm sms path').digest('hex').slice(0, 32)}`;

/** Takes in what Aliyun pushes: delivery reports and customers' words, several at once. */
export function aliyunHooks(
  config: Pick<AliyunConfig, 'keySecret'>,
  storeAll: (events: readonly InboxEvent[]) => Promise<unknown>,
): Record<string, ReceiveHook> {
  const expected = aliyunPath(config).split('/').at(-1)!;
  return {
    '/sms/aliyun/:token': async ({ token, read }) => {
      if (!isSame(token, expected)) return 'unknown_hook';
      const pushed = readPush(await read());
      if (!pushed) return 'malformed';
      await storeAll(pushed.map(eventOf));
      return TAKEN;
    },
  };
}

/** Hashed first, because timingSafeEqual needs equal lengths. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function readPush(raw: Uint8Array): z.infer<typeof pushShape> | undefined {
  try {
    return pushShape.safeParse(JSON.parse(Buffer.from(raw).toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

/** What is pushed again after a lost answer is the same event. */
function eventOf(one: z.infer<typeof pushShape>[number]): InboxEvent {
  const body = Buffer.from(JSON.stringify(one));
  const { biz_id: biz, sequence_id: sequence } = ids.safeParse(one).data ?? {};
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 32);
  if (biz) {
    const headers = { kind: 'aliyun_report' };
    return {
      source: 'sms',
      externalId: `status:${biz}:${one.phone_number}:${hash}`,
      lane: `sms:status:${biz}`,
      headers,
      body,
    };
  }
  const headers = { kind: 'aliyun_message' };
  return {
    source: 'sms',
    externalId: `message:aliyun:${sequence ?? hash}`,
    lane: `sms:${one.phone_number}`,
    headers,
    body,
  };
}
