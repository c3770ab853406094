import { formatAge } from '../../../text/when/duration.ts';
import type { Button, Field, Item, Reply } from '../../reply.ts';
import { WEB_FORM_FIELDS } from '../../web_form_event.ts';
import { addressOf, snippet } from '../../webforms/markup.ts';
import { unaskedTicks } from '../../webforms/unasked.ts';
import { listWebForms, rotateWebForm, type WebForm } from '../../webforms/web_form.ts';
import type { CommandContext } from '../command.ts';

/** All forms in use. */
export async function formsShown(ctx: CommandContext): Promise<Reply> {
  const { webForm: t } = ctx.t;
  const all = await listWebForms(ctx.tx);
  if (all.length === 0) return { text: t.none, hint: t.listHint };
  return { title: t.title, lists: [{ items: all.map((form) => itemOf(ctx, form)) }], hint: t.listHint };
}

function itemOf(ctx: CommandContext, form: WebForm): Item {
  const { t, now, locale } = ctx;
  const { id, name, lastEventAt, held } = form;
  const last = lastEventAt
    ? t.status.lastEvent(formatAge(now.getTime() - lastEventAt.getTime(), locale))
    : t.status.noEventYet;
  return {
    text: `${name} · ${id}`,
    detail: [t.webForm.detail(asksFor(ctx, form), last), ...(held > 0 ? [t.webForm.heldCount(held)] : [])].join(' · '),
    buttons: [
      { label: t.webForm.button.look, command: `/forms ${id}` },
      ...(held > 0 ? [{ label: t.webForm.button.held, command: `/forms ${id} held` }] : []),
    ],
  };
}

const asksFor = ({ t: { webForm: t, inARow } }: CommandContext, { fields }: WebForm): string =>
  inARow([...WEB_FORM_FIELDS.filter((field) => fields.includes(field)).map((field) => t.field[field]), t.and]);

/** One form: what it asks for, and what can be changed. */
export async function formShown(ctx: CommandContext, form: WebForm, more: Partial<Reply> = {}): Promise<Reply> {
  const { webForm: t } = ctx.t;
  return {
    title: t.shown(form.name),
    text: t.hosted(addressOf(form, ctx.publicUrl)),
    fields: [...fieldsOf(ctx, form), ...unaskedField(ctx, await unaskedTicks(ctx.tx, form.id))],
    buttons: buttonsOf(ctx, form),
    hint: t.hint(form.id),
    ...more,
  };
}

function fieldsOf(ctx: CommandContext, form: WebForm): Field[] {
  const { webForm: t, language } = ctx.t;
  const { sites, thanksUrl, newsletter, held } = form;
  return [
    { label: t.askedFor, value: asksFor(ctx, form) },
    { label: t.language, value: language.name[form.locale] },
    { label: t.newsletterLabel, value: newsletter ? t.on : t.off },
    { label: t.sites, value: ctx.t.inARow(sites) || t.anySite },
    { label: t.thanksLabel, value: thanksUrl ?? t.ourPage },
    ...(held > 0 ? [{ label: t.heldLabel, value: t.heldCount(held) }] : []),
  ];
}

/** Those who ticked the box and were not asked, by why. */
function unaskedField({ t: { webForm: t } }: CommandContext, ticks: Awaited<ReturnType<typeof unaskedTicks>>): Field[] {
  if (ticks.length === 0) return [];
  return [{ label: t.unaskedLabel, value: ticks.map((one) => t.unasked[one.reason](one.ticks)).join('\n') }];
}

function buttonsOf(
  { t: { webForm: t, connect } }: CommandContext,
  { id, fields, newsletter, held }: WebForm,
): Button[][] {
  const line = (words: string) => `/forms ${id} ${words}`;
  const optional = WEB_FORM_FIELDS.map((field) => {
    const rest = WEB_FORM_FIELDS.filter((one) => (one === field) !== fields.includes(one));
    const say = fields.includes(field) ? t.button.off : t.button.on;
    return { label: say(t.field[field]), command: line(`fields ${rest.join(' ')}`) };
  });
  return [
    optional,
    [
      newsletter
        ? { label: t.button.newsletterOff, command: line('newsletter off') }
        : { label: t.button.newsletterOn, command: line('newsletter on') },
      { label: t.button.snippet, command: line('snippet') },
    ],
    [
      ...(held > 0 ? [{ label: t.button.held, command: line('held') }] : []),
      // works once: a second press would make another key
      { label: t.button.rotate, command: `/connect rotate ${id}` },
      { label: connect.disconnect, command: `/disconnect ${id}` },
    ],
  ];
}

/** What is pasted into a website, as a file: a chat would break its lines. */
export async function formFile(ctx: CommandContext, form: WebForm): Promise<Reply> {
  const { webForm: t } = ctx.t;
  const html = snippet(form, { publicUrl: ctx.publicUrl, business: ctx.settings.businessName });
  const bytes = Buffer.from(html);
  const ref = await ctx.keepFile(bytes);
  return {
    title: t.shown(form.name),
    text: t.use(addressOf(form, ctx.publicUrl)),
    attachments: [{ kind: 'document', name: t.fileName(form.id), type: 'text/html', bytes: bytes.length, ref }],
  };
}

/** A new key, and with it a new file. */
export async function renewed(ctx: CommandContext, form: WebForm): Promise<Reply> {
  const file = await formFile(ctx, await rotateWebForm(ctx, form));
  return { ...file, text: ctx.t.webForm.rotated };
}
