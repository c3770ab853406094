import type { Tx } from '../../db/sql.ts';
import { normaliseEmail } from '../../text/normalise.ts';
import { type Texts, texts } from '../../text/texts.ts';
import { localSlot } from '../../text/when/zone.ts';
import { beginWithForm } from '../campaigns/sequences/form.ts';
import type { Context } from '../context.ts';
import { tellOwner } from '../desk/tell.ts';
import type { MessageReceived } from '../event.ts';
import { MOST_AN_HOUR } from '../people/consent.ts';
import { contactByIdentity } from '../people/contact.ts';
import { askToConfirm } from '../people/preferences/question.ts';
import { EMAIL } from '../people/sign.ts';
import { sendsMail } from '../talk/mail/first_mail.ts';
import { WEB_FORM_FIELDS, type WebFormFilled } from '../web_form_event.ts';
import { noteUnasked, type Unasked, whyUnasked } from '../webforms/unasked.ts';
import type { WebForm } from '../webforms/web_form.ts';
import { onCustomerMessage } from './message.ts';
import { onVisitor } from './visitor.ts';

/** What a visitor has filled in, taken in like the mail of a website's form. Returns why nothing came of it. */
export async function takeWebForm(ctx: Context, form: WebForm, event: WebFormFilled): Promise<string | undefined> {
  const outcome = await takeMessage(ctx, messageOf(ctx, form, event));
  if (outcome === undefined)
    await beginWithForm(ctx, { formId: form.id, externalId: idOf(event, form), at: event.sentAt });
  const { values, newsletter } = event.filled;
  const address = normaliseEmail(values.email ?? '');
  if (newsletter && form.newsletter && address && outcome === undefined) await askThem(ctx, form, { event, address });
  return outcome;
}

const idOf = ({ externalId }: WebFormFilled, { token }: WebForm): string => `<${externalId}@${token}>`;

/** Whether the same was taken in before. */
export async function isTaken(tx: Tx, form: WebForm, event: WebFormFilled): Promise<boolean> {
  const rows = await tx`select from messages where external_id = ${idOf(event, form)} limit 1`;
  return rows.length > 0;
}

const takeMessage = (ctx: Context, message: MessageReceived): Promise<string | undefined> =>
  message.visitor ? onVisitor(ctx, message, message.visitor) : onCustomerMessage(ctx, message);

/** As the mail of a website's form is read: whoever is named in it is claimed, and answers are asked about. */
function messageOf(ctx: Context, form: WebForm, event: WebFormFilled): MessageReceived {
  const { filled, sentAt } = event;
  const { name = '', phone = '', email = '' } = filled.values;
  const address = normaliseEmail(email);
  const isOwners = address !== undefined && ctx.ownerEmails.includes(address);
  return {
    ...{ kind: 'message.received', channel: EMAIL, private: false, externalId: idOf(event, form) },
    ...{ text: wordsOf(texts(form.locale), filled), formWords: filled.message, attachments: [], answers: [] },
    ...(filled.cameBy && { cameBy: filled.cameBy }),
    ...{ trust: 'unverified', sentAt, chat: address ?? form.token },
    ...(address && !isOwners
      ? {
          from: { address, name: name || address },
          claimed: true as const,
          namedBy: { what: 'form' as const, from: form.name },
        }
      : {
          from: { address: `form:${form.token}`, name: form.name },
          visitor: { name, phone, ...(email && { unusable: email }) },
        }),
  };
}

/** Each field with its name, then the message. */
function wordsOf({ webForm: t }: Texts, { values, message, newsletter, files, page }: WebFormFilled['filled']): string {
  const fields = WEB_FORM_FIELDS.flatMap((field) => (values[field] ? [t.line(t.field[field], values[field])] : []));
  const more = [
    ...(newsletter ? [t.newsletterLine] : []),
    ...(files.length > 0 ? [t.filesLine(files.join(', '))] : []),
    ...(page ? [t.pageLine(page)] : []),
  ];
  return [fields.join('\n'), message, more.join('\n')].filter(Boolean).join('\n\n');
}

/** They are asked to confirm; where they are not, it is counted, and what the owner can do something about is told once a day. */
async function askThem(
  ctx: Context,
  form: WebForm,
  { event, address }: { event: WebFormFilled; address: string },
): Promise<void> {
  const why = await ask(ctx, form, { event, address });
  if (!why) return;
  await noteUnasked(ctx, form.id, why);
  if (why !== 'many' && why !== 'no_mail') return;
  const day = localSlot(ctx.now, ctx.settings.timezone);
  const buttons = (t: Texts) => [[{ label: t.webForm.button.look, command: `/forms ${form.id}` }]];
  await tellOwner(
    ctx,
    `unasked:${form.id}:${why}:${day}`,
    (t) => ({ text: t.webForm.unaskedNotice[why](form.name, MOST_AN_HOUR), buttons: buttons(t) }),
    { notice: { kind: 'held_form' } },
  );
}

/** A mail asks them; nothing is agreed to before they have pressed the button on the page it leads to. Gives why it does not. */
async function ask(
  ctx: Context,
  { id, locale }: WebForm,
  { event, address }: { event: WebFormFilled; address: string },
): Promise<Unasked | undefined> {
  const contact = await contactByIdentity(ctx.tx, [{ channel: EMAIL, address }]);
  if (!contact || contact.blockedAt) return 'blocked';
  if (!sendsMail(ctx)) return 'no_mail';
  const asked = await askToConfirm(ctx, {
    ...{ contactId: contact.id, channel: EMAIL, address, purposes: ['newsletter'], locale },
    words: texts(locale).webForm.newsletterBox(ctx.settings.businessName),
    ...{ source: `form:${id}`, from: event.filled.from },
  });
  return asked ? undefined : whyUnasked(ctx, { channel: EMAIL, address });
}
