import { connectionContext } from '../domain/sell/connection.ts';
import { addressOf, formMarkup, type Given } from '../domain/webforms/markup.ts';
import { stampAt } from '../domain/webforms/signature.ts';
import type { SealedWebForm } from '../domain/webforms/web_form.ts';
import { texts } from '../text/texts.ts';
import type { WebFormHouse } from './house.ts';
import { alert, page, paragraph } from './page.ts';

/** The secrets with which a form's stamps are signed, the newest first. */
export const secretsOf = ({ open }: Pick<WebFormHouse, 'open'>, { sealed, token }: SealedWebForm): string[] =>
  sealed.map((secret) => open(secret, connectionContext(token)));

interface Shown {
  business: string;
  /** What is wrong with what was filled in, as a key of the texts; and what that was. */
  wrong?: 'message' | 'email' | 'reach' | 'often';
  given?: Given;
}

const STATUS = { message: 422, email: 422, reach: 422, often: 429 } as const;

/** The form's own page; filled in again where something was wrong. */
export function formPage(house: WebFormHouse, form: SealedWebForm, { business, wrong, given }: Shown): Response {
  const { webForm: t } = texts(form.locale);
  const [secret = ''] = secretsOf(house, form);
  const markup = formMarkup(form, {
    action: addressOf(form, house.publicUrl),
    stamp: stampAt(secret, form.token, house.clock()),
    business,
    ...(given && { given }),
  });
  return page({
    locale: form.locale,
    title: form.name,
    body: `${wrong ? `${alert(t.wrong[wrong])}\n` : ''}${markup}`,
    status: wrong ? STATUS[wrong] : 200,
    leadsTo: [house.publicUrl, ...(form.thanksUrl ? [form.thanksUrl] : [])].map((url) => new URL(url).origin),
  });
}

/** What whoever has filled it in sees. */
export function thanksPage(form: SealedWebForm): Response {
  const { webForm: t } = texts(form.locale);
  return page({ locale: form.locale, title: t.thanks, body: paragraph(t.thanksMore) });
}
