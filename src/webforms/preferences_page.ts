import type { Tx } from '../db/sql.ts';
import type { Context } from '../domain/context.ts';
import { type Mailbox, PURPOSES, type Purpose } from '../domain/people/consent.ts';
import { setLanguage } from '../domain/people/contact_language.ts';
import type { LinkedTo } from '../domain/people/preferences/link.ts';
import { formerHolder, type Preferences, preferencesOf } from '../domain/people/preferences/preferences.ts';
import { askToConfirm, sendsOn } from '../domain/people/preferences/question.ts';
import { addressesOf, endPause, type No, pause, unsubscribe, unsubscribePerson } from '../domain/people/suppression.ts';
import type { Settings } from '../domain/settings.ts';
import { type Locale, locales } from '../text/locale.ts';
import type { Texts } from '../text/texts.ts';
import type { WebFormHouse } from './house.ts';
import { shortened } from './network.ts';
import { placeKey, preferencesHtml } from './preferences_html.ts';

const PAUSE_MS = 30 * 24 * 3_600_000;

/** Their press of a button there. */
export interface Press {
  fields: ReadonlyMap<string, string>;
  /** A mail program's own button was pressed (RFC 8058). */
  isOneClick?: boolean;
  /** The address of the network it comes from. */
  address: string;
}

/** What is said of it, once it is done. */
type Told = (t: Texts['preferences']) => string;

/** Shows what somebody gets. Looking changes nothing: programs that check mails open every link. */
export async function showPreferences(house: WebFormHouse, linked: LinkedTo, settings: Settings): Promise<Response> {
  const now = house.clock();
  return preferencesHtml(await preferencesOf(house.db.sql, linked, now), { settings, now });
}

/**
 * Does what was pressed and shows what they get by now. A mail program's own button (RFC 8058: `List-Unsubscribe=One-Click`) stops
 * everything, as "stop everything" does: whoever pressed it is not written to at another address instead; done twice it stays as it was. What is none of ours changes nothing, and its
 * answer says so by its status.
 */
export async function changePreferences(house: WebFormHouse, linked: LinkedTo, press: Press): Promise<Response> {
  const { after, told, now, settings } = await house.act(async (ctx) => {
    const before = await preferencesOf(ctx.tx, linked, ctx.now);
    const told = await change(ctx, linked, before, press);
    const { now, settings } = ctx;
    return { told, now, settings, after: told ? await preferencesOf(ctx.tx, linked, now) : before };
  });
  return preferencesHtml(after, { settings, now, ...(told ? { told } : { status: 400 }) });
}

async function change(ctx: Context, linked: LinkedTo, before: Preferences, press: Press): Promise<Told | undefined> {
  const { tx, now } = ctx;
  const { fields } = press;
  const from = shortened(press.address);
  const no = { saidBy: 'person' as const, now, from };
  if (press.isOneClick) {
    await stopAll(tx, linked, before, { ...no, source: 'one_click' });
    return (t) => t.stopped;
  }
  const [act = '', what = ''] = (fields.get('act') ?? '').split(':');
  const all: Mailbox[] = [before.own, ...before.others];
  switch (act) {
    case 'save':
      return save(ctx, linked, before, press);
    case 'off':
      await stopAll(tx, linked, before, { ...no, source: 'page' });
      return (t) => t.stopped;
    case 'stop':
      for (const { channel, address } of before.others.filter((one) => placeKey(one) === what))
        await unsubscribe(tx, { channel, address, ...no, source: 'page' });
      return (t) => t.saved;
    case 'pause': {
      for (const place of [...all, ...(await unnamed(tx, before))])
        await pause(tx, place, { now, until: new Date(now.getTime() + PAUSE_MS) });
      return (t) => t.saved;
    }
    case 'resume':
      for (const place of [...all, ...(await unnamed(tx, before))]) await endPause(tx, place, now);
      return (t) => t.resumed;
    case 'language': {
      const locale = locales.find((one) => one === what);
      if (locale && before.contactId) await setLanguage(tx, before.contactId, { locale, localeFrom: 'words' });
      return locale && ((t) => t.saved);
    }
    default:
      return undefined;
  }
}

/** It is the person who says no: at each address of theirs, also where the one that the link was sent to has been taken off them since. */
async function stopAll(
  tx: Tx,
  linked: LinkedTo,
  { own: { channel, address }, others, contactId }: Preferences,
  no: Omit<No, keyof Mailbox>,
): Promise<void> {
  for (const other of others) await unsubscribe(tx, { channel: other.channel, address: other.address, ...no });
  const person = contactId ?? (await formerHolder(tx, linked));
  if (person) await unsubscribePerson(tx, person, { channel, address, ...no });
  else await unsubscribe(tx, { channel, address, ...no });
}

/** Their addresses of which the page says nothing, because nothing was agreed to there. */
async function unnamed(tx: Tx, { own, others, contactId }: Preferences): Promise<Mailbox[]> {
  const named = [own, ...others];
  const all = contactId ? await addressesOf(tx, contactId) : [];
  return all.filter((one) => !named.some(({ channel, address }) => channel === one.channel && address === one.address));
}

/** What is not ticked any more stops at once; what is ticked anew is asked about at that address, since a link may be in other hands. */
async function save(
  ctx: Context,
  linked: LinkedTo,
  before: Preferences,
  { fields, address: ip }: Press,
): Promise<Told> {
  const { channel, address } = linked;
  const { own, contactId, held, locale } = before;
  const ticked = PURPOSES.filter((purpose) => fields.has(purpose));
  const [off, on] = [difference(own.purposes, ticked), difference(ticked, [...own.purposes, ...held])];
  const from = shortened(ip);
  if (off.length > 0)
    await unsubscribe(ctx.tx, {
      channel,
      address,
      purposes: off,
      saidBy: 'person',
      source: 'page',
      now: ctx.now,
      from,
    });
  if (ticked.every((purpose) => own.purposes.includes(purpose))) return (t) => t.saved;
  if (!contactId || on.length === 0 || !sendsOn(ctx, channel)) return (t) => t.cannotAsk;
  const speaks: Locale = locale ?? ctx.settings.locale;
  const asked = await askToConfirm(ctx, {
    ...{ contactId, channel, address, purposes: on, locale: speaks, source: 'page', from },
  });
  return (t) => (asked ? t.asked : t.askedBefore);
}

const difference = (one: readonly Purpose[], other: readonly Purpose[]): Purpose[] =>
  one.filter((purpose) => !other.includes(purpose));
