import { fromNow } from '../../../text/when/from_now.ts';
import { parseWhen } from '../../../text/when/when.ts';
import { addMonths, fromWallTime, wallTime } from '../../../text/when/zone.ts';
import type { Contact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { spare as spareUntil } from '../../sell/churn_mark.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { unreadReply } from '../talk/unread.ts';
import { pickContact } from '../who/pick.ts';
import { askAfterOver, askWhichMoment, exactly, momentOf, overAsks, shown } from '../words/moment.ts';

/** In how many months they may be told of again, a tap each. */
const MONTHS = [1, 3, 6];

/** '/spare c12 in 3 months': nobody is told of their silence before then; without a time it asks for how long. */
export const spare: Command<{ words: string }> = {
  name: 'spare',
  role: 'helper',
  changes: true,
  hidden: true,
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('name')),
  async run(ctx, { words }) {
    const picked = await pickContact(ctx, words, (ref, rest) => `/spare ${ref} ${rest}`);
    if ('ask' in picked) return picked.ask;
    const { contact, rest } = picked;
    const before = `/spare c${contact.id} `;
    const when = parseWhen(fromNow(rest), momentOf(ctx));
    if (!when) return rest ? unreadReply(ctx.t, rest, before.trim()) : askHowLong(ctx, contact, before);
    const line = (at: Date) => `${before}${exactly(ctx, at)}`;
    if (when.rest.trim()) return unreadReply(ctx.t, when.rest.trim(), line(when.at));
    const which = askWhichMoment(ctx, when, (at) => ({ label: shown(ctx, at), command: line(at) }));
    if (which) return which;
    if (when.at <= ctx.now) return askAfterOver(ctx, shown(ctx, when.at), { before });
    await spareUntil(ctx.tx, contact.id, { at: ctx.now, until: when.at });
    return { text: ctx.t.churn.spared(nameOf(contact), shown(ctx, when.at)) };
  },
};

function askHowLong(ctx: CommandContext, contact: Contact, before: string): Reply {
  const { t, settings, now } = ctx;
  const clock = wallTime(now, settings.timezone);
  const buttons = MONTHS.map((months): Button => {
    const at = fromWallTime({ ...clock, day: addMonths(clock.day, months) }, settings.timezone);
    return { label: t.churn.months(months), command: `${before}${exactly(ctx, at)}` };
  });
  return failed(t.churn.howLong(nameOf(contact)), { buttons: [buttons], ...overAsks(t, { before, after: '' }) });
}
