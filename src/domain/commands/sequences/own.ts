import { foldText } from '../../../text/fold.ts';
import { offerWordsIn } from '../../../text/money/offer.ts';
import { cleanName } from '../../../text/normalise.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { beginEarlier, countEarlier, forgetEarlier, passOver } from '../../campaigns/sequences/earlier.ts';
import { MINUTE_MS } from '../../campaigns/sequences/enter.ts';
import { WINDOW } from '../../campaigns/sequences/recipe.ts';
import {
  changeSequence,
  type End,
  listSequences,
  makeOwn,
  type Sequence,
  sequenceName,
  turnOff,
  turnOn,
} from '../../campaigns/sequences/sequence.ts';
import { turn } from '../../campaigns/turn.ts';
import type { Reached } from '../../people/consent.ts';
import { Unclear } from '../../people/filter/filter.ts';
import { failed, type Reply } from '../../reply.ts';
import { purposeIn } from '../campaigns/purpose.ts';
import { readText, withText } from '../campaigns/read.ts';
import { firstWay } from '../campaigns/way.ts';
import { type CommandContext, Incomplete } from '../command.ts';
import { faultIn } from '../templates/template_shown.ts';
import { splitFirst } from '../words/words.ts';
import { startIn } from './begins.ts';
import { missingIn } from './own_shown.ts';
import type { OwnStep } from './read.ts';
import { sequenceReply } from './shown.ts';

type Act = (ctx: CommandContext, one: Sequence, words: string) => Promise<Reply | Incomplete>;

/** So many an owner may make. */
const MOST_OWN = 50;
/** Characters: customers of a chat channel never read it, as a subject of mail may. */
const LONGEST_NAME = 60;

const SERVICE = typedWords(({ sequence }) => sequence.service);
const END = typedMeanings<End>(({ sequence }) => sequence.end);
const YES = typedWords(({ sequence }) => sequence.yes);
const NO = typedWords(({ sequence }) => sequence.no);

/** 'Welcome', with what begins it and the text of its first step where they are said. */
export async function makeNew(
  ctx: CommandContext,
  { name, when, text }: { name: string; when: string; text: string },
): Promise<Reply | Incomplete> {
  const { t, tx } = ctx;
  const wrong = whyNoName(ctx, name);
  if (wrong) return wrong;
  const own = (await listSequences(tx)).filter(({ recipe }) => recipe === 'own');
  const namesake = own.find((one) => foldText(sequenceName(t, one)) === foldText(name));
  if (namesake)
    return failed(t.sequence.nameTaken(name), { buttons: [[turn(t.sequence.show, `/sequence ${namesake.id}`)]] });
  if (own.length >= MOST_OWN) return failed(t.sequence.mostOwn(own.length));
  const { channel, address } = ctx.place;
  const line = (more: string) => `/sequence new ${name} ${t.typed.sequence.when[0]} ${more}${text && `\n${text}`}`;
  const read = when === '' ? undefined : await startIn(ctx, when, line);
  if (read && 'ask' in read) return read.ask;
  const before = { fallback: ctx.settings.locale, of: {} };
  const said = readText(text, name, ctx.settings.locale);
  const variants = said && withText(before, said);
  const fault = variants && (await faultIn(ctx, variants, (locale) => `/sequence new ${name}\n${locale}`));
  if (fault) return fault;
  const made = await makeOwn(ctx, { name, channel: firstWay(ctx), userId: ctx.user.id, place: { channel, address } });
  const changed = await changeSequence(tx, made, {
    ...(read && { start: read.start }),
    ...(variants && { steps: [{ number: 0, after: 0, variants }] }),
  });
  return sequenceReply(ctx, changed);
}

function whyNoName({ t }: CommandContext, name: string): Reply | undefined {
  return [...name].length > LONGEST_NAME ? failed(t.sequence.badName(LONGEST_NAME)) : undefined;
}

/** What is asked before one of the owner's own is put on: all of it must be said, and what reads like an offer is no service before its owner says so. */
export async function askedFirst(ctx: CommandContext, one: Sequence, words: string): Promise<Reply | undefined> {
  const missing = missingIn(ctx.t, one);
  if (missing.length > 0)
    return { ...(await sequenceReply(ctx, one)), failed: true, text: ctx.t.sequence.missing(missing.join(' · ')) };
  return SERVICE.has(words.trim().toLowerCase()) ? undefined : asksOffer(ctx, one);
}

/** From now on it begins with whoever comes. */
export async function putOn(ctx: CommandContext, one: Sequence): Promise<Reply> {
  const wasOnAt = Math.max(one.lookedTo?.getTime() ?? 0, one.onAt?.getTime() ?? 0);
  const known = wasOnAt > ctx.now.getTime() - WINDOW.own * MINUTE_MS;
  // after a short halt whoever came meanwhile begins; after a long one, or where its owner had put it off, they have come before
  const passed = one.beginsAt && known && one.reason !== 'asked' ? 0 : await passOver(ctx, one);
  const reply = await sequenceReply(ctx, await turnOn(ctx, one));
  if (!one.beginsAt || passed === 0) return reply;
  return { ...reply, text: [ctx.t.sequence.passed(passed), reply.text].filter(Boolean).join('\n') };
}

/** What is service needs no consent, so what reads like an offer is asked about. */
function asksOffer({ t }: CommandContext, { id, purpose, steps }: Sequence): Reply | undefined {
  if (purpose !== 'service') return undefined;
  const texts = steps.flatMap(({ variants }) => Object.values(variants.of));
  const offer = texts.map(({ subject, body }) => offerWordsIn(`${subject}\n${body}`)).find(Boolean);
  if (offer === undefined) return undefined;
  const { button, asOffer, asService } = { ...t.sequence, button: t.campaign.button };
  return {
    undecided: true,
    text: t.sequence.offer(offer),
    buttons: [
      [turn(asOffer, `/sequence ${id} about ${t.typed.consent.purpose.offers[0]}`)],
      [turn(asService, `/sequence ${id} on ${t.typed.sequence.service[0]}`)],
      [turn(button.back, `/sequence ${id}`)],
    ],
  };
}

/** Of what is on: as service what reads like an offer goes no further before its owner says that it is none. */
export async function haltsOffer(ctx: CommandContext, one: Sequence): Promise<Reply | undefined> {
  const ask = one.isOn ? asksOffer(ctx, one) : undefined;
  if (ask) await turnOff(ctx.tx, one.id, 'asked');
  return ask;
}

export const OWN_STEPS: Readonly<Record<OwnStep, Act>> = {
  async when(ctx, one, words) {
    if (words === '') return new Incomplete('sequenceStart', (more) => `${one.id} when ${more}`);
    const { sequence } = ctx.t.typed;
    const alone = [...sequence.tag, ...sequence.article].includes(words.toLowerCase());
    if (alone)
      return new Incomplete(words === sequence.tag[0] ? 'tag' : 'article', (more) => `${one.id} when ${words} ${more}`);
    const read = await startIn(ctx, words, (more) => `/sequence ${one.id} when ${more}`);
    if ('ask' in read) return read.ask;
    const { start } = read;
    await forgetEarlier(ctx, one);
    const again = one.again && start.of !== 'filter';
    const beginsAt = one.isOn ? ctx.now : null;
    const changed = await changeSequence(ctx.tx, one, {
      start,
      again,
      beginsAt,
      lookedTo: null,
      lookAt: null,
      look: null,
    });
    if (one.isOn) await passOver(ctx, changed);
    return sequenceReply(ctx, changed);
  },
  async about(ctx, one, words) {
    const purpose: Reached | undefined = SERVICE.has(words.toLowerCase()) ? 'service' : purposeIn(words).purpose;
    if (!purpose) return sequenceReply(ctx, one);
    if (purpose === one.purpose) return { ...(await sequenceReply(ctx, one)), unchanged: true };
    const changed = await changeSequence(ctx.tx, one, { purpose });
    await ctx.tx`update campaigns set purpose = ${purpose} where sequence_id = ${one.id}`;
    return (await haltsOffer(ctx, changed)) ?? sequenceReply(ctx, changed);
  },
  async ends(ctx, one, words) {
    const [what, yes] = splitFirst(words.toLowerCase());
    const end = END.get(what);
    if (!end || (yes !== '' && !YES.has(yes) && !NO.has(yes))) return failed(ctx.t.sequence.whichEnd);
    const others = one.ends.filter((other) => other !== end);
    return sequenceReply(ctx, await changeSequence(ctx.tx, one, { ends: NO.has(yes) ? others : [...others, end] }));
  },
  async again(ctx, one, words) {
    const again = !NO.has(words.trim().toLowerCase()) && one.start?.of !== 'filter';
    if (again === one.again) return { ...(await sequenceReply(ctx, one)), unchanged: true };
    // what came while it was begun with once begins nothing now
    const beginsAt = one.beginsAt && again && !one.again ? ctx.now : one.beginsAt;
    return sequenceReply(ctx, await changeSequence(ctx.tx, one, { again, beginsAt, lookAt: null, look: null }));
  },
  async also(ctx, one, words) {
    const { sequence: t } = ctx.t;
    if (!one.isOn) return failed(t.putOnFirst);
    const found = await countEarlier(ctx, one);
    if (found instanceof Unclear) return failed(t.unclear);
    const { count, reached } = found;
    if (count === 0) return failed(t.nobodyEarlier, { buttons: [[turn(t.show, `/sequence ${one.id}`)]] });
    if (words.trim() === String(count)) {
      await beginEarlier(ctx, one);
      const reply = await sequenceReply(ctx, one);
      return { ...reply, text: [t.earlierBegin(count), reply.text].filter(Boolean).join('\n') };
    }
    return {
      undecided: true,
      text: t.earlier(count, reached, one.start?.of === 'filter' ? t.fromNow : t.fromThen),
      buttons: [
        [turn(t.button.also(count), `/sequence ${one.id} also ${count}`, 'primary')],
        [turn(ctx.t.campaign.button.back, `/sequence ${one.id}`)],
      ],
    };
  },
  async name(ctx, one, words) {
    const name = cleanName(words.split('\n')[0]!, LONGEST_NAME + 1);
    if (name === '') return new Incomplete('sequenceName', (more) => `${one.id} name ${more}`);
    const wrong = whyNoName(ctx, name);
    if (wrong) return wrong;
    await ctx.tx`update campaigns set name = ${name} where sequence_id = ${one.id}`;
    return sequenceReply(ctx, await changeSequence(ctx.tx, one, { name }));
  },
  async delete(ctx, one) {
    const { t } = ctx;
    if (one.isOn) await turnOff(ctx.tx, one.id, 'asked');
    await changeSequence(ctx.tx, one, { deletedAt: ctx.now });
    return {
      text: t.sequence.deleted(one.name ?? ''),
      buttons: [
        [turn(t.sequence.button.restore, `/sequence ${one.id} restore`)],
        [{ label: t.sequence.list, command: '/sequence' }],
      ],
    };
  },
  async restore(ctx, one) {
    return sequenceReply(ctx, await changeSequence(ctx.tx, one, { deletedAt: null }));
  },
};
