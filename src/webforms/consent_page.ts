import { type Consent, confirmConsent, consentAt, withdrawConsent } from '../domain/people/consent.ts';
import { escapeHtml } from '../lib/escape_html.ts';
import { texts } from '../text/texts.ts';
import type { WebFormHouse } from './house.ts';
import { shortened } from './network.ts';
import { page, paragraph } from './page.ts';

const STOP = 'stop';

/** Asks whether they agree. Looking at it changes nothing: programs that check mails open every link. */
export async function showConsent(house: WebFormHouse, token: string, business: string): Promise<Response | undefined> {
  const consent = await consentAt(house.db.sql, token);
  return consent && consentPage(consent, business);
}

/** They have pressed a button there. */
export async function answerConsent(
  house: WebFormHouse,
  { token, act, address }: { token: string; act: string; address: string },
  business: string,
): Promise<Response | undefined> {
  const change = act === STOP ? withdrawConsent : confirmConsent;
  const consent = await house.act(async ({ tx, now }) => {
    await change(tx, token, { now, from: shortened(address) });
    return consentAt(tx, token);
  });
  return consent && consentPage(consent, business);
}

function consentPage({ locale, address, words, confirmedAt, withdrawnAt }: Consent, business: string): Response {
  const { confirm: t } = texts(locale).webForm;
  const given = confirmedAt !== null && withdrawnAt === null;
  const button = (act: string, label: string) =>
    `<form method="post"><button type="submit" name="act" value="${act}">${escapeHtml(label)}</button></form>`;
  const asks = `${paragraph(t.ask(address))}\n<blockquote>${paragraph(words)}</blockquote>\n${button('confirm', t.yes)}`;
  const said = given ? t.confirmed(address) : withdrawnAt ? t.stopped(address) : undefined;
  const body = given
    ? `<p role="status">${escapeHtml(said!)}</p>\n${button(STOP, t.stop)}`
    : `${said ? `<p role="status">${escapeHtml(said)}</p>\n` : ''}${asks}`;
  return page({ locale, title: t.title(business), body });
}
