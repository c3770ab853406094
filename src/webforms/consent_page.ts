import type { Context } from '../domain/context.ts';
import { tellOwner } from '../domain/desk/tell.ts';
import {
  type Consent,
  confirmConsent,
  consentsAt,
  isAllGiven,
  isProposed,
  isStale,
  PURPOSES,
  withdrawConsent,
} from '../domain/people/consent.ts';
import { loadContact } from '../domain/people/contact.ts';
import { masked } from '../domain/people/preferences/preferences.ts';
import { askToConfirm, namedTo, sendsOn } from '../domain/people/preferences/question.ts';
import { escapeHtml } from '../lib/escape_html.ts';
import { texts } from '../text/texts.ts';
import type { WebFormHouse } from './house.ts';
import { shortened } from './network.ts';
import { page, paragraph } from './page.ts';

const STOP = 'stop';
const AGAIN = 'again';
/** To one of several alone: 'only:newsletter'. */
const ONLY = 'only:';

/** Asks whether they agree. Looking at it changes nothing: programs that check mails open every link. */
export async function showConsent(house: WebFormHouse, token: string, business: string): Promise<Response | undefined> {
  const { sql } = house.db;
  return consentPage(await consentsAt(sql, token), business, {
    now: house.clock(),
    isGiven: await isAllGiven(sql, token),
  });
}

/** They have pressed a button there. */
export async function answerConsent(
  house: WebFormHouse,
  { token, act, address }: { token: string; act: string; address: string },
  business: string,
): Promise<Response | undefined> {
  const from = shortened(address);
  return house.act(async (ctx) => {
    const { tx, now } = ctx;
    if (act === AGAIN) return askedAgain(ctx, await consentsAt(tx, token), from);
    const only = PURPOSES.filter((one) => act === `${ONLY}${one}`);
    if (act === STOP) await withdrawConsent(tx, token, { now, from });
    else await confirmConsent(tx, token, { now, from, ...(only.length > 0 && { purposes: only }) });
    await tellAgreed(ctx, token);
    return consentPage(await consentsAt(tx, token), business, { now, isGiven: await isAllGiven(tx, token) });
  });
}

/** Whom a user has asked by name agrees: they wait to hear of it. */
async function tellAgreed(ctx: Context, token: string): Promise<void> {
  const given = (await consentsAt(ctx.tx, token)).filter(
    ({ source, confirmedAt, withdrawnAt }) =>
      (source === 'command' || isProposed(source)) && confirmedAt?.getTime() === ctx.now.getTime() && !withdrawnAt,
  );
  const [first] = given;
  const contact = first && (await loadContact(ctx.tx, first.contactId));
  if (!contact) return;
  await tellOwner(
    ctx,
    `agreed:${token}`,
    (t) => ({
      text: t.consent.hasAgreed(
        contact.name || first.address,
        t.consent.list(given.map((one) => t.consent.purpose[one.purpose])),
      ),
      buttons: [[{ label: t.consent.button.show, command: `/consent c${contact.id}` }]],
    }),
    { notice: { kind: 'agreed', contactId: contact.id }, showsContact: contact.id },
  );
}

/** An old link is sent anew to where it had been sent, and nowhere else. */
async function askedAgain(ctx: Context, asked: readonly Consent[], from: string): Promise<Response | undefined> {
  const [first] = asked;
  if (!first) return undefined;
  const { channel, address, contactId, locale, words, source } = first;
  const purposes = asked.map(({ purpose }) => purpose);
  const asking = { channel, address, contactId, locale, words, source, from, purposes };
  const sent = sendsOn(ctx, channel) && (await askToConfirm(ctx, asking));
  const { confirm: t } = texts(locale).webForm;
  return consentPage(asked, ctx.settings.businessName, {
    now: ctx.now,
    said: sent ? t.sentAgain(placeOf(first)) : t.sentLately,
  });
}

/** One question, about whatever it may be; undefined: nobody was asked it. */
function consentPage(
  asked: readonly Consent[],
  business: string,
  { now, said: done, isGiven = false }: { now: Date; said?: string; isGiven?: boolean },
): Response | undefined {
  const [first] = asked;
  if (!first) return undefined;
  const { locale, words } = first;
  const { confirm: t } = texts(locale).webForm;
  const place = placeOf(first);
  const named = (some: readonly Consent[]) =>
    namedTo(
      locale,
      (some.length > 0 ? some : asked).map(({ purpose }) => purpose),
    );
  const given = asked.filter(({ confirmedAt, withdrawnAt }) => confirmedAt !== null && withdrawnAt === null);
  const withdrawn = asked.filter((one) => one.withdrawnAt !== null);
  const button = (act: string, label: string) =>
    `<form method="post"><button type="submit" name="act" value="${act}">${escapeHtml(label)}</button></form>`;
  const status = (text: string) => `<p role="status">${escapeHtml(text)}</p>\n`;
  if (done) return page({ locale, title: t.title(business), body: status(done) });
  if (isGiven || given.length > 0) {
    const body = `${status(t.confirmed(named(isGiven ? asked : given), place))}${button(STOP, t.stop)}`;
    return page({ locale, title: t.title(business), body });
  }
  const hadAgreed = withdrawn.some(({ confirmedAt }) => confirmedAt !== null);
  const said = hadAgreed ? t.stopped(named(withdrawn), place) : t.declined;
  const ask = withdrawn.length > 0 ? `${status(said)}${paragraph(t.askAgain)}` : paragraph(t.ask(named(asked), place));
  const yes =
    asked.length > 1
      ? [button('confirm', t.all), ...asked.map((one) => button(`${ONLY}${one.purpose}`, t.only(t.what[one.purpose])))]
      : [button('confirm', t.yes)];
  const buttons = [...yes, ...(withdrawn.length > 0 ? [] : [button(STOP, t.no)])].join('\n');
  const fresh = `${ask}\n<blockquote>${paragraph(words)}</blockquote>\n${buttons}`;
  const old = `${withdrawn.length > 0 ? status(said) : ''}${paragraph(t.old)}\n${button(AGAIN, t.sendAgain)}`;
  const body = isStale(first, now) ? old : fresh;
  return page({ locale, title: t.title(business), body });
}

/** Enough to recognise it: others may see the page. */
const placeOf = ({ channel, locale, address }: Consent): string => masked(address) || texts(locale).channel(channel);
