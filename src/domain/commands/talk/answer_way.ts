import { normaliseEmail } from '../../../text/normalise.ts';
import { typedMeanings } from '../../../text/typed.ts';
import { hasLetters } from '../../channel.ts';
import { failed, type Reply } from '../../reply.ts';
import { answerTo, answerWay, answerWithoutCopies, heldFollow } from '../../talk/answer_way.ts';
import { loadConversation } from '../../talk/conversation.ts';
import { isBlockedAddress } from '../../talk/mail/objection.ts';
import { scheduledFollow } from '../../talk/scheduled.ts';
import { goesTo, onlyToButton } from '../../talk/who_gets_it.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { explicitConversation, splitFirst } from '../words/words.ts';

/** '/answersto v12 office@example.com': where the answers of this mail thread go, as its customer asked. */
export const answersto: Command<{ conversationId: string; to: string }> = {
  name: 'answersto',
  role: 'helper',
  changes: true,
  hidden: true,
  parse(words) {
    const [first, rest] = splitFirst(words);
    const conversationId = explicitConversation(first);
    const to = normaliseEmail(rest);
    if (!conversationId) return new Incomplete('thread');
    return to ? { conversationId, to } : new Incomplete('address');
  },
  async run(ctx, { conversationId, to }) {
    const conversation = await loadConversation(ctx.tx, conversationId);
    if (!conversation || !hasLetters(conversation.channel)) return failed(ctx.t.mail.noThread);
    if (await isBlockedAddress(ctx.tx, { channel: conversation.channel, address: to }))
      return failed(ctx.t.mail.isBlocked(to));
    await answerTo(ctx.tx, conversation, to);
    return says(ctx, conversationId);
  },
};

const SWITCH = typedMeanings<'on' | 'off'>((typed) => typed.switch);

interface Copies {
  conversationId: string;
  on: boolean;
  /** Whom the button said that answers go to alone. */
  only: string | undefined;
}

/** '/copies v12 off': answers of this mail thread go to one alone; '/copies v12 off ann@example.com' only if that is who. */
export const copies: Command<Copies> = {
  name: 'copies',
  role: 'helper',
  changes: true,
  hidden: true,
  parse(words) {
    const [first, rest] = splitFirst(words);
    const conversationId = explicitConversation(first);
    if (!conversationId) return new Incomplete('thread');
    const [word, address] = splitFirst(rest.trim());
    const position = SWITCH.get(word.toLowerCase());
    const on = position && position === 'on';
    const only = normaliseEmail(address);
    if (on === undefined || (address && (on || !only))) return new Incomplete('onOrOff');
    return { conversationId, on, only };
  },
  async run(ctx, { conversationId, on, only }) {
    const conversation = await loadConversation(ctx.tx, conversationId);
    if (!conversation || !hasLetters(conversation.channel)) return failed(ctx.t.mail.noThread);
    const { address } = await answerWay(ctx.tx, conversation);
    if (only && only !== address) return goesElsewhere(ctx, conversation.id, address);
    await answerWithoutCopies(ctx.tx, conversation, !on);
    return says(ctx, conversationId);
  },
};

/** Answers go to another than the button named: nothing is changed. */
const goesElsewhere = ({ t }: CommandContext, id: string, address: string): Reply =>
  failed(t.mail.goesElsewhere(address), { buttons: [[onlyToButton(t, id, address)]] });

/** Where they go now. */
async function says(ctx: CommandContext, conversationId: string): Promise<Reply> {
  const conversation = (await loadConversation(ctx.tx, conversationId))!;
  const way = await answerWay(ctx.tx, conversation);
  const { followed, stay } = await heldFollow(ctx.tx, [conversation.id]);
  const later = await scheduledFollow(ctx.tx, conversation.id, way);
  const { mail } = ctx.t;
  const text = [
    mail.answersNowGo(way.address, way.copies),
    ...(followed > 0 ? [mail.heldToo] : []),
    ...stay.map((address) => mail.heldStays(address)),
    ...(later > 0 ? [mail.laterToo] : []),
  ];
  return { text: text.join('\n'), about: conversation.id, ...goesTo(conversation, way) };
}
