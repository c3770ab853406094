import type { Context } from '../domain/context.ts';
import {
  type Consent,
  confirmConsent,
  consentsAt,
  isAllGiven,
  isStale,
  withdrawConsent,
} from '../domain/people/consent.ts';
import { askToConfirm, sendsOn } from '../domain/people/preferences/question.ts';
import { escapeHtml } from '../lib/escape_html.ts';
import { texts } from '../text/texts.ts';
import type { WebFormHouse } from './house.ts';
import { shortened } from './network.ts';
import { page, paragraph } from './page.ts';

const STOP = 'stop';
const AGAIN = 'again';

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
    await (act === STOP ? withdrawConsent : confirmConsent)(tx, token, { now, from });
    return consentPage(await consentsAt(tx, token), business, { now, isGiven: await isAllGiven(tx, token) });
  });
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
    said: sent ? t.sentAgain(address) : t.sentLately,
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
  const { locale, address, words } = first;
  const { confirm: t } = texts(locale).webForm;
  const given = isGiven || asked.some(({ confirmedAt, withdrawnAt }) => confirmedAt !== null && withdrawnAt === null);
  const withdrawnAt = asked.some((one) => one.withdrawnAt !== null);
  const button = (act: string, label: string) =>
    `<form method="post"><button type="submit" name="act" value="${act}">${escapeHtml(label)}</button></form>`;
  const status = (text: string) => `<p role="status">${escapeHtml(text)}</p>\n`;
  const old = `${paragraph(t.old)}\n${button(AGAIN, t.sendAgain)}`;
  const fresh = `${paragraph(t.ask(address))}\n<blockquote>${paragraph(words)}</blockquote>\n${button('confirm', t.yes)}`;
  const asks = isStale(first, now) ? old : fresh;
  const said = given ? t.confirmed(address) : withdrawnAt ? t.stopped(address) : undefined;
  const body = done
    ? status(done)
    : given
      ? `${status(said!)}${button(STOP, t.stop)}`
      : `${said ? status(said) : ''}${asks}`;
  return page({ locale, title: t.title(business), body });
}
