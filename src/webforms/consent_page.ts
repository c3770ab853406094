import { type Consent, confirmConsent, consentsAt, withdrawConsent } from '../domain/people/consent.ts';
import { escapeHtml } from '../lib/escape_html.ts';
import { texts } from '../text/texts.ts';
import type { WebFormHouse } from './house.ts';
import { shortened } from './network.ts';
import { page, paragraph } from './page.ts';

const STOP = 'stop';

/** Asks whether they agree. Looking at it changes nothing: programs that check mails open every link. */
export async function showConsent(house: WebFormHouse, token: string, business: string): Promise<Response | undefined> {
  return consentPage(await consentsAt(house.db.sql, token), business);
}

/** They have pressed a button there. */
export async function answerConsent(
  house: WebFormHouse,
  { token, act, address }: { token: string; act: string; address: string },
  business: string,
): Promise<Response | undefined> {
  const change = act === STOP ? withdrawConsent : confirmConsent;
  const asked = await house.act(async ({ tx, now }) => {
    await change(tx, token, { now, from: shortened(address) });
    return consentsAt(tx, token);
  });
  return consentPage(asked, business);
}

/** One question, about whatever it may be; undefined: nobody was asked it. */
function consentPage(asked: readonly Consent[], business: string): Response | undefined {
  const [first] = asked;
  if (!first) return undefined;
  const { locale, address, words } = first;
  const { confirm: t } = texts(locale).webForm;
  const given = asked.some(({ confirmedAt, withdrawnAt }) => confirmedAt !== null && withdrawnAt === null);
  const withdrawnAt = asked.some((one) => one.withdrawnAt !== null);
  const button = (act: string, label: string) =>
    `<form method="post"><button type="submit" name="act" value="${act}">${escapeHtml(label)}</button></form>`;
  const asks = `${paragraph(t.ask(address))}\n<blockquote>${paragraph(words)}</blockquote>\n${button('confirm', t.yes)}`;
  const said = given ? t.confirmed(address) : withdrawnAt ? t.stopped(address) : undefined;
  const body = given
    ? `<p role="status">${escapeHtml(said!)}</p>\n${button(STOP, t.stop)}`
    : `${said ? `<p role="status">${escapeHtml(said)}</p>\n` : ''}${asks}`;
  return page({ locale, title: t.title(business), body });
}
