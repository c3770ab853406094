import { escapeHtml } from '../../lib/escape_html.ts';
import { texts } from '../../text/texts.ts';
import { WEB_FORM_FIELDS, type WebFormField } from '../web_form_event.ts';
import type { WebForm } from './web_form.ts';

/** People do not see this field, and programs that fill in whatever there is do. */
export const HONEYPOT = 'fax_number';
export const STAMP = 'stamp';
export const MESSAGE = 'message';
export const NEWSLETTER = 'newsletter';
/** The code of the link of a post by which somebody came: in the page's address, and sent with the form. */
export const CAME_BY = 's';
/** A browser writes into a field of this name in which charset it sends (HTML, form submission). */
const CHARSET = '_charset_';
/** Most characters of a field, and of the message. */
export const LONGEST_FIELD = 200;
export const LONGEST_MESSAGE = 10_000;

/** What is filled in already. */
export type Given = Partial<Record<WebFormField | typeof MESSAGE | typeof NEWSLETTER | typeof CAME_BY, string>>;

interface Shown {
  /** Where it is sent. */
  action: string;
  /** What shows that it is ours. */
  stamp: string;
  /** Whose news the box is about. */
  business: string;
  given?: Given;
  /** What is wrong with a field, said below it. */
  faults?: Partial<Record<WebFormField | typeof MESSAGE, string>>;
}

const TYPES: Record<WebFormField, string> = {
  name: 'type="text" autocomplete="name"',
  email: 'type="email" autocomplete="email" inputmode="email"',
  phone: 'type="tel" autocomplete="tel" inputmode="tel"',
  company: 'type="text" autocomplete="organization"',
};

/** Its own looks and no others': colours and type come from the page on which it stands. */
const STYLE = `.crm-form{max-width:32rem;margin:0 auto}
.crm-form p{margin:0 0 1rem}
.crm-form label{display:block;margin:0 0 .25rem}
.crm-form input[type=text],.crm-form input[type=email],.crm-form input[type=tel],.crm-form textarea{box-sizing:border-box;width:100%;padding:.6rem;font:inherit;font-size:max(1em,16px);border:1px solid #767676;border-radius:.3rem}
.crm-form textarea{min-height:9rem}
.crm-form button{font:inherit;font-size:max(1em,16px);padding:.7rem 1.6rem;border:1px solid #1f5f3f;border-radius:.3rem;background:#1f5f3f;color:#fff;cursor:pointer}
.crm-form .crm-box{display:flex;gap:.5rem;align-items:flex-start}
.crm-form [aria-invalid]{border-color:#b3261e!important}
.crm-form .crm-fault{display:block;color:#b3261e;margin-top:.25rem}
.crm-form .crm-apart{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}`;

/** The form as HTML that works without a script and on a telephone, wherever it is pasted. */
export function formMarkup(form: WebForm, { action, stamp, business, given = {}, faults = {} }: Shown): string {
  const { webForm: t } = texts(form.locale);
  // several may stand on one page
  const id = `crm-${form.id}`;
  const asked = WEB_FORM_FIELDS.filter((field) => form.fields.includes(field));
  // where several ways to reach somebody are asked for, one is enough: that is looked at when it is sent
  const ways = asked.filter((field) => field === 'email' || field === 'phone');
  const fields = asked.map((field) => {
    const required = ways.length === 1 && ways[0] === field ? ' required' : '';
    const value = given[field] ? ` value="${escapeHtml(given[field])}"` : '';
    const fault = faultOf(`${id}-${field}`, faults[field]);
    return `<p><label for="${id}-${field}">${escapeHtml(t.field[field])}</label><input id="${id}-${field}" name="${field}" ${TYPES[field]} maxlength="${LONGEST_FIELD}"${required}${fault.names}${value}>${fault.words}</p>`;
  });
  const fault = faultOf(`${id}-message`, faults[MESSAGE]);
  return [
    `<form class="crm-form" action="${escapeHtml(action)}" method="post" accept-charset="utf-8" lang="${form.locale}">`,
    `<style>${STYLE}</style>`,
    ...fields,
    `<p><label for="${id}-message">${escapeHtml(t.message)}</label><textarea id="${id}-message" name="${MESSAGE}" rows="6" maxlength="${LONGEST_MESSAGE}" required${fault.names}>\n${escapeHtml(given.message ?? '')}</textarea>${fault.words}</p>`,
    `<p class="crm-apart" aria-hidden="true"><label for="${id}-fax">${escapeHtml(t.leaveEmpty)}</label><input id="${id}-fax" name="${HONEYPOT}" type="text" tabindex="-1" autocomplete="off"></p>`,
    ...(form.newsletter ? [newsletterBox(id, t.newsletterBox(business), given.newsletter !== undefined)] : []),
    `<p><input type="hidden" name="${CHARSET}"><input type="hidden" name="${STAMP}" value="${escapeHtml(stamp)}">${cameByField(given[CAME_BY])}<button type="submit">${escapeHtml(t.send)}</button></p>`,
    '</form>',
  ].join('\n');
}

const cameByField = (code: string | undefined): string =>
  code ? `<input type="hidden" name="${CAME_BY}" value="${escapeHtml(code)}">` : '';

/** A field's fault is said to who listens to the page, too. */
function faultOf(field: string, words: string | undefined): { names: string; words: string } {
  if (words === undefined) return { names: '', words: '' };
  const said = `<span class="crm-fault" id="${field}-fault">${escapeHtml(words)}</span>`;
  return { names: ` aria-invalid="true" aria-describedby="${field}-fault"`, words: said };
}

/** Never ticked beforehand: it is theirs to tick. */
const newsletterBox = (id: string, words: string, ticked: boolean): string =>
  `<p class="crm-box"><input id="${id}-newsletter" name="${NEWSLETTER}" type="checkbox" value="yes"${ticked ? ' checked' : ''}><label for="${id}-newsletter">${escapeHtml(words)}</label></p>`;

/** What is pasted into a website. */
export function snippet(form: WebForm, { publicUrl, business }: { publicUrl: string; business: string }): string {
  return `${formMarkup(form, { action: addressOf(form, publicUrl), stamp: form.standing, business })}\n`;
}

/** Its page, which is also where it is sent. */
export const addressOf = ({ token }: Pick<WebForm, 'token'>, publicUrl: string): string => `${publicUrl}/f/${token}`;
