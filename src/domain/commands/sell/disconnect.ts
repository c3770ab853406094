import type { Sql } from '../../../db/sql.ts';
import { foldText } from '../../../text/fold.ts';
import { failed } from '../../reply.ts';
import { disableConnection, listConnections } from '../../sell/connection.ts';
import { listWebForms, WEB_FORM, type WebForm } from '../../webforms/web_form.ts';
import { type Command, Incomplete } from '../command.ts';
import { shopMeant } from './shop_meant.ts';
import { whichConnection } from './which_connection.ts';

/** '/disconnect 3': what that shop sends is not taken in any more; its orders and people stay. */
export const disconnect: Command<{ which: string }> = {
  name: 'disconnect',
  role: 'owner',
  changes: true,
  settles: 'connection',
  parse: (words) => (words ? { which: words.trim().toLowerCase() } : new Incomplete('connection')),
  async run(ctx, { which }) {
    const all = await listConnections(ctx.tx);
    const byId = all.find(({ id }) => id === which);
    const form = byId ? undefined : await formCalled(ctx.tx, which);
    const named = form
      ? all.filter(({ id }) => id === form.id)
      : all.filter(({ provider, disabledAt }) => provider === (shopMeant(which) ?? which) && !disabledAt);
    const [connection, another] = byId ? [byId] : named;
    const { connect: t, channel } = ctx.t;
    if (!connection) return whichConnection(ctx, which, (id) => `/disconnect ${id}`);
    if (another) {
      const buttons = named.map(({ id, provider }) => [
        { label: `${channel(provider)} · ${id}`, command: `/disconnect ${id}` },
      ]);
      return failed(t.whichOne, { buttons });
    }
    const shop = channel(connection.provider);
    if (!(await disableConnection(ctx.tx, connection.id, ctx.now))) return { text: t.offBefore(shop), unchanged: true };
    if (connection.provider === WEB_FORM) return { text: t.formDisconnected(shop, connection.id), hint: t.formOff };
    return { text: t.disconnected(shop, connection.id), hint: t.removeThere };
  },
};

/** The one web form that goes by this name. */
async function formCalled(sql: Sql, name: string): Promise<WebForm | undefined> {
  const named = (await listWebForms(sql)).filter((form) => foldText(form.name) === foldText(name));
  return named.length === 1 ? named[0] : undefined;
}
