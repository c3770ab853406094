import { connectionContext } from '../domain/sell/connection.ts';
import { addressOf, formMarkup, type Given } from '../domain/webforms/markup.ts';
import { stampAt } from '../domain/webforms/signature.ts';
import type { SealedWebForm } from '../domain/webforms/web_form.ts';
import { texts } from '../text/texts.ts';
import type { Wrong } from './filled.ts';
import type { WebFormHouse } from './house.ts';
import { alert, page, paragraph } from './page.ts';

/** The secrets with which a form's stamps are signed, the newest first. */
export const secretsOf = ({ open }: Pick<WebFormHouse, 'open'>, { sealed, token }: SealedWebForm): string[] =>
  sealed.map((secret) => open(secret, connectionContext(token)));

interface Shown {
  business: string;
  /** What is wrong with what was filled in. */
  wrong?: readonly Wrong[];
  /** It came too often to be taken. */
  often?: boolean;
  /** What was filled in. */
  given?: Given;
}

/** The form's own page; filled in again where something was wrong. */
export function formPage(
  house: WebFormHouse,
  form: SealedWebForm,
  { business, wrong = [], often = false, given }: Shown,
): Response {
  const { webForm: t } = texts(form.locale);
  const way = form.fields.includes('email') ? 'email' : 'phone';
  const at = { message: 'message', email: 'email', reach: way } as const;
  const faults = Object.fromEntries(wrong.map((one) => [at[one], t.wrong[one]]));
  const said = often ? [t.wrong.often] : Object.values(faults);
  const [secret = ''] = secretsOf(house, form);
  const markup = formMarkup(form, {
    action: addressOf(form, house.publicUrl),
    stamp: stampAt(secret, form.token, house.clock()),
    business,
    ...(given && { given }),
    faults,
  });
  return page({
    locale: form.locale,
    title: form.name,
    body: `${said.length > 0 ? `${alert(...said)}\n` : ''}${markup}`,
    status: often ? 429 : said.length > 0 ? 422 : 200,
    leadsTo: [house.publicUrl, ...(form.thanksUrl ? [form.thanksUrl] : [])].map((url) => new URL(url).origin),
  });
}

/** What whoever has filled it in sees. */
export function thanksPage(form: SealedWebForm): Response {
  const { webForm: t } = texts(form.locale);
  return page({ locale: form.locale, title: t.thanks, body: paragraph(t.thanksMore) });
}
