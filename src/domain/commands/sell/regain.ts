import type { Contact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { unwelcomeTo } from '../../people/unwelcome.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { findSilent, LEAST_DAYS, type Silent } from '../../sell/churn.ts';
import { noteAlerts, wasTold } from '../../sell/churn_alert.ts';
import { ordersOf } from '../../sell/order.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { reply } from '../talk/reply.ts';
import { pickAnswered } from '../who/pick_answered.ts';

const DAY_MS = 24 * 3_600_000;

/** '/regain v12 words': says them to somebody who has not bought for long, as /reply does, if nothing has come between. */
export const regain: Command<{ words: string }> = {
  name: 'regain',
  role: 'helper',
  goesOn: true,
  careful: true,
  changes: true,
  hidden: true,
  takesLines: true,
  answers: () => true,
  takesKeys: true,
  form: reply.form!,
  parse: (words) => (words ? { words } : new Incomplete('text')),
  async run(ctx, { words }) {
    const picked = await pickAnswered(ctx, words, (ref, rest) => `/regain ${ref} ${rest}`);
    if ('ask' in picked) return picked.ask;
    const { contact, ref, rest } = picked;
    const stays = (await unwelcome(ctx, contact)) ?? (await boughtAgain(ctx, contact, `/reply ${ref} ${rest}`));
    if (stays) return stays;
    const found = await untold(ctx, contact.id);
    const answered = await reply.run(ctx, { words });
    if (!(answered instanceof Incomplete) && !answered.failed) await noteAlerts(ctx.tx, found, ctx.now);
    return answered;
  },
};

async function unwelcome({ tx, t }: CommandContext, contact: Contact): Promise<Reply | undefined> {
  const why = await unwelcomeTo(tx, contact.id);
  const see: Button = { label: t.button.contact, command: `/contact c${contact.id}` };
  return why && failed(t.churn.stays(nameOf(contact), t.churn.unwelcome[why]), { buttons: [[see]] });
}

/** They have ordered since they were shown as silent, or just now: the words would puzzle them. */
async function boughtAgain(
  { tx, t, now, readAt: shownAt }: CommandContext,
  contact: Contact,
  anyway: string,
): Promise<Reply | undefined> {
  const [newest] = (await ordersOf(tx, contact.id, 3)).filter(({ test, deletedAt }) => !test && !deletedAt);
  const isLately = (at: Date) => now.getTime() - at.getTime() <= LEAST_DAYS * DAY_MS;
  if (!newest || (newest.placedAt <= shownAt && !isLately(newest.placedAt))) return undefined;
  return failed(t.churn.boughtAgain(nameOf(contact), newest.number), {
    buttons: [
      [{ label: newest.number, command: `/order o${newest.id}` }],
      [{ label: t.churn.sendAnyway, command: anyway }],
    ],
  });
}

/** Written to from the list before they were told of: that counts as told. Looked up while they are still silent. */
async function untold(ctx: CommandContext, only: string): Promise<Silent[]> {
  const found = (await wasTold(ctx.tx, only, ctx.now)) ? undefined : await findSilent(ctx.tx, ctx, { limit: 1, only });
  return found?.result === 'found' ? found.people : [];
}
