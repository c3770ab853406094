import { ownDomain } from '../../../text/public_mail.ts';
import { typedWords } from '../../../text/typed.ts';
import { loadContact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { failed, type Reply } from '../../reply.ts';
import { type Conversation, loadConversation } from '../../talk/conversation.ts';
import { hasScheduled, joinThreads } from '../../talk/thread.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { explicitConversation } from '../words/words.ts';

interface Args {
  one: string;
  other: string;
  /** They are two people, and both take part. */
  both: boolean;
}

const BOTH = typedWords(({ both }) => both);

/** '/join v12 v9': two mail threads that are one. The older one stays, whichever is named first. */
export const join: Command<Args> = {
  name: 'join',
  role: 'helper',
  changes: true,
  settles: 'thread',
  parse(words) {
    const [one, other, third] = words.trim().split(/\s+/u);
    const ids = [one, other].map((word) => explicitConversation(word ?? ''));
    if (!ids[0] || !ids[1]) return new Incomplete('threads', 'instead');
    return { one: ids[0], other: ids[1], both: BOTH.has(third?.toLowerCase() ?? '') };
  },
  async run(ctx, { one: oneId, other: otherId, both }) {
    const one = await loadConversation(ctx.tx, oneId);
    const other = await loadConversation(ctx.tx, otherId);
    if (!one || !other) return { ...failed(ctx.t.join.noSuch(one ? otherId : oneId)), hint: ctx.t.split.numbers };
    if (one.id === other.id) return failed(ctx.t.join.same);
    if (one.thread === '' || other.thread === '') return failed(ctx.t.join.noMail);
    const late = [one, other].find((thread) => BigInt(thread.id) === later(one, other));
    if (one.address !== other.address && (await hasScheduled(ctx.tx, late!.id))) {
      return failed(ctx.t.join.scheduled(late!.address));
    }
    return both || belongTogether(one, other) ? done(ctx, one, other) : ask(ctx, one, other);
  },
};

const later = (one: Conversation, other: Conversation): bigint => {
  const [a, b] = [BigInt(one.id), BigInt(other.id)];
  return a > b ? a : b;
};

/** One person, or two of one company. */
function belongTogether(one: Conversation, other: Conversation): boolean {
  if (one.contactId === other.contactId) return true;
  const [a, b] = [one, other].map(({ address }) => ownDomain(address.slice(address.lastIndexOf('@') + 1)));
  return a !== undefined && a === b;
}

async function ask(ctx: CommandContext, one: Conversation, other: Conversation): Promise<Reply> {
  const people = [];
  for (const { contactId, address } of [one, other]) {
    people.push(`${nameOf((await loadContact(ctx.tx, contactId))!)} (${address})`);
  }
  return {
    ...failed(ctx.t.join.oneOrBoth),
    title: ctx.t.join.twoPeople(people[0]!, people[1]!),
    buttons: [
      [
        { label: ctx.t.join.onePerson, command: `/merge c${one.contactId} c${other.contactId}` },
        { label: ctx.t.join.bothTakePart, command: `/join v${one.id} v${other.id} both` },
      ],
    ],
  };
}

async function done(ctx: CommandContext, one: Conversation, other: Conversation): Promise<Reply> {
  const { kept, participant } = await joinThreads(ctx.tx, one, other);
  const contact = (await loadContact(ctx.tx, kept.contactId))!;
  return {
    text: ctx.t.join.done([nameOf(contact), kept.subject].filter(Boolean).join(' · ')),
    ...(participant && { hint: ctx.t.join.participant(participant, kept.address) }),
    about: kept.id,
  };
}
