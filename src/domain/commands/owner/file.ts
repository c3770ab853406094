import { typedMeanings } from '../../../text/typed.ts';
import { type Filed, refile } from '../../desk/filing.ts';
import { failed } from '../../reply.ts';
import { loadLead } from '../../sell/lead.ts';
import { feedbackOfMessage } from '../../serve/feedback.ts';
import { loadTicket } from '../../serve/ticket.ts';
import { loadConversation } from '../../talk/conversation.ts';
import { loadMessage } from '../../talk/message.ts';
import type { TriageLabel } from '../../triage/triage.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { describe } from '../sell/lead.ts';
import { idIn, splitFirst } from '../words/words.ts';

const LABELS = typedMeanings<TriageLabel>(({ label }) => label);

/** What a card's buttons say: message 12 is really a ticket. */
export const file: Command<{ messageId: string; label: TriageLabel }> = {
  name: 'file',
  role: 'helper',
  changes: true,
  settles: 'message',
  hidden: true,
  parse(words) {
    const [first, rest] = splitFirst(words);
    const messageId = idIn(first);
    const label = LABELS.get(rest.toLowerCase());
    if (!messageId) return new Incomplete('message');
    return label ? { messageId, label } : new Incomplete('label', (more) => `${messageId} ${more}`, rest);
  },
  async run(ctx, { messageId, label }) {
    const message = await loadMessage(ctx.tx, messageId);
    const conversation = message && (await loadConversation(ctx.tx, message.conversationId));
    if (!message || !conversation) return failed(ctx.t.file.noSuch);
    const kept = label === 'feedback' ? await feedbackOfMessage(ctx.tx, message.id) : undefined;
    const show = kept && { label: ctx.t.button.show, command: `/feedback f${kept}` };
    const stays = await staying(ctx, await refile(ctx, ctx.user, conversation, message, label));
    return {
      text: ctx.t.file.filed(ctx.t.triage.label[label]),
      ...(show && stays.length === 0 && { buttons: [[show]] }),
      ...(stays.length > 0 && {
        hint: ctx.t.file.stays(stays),
        buttons: [[{ label: ctx.t.button.contact, command: `/contact c${conversation.contactId}` }]],
      }),
    };
  },
};

/** What has been worked on is not thrown away with a wrong filing. */
async function staying(ctx: CommandContext, { leadId, ticketId }: Filed): Promise<string[]> {
  const lead = leadId && (await loadLead(ctx.tx, leadId));
  const ticket = ticketId && (await loadTicket(ctx.tx, ticketId));
  return [
    ...(lead ? [`${ctx.t.triage.label.lead} ${describe(ctx, lead)}`] : []),
    ...(ticket ? [`${ctx.t.triage.label.ticket} #${ticket.number} · ${ticket.contactName} · ${ticket.title}`] : []),
  ];
}
