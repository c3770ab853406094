import { CHURN_PAGE, cameBackLine, notEnough, silentItems } from '../../desk/shop/churn_card.ts';
import { nameOf } from '../../people/name.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { findSilent } from '../../sell/churn.ts';
import { cameBack } from '../../sell/churn_alert.ts';
import type { Command, CommandContext } from '../command.ts';
import { readWeeklyTime } from '../owner/settings_read.ts';
import { pageButtons, titleOfPage } from '../paged.ts';
import { filteredReply, readFilter } from '../people/filtered.ts';
import { pickContact } from '../who/pick.ts';
import { pageIn } from '../words/words.ts';

/** '/churn', '/churn 2': who has not bought for longer than is their habit, and who came back after they were told of. */
export const churn: Command<{ page: number; words: string }> = {
  name: 'churn',
  role: 'viewer',
  saidAtOnce: 'shows',
  parse: (words) => (PAGE.test(words) ? { page: pageIn(words), words: '' } : { page: 1, words }),
  async run(ctx, { page, words }) {
    if (words !== '') return setOrWho(ctx, words);
    const { t, locale } = ctx;
    const back = cameBackLine(t, await cameBack(ctx.tx, ctx.now), locale);
    const hint = back ? { hint: back } : {};
    const found = await findSilent(ctx.tx, ctx, { limit: CHURN_PAGE, offset: (page - 1) * CHURN_PAGE });
    if (found.result === 'not_enough')
      return { ...(await silentSoFar(ctx)), text: notEnough(t, found.missing), ...hint };
    if (found.result === 'no_orders') return { text: t.churn.noOrders(found.days), ...hint };
    const { people, total, history } = found;
    if (people.length === 0 && page > 1) return noPage(ctx, page);
    const text = [...(total === 0 ? [t.churn.nobody] : []), ...(history > 0 ? [t.churn.history(history)] : [])].join(
      '\n',
    );
    if (total === 0) return { text, ...hint };
    const more = page * CHURN_PAGE < total;
    const buttons = pageButtons(ctx, page, more, (to) => `/churn ${to}`);
    const shown = { shown: people.length, more };
    return {
      title: await titleOfPage(ctx, page, { title: t.churn.title, count: async () => total, size: CHURN_PAGE }, shown),
      ...(text && { text }),
      lists: [{ items: await silentItems(ctx, t, locale, people) }],
      ...(buttons.length > 0 && { buttons: [buttons] }),
      stays: true,
      ...hint,
    };
  },
};

const PAGE = /^\d{0,4}$/;

/** What can be told of a small shop, whose customers have no habits yet: who has not bought, or not been heard from, for so long. */
const SO_LONG = 'last:>60d';
const SO_QUIET = 'quiet:30d';

async function silentSoFar(ctx: CommandContext): Promise<Pick<Reply, 'title' | 'lists' | 'buttons'>> {
  const read = await readFilter(ctx, SO_LONG);
  const { title, lists } = 'ask' in read ? {} : await filteredReply(ctx, read.filter, 1);
  const { insteadBought, insteadSeen } = ctx.t.churn;
  const buttons: Button[] = [
    { label: insteadBought(60), command: `/find ${SO_LONG}` },
    { label: insteadSeen(30), command: `/find ${SO_QUIET}` },
  ];
  return { ...(lists && title && { title, lists }), buttons: [buttons] };
}

/** When it is told is a setting; a name may be anybody's, of whom the list alone says how long they stay away. */
async function setOrWho(ctx: CommandContext, words: string): Promise<Reply> {
  const { t } = ctx;
  const all: Button[] = [{ label: t.churn.title, command: '/churn' }];
  const time = readWeeklyTime(words);
  if (time !== undefined) {
    const label = time === 'off' ? t.churn.neverTell : t.churn.tellOn(words);
    return failed(t.churn.isSetting, { buttons: [[{ label, command: `/settings churn ${time}` }], all] });
  }
  const picked = await pickContact(ctx, words, (ref, rest) => `/churn ${ref} ${rest}`.trim());
  if ('ask' in picked) return picked.ask;
  const { id, name } = picked.contact;
  const shown = nameOf({ id, name });
  return failed(t.churn.ofOne(shown), {
    person: { contactId: id, sure: false },
    buttons: [
      [
        { label: t.button.contact, command: `/contact c${id}` },
        { label: t.order.listOf(shown), command: `/orders ${shown}` },
      ],
      all,
    ],
  });
}

function noPage({ t }: CommandContext, page: number): Reply {
  return {
    text: t.desk.noPage(page),
    buttons: [[{ label: t.button.firstPage, command: '/churn 1', turns: true }]],
  };
}
