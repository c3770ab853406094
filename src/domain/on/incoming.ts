import { noteAnswered, noteComplained, noteReturned } from '../campaigns/answered.ts';
import { hasLetters, isByPhone } from '../channel.ts';
import type { Context } from '../context.ts';
import type { MessageReceived } from '../event.ts';
import { onCustomerMessage } from '../intake/message.ts';
import { onVisitor } from '../intake/visitor.ts';
import { contactByIdentity } from '../people/contact.ts';
import { EMAIL } from '../people/sign.ts';
import { asPersons } from '../talk/mail/automatic_mail.ts';
import { senderRule } from '../talk/mail/sender_rule.ts';
import { userAt } from '../user.ts';
import { confirmArrival } from './arrival.ts';
import { onAutomaticMail } from './automatic_mail.ts';
import { onBounce, onComplaint, onDelay, onRemark } from './bounce.ts';
import { isForDesk, onDeskMessage } from './desk.ts';
import { onInvitation, onOwnMail, onProgramsMail } from './mail.ts';
import { BY_CUSTOMER, onAccountMessage } from './own_account.ts';
import { onStranger } from './pairing.ts';
import { onUnanswerable } from './unanswerable.ts';

/** Somebody wrote: a user's words are commands and answers, everybody else's are a customer's. */
export async function onMessageReceived(ctx: Context, event: MessageReceived): Promise<string | undefined> {
  // a mail is never a command, whoever it claims to be from: its sender line proves nothing
  if (hasLetters(event.channel)) return onMail(ctx, event);
  // nor is a text: whoever can write a number into its sender line would be the owner
  if (isByPhone(event.channel)) return onCustomerMessage(ctx, event);
  if (event.account) {
    const outcome = await onAccountMessage(ctx, event, event.account);
    return outcome === BY_CUSTOMER ? onCustomerMessage(ctx, event) : outcome;
  }
  const user = userAt(ctx, event.channel, event.from.address);
  if (event.unanswerable !== undefined && !user) return onUnanswerable(ctx, event, event.unanswerable);
  // everybody in a group would read our reply, unless it is a desk: some of what is said there is meant for us
  if (!event.private && !(user && isForDesk(ctx, event))) return 'group chat';
  if (user) return onDeskMessage(ctx, user, event);
  return (await onStranger(ctx, event)) ?? onCustomerMessage(ctx, event);
}

async function onMail(ctx: Context, event: MessageReceived): Promise<string | undefined> {
  if (event.automatic === 'bounce')
    return (await noteReturned(ctx, event)) ? 'bounce of a campaign' : onBounce(ctx, event);
  if (event.automatic === 'complaint' && event.remark) return onRemark(ctx, event, event.remark);
  if (event.automatic === 'complaint')
    return (await noteComplained(ctx, event)) ? 'complaint about a campaign' : onComplaint(ctx, event);
  if (event.report === 'delay') return onDelay(ctx, event);
  await confirmArrival(ctx, event.channel, event.answers);
  await noteAnswered(ctx, event);
  // an owner's forward names whose it is; a form that their own address sent for somebody does not
  const isVisitors = event.visitor && !event.forwardedFrom;
  if (ctx.ownerEmails.includes(event.from.address) && !isVisitors) return onOwnMail(ctx, event);
  return onMailOfOthers(ctx, event);
}

/**
 * If somebody has said who the sender is, that decides; otherwise what the mail was taken for. A machine's mail goes on
 * the list, but a known customer's is always shown. Somebody who gives no address is a person nevertheless, and not the
 * one who passes their words on.
 */
async function onMailOfOthers(ctx: Context, event: MessageReceived): Promise<string | undefined> {
  const rule = await senderRule(ctx.tx, event.from.address);
  if (rule === 'machine') return onAutomaticMail(ctx, event);
  if (event.visitor && event.formWords !== undefined)
    return onVisitor(ctx, rule ? asPersons(event) : event, event.visitor);
  if (rule === 'person') return onCustomerMessage(ctx, asPersons(event));
  if (event.automatic === 'calendar') return onInvitation(ctx, event);
  const mayBeKnown = event.automatic || event.visitor;
  const known = mayBeKnown && (await contactByIdentity(ctx.tx, [{ channel: EMAIL, address: event.from.address }]));
  if (event.visitor && !known) return onProgramsMail(ctx, event);
  return event.automatic && !known ? onAutomaticMail(ctx, event) : onCustomerMessage(ctx, event);
}
