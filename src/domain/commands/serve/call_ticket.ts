import { presses, toldOfWork } from '../../../text/meaning/of_work.ts';
import { isSameDeal } from '../../../text/sentence/same_deal.ts';
import { truncate } from '../../../text/truncate.ts';
import type { Filed } from '../../desk/filing.ts';
import type { Button } from '../../reply.ts';
import { isOfCall } from '../../serve/call.ts';
import { openTicketsOf } from '../../serve/ticket.ts';
import { loadMessage, type Message } from '../../talk/message.ts';
import type { CommandContext } from '../command.ts';

const TITLE_GRAPHEMES = 40;
const MOST = 2;

/** Their one open ticket that says the same, wherever it came from; undefined: none does, or several do. */
export async function sameTicket(
  { tx }: CommandContext,
  contactId: string,
  text: string,
): Promise<Pick<Filed, 'ticketId' | 'ticketNumber'>> {
  const open = await openTicketsOf(tx, contactId);
  const isAgain =
    open.length === 1 && toldOfWork(text, [open[0]!.contactName]) === 'again' && presses(text) === 'complains';
  const [same, ...others] = open.filter(({ title }) => isAgain || isSameDeal(title, text));
  return same && others.length === 0 ? { ticketId: same.id, ticketNumber: same.number } : {};
}

/**
 * Whoever calls while a ticket of theirs is open may mean another matter, unless they say the same: that has a ticket of its own a tap away; and
 * a new one may go on with what was open.
 */
export async function otherTicket(
  { t, tx }: CommandContext,
  { contactId, messageId, text }: { contactId: string; messageId: string; text: string },
  { filed, known }: { filed: Filed; known: boolean },
): Promise<Button[][]> {
  if (!filed.ticketId) return [];
  const open = await openTicketsOf(tx, contactId);
  const its = open.find(({ id }) => id === filed.ticketId);
  if (!its) return [];
  const verb = t.typed.ticketVerb;
  if (known)
    return isSameDeal(its.title, text)
      ? []
      : [[{ label: t.ticketCard.button.split, command: `/ticketas ${its.number} ${verb.split[0]} m${messageId}` }]];
  return open
    .filter((one) => one !== its)
    .slice(0, MOST)
    .map(({ number, title }): Button[] => {
      const label = `${t.call.goesOnWith} #${number} · ${truncate(title, TITLE_GRAPHEMES)}`;
      const command = `/ticketas ${number} ${verb.merge[0]} ${its.number}`;
      return [{ label: label[0]!.toUpperCase() + label.slice(1), command }];
    });
}

/** What a customer wrote, or said by phone. */
export async function theirWords(tx: CommandContext['tx'], id: string): Promise<Message | undefined> {
  const message = await loadMessage(tx, id);
  return message && (message.direction === 'in' || (await isOfCall(tx, id))) ? message : undefined;
}
