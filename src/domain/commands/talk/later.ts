import { plainly } from '../../../text/plainly.ts';
import { truncate } from '../../../text/truncate.ts';
import { figuresFirst, hourOrWords } from '../../../text/when/figures/hour_or_words.ts';
import { boundIn } from '../../../text/when/hedge.ts';
import { isTail, withSpan } from '../../../text/when/leaving/goes_on.ts';
import { festivalTime, isBareFestival } from '../../../text/when/named_festival.ts';
import { placeFirst } from '../../../text/when/named_zone.ts';
import { beginsWithOwnDay, leftForCustomer, overFirst, timeFirst } from '../../../text/when/time_like.ts';
import { parseWhen, parseWhenFirst, type When } from '../../../text/when/when.ts';
import { fromWallTime, wallTime } from '../../../text/when/zone.ts';
import type { Contact } from '../../people/contact.ts';
import type { Button, Reply } from '../../reply.ts';
import { failed } from '../../reply.ts';
import { type AnswerWay, answerWay } from '../../talk/answer_way.ts';
import type { AnswerPlace, Conversation } from '../../talk/conversation.ts';
import { addressAmongOthers } from '../../talk/destination.ts';
import { begin } from '../../talk/mail/first_mail.ts';
import { objectionTo } from '../../talk/mail/objection.ts';
import { reachesNobodyElse } from '../../talk/recipients.ts';
import { type Scheduled, schedule } from '../../talk/scheduled.ts';
import { isBlocked } from '../../talk/stopped_answers.ts';
import { goesTo } from '../../talk/who_gets_it.ts';
import { type Command, type CommandContext, Incomplete, isUnasked } from '../command.ts';
import { beginsNote } from '../slash.ts';
import { pickAnswered } from '../who/pick_answered.ts';
import { filledWords } from '../words/filled.ts';
import { isForNobody, withoutDoubt, wordsInDoubt } from '../words/in_doubt.ts';
import {
  askAboutTime,
  askAfterOver,
  askHourOrWords,
  askWhichMoment,
  exactly,
  momentOf,
  shown,
  wordsBehind,
} from '../words/moment.ts';
import { noteStays } from '../words/note_stays.ts';
import { nowhereToAnswer, whereToAnswer, withWords } from '../words/nowhere.ts';
import { askHalves, commandLine } from '../words/private_tail.ts';
import { isBareSecret } from '../words/secret.ts';
import { cancelButton, whenOf } from './scheduled.ts';

/** So much of the words a button shows. */
const LABEL_GRAPHEMES = 30;

/** '/later 张三 明早9点 …', '/later 明早9点 张三 …'; answering a card, nobody need be named. */
export const later: Command<{ words: string }> = {
  name: 'later',
  role: 'helper',
  goesOn: true,
  careful: true,
  changes: true,
  takesKeys: true,
  takesLines: true,
  parse: (words) => (words ? { words } : new Incomplete('text')),
  async run(ctx, { words }) {
    const read = await readLater(ctx, words);
    if ('ask' in read) return read.ask;
    const { when, ref } = read;
    const doubted = when ? undefined : wordsInDoubt(ctx, read.rest, (words) => `/later ${ref} ${words}`);
    if (doubted) return doubted;
    if (!when)
      return (
        askWhichDay(ctx, ref, read.rest) ??
        askOfTimeBehind(ctx, ref, read.rest) ??
        askOfOver(ctx, ref, read.rest) ??
        whenMissing(ref, read.rest)
      );
    const { words: text, sure } = wordsBehind(when.rest);
    if (!text) return new Incomplete('text', (more) => `${ref} ${exactly(ctx, when.at)} | ${more}`);
    if (isBareSecret(text)) return failed(ctx.t.desk.secretBare);
    const say = (to: string, words: string) => `/later ${to} ${exactly(ctx, when.at)} | ${words}`;
    const again = (words: string) => say(ref, words);
    const figures = sure ? undefined : askOfFigures(ctx, ref, when, text);
    if (figures) return figures;
    const inDoubt = wordsInDoubt(ctx, text, again, {
      isDoubt: isForNobody,
      label: sendButton(ctx, ref, when.at, text).label,
    });
    if (inDoubt) return inDoubt;
    if (beginsNote(text)) return noteStays(ctx.t, read.contact.id, text);
    if (when.skipped) return failed(ctx.t.time.skipped, { buttons: [[sendButton(ctx, ref, when.at, text)]] });
    if (when.at < ctx.now)
      return askAfterOver(ctx, shown(ctx, when.at), { before: `/later ${ref} `, after: ` | ${text}` });
    const which = askWhichMoment(ctx, when, (at) => sendButton(ctx, ref, at, text));
    if (which) return which;
    const own = !when.dateOnly && !when.glued && beginsWithOwnDay(text);
    const unread =
      sure || own ? undefined : (leftForCustomer(text, when.glued) ?? when.bound ?? figuresFirst(when.said, text));
    if (unread !== undefined) return askWhatIsMeant(ctx, read, when, unread, text);
    if (when.farOff)
      return failed(ctx.t.time.farOff(shown(ctx, when.at)), { buttons: [[sendButton(ctx, ref, when.at, text)]] });
    const whose = sure || when.dateOnly ? undefined : askWhoseClock(ctx, ref, when.at, text);
    if (whose) return whose;
    const conversation = await whereToAnswer(ctx, read.contact, read.conversation);
    if (!conversation) return withWords(ctx.t, read.contact.id, text, await nowhereToAnswer(ctx, read.contact));
    const halves = isUnasked(ctx) ? commandLine(text, ctx.commands) : undefined;
    if (halves) return askHalves(ctx, read.contact, conversation, halves, { text, again });
    const parts = await ctx.askOfWords({ card: read.contact, conversation, text, again, say });
    if (parts) return parts;
    const filled = await filledWords({ ctx, findContact: async () => read.contact, conversation, again }, text);
    return 'ask' in filled ? filled.ask : keep(ctx, conversation, filled.text, when.at);
  },
};

/** It goes to whom it goes now, or to whom the card said where that is fewer; that is shown, and compared at its time. */
async function keep(ctx: CommandContext, place: AnswerPlace, text: string, dueAt: Date): Promise<Reply> {
  const conversation = await begin(ctx.tx, place);
  const { id: conversationId, contactId } = conversation;
  const way = await answerWay(ctx.tx, conversation);
  const others = conversation.shown && !reachesNobodyElse(conversation.shown, way) ? conversation.shown : undefined;
  const to = { ...way, ...others };
  const { address, copies } = to;
  const draft = { conversationId, contactId, address, copies, text, dueAt, receiptTo: ctx.place };
  const made = await schedule(ctx.tx, { ...draft, userId: ctx.user.id });
  const saved = await savedReply(ctx, conversation, made, await askNow(ctx, conversation, to));
  if (!(await isBlocked(ctx.tx, conversation, address))) return saved;
  return { ...saved, hint: [saved.hint, ctx.t.block.later(made.name)].filter(Boolean).join('\n') };
}

/** 9:00 Tokyo: the place may name the clock, or begin the words. */
function askWhoseClock(ctx: CommandContext, ref: string, at: Date, text: string): Reply | undefined {
  const place = placeFirst(text);
  if (!place) return undefined;
  const wall = wallTime(at, ctx.settings.timezone);
  const rest = text.slice(place.name.length).replace(/^[\s,.:;]+/, '');
  const there = place.zones.map((zone) => fromWallTime(wall, zone)).filter((one) => one > ctx.now);
  if (there.length > 0 && there.every((one) => +one === +at)) return undefined;
  const buttons = [...there.map((one) => sendButton(ctx, ref, one, rest)), sendButton(ctx, ref, at, text)];
  return failed(ctx.t.time.severalZones, { buttons: buttons.map((one) => [one]) });
}

/** Half a time must not leave as words, nor at another hour than was meant: the time may be one with them, and all of it said now. */
function askWhatIsMeant(
  ctx: CommandContext,
  { ref, contact }: Pick<Later, 'ref' | 'contact'>,
  { at, said }: When & Glued,
  unread: string,
  text: string,
): Reply {
  const all = `${said}${text}`.trim();
  const label = ctx.t.desk.sendOnly(truncate(all, LABEL_GRAPHEMES), contact.name);
  const now = said.trim() === '' ? [] : [{ label, command: `/reply ${ref} ${all}` }];
  // half a span of hours is neither the time nor the words
  const span = withSpan(said, text);
  const isEnd = span === undefined && now.length > 0 && isTail(text);
  return askAboutTime(ctx, unread, isEnd ? now : [sendButton(ctx, ref, at, span ?? text), ...now]);
}

function sendButton(ctx: CommandContext, ref: string, at: Date, text: string): Button {
  const label = ctx.t.time.sendAt(shown(ctx, at), truncate(text, LABEL_GRAPHEMES));
  return { label, command: `/later ${ref} ${exactly(ctx, at)} | ${text}`, whole: true };
}

/** Four figures may be the hour or begin the words: each way is a button, unless the words greet somebody. */
function askOfFigures(ctx: CommandContext, ref: string, when: When & Glued, text: string): Reply | undefined {
  const ways = hourOrWords(when, text, momentOf(ctx));
  if (!ways) return undefined;
  const buttons = ways.moments.filter(({ at }) => at > ctx.now).map(({ at, words }) => sendButton(ctx, ref, at, words));
  return askHourOrWords(ctx, ways.figures, buttons);
}

/** After Christmas is a matter of days, and the words may begin with it: each way to mean it is a button. */
function askWhichDay(ctx: CommandContext, ref: string, words: string): Reply | undefined {
  const festival = festivalTime(words, momentOf(ctx));
  if (!festival?.rest || !words.startsWith(festival.said)) return undefined;
  return askAboutTime(
    ctx,
    festival.said,
    festival.moments.map((at) => sendButton(ctx, ref, at, wordsBehind(festival.rest).words)),
  );
}

/** A time behind the words says when they are to leave, or is one of them: each is a button, and nothing leaves unasked. */
function askOfTimeBehind(ctx: CommandContext, ref: string, words: string): Reply | undefined {
  const when = timeFirst(words) ? undefined : parseWhen(words, momentOf(ctx));
  if (!when || when.rest === '' || !words.startsWith(when.rest)) return undefined;
  if (when.dateOnly || when.others || when.farOff || when.skipped || when.at <= ctx.now) return undefined;
  const ways = [when.rest, words].map((text) => sendButton(ctx, ref, when.at, text));
  return askAboutTime(ctx, words.slice(when.rest.length).replace(/^[\s,，。.]+/u, ''), ways);
}

/** Yesterday 9:00 and what was to be said: that stays, and a time still to come is asked for. */
function askOfOver(ctx: CommandContext, ref: string, words: string): Reply | undefined {
  const over = overFirst(words);
  const behind = over === undefined ? '' : words.trimStart().slice(over.length).trimStart();
  const clock = timeFirst(behind) ?? '';
  const text = behind.slice(behind.startsWith(clock) ? clock.length : 0).replace(/^[\s,，:：|｜]+/u, '');
  if (over === undefined || text === '') return undefined;
  return askAfterOver(ctx, [over, clock].filter(Boolean).join(' '), { before: `/later ${ref} `, after: ` | ${text}` });
}

/** Words without a time are the answer; what looks like a time in them is not understood. */
function whenMissing(ref: string, text: string): Incomplete {
  const unread = timeFirst(text) ?? overFirst(text) ?? '';
  if (unread) return new Incomplete('time', 'nowhere', unread);
  return new Incomplete('time', (more) => `${ref} ${more}${text && ` | ${text}`}`);
}

interface Later {
  contact: Contact;
  conversation: AnswerPlace | undefined;
  /** What they are typed by. */
  ref: string;
  when: (When & Glued) | undefined;
  rest: string;
}

interface Glued {
  /** What was typed for it, where the words stand right behind it. */
  said: string;
  /** Nothing parts the time and the words behind it. */
  glued: boolean;
  /** The word that leaves its hour open: 前 in 明天三点前. */
  bound: string | undefined;
}

/** The time comes first or after the name; the words of the answer are never searched for one. */
async function readLater(ctx: CommandContext, words: string): Promise<Later | { ask: Reply }> {
  const first = whenFirst(ctx, words);
  const at = first && words.slice(0, words.length - first.rest.length).trim();
  const again = (ref: string, rest: string) => `/later ${ref} ${at ? `${at} ` : ''}${first ? rest : bare(ctx, rest)}`;
  const picked = await pickAnswered(ctx, first ? first.rest : words, again);
  if ('ask' in picked) return picked;
  const { rest, ...answered } = picked;
  const when = first
    ? { ...first, rest, glued: false, said: /\d\s*$/.test(first.said) ? '' : first.said }
    : whenFirst(ctx, rest);
  // 除夕 发货: a day, or what the words begin with
  return { ...answered, rest, when: when && !first && isBareFestival(rest, when, momentOf(ctx)) ? undefined : when };
}

/** Without a mere doubt behind its time: 明天9点 行吗. */
function bare(ctx: CommandContext, words: string): string {
  const text = whenFirst(ctx, words)?.rest ?? '';
  return `${words.slice(0, words.length - text.length)}${withoutDoubt(ctx, text)}`.trim();
}

/** A time at the very beginning, and everything after it as it was typed. */
function whenFirst(ctx: CommandContext, words: string): (When & Glued) | undefined {
  const when = parseWhenFirst(words, momentOf(ctx));
  const start = when ? words.lastIndexOf(when.rest) : 0;
  const glued = /[\p{L}\p{N}]$/u.test(words.slice(0, start));
  const bound = boundIn(plainly(words.slice(0, start)));
  return when && start > 0
    ? { ...when, rest: words.slice(start), glued, bound, said: words.slice(0, start) }
    : undefined;
}

async function savedReply(
  ctx: CommandContext,
  conversation: Conversation,
  made: Scheduled,
  asked: { hint: string; button: Button } | undefined,
): Promise<Reply> {
  const to = await addressAmongOthers(ctx.tx, conversation, made.address);
  const name = to ? `${made.name} · ${to}` : made.name;
  const also = made.copies.length > 0 ? [ctx.t.mail.copyTo(made.copies)] : [];
  return {
    text: [ctx.t.later.saved(name, whenOf(ctx, made)), ...also].join('\n'),
    quote: made.text,
    buttons: [[...(asked ? [asked.button] : []), cancelButton(ctx, made)]],
    held: true,
    about: made.conversationId,
    ...goesTo(conversation, made),
    ...(asked && { hint: asked.hint }),
  };
}

/** At that time perhaps nobody is there to be asked whether the address is right. */
async function askNow(ctx: CommandContext, conversation: Conversation, { address }: AnswerWay) {
  if (!(await objectionTo(ctx.tx, { ...conversation, address }))) return undefined;
  const button: Button = { label: ctx.t.confirm.isRight, command: `/confirm v${conversation.id} ! ${address}` };
  return { hint: ctx.t.confirm.askNow(address), button };
}
