import { loadConversation } from '../conversation.ts';
import { refile } from '../filing.ts';
import { loadMessage } from '../message.ts';
import type { TriageLabel } from '../triage/triage.ts';
import { type Command, Incomplete } from './command.ts';
import { idIn, splitFirst } from './words.ts';

const WORDS: Record<string, TriageLabel> = {
  lead: 'lead',
  线索: 'lead',
  ticket: 'ticket',
  工单: 'ticket',
  feedback: 'feedback',
  反馈: 'feedback',
  other: 'other',
  其他: 'other',
};

/** What a card's buttons say: message 12 is really a ticket. */
export const file: Command<{ messageId: string; label: TriageLabel }> = {
  name: 'file',
  alias: '归类',
  role: 'helper',
  changes: true,
  settles: true,
  hidden: true,
  parse(words) {
    const [first, rest] = splitFirst(words);
    const messageId = idIn(first);
    const label = WORDS[rest.toLowerCase()];
    if (!messageId) return new Incomplete('message');
    return label ? { messageId, label } : new Incomplete('label', (more) => `${messageId} ${more}`, rest);
  },
  async run(ctx, { messageId, label }) {
    const message = await loadMessage(ctx.tx, messageId);
    const conversation = message && (await loadConversation(ctx.tx, message.conversationId));
    if (!message || !conversation) return { failed: true, text: ctx.t.file.noSuch };
    await refile(ctx, ctx.user, conversation, message, label);
    return { text: ctx.t.file.filed(ctx.t.triage.button(label)) };
  },
};
