import { stopItself } from '../../../outbox/itself.ts';
import { detectLanguage } from '../../../text/language.ts';
import { type Locale, locales } from '../../../text/locale.ts';
import { cleanText } from '../../../text/normalise.ts';
import { withoutFor } from '../../../text/person/for_whom.ts';
import { typedMeanings } from '../../../text/typed.ts';
import { lettingButton } from '../../desk/chips/ready.ts';
import { showLeft, stopReady } from '../../desk/chips/ready_left.ts';
import { refusalField } from '../../desk/contact_card.ts';
import { nameOf } from '../../people/name.ts';
import { type Button, type Field, failed, type Reply } from '../../reply.ts';
import { calendarOf, dueAt } from '../../serve/clock/open.ts';
import { hoursOf } from '../../serve/clock/tend.ts';
import { type Autoreply, saveSetting } from '../../settings.ts';
import { closedWords, opensNext } from '../../talk/ready/closed.ts';
import { stopForPerson } from '../../talk/ready/person.ts';
import { liftRefusals, noteRefusal, refusalOf, refusers, refusesAutomatic } from '../../talk/ready/refusal.ts';
import { countSent, KINDS } from '../../talk/ready/rows.ts';
import { leftToFillIn } from '../../talk/variable.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { foundBy } from '../who/found.ts';
import { pickNamed, pickShown } from '../who/pick.ts';
import { readingsOf } from '../who/readings.ts';
import { localeIn, splitFirst } from '../words/words.ts';

type Args =
  | { act: 'show' | 'on' | 'off' }
  | { act: 'yes'; shown: string }
  | { act: 'orders'; on: boolean }
  | { act: 'hours'; on: boolean }
  | { act: 'whose'; who: string }
  | { act: 'person'; on: boolean; who: string }
  | { act: 'text'; locale: Locale | undefined; words: string };

const ACTS = typedMeanings(({ autoreply: { on, off, orders, hours, text } }) => ({ on, off, orders, hours, text }));
const HOW = typedMeanings(({ autoreply: { itself }, faq: { propose }, autoreply: { off } }) => ({
  itself,
  propose: [...propose, ...off],
}));
const PLAIN = typedMeanings(({ autoreply: { plain } }) => ({ plain }));
/** 'Anna off' */
const SWITCHED = /^(.+)\s(\S+)$/s;
const LONGEST = 500;
/** Of those who get none so many are named. */
const MOST_NAMED = 8;
const WEEK_MS = 7 * 24 * 3_600_000;

/** '/autoreply', '/autoreply Anna', '/autoreply on', '/autoreply off Anna', '/autoreply text en We are closed and answer {opens}.', '/autoreply orders on', '/autoreply off' */
export const autoreply: Command<Args> = {
  name: 'autoreply',
  role: 'owner',
  saidAtOnce: 'shows',
  changes: true,
  settles: 'settings',
  onlyShows: ({ act }) => act === 'show' || act === 'on' || act === 'whose',
  parse(words) {
    const [first, rest] = splitFirst(words);
    if (!first) return { act: 'show' };
    if (first === 'yes' && /^[0-9a-f]{12}$/.test(rest)) return { act: 'yes', shown: rest };
    const act = ACTS.get(first.toLowerCase());
    const behind = act ? undefined : SWITCHED.exec(words.trim());
    const last = behind && ACTS.get(behind[2]!.toLowerCase());
    if (last === 'on' || last === 'off') return { act: 'person', on: last === 'on', who: behind![1]! };
    if (!act) return { act: 'whose', who: withoutFor(words) };
    if (act === 'hours') {
      const turned = ACTS.get(rest.trim().toLowerCase());
      return turned === 'on' || turned === 'off' ? { act, on: turned === 'on' } : new Incomplete('autoreply');
    }
    if (act === 'orders') {
      const how = HOW.get(rest.trim().toLowerCase());
      return how ? { act, on: how === 'itself' } : new Incomplete('autoreply');
    }
    if (act === 'text') {
      const [language, more] = splitFirst(rest);
      const locale = localeIn(language);
      const said = locale ? more : rest;
      return said ? { act, locale, words: said } : new Incomplete('text');
    }
    const turned = ACTS.get(rest.trim().toLowerCase());
    if (turned === 'orders' || turned === 'hours') return { act: turned, on: act === 'on' };
    const who = withoutFor(rest);
    return who ? { act: 'person', on: act === 'on', who } : { act };
  },
  run(ctx, args) {
    if (args.act === 'whose') return shownFor(ctx, args.who);
    if (args.act === 'hours') return args.on ? askFirst(ctx) : hoursOff(ctx);
    if (args.act === 'on') return askFirst(ctx);
    if (args.act === 'yes') return switchOn(ctx, args.shown);
    if (args.act === 'off') return switchOff(ctx);
    if (args.act === 'person') return forPerson(ctx, args);
    if (args.act === 'orders') return orders(ctx, args.on);
    return args.act === 'text' ? ownWords(ctx, args) : show(ctx);
  },
};

/** For one person: whatever is switched on, nothing of it leaves to them. */
async function forPerson(ctx: CommandContext, { on, who }: Extract<Args, { act: 'person' }>): Promise<Reply> {
  const { t, tx } = ctx;
  const picked = await pickNamed(ctx, who, (ref) => `/autoreply ${on ? 'on' : 'off'} ${ref}`);
  if ('ask' in picked) return picked.ask;
  const { contact } = picked;
  const name = nameOf(contact);
  if (on) {
    const refused = await refusesAutomatic(tx, contact.id);
    if (refused === false) return { text: t.autoreply.notOff(name) };
    await liftRefusals(ctx, contact.id);
    return { text: refused ? t.autoreply.onFor(name) : t.autoreply.notOff(name) };
  }
  if (!(await noteRefusal(ctx, contact.id, null))) return { text: t.autoreply.offAlready(name) };
  await showLeft(ctx, await stopForPerson(ctx, contact.id));
  await stopItself(tx, [...KINDS, 'away'], contact.id);
  return { text: t.autoreply.offFor(name), buttons: [[lettingButton(t, contact.id)]] };
}

/** Whether somebody gets automatic answers, and who has said that they do not. */
async function shownFor(ctx: CommandContext, who: string): Promise<Reply | Incomplete> {
  const { t, tx, locale } = ctx;
  if ((await readingsOf(ctx, who)).length === 0 && (await foundBy(ctx, who)).length === 0)
    return new Incomplete('autoreply', 'instead', who);
  const picked = await pickShown(ctx, who, (ref) => `/autoreply ${ref}`);
  if ('ask' in picked) return picked.ask;
  const { contact, hint } = picked;
  const name = nameOf(contact);
  const refusal = await refusalOf(tx, contact.id);
  const off: Button = { label: t.autoreply.offButton, command: `/autoreply off c${contact.id}` };
  return {
    ...(refusal
      ? { title: name, fields: refusalField(ctx, t, locale, refusal), buttons: [[lettingButton(t, contact.id)]] }
      : { text: t.autoreply.likeAll(name), buttons: [[off]] }),
    person: { contactId: contact.id, sure: false },
    ...(hint && { hint }),
  };
}

const now = ({ settings }: CommandContext): Autoreply => settings.autoreply ?? {};

async function show(ctx: CommandContext): Promise<Reply> {
  const { t, tx } = ctx;
  const { hours = false, orders: itself = false } = now(ctx);
  const sent = await countSent(tx, new Date(ctx.now.getTime() - WEEK_MS));
  const [own] = await tx<{ count: number }>`select count(*)::int as count from faqs where by_itself`;
  const without = await refusers(tx, MOST_NAMED);
  const any = hours || itself || own!.count > 0 || sent.waiting > 0;
  return {
    title: t.autoreply.title,
    fields: [
      { label: t.autoreply.closed, value: hours ? t.autoreply.on : t.autoreply.off },
      ...previews(ctx),
      { label: t.autoreply.orders, value: itself ? t.autoreply.ordersOn : t.autoreply.ordersOff },
      { label: t.autoreply.faq, value: t.autoreply.faqOn(own!.count) },
      { label: t.autoreply.sentWeek, value: t.autoreply.sentOf(sent.hours, sent.faq, sent.order) },
      ...(without.length > 0 ? [{ label: t.autoreply.without, value: namesOf(ctx, without) }] : []),
      ...(sent.waiting > 0 ? [{ label: t.autoreply.waiting, value: String(sent.waiting) }] : []),
    ],
    buttons: [
      [...(hours ? [] : [{ label: t.autoreply.switchOn, command: '/autoreply on' }]), ...(any ? [offButton(ctx)] : [])],
      [
        itself
          ? { label: t.autoreply.ordersPropose, command: '/autoreply orders off' }
          : { label: t.autoreply.ordersItself, command: '/autoreply orders on' },
        { label: t.faq.title, command: '/faq' },
      ],
    ].filter((row) => row.length > 0),
    hint: `${t.autoreply.away}\n${t.autoreply.hint}`,
  };
}

const offButton = ({ t }: CommandContext): Button => ({ label: t.autoreply.switchOff, command: '/autoreply off' });

/** When it opens next, also while it is open: what customers would be told once it is closed. */
function nextOpening(ctx: CommandContext): Date | undefined {
  const closed = opensNext(ctx);
  if (closed) return closed;
  const calendar = calendarOf(hoursOf(ctx.settings), ctx.settings.timezone);
  const tomorrow = ctx.now.getTime() + 24 * 3_600_000;
  const at = dueAt(calendar, [{ from: tomorrow - (tomorrow % 3_600_000), to: Number.POSITIVE_INFINITY }], 0);
  return at === undefined ? undefined : new Date(at);
}

function previews(ctx: CommandContext): Field[] {
  const opensAt = nextOpening(ctx);
  if (!opensAt) return [];
  return locales.map((locale) => ({
    label: ctx.t.autoreply.theyGet(ctx.t.language.name[locale]),
    value: closedWords(ctx, locale, { opensAt }),
  }));
}

/** Which words were shown: they may have changed since. */
const seen = ({ sha256, settings }: CommandContext): string =>
  Buffer.from(sha256(JSON.stringify([settings.autoreply?.words ?? {}, settings.hours, settings.businessName])))
    .toString('hex')
    .slice(0, 12);

async function askFirst(ctx: CommandContext, text = ctx.t.autoreply.ask): Promise<Reply> {
  const { t } = ctx;
  const fields = previews(ctx);
  if (fields.length === 0) return failed(t.autoreply.never);
  return { text, fields, buttons: [[{ label: t.autoreply.switchOn, command: `/autoreply yes ${seen(ctx)}` }]] };
}

async function switchOn(ctx: CommandContext, shown: string): Promise<Reply> {
  const { t, tx } = ctx;
  if (shown !== seen(ctx)) return askFirst(ctx, t.autoreply.changed);
  await saveSetting(tx, 'autoreply', { ...now(ctx), hours: true });
  return { text: t.autoreply.isOn, fields: previews(ctx), buttons: [[offButton(ctx)]], hint: t.autoreply.away };
}

/** What is said while it is closed; all else goes on. */
async function hoursOff(ctx: CommandContext): Promise<Reply> {
  const { t, tx } = ctx;
  await saveSetting(tx, 'autoreply', { ...now(ctx), hours: false });
  await stopReady(ctx, ['hours']);
  return { text: t.autoreply.hoursOffNow };
}

function namesOf({ t }: CommandContext, people: readonly { id: string; name: string }[]): string {
  const names = people.slice(0, MOST_NAMED).map(nameOf).join(t.autoreply.between);
  return people.length > MOST_NAMED ? t.autoreply.andOthers(names) : names;
}

/** All that leaves by itself is off at once, and what waits stays. */
async function switchOff(ctx: CommandContext): Promise<Reply> {
  const { t, tx } = ctx;
  await saveSetting(tx, 'autoreply', { ...now(ctx), hours: false, orders: false });
  await tx`update faqs set by_itself = false where by_itself`;
  const stopped = await stopReady(ctx, KINDS);
  const held = await stopItself(tx, KINDS);
  return { text: t.autoreply.isOff(stopped + held) };
}

async function orders(ctx: CommandContext, on: boolean): Promise<Reply> {
  const { t, tx } = ctx;
  await saveSetting(tx, 'autoreply', { ...now(ctx), orders: on });
  if (!on) await stopReady(ctx, ['order']);
  return { text: on ? t.autoreply.ordersOnNow : t.autoreply.ordersOffNow, buttons: on ? [[offButton(ctx)]] : [] };
}

/** The owner's own words while it is closed, in the language named first or in that of the words. */
async function ownWords(ctx: CommandContext, { locale: named, words }: Extract<Args, { act: 'text' }>): Promise<Reply> {
  const { t, tx, settings } = ctx;
  const text = cleanText(words).trim();
  const locale = named ?? detectLanguage(text) ?? ctx.locale;
  const plain = PLAIN.has(text.toLowerCase());
  if (text.length > LONGEST) return failed(t.autoreply.tooLong(LONGEST));
  const known = text.replaceAll(/\{opens\}/gi, '');
  const unknown = /[{｛][^}｝]*[}｝]?/u.exec(known)?.[0] ?? leftToFillIn(known);
  if (unknown && !plain) return failed(t.autoreply.unknown(unknown));
  const { [locale]: _, ...others } = now(ctx).words ?? {};
  const saved = { ...now(ctx), words: plain ? others : { ...others, [locale]: text } };
  await saveSetting(tx, 'autoreply', saved);
  const changed = { ...ctx, settings: { ...settings, autoreply: saved } };
  const opensAt = nextOpening(changed);
  return {
    text: plain ? t.autoreply.plain : t.autoreply.words(t.language.name[locale]),
    ...(opensAt && { quote: closedWords(changed, locale, { opensAt }) }),
    ...(saved.hours ? {} : { buttons: [[{ label: t.autoreply.switchOn, command: '/autoreply on' }]] }),
  };
}
