import { cleanName } from '../../../text/normalise.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { failed, type Reply } from '../../reply.ts';
import { sendsMail } from '../../talk/mail/first_mail.ts';
import { WEB_FORM_FIELDS, type WebFormField } from '../../web_form_event.ts';
import { changeWebForm, type WebForm, type WebFormChange } from '../../webforms/web_form.ts';
import type { CommandContext } from '../command.ts';
import { localeIn } from '../words/words.ts';
import { formShown } from './form_shown.ts';

export type Change = 'name' | 'language' | 'fields' | 'add' | 'drop' | 'newsletter' | 'sites' | 'thanks';

const SWITCH = typedMeanings<'on' | 'off'>((typed) => typed.switch);
const FIELDS = typedMeanings<WebFormField>(({ webForm }) => webForm.field);
const MESSAGE = typedWords(({ webForm }) => webForm.message);
const ANY = typedWords(({ webForm }) => webForm.any);
const OURS = typedWords(({ webForm }) => webForm.ours);
const LONGEST_NAME = 60;
const MOST_SITES = 20;
const HOST = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{1,62}$/;

/** What is to be changed, or what is wrong with the words. */
type Read = WebFormChange | Reply;

/** Changes one thing about a form and shows it anew. */
export async function changed(ctx: CommandContext, form: WebForm, what: Change, words: string): Promise<Reply> {
  const { webForm: t } = ctx.t;
  const read = READ[what](ctx, words.trim(), form);
  if ('failed' in read) return read as Reply;
  const before = JSON.stringify(form);
  const after = await changeWebForm(ctx.tx, form, read as WebFormChange);
  if (JSON.stringify(after) === before) return { text: t.same, unchanged: true };
  const shown = await formShown(ctx, after);
  return { ...shown, title: t.changed(after.name), text: [shown.text, t.putAnew].join('\n\n') };
}

const READ: Record<Change, (ctx: CommandContext, words: string, form: WebForm) => Read> = {
  name: ({ t }, words) => {
    const name = cleanName(words, LONGEST_NAME);
    return name ? { name } : failed(t.desk.missing(t.need.webFormName));
  },
  language: ({ t }, words) => {
    const locale = localeIn(words);
    return locale ? { locale } : failed(t.desk.missing(t.need.language));
  },
  fields: readFields,
  add: (ctx, words, form) => otherFields(ctx, words, (said) => [...form.fields, ...said]),
  drop: (ctx, words, form) => otherFields(ctx, words, (said) => form.fields.filter((one) => !said.includes(one))),
  newsletter: (ctx, words) => {
    const position = SWITCH.get(words.toLowerCase());
    if (!position) return failed(ctx.t.desk.missing(ctx.t.need.onOrOff));
    const newsletter = position === 'on';
    return newsletter && !sendsMail(ctx) ? failed(ctx.t.webForm.noMail) : { newsletter };
  },
  sites: readSites,
  thanks: ({ t }, words) => {
    if (OURS.has(words.toLowerCase())) return { thanksUrl: null };
    const url = URL.canParse(words) ? new URL(words) : undefined;
    return url?.protocol === 'https:' && !url.username && !url.password
      ? { thanksUrl: url.href }
      : failed(t.webForm.notAPage(words));
  },
};

/** All that it is to ask for; the message is always asked for. */
function readFields({ t: { webForm: t } }: CommandContext, words: string): Read {
  const said = words
    .toLowerCase()
    .split(/[\s,，、]+/u)
    .filter((word) => word && !MESSAGE.has(word));
  const unknown = said.filter((word) => !FIELDS.has(word));
  if (unknown.length > 0) return failed(t.unknownFields(unknown.join(', '), Object.values(t.field).join(', ')));
  const asked = new Set(said.map((word) => FIELDS.get(word)));
  if (!asked.has('email') && !asked.has('phone')) return failed(t.needsReach);
  return { fields: WEB_FORM_FIELDS.filter((field) => asked.has(field)) };
}

/** Those it asks for now, with some more of them or without some. */
function otherFields(
  ctx: CommandContext,
  words: string,
  become: (said: readonly WebFormField[]) => readonly WebFormField[],
): Read {
  const { webForm: t } = ctx.t;
  const said = words
    .toLowerCase()
    .split(/[\s,，、]+/u)
    .filter((word) => word && !MESSAGE.has(word));
  const unknown = said.filter((word) => !FIELDS.has(word));
  if (said.length === 0 || unknown.length > 0)
    return failed(t.unknownFields(unknown.join(', ') || words, Object.values(t.field).join(', ')));
  const asked = become(said.map((word) => FIELDS.get(word)!));
  if (!asked.includes('email') && !asked.includes('phone')) return failed(t.needsReach);
  return { fields: WEB_FORM_FIELDS.filter((field) => asked.includes(field)) };
}

function readSites({ t: { webForm: t } }: CommandContext, words: string): Read {
  if (ANY.has(words.toLowerCase())) return { sites: [] };
  const sites = words
    .toLowerCase()
    .split(/[\s,，、]+/u)
    .filter(Boolean)
    .map(hostIn);
  const wrong = sites.find((site) => !HOST.test(site));
  return sites.length === 0 || wrong !== undefined
    ? failed(t.notASite(wrong ?? words))
    : { sites: [...new Set(sites)].slice(0, MOST_SITES) };
}

/** Of an address its host; 'www.' stands before any of them. */
function hostIn(said: string): string {
  const url = said.includes('://') ? said : `https://${said}`;
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : said;
}
