import { CHURN_PAGE, cameBackLine, notEnough, silentItems } from '../../desk/shop/churn_card.ts';
import type { Reply } from '../../reply.ts';
import { findSilent } from '../../sell/churn.ts';
import { cameBack } from '../../sell/churn_alert.ts';
import type { Command, CommandContext } from '../command.ts';
import { pageButtons, titleOfPage } from '../paged.ts';
import { behindPage, pageIn } from '../words/words.ts';

/** '/churn', '/churn 2': who has not bought for longer than is their habit, and who came back after they were told of. */
export const churn: Command<{ page: number }> = {
  name: 'churn',
  role: 'viewer',
  saidAtOnce: 'shows',
  unread: behindPage,
  parse: (words) => ({ page: pageIn(words) }),
  async run(ctx, { page }) {
    const { t, locale } = ctx;
    const back = cameBackLine(t, await cameBack(ctx.tx, ctx.now), locale);
    const hint = back ? { hint: back } : {};
    const found = await findSilent(ctx.tx, ctx, { limit: CHURN_PAGE, offset: (page - 1) * CHURN_PAGE });
    if (found.result === 'not_enough') return { text: notEnough(t, found.missing), ...hint };
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

function noPage({ t }: CommandContext, page: number): Reply {
  return {
    text: t.desk.noPage(page),
    buttons: [[{ label: t.button.firstPage, command: '/churn 1', turns: true }]],
  };
}
