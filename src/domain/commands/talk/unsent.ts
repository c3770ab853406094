import { redirectUnsent } from '../../../outbox/change.ts';
import type { Texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { formatAge } from '../../../text/when/duration.ts';
import { type DoubtfulCampaign, doubtfulCampaigns } from '../../campaigns/doubt.ts';
import { whyReturned } from '../../desk/bounce_card.ts';
import { signInAgain } from '../../desk/mailbox.ts';
import { loadHook } from '../../hooks/hook.ts';
import {
  countUnsentEvents,
  dropEvents,
  listUnsentEvents,
  resendEvents,
  type UnsentEvents,
} from '../../hooks/unsent_events.ts';
import { shortUrl } from '../../hooks/url.ts';
import { failed, type Item, type Recipients, type Reply } from '../../reply.ts';
import type { Invoice } from '../../sell/invoice/invoice.ts';
import { untrueAgain } from '../../sell/invoice/reminder.ts';
import {
  countUnsent,
  dropUnsent,
  type Hindrance,
  hindranceOf,
  listUnsent,
  retryUnsent,
  type Unsent,
} from '../../talk/unsent.ts';
import { recipientsNamed } from '../../talk/who_gets_it.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { listCommand } from '../paged.ts';

/** What could not be delivered or handled, each with what can be done about it. */
export const unsent = listCommand('unsent', {
  words: ({ unsent }) => ({ title: unsent.title, empty: unsent.none }),
  count: async ({ tx }, most) =>
    (await countUnsent(tx, most)) + (await countUnsentEvents(tx)) + (await doubtfulCampaigns(tx)).length,
  load: unsentItems,
});

/** First the hooks and campaigns, one line each however much it is about. */
async function unsentItems(ctx: CommandContext, limit: number, offset: number): Promise<Item[]> {
  const hooks = (await listUnsentEvents(ctx.tx)).map((one) => eventsItem(ctx, one));
  const lines = [...hooks, ...(await doubtfulCampaigns(ctx.tx)).map((one) => doubtsItem(ctx, one))];
  const first = lines.slice(offset, offset + limit);
  const rows = await listUnsent(ctx.tx, limit - first.length, Math.max(0, offset - lines.length));
  return [...first, ...rows.map((row) => unsentItem(ctx, row))];
}

/** The doubts of a campaign are answered together. */
function doubtsItem({ t, now, locale }: CommandContext, { id, name, count, at }: DoubtfulCampaign): Item {
  return {
    text: t.campaign.doubtsTitle(name, count),
    detail: `${t.unsent.state.unknown} · ${formatAge(now.getTime() - at.getTime(), locale)}`,
    ref: `#${id}`,
    buttons: [
      { label: t.campaign.button.arrived, command: `/campaign ${id} arrived` },
      { label: t.campaign.button.again, command: `/campaign ${id} resend` },
      { label: t.campaign.button.leave, command: `/campaign ${id} leave` },
    ],
  };
}

function eventsItem({ t, now, locale }: CommandContext, { hookId, url, count, at }: UnsentEvents): Item {
  return {
    text: t.hook.unsent(shortUrl(url), count),
    detail: `${t.unsent.state.failed} · ${formatAge(now.getTime() - at.getTime(), locale)}`,
    ref: `h${hookId}`,
    buttons: [
      { label: t.button.sendAgain, command: `/retry h${hookId}` },
      { label: t.button.letBe, command: `/drop h${hookId}` },
    ],
  };
}

/** Of a mail that came back also why. */
function stateOf(t: Texts, { state, error }: Unsent): string {
  const reason = /^bounced: (\w+)$/.exec(error ?? '')?.[1];
  return reason ? t.unsent.cameBack(whyReturned(t, reason)) : t.unsent.state[state];
}

function unsentItem(ctx: CommandContext, row: Unsent): Item {
  const { t } = ctx;
  const words = row.payload?.kind === 'message' ? (row.payload.reply.text ?? row.payload.reply.title ?? '') : '';
  const ref = `${row.kind === 'out' ? 'o' : 'i'}${row.id}`;
  return {
    text:
      row.kind === 'out' ? t.unsent.out(row.name, t.channel(row.channel), truncate(words, 40)) : t.unsent.in(row.name),
    detail: `${stateOf(t, row)} · ${formatAge(ctx.now.getTime() - row.at.getTime(), ctx.locale)}`,
    ref,
    buttons: [
      { label: row.kind === 'out' ? t.button.sendAgain : t.button.tryAgain, command: `/retry ${ref}` },
      { label: row.state === 'unknown' ? t.button.itArrived : t.button.letBe, command: `/drop ${ref}` },
    ],
  };
}

interface Ref {
  kind: Unsent['kind'] | 'hook';
  id: string;
}

const KINDS: Readonly<Record<string, Ref['kind']>> = { o: 'out', i: 'in', h: 'hook' };

function parseRef(words: string): Ref | Incomplete {
  const match = /^([oih])(\d{1,18})$/i.exec(words.trim());
  if (!match) return new Incomplete('unsent');
  return { kind: KINDS[match[1]!.toLowerCase()]!, id: match[2]! };
}

interface Again {
  kind: Ref['kind'] | 'mailbox';
  id: string;
  /** It has been asked whether it is meant. */
  sure: boolean;
  /** To these, as the button said that was pressed; else to whom it was to go. */
  to?: Recipients | undefined;
}

/** '/retry o12' ('/retry o12 !' when it was asked about), and '/retry mailbox' for the sign-ins a mail server refused. */
export const retry: Command<Again> = {
  name: 'retry',
  role: 'helper',
  changes: true,
  settles: 'unsent',
  unrecorded: true,
  hidden: true,
  parse(words) {
    if (/^mailbox$/i.test(words.trim())) return { kind: 'mailbox', id: '', sure: true };
    const [said, named] = SURE.exec(words) ?? [];
    const ref = parseRef(said ? words.slice(0, -said.length) : words);
    const [address, ...copies] = named?.trim().split(/\s+/) ?? [];
    return ref instanceof Incomplete
      ? ref
      : { ...ref, sure: said !== undefined, to: address ? { address, copies } : undefined };
  },
  async run(ctx, { kind, id, sure, to }) {
    const { mailbox } = ctx.t;
    if (kind === 'mailbox') return (await signInAgain(ctx)) ? { text: mailbox.signingIn } : failed(mailbox.noneRefused);
    if (kind === 'hook') return sendEventsAgain(ctx, id);
    const hindrance = kind === 'out' ? await hindranceOf(ctx.tx, id) : undefined;
    if (hindrance && (hindrance.why === 'deleted' || !sure)) return ask(ctx, id, hindrance);
    const reminded = kind === 'out' ? await untrueAgain(ctx.tx, id) : undefined;
    if (reminded !== undefined) return remindAnew(ctx, reminded);
    if (to && kind === 'out') await redirectUnsent(ctx.tx, id, to);
    const found = await retryUnsent(ctx.tx, kind, id);
    return found ? { text: ctx.t.unsent.retrying } : failed(ctx.t.unsent.gone);
  },
};

/** A reminder to pay whose words are not true any more does not leave a second time either. */
function remindAnew({ t }: CommandContext, invoice: Invoice | null): Reply {
  const button = invoice && { label: t.invoice.button.anew, command: `/invoice ${invoice.number} remind` };
  return failed(t.invoice.notAgain, { ...(button && !invoice.settled && { buttons: [[button]] }) });
}

/** To one that is off nothing is sent: it is to be switched on first. */
async function sendEventsAgain({ tx, t }: CommandContext, id: string): Promise<Reply> {
  const hook = await loadHook(tx, id);
  if (!hook) return failed(t.unsent.gone);
  if (hook.offAt) {
    return failed(t.hook.isOff(shortUrl(hook.url)), {
      buttons: [[{ label: t.hook.button.on, command: `/hook on h${id}` }]],
    });
  }
  const count = await resendEvents(tx, id);
  return count > 0 ? { text: t.unsent.retrying } : failed(t.unsent.gone);
}

const SURE = /\s[!！](\s+\S.*)?\s*$/u;

/** To somebody deleted nothing is sent; whether somebody blocked is meant, or an address of before, is asked. */
function ask({ t }: CommandContext, id: string, hindrance: Hindrance): Reply {
  if (hindrance.why === 'deleted') {
    const { entry } = hindrance;
    const back = entry ? { buttons: [[{ label: t.button.bringBack, command: `/undo ${entry}` }]] } : {};
    return failed(t.unsent.deleted(hindrance.name), { ...back });
  }
  if (hindrance.why === 'elsewhere') return askWhere(t, id, hindrance);
  const text = t.unsent.blocked(hindrance.name);
  const buttons = [
    [
      { label: t.unsent.sendStopped, command: `/retry o${id} !` },
      { label: t.button.letBe, command: `/drop o${id}` },
    ],
  ];
  return failed(text, { buttons });
}

/** Others would get it by now than were to get it: each button names all of them. */
function askWhere(t: Texts, id: string, { name, place, shown, now }: Extract<Hindrance, { why: 'elsewhere' }>): Reply {
  const [was, would] = [shown, now].map((to) => recipientsNamed(t, place, to.address, to));
  return failed(t.unsent.elsewhere(name, was!, would!), {
    buttons: [
      [{ label: t.confirm.sendTo(was!), command: `/retry o${id} !` }],
      [{ label: t.confirm.sendTo(would!), command: `/retry o${id} ! ${[now.address, ...now.copies].join(' ')}` }],
      [{ label: t.button.letBe, command: `/drop o${id}` }],
    ],
  });
}

export const drop: Command<Ref> = {
  name: 'drop',
  role: 'helper',
  changes: true,
  settles: 'unsent',
  unrecorded: true,
  hidden: true,
  parse: parseRef,
  async run(ctx, { kind, id }) {
    const found = kind === 'hook' ? (await dropEvents(ctx.tx, id)) > 0 : await dropUnsent(ctx.tx, kind, id, ctx.now);
    return found ? { text: ctx.t.unsent.dropped } : failed(ctx.t.unsent.gone);
  },
};
