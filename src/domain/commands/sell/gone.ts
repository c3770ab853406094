import { typedMeanings, typedWords } from '../../../text/typed.ts';
import type { Contact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { goneOf, markBack, markGone } from '../../sell/churn_mark.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { pickContact } from '../who/pick.ts';

const BACK = typedWords(({ gone }) => gone.back);
const SWITCH = typedMeanings<'on' | 'off'>((typed) => typed.switch);

/** '/gone Anna moved away': not a customer any more, and why; it ends when they buy again, or with '/gone Anna off'. */
export const gone: Command<{ words: string }> = {
  name: 'gone',
  role: 'helper',
  changes: true,
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('name')),
  async run(ctx, { words }) {
    const picked = await pickContact(ctx, words, (ref, rest) => `/gone ${ref} ${rest}`);
    if ('ask' in picked) return picked.ask;
    const { contact, rest: reason } = picked;
    const known = await goneOf(ctx.tx, contact.id);
    if (SWITCH.get(reason.toLowerCase()) === 'off' || BACK.has(reason.toLowerCase()))
      return back(ctx, contact, known !== undefined);
    if (known && (!reason || reason === known.reason))
      return {
        text: ctx.t.churn.isGone(nameOf(contact), known.reason),
        buttons: [[{ label: ctx.t.churn.customerAgain, command: `/gone c${contact.id} off` }]],
        unchanged: true,
      };
    if (!reason) return askWhy(ctx, contact);
    await markGone(ctx.tx, contact.id, { at: ctx.now, reason });
    return { text: ctx.t.churn.isGone(nameOf(contact), reason), hint: ctx.t.churn.untilTheyBuy };
  },
};

async function back({ tx, t, now }: CommandContext, contact: Contact, wasGone: boolean): Promise<Reply> {
  if (!wasGone) return { text: t.churn.isCustomer(nameOf(contact)), unchanged: true };
  await markBack(tx, contact.id, now);
  return { text: t.churn.isCustomer(nameOf(contact)) };
}

/** What is often the reason, a tap each; any other is typed. */
function askWhy({ t }: CommandContext, contact: Contact): Reply {
  const before = `/gone c${contact.id} `;
  const buttons = t.churn.reasons.map((reason): Button[] => [{ label: reason, command: `${before}${reason}` }]);
  return failed(t.churn.whyGone(nameOf(contact)), {
    buttons,
    rest: { before, after: '', need: 'text' },
    asks: t.churn.typeReason,
  });
}
