import type { Place } from '../../../outbox/message.ts';
import { mayBeNewSomebody, withoutAsking } from '../../../text/person/new_person.ts';
import { blockedByWords } from '../../../text/person/whom/by_words.ts';
import { isOurs } from '../../../text/sentence/ours.ts';
import type { Does } from '../../../text/sentence/rule.ts';
import { type Sentence, sentencesIn } from '../../../text/sentence/sentence.ts';
import { otherTime } from '../../../text/when/other_time.ts';
import { daysIn } from '../../../text/when/parse_span.ts';
import { parseRepeat } from '../../../text/when/repeat/repeat_words.ts';
import { isOnlyReminder, timeIn } from '../../../text/when/time_like.ts';
import { parseWhen, parseWhenFirst, type WhenContext } from '../../../text/when/when.ts';
import type { Leaving } from '../../campaigns/told/leaving_now.ts';
import { type Context, localeOf } from '../../context.ts';
import type { User } from '../../owner/user.ts';
import { commandOf } from '../called.ts';
import { type AnyCommand, Incomplete } from '../command.ts';
import { blockedSaid } from '../meant/block_by_words.ts';
import { byWhatIsNamed, eachOf } from '../meant/by_what_is_named.ts';
import { withoutSlip } from '../meant/misspelled.ts';
import { absenceSaid } from '../owner/absence_said.ts';
import { contractSaid, invoiceSaid } from '../sell/agreed_said.ts';
import { leadSaid, moveSaid, quoteSaid, reopenSaid, stagesSaid, wonSaid } from '../sell/lead_said.ts';
import { type Lines, orderSaid } from '../sell/order_said.ts';
import { saidOfLead } from '../sell/pipeline/lead_change.ts';
import { hoursSaid, isOneEnd } from '../serve/hours_said.ts';
import { cannedSaid } from '../talk/canned_said.ts';
import { isOverdue } from '../tasks/agenda.ts';
import { type Addressed, called } from '../who/addressed.ts';
import { mayBeMisheard, soundsLike } from '../who/nearly.ts';
import { type Whom, whatIsNamed } from '../who/sentence_names.ts';
import { askedAgain } from './spans/asked_again.ts';
import { labelled, lineOfTask, tasksMeant } from './within/tasks_meant.ts';
import { detailsMeant } from './within/their_details.ts';

/** The command a sentence became. */
export interface Became {
  /** As it is run: whoever is meant beyond doubt by their number. */
  line: string;
  /** As its user would type it. */
  shown: string;
  /** What its button says where the line would say it less plainly. */
  label?: string;
  /** Running it at once does no harm. */
  atOnce: boolean;
  /** Whoever it names. */
  ids?: string[];
  /** It says of no task which. */
  open?: true;
  /** Words for somebody: they leave only by a tap of their own. */
  to?: Addressed;
  /** What is leaving to many at this moment, which it would stop. */
  leaving?: readonly Leaving[];
  /** Several commands of which not all may run together: each is offered. */
  pieces?: Became[];
  /** Of them only one is meant. */
  oneOf?: true;
}

/**
 * The command a user's sentence says, if any does and whoever it names is known. `place`: the chat in which it is all that is said, so it may
 * go on with what was asked there before.
 */
export async function sentenceMeant(
  ctx: Context,
  user: User,
  text: string,
  place?: Place,
): Promise<Became | undefined> {
  const moment = momentFor(ctx, user);
  return (
    (await detailsMeant(ctx, text.trim(), place)) ??
    (await byWhatIsNamed(ctx, text.trim(), moment)) ??
    (await saidOrByWords(ctx, text, moment, place)) ??
    (await nearlyMeant(ctx, sentencesIn(text), moment, place)) ??
    slipMeant(ctx, text, moment, place)
  );
}

/** Whoever is to be blocked and is called by no name is found by what they wrote. */
async function saidOrByWords(
  ctx: Context,
  text: string,
  moment: WhenContext,
  place?: Place,
): Promise<Became | undefined> {
  const said = await firstOf(ctx, sentencesIn(text), moment, place);
  if (said?.ids) return said;
  const meant = eachOf(await blockedSaid(ctx, text));
  if (meant) return meant;
  // nobody wrote anything like that: the command asks who, and shows who was there last
  return blockedByWords(text)?.person ? { line: '/block', shown: '/block', atOnce: false } : said;
}

/** With one slip of the finger in the verb, of somebody who is known: delet greg. */
async function slipMeant(ctx: Context, text: string, moment: WhenContext, place?: Place): Promise<Became | undefined> {
  for (const right of withoutSlip(text)) {
    const became = await firstOf(ctx, sentencesIn(right), moment, place);
    if (became?.ids?.length) return { ...became, atOnce: false };
  }
  return undefined;
}

/** Of a Chinese name that nobody has, whoever's sounds the same: 王方 may be 王芳. Nothing of it runs at once. */
async function nearlyMeant(
  ctx: Context,
  sentences: readonly Sentence[],
  moment: WhenContext,
  place?: Place,
): Promise<Became | undefined> {
  for (const name of new Set(sentences.flatMap(({ who }) => (who && mayBeMisheard(who) ? [who] : [])))) {
    const meant = await soundsLike(ctx, name);
    if (meant === undefined) continue;
    const said = sentences.filter(({ who }) => who === name).map((one) => ({ ...one, who: meant }));
    const became = await firstOf(ctx, said, moment, place);
    if (became) return { ...became, atOnce: false };
  }
  return undefined;
}

/** What only shows, and more was said with it, gives way to what says all of it. */
async function firstOf(
  ctx: Context,
  sentences: readonly Sentence[],
  moment: WhenContext,
  place?: Place,
): Promise<Became | undefined> {
  const isPart = ({ does, more }: Sentence) => atOnceFor(does) === 'shows' && more !== undefined;
  for (const sentence of [...sentences.filter((one) => !isPart(one)), ...sentences.filter(isPart)]) {
    const became = await becomes(ctx, sentence, moment, place);
    if (became) return became;
  }
  return undefined;
}

/**
 * The command that words under the card of `contactId` say: one about somebody else, or one that nobody says to a customer. An absence
 * or what somebody is to remember may well be told them.
 */
export async function sentenceUnderCard(
  ctx: Context,
  user: User,
  text: string,
  contactId: string,
): Promise<Became | undefined> {
  const sentences = sentencesIn(text).filter(
    ({ does, who, loose }) => !loose && !SAID_TO_CUSTOMERS.includes(does) && (who !== undefined || isOurs(text)),
  );
  if (sentences.length === 0) return undefined;
  const became = await firstOf(ctx, sentences, momentFor(ctx, user));
  const [first] = sentences;
  if (!became) return first && isOurs(text) ? unknownMeant(first) : undefined;
  return became.ids?.every((id) => id === contactId) ? undefined : became;
}

/** A lead or ticket for somebody nobody knows: the command asks whom. */
function unknownMeant({ does, who, words, sure }: Sentence): Became | undefined {
  if (who === undefined || !sure || atOnceFor(does) !== 'sure') return undefined;
  const line = `/${does} ${who} ${words}`;
  return { line, shown: line, atOnce: false };
}

/** What may be said to a customer as well: we are closed on Friday, remember your ticket, how can I help. */
const SAID_TO_CUSTOMERS = [
  'away',
  'task',
  'reply',
  'help',
  'settings',
  'undo',
  'cancel',
  'status',
  'done',
  'skip',
  'end',
  'postpone',
];

const momentFor = (ctx: Context, user: User): WhenContext => ({
  ...{ now: ctx.now, timezone: ctx.settings.timezone, country: ctx.settings.country },
  locale: localeOf(ctx, user),
});

async function becomes(
  ctx: Context,
  sentence: Sentence,
  moment: WhenContext,
  place: Place | undefined,
): Promise<Became | undefined> {
  const { does } = sentence;
  if (!saysEnough(ctx, sentence, moment)) return undefined;
  if (does === 'takings' && sentence.first === 'again') {
    if (!place) return undefined;
    const line = await askedAgain(ctx.tx, place, sentence.words);
    return { line, shown: line, atOnce: sentence.more !== 'order' };
  }
  // of nothing yet: what, and when, is asked
  if (does === 'task' && isOnlyReminder(sentence.words)) return { line: '/task', shown: '/task', atOnce: true };
  const known = await whatIsNamed(ctx, sentence);
  if (!known) return undefined;
  const { whom } = known;
  const ids = whom && { ids: whom.ids };
  const ofLead = does === 'lead' && !sentence.sure && saidOfLead(sentence.words)?.isSure === true;
  const asItIs = does === 'hours' && !isOneEnd(sentence.words);
  const read = ofLead ? leadSaid : asItIs ? undefined : BY_WHAT_IS_THERE[does];
  if (read) {
    const meant = await read(ctx, sentence, whom);
    return meant && { ...meant, atOnce: false, ...ids };
  }
  const { found: things, alike } = await tasksMeant(ctx, sentence, moment, place);
  const [thing] = things;
  if (sentence.thing !== undefined && (!thing || (things.length > 1 && (alike || does !== 'done'))))
    return alike ? eachOf(things.flatMap((one) => lineOfTask(sentence, one, moment) ?? [])) : undefined;
  const words =
    whom?.left ??
    (thing && does === 'postpone' ? otherTime(thing, sentence.words, moment) : saidBehind(sentence, moment));
  if (words === undefined) return undefined;
  const behind = (front: string | undefined) => [`/${does}`, front, sentence.first, words].filter(Boolean).join(' ');
  const line = behind(whom?.ref ?? (things.map(({ id }) => id).join(' ') || undefined));
  const command = commandOf(line);
  if (!command || command.secret) return undefined;
  const args = command.parse(line.slice(does.length + 2), { replying: false });
  // of nobody by name the command asks who
  if (args instanceof Incomplete) return does === 'block' && !whom ? { line, shown: line, atOnce: false } : undefined;
  const { saidAtOnce } = command;
  const sure = sentence.sure && !(await isTold(ctx, sentence));
  const atOnce =
    saidAtOnce === 'shows'
      ? isShown(command, args) && sentence.more === undefined
      : saidAtOnce === 'sure' && sure && sentence.more !== 'order';
  const to = does === 'reply' && whom ? { name: whom.name, ids: whom.ids, words, isNote: false } : undefined;
  const open = does === 'postpone' && !thing && !/^\d/.test(words) && { open: true as const };
  return {
    line,
    shown: behind(whom?.name ?? (things.map(({ title }) => title).join(' · ') || undefined)),
    atOnce,
    ...ids,
    ...open,
    ...(does === 'end' && thing && labelled(does, thing, { title: thing.title, behind: '' }, moment)),
    ...(to && { to }),
  };
}

/** What there is decides which line is meant, if any. */
const BY_WHAT_IS_THERE: Partial<
  Record<
    Does,
    (ctx: Context, said: Sentence, whom: Whom | undefined) => Promise<(Lines & { to?: Addressed }) | undefined>
  >
> = {
  ...{ order: orderSaid, quote: quoteSaid, reopen: reopenSaid, move: moveSaid, stages: stagesSaid },
  ...{ won: wonSaid, invoice: invoiceSaid, contract: contractSaid, hours: hoursSaid, c: cannedSaid },
};

const saidBehind = ({ does, words }: Sentence, moment: WhenContext): string =>
  does === 'away' ? (absenceSaid(moment, words) ?? '') : does === 'add' ? withoutAsking(words) : words;

/** Whoever is known, or is named in Latin letters or as he or she, has said it: the writer asked us for nothing yet. */
const isTold = async (ctx: Context, { toldBy }: Sentence): Promise<boolean> =>
  toldBy !== undefined && (!/^\p{Script=Han}{2,}$/u.test(toldBy) || (await called(ctx, toldBy)).ids.length > 0);

const isShown = ({ changes, onlyShows }: AnyCommand, args: unknown): boolean => !changes || onlyShows?.(args) === true;

/** Words that may be said of anything are a command only where what it needs is in them: a time, somebody's name or number. */
function saysEnough(
  { settings }: Context,
  { does, words, first, sure, more, thing }: Sentence,
  moment: WhenContext,
): boolean {
  if (does === 'tasks') return words === '' || isOverdue(words) || daysIn(words, moment) !== undefined;
  if (does === 'postpone' && thing !== undefined) return true;
  if (does === 'away') return more !== 'order' && absenceSaid(moment, words) !== undefined;
  if (does === 'add') return mayBeNewSomebody(words, settings.country);
  if (does === 'snooze' || does === 'postpone')
    return timeIn(words) !== undefined || parseWhen(words, moment) !== undefined;
  if (does === 'later') return first !== undefined && parseWhenFirst(first, moment) !== undefined;
  if (does !== 'task' || sure) return true;
  return parseWhen(words, moment) !== undefined || parseRepeat(words, moment) !== undefined;
}

const atOnceFor = (does: Does) => commandOf(`/${does}`)?.saidAtOnce;
