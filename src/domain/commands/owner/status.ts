import { aboutHowMany, countUpTo } from '../../../db/count.ts';
import type { Fragment } from '../../../db/sql.ts';
import { codeOf } from '../../../text/channel_name.ts';
import { formatAge } from '../../../text/when/duration.ts';
import { presenceLine } from '../../owner/presence.ts';
import type { Field, Item } from '../../reply.ts';
import { type Connection, listConnections, shutConnections } from '../../sell/connection.ts';
import { listOwnAccounts, troubleOf } from '../../talk/own_account.ts';
import { countSent } from '../../talk/ready/rows.ts';
import { countUnsent } from '../../talk/unsent.ts';
import type { Command, CommandContext } from '../command.ts';
import { stateOf } from '../sell/which_connection.ts';
import { servedList } from '../serve/served.ts';
import { allWords } from '../words/words.ts';
import { restNotice } from './resume.ts';

/** How every way in and out and every queue stands, this question not counted. */
export const status: Command<null> = {
  name: 'status',
  role: 'viewer',
  saidAtOnce: 'shows',
  unread: allWords,
  parse: () => null,
  async run(ctx) {
    return {
      title: ctx.t.status.title,
      ...(await restNotice(ctx)),
      lists: [
        {
          title: ctx.t.status.channels,
          items: [...(await channels(ctx)), ...(await ownAccounts(ctx)), ...(await shops(ctx))],
        },
        ...(await servedList(ctx)),
      ],
      fields: [...(await presence(ctx)), ...(await byItself(ctx)), ...(await fetchers(ctx)), ...(await queues(ctx))],
    };
  },
};

async function channels(ctx: CommandContext): Promise<Item[]> {
  const states = await ctx.tx<{ channel: string; name: string; ok: boolean; detail: string; changedAt: Date }>`
    select channel, name, ok, detail, changed_at as "changedAt" from channel_states order by channel`;
  const known = new Map(states.map((state) => [state.channel, state]));
  const on = new Map(ctx.channels.map((way) => [way.name, way.on]));
  // one of several mailboxes says more than that there could be one
  const kinds = new Set([...known.keys()].filter((name) => name.includes(':')).map(codeOf));
  const listed = [...on.keys()].filter((name) => !kinds.has(name));
  return [...new Set([...listed, ...known.keys()])].map((channel) => {
    const state = known.get(channel);
    if (!state && on.get(channel)) return { text: `🟢 ${ctx.t.way(channel)}`, detail: ctx.t.status.notUsedYet };
    if (!state) return { text: `⚪ ${ctx.t.way(channel)}`, detail: ctx.t.status.off };
    const label = [ctx.t.way(channel), state.name].filter(Boolean).join(' ');
    const since = formatAge(ctx.now.getTime() - state.changedAt.getTime(), ctx.locale);
    return state.ok
      ? { text: `🟢 ${label}`, detail: state.detail || ctx.t.status.ok }
      : { text: `🔴 ${label}`, detail: ctx.t.status.down(ctx.t.trouble(state.detail), since) };
  });
}

async function ownAccounts(ctx: CommandContext): Promise<Item[]> {
  return (await listOwnAccounts(ctx.tx)).map((account) => {
    const why = troubleOf(account);
    const label = [ctx.t.channel(`${account.channel}_account`), account.name].filter(Boolean).join(' · ');
    return { text: `${why ? '🔴' : '🟢'} ${label}`, detail: why ? ctx.t.receipt.why[why] : ctx.t.status.ok };
  });
}

async function shops(ctx: CommandContext): Promise<Item[]> {
  const shops = await listConnections(ctx.tx);
  const missing = ctx.providers.filter((name) => !shops.some(({ provider }) => provider === name));
  const off = missing.map((name) => ({ text: `⚪ ${ctx.t.channel(name)}`, detail: ctx.t.status.off }));
  const shut = new Set((await shutConnections(ctx.tx, ctx.opens)).map(({ id }) => id));
  return [...shops.map((shop) => shopItem(ctx, shop, shut.has(shop.id))), ...off];
}

function shopItem(ctx: CommandContext, shop: Connection, isShut: boolean): Item {
  const { provider, id, disabledAt, hasSecret } = shop;
  // without a secret nothing is taken in
  const isOn = !disabledAt && hasSecret;
  if (isShut) return { text: `🔴 ${ctx.t.channel(provider)} · ${id}`, detail: ctx.t.status.keyMissing };
  return {
    text: `${isOn ? '🟢' : '⚪'} ${ctx.t.channel(provider)}`,
    detail: stateOf(ctx, shop),
  };
}

const WEEK_MS = 7 * 24 * 3_600_000;

/** What has answered customers by itself in a week, and what waits to; nothing where there is none. */
async function byItself({ t, tx, now }: CommandContext): Promise<Field[]> {
  const { hours, faq, order, waiting } = await countSent(tx, new Date(now.getTime() - WEEK_MS));
  if (hours + faq + order + waiting === 0) return [];
  const waits = waiting > 0 ? [`${t.autoreply.waiting} ${waiting}`] : [];
  return [{ label: t.autoreply.title, value: [t.autoreply.sentOf(hours, faq, order), ...waits].join(' · ') }];
}

async function presence(ctx: CommandContext): Promise<Field[]> {
  const line = await presenceLine(ctx, ctx.t, ctx.locale);
  return line ? [{ label: ctx.t.status.presence, value: line }] : [];
}

/** Of several processes on these data, each fetches what it holds the lease of: said by the machine, the process and a mark of its own. */
async function fetchers(ctx: CommandContext): Promise<Field[]> {
  const held = await ctx.tx<{ holder: string; ways: string[] }>`
    select holder, array_agg(distinct split_part(name, ':', 1)) as ways from leases
    where expires_at > now() group by holder order by holder`;
  const values = held.map(({ holder, ways }) => `${ctx.t.inARow(ways.map((way) => ctx.t.way(way)))}: ${holder}`);
  // one process alone fetches everything: nobody needs to be told which
  return values.length > 1 ? [{ label: ctx.t.status.fetchedBy, value: values.join(' · ') }] : [];
}

/** Beyond this a number only gives an idea of the size, and counting all rows would take too long. */
const MOST_COUNTED = 10_000;

async function queues(ctx: CommandContext) {
  const upTo = (from: Fragment) => countUpTo(ctx.tx, from, MOST_COUNTED + 1);
  const open = ctx.tx`
    from inbox where processed_at is null and failed_at is null and (locked_until is null or locked_until < now())`;
  const [row] = await ctx.tx<{ inbox: number; outbox: number; contacts: number; about: number }>`
    select ${upTo(open)} as inbox, ${upTo(ctx.tx`from outbox where holds`)} as outbox, ${upTo(ctx.tx`from contacts`)} as contacts,
      ${aboutHowMany(ctx.tx, 'contacts')} as about`;
  const { inbox, outbox, contacts, about } = row!;
  const counted = (count: number) =>
    count > MOST_COUNTED ? ctx.t.status.over(MOST_COUNTED) : count.toLocaleString(ctx.locale);
  return [
    { label: ctx.t.status.inbox, value: counted(inbox) },
    { label: ctx.t.status.outbox, value: counted(outbox) },
    { label: ctx.t.status.unsent, value: counted(await countUnsent(ctx.tx, MOST_COUNTED + 1)) },
    {
      label: ctx.t.status.contacts,
      value: Math.min(contacts, about) > MOST_COUNTED ? ctx.t.status.about(about) : counted(contacts),
    },
    { label: ctx.t.status.kept, value: ctx.t.status.days(ctx.settings.keepDays) },
  ];
}
