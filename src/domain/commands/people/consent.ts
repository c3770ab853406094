import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { isLocal, REMOTE } from '../../channel.ts';
import { localeOf } from '../../context.ts';
import { type Mailbox, noteAgreement, PURPOSES, type Purpose, sourceOf } from '../../people/consent.ts';
import { type Contact, identitiesOf } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { consentFields } from '../../people/preferences/fields.ts';
import { askToConfirm, sendsOn } from '../../people/preferences/question.ts';
import { endStopQuestion } from '../../people/preferences/stop_question.ts';
import { liftOwn, suppressionsOf } from '../../people/suppression.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { clearComplaint } from '../../talk/mail/objection.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { decideAll, readAsked } from '../talk/asked_to_stop.ts';
import { pickNamedFirst } from '../who/pick.ts';
import { splitFirst } from '../words/words.ts';
import { askHow, readHow, SURE } from './how_agreed.ts';

const PURPOSE_WORDS = typedMeanings<Purpose>(({ consent }) => consent.purpose);
const ASK = typedWords(({ consent }) => consent.ask);
const MISTAKE = typedWords(({ consent }) => consent.mistake);
const AGREED = typedWords(({ agreed }) => agreed);
const KEEP = typedWords(({ consent }) => consent.keep);
const OURS = [PURPOSE_WORDS, ASK, MISTAKE, KEEP, AGREED] as const;

/** What stands behind the name. */
interface Said {
  /** Let them confirm it themselves. */
  ask: boolean;
  /** They were reported to us as complaining, and have not. */
  mistake: boolean;
  /** What they wrote was no wish to get nothing more. */
  keep: boolean;
  purposes: Purpose[];
  /** Which of their addresses, as it was typed. */
  place: string | undefined;
  /** How they agreed, in the user's words. */
  words: string;
}

/**
 * '/consent 张三' shows what somebody gets unasked; '/consent 张三 资讯 展会上当面同意' writes down that they agreed elsewhere, and how;
 * '/consent 张三 ask' lets them confirm it themselves; '/consent 张三 mistake': they have not reported us as spam, whatever a report says; '/consent 张三 keep': they did not
 * ask for no more, whatever it reads like. '/consent asked' shows all of whom that is to be decided.
 */
export const consent: Command<{ words: string }> = {
  name: 'consent',
  role: 'helper',
  changes: true,
  settles: 'consent',
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('name')),
  async run(ctx, { words }) {
    const asked = readAsked(words);
    if (asked) return decideAll(ctx, { decision: asked.keep ? 'keep' : undefined, count: asked.count });
    const { name, behind } = nameIn(words);
    const picked = await pickNamedFirst(ctx, name, (ref, rest) => `/consent ${ref} ${rest} ${behind}`.trim());
    if ('ask' in picked) return picked.ask;
    const { contact } = picked;
    const rest = [picked.rest, behind].filter(Boolean).join(' ');
    const places = await placesOf(ctx, contact.id);
    if (places.length === 0) return failed(ctx.t.consent.nowhere(nameOf(contact)));
    const said = readSaid(rest, places);
    if (said.mistake) return unreported(ctx, contact, places, said);
    if (said.keep) return kept(ctx, contact);
    if (!said.ask && said.purposes.length + said.words.length === 0) return shown(ctx, contact, places);
    const place = placeMeant(said, places);
    if (!place) return whichPlace(ctx, contact, { rest, places });
    if (said.ask) return ask(ctx, contact, place, said);
    if (said.words === '') return new Incomplete('evidence', (more) => `c${contact.id} ${rest} ${more}`);
    if (said.purposes.length === 0) return whichPurpose(ctx, contact, rest);
    return (await theirNo(ctx, contact, place, said)) ?? askOrNote(ctx, contact, { place, said, rest });
  },
};

/** Where somebody can be written to unasked: at addresses that are theirs. */
export async function placesOf({ tx }: Pick<CommandContext, 'tx'>, contactId: string): Promise<Mailbox[]> {
  const all = await identitiesOf(tx, contactId);
  return all
    .filter(({ channel, claimed }) => REMOTE.includes(channel) && !isLocal(channel) && !claimed)
    .map(({ channel, address }) => ({ channel, address }));
}

/** A name ends where the first of our own words follows: behind a part of one it could be more of it. */
function nameIn(words: string): { name: string; behind: string } {
  const parts = words.split(/\s+/u);
  const end = parts.findIndex((part, nth) => nth > 0 && OURS.some((known) => known.has(part.toLowerCase())));
  return end < 0
    ? { name: words, behind: '' }
    : { name: parts.slice(0, end).join(' '), behind: parts.slice(end).join(' ') };
}

function readSaid(rest: string, places: readonly Mailbox[]): Said {
  const said: Said = { ask: false, mistake: false, keep: false, purposes: [], place: undefined, words: '' };
  for (let left = rest; left !== ''; ) {
    const [first, behind] = splitFirst(left);
    const word = first.toLowerCase();
    const purpose = PURPOSE_WORDS.get(word);
    if (purpose) said.purposes.push(purpose);
    else if (ASK.has(word)) said.ask = true;
    else if (MISTAKE.has(word)) said.mistake = true;
    else if (KEEP.has(word)) said.keep = true;
    // 同意 资讯: that they agreed is what the command says
    else if (AGREED.has(word) && PURPOSE_WORDS.has(splitFirst(behind)[0].toLowerCase())) left = behind;
    else if (places.some(({ channel, address }) => address === word || channel === word)) said.place = word;
    else return { ...said, words: left };
    left = behind;
  }
  return said;
}

function placeMeant({ place }: Said, places: readonly Mailbox[]): Mailbox | undefined {
  const meant = place ? places.filter(({ channel, address }) => address === place || channel === place) : places;
  return meant.length === 1 ? meant[0] : undefined;
}

async function shown(ctx: CommandContext, contact: Contact, places: readonly Mailbox[]): Promise<Reply> {
  const { t, locale } = ctx;
  const fields = await consentFields(ctx, t, locale, contact.id);
  const silent = places.filter(({ channel, address }) => {
    const name = placeName(ctx, { channel, address });
    return !fields.some(({ value }) => value.startsWith(name));
  });
  const reported: Mailbox[] = [];
  for (const place of places)
    if ((await suppressionsOf(ctx.tx, place, ctx.now)).some(({ reason }) => reason === 'complained'))
      reported.push(place);
  return {
    title: t.consent.title(nameOf(contact)),
    ...(reported.length > 0 && { text: t.consent.onlyIfSure }),
    fields: [
      ...fields,
      ...silent.map((place) => ({ label: t.consent.label, value: t.consent.nothing(placeName(ctx, place)) })),
    ],
    buttons: [
      [
        { label: t.consent.button.ask, command: `/consent c${contact.id} ${askWord}` },
        { label: t.consent.button.stop, command: `/unsubscribe c${contact.id}` },
      ],
      ...reported.map((place) => [mistakeButton(ctx, contact, place)]),
    ],
    hint: t.consent.hint(`c${contact.id}`),
  };
}

const [askWord = ''] = ASK;

/** As it stands on the contact's card. */
const placeName = ({ t }: CommandContext, { channel, address }: Mailbox): string =>
  /@|^\+/.test(address) ? t.address(address) : t.channel(channel);

function whichPlace(
  ctx: CommandContext,
  contact: Contact,
  { rest, places }: { rest: string; places: readonly Mailbox[] },
): Reply {
  const buttons = places.map((place): Button[] => [
    {
      label: `${ctx.t.channel(place.channel)} ${ctx.t.address(place.address)}`,
      command: `/consent c${contact.id} ${place.address} ${rest}`,
    },
  ]);
  return failed(ctx.t.consent.whichPlace(nameOf(contact)), { buttons });
}

function whichPurpose({ t }: CommandContext, contact: Contact, rest: string): Reply {
  const wordOf = (purpose: Purpose) => t.typed.consent.purpose[purpose][0]!;
  const buttons = [
    PURPOSES.map((purpose) => ({
      label: t.consent.purpose[purpose],
      command: `/consent c${contact.id} ${wordOf(purpose)} ${rest}`,
    })),
    [{ label: t.consent.all, command: `/consent c${contact.id} ${PURPOSES.map(wordOf).join(' ')} ${rest}` }],
  ];
  return failed(t.consent.whichPurpose(nameOf(contact)), { buttons });
}

/** What they themselves have said no to stays no, whatever anybody writes. */
async function theirNo(
  ctx: CommandContext,
  contact: Contact,
  place: Mailbox,
  { purposes }: Said,
): Promise<Reply | undefined> {
  const nos = await suppressionsOf(ctx.tx, place, ctx.now);
  if (nos.some(({ reason }) => reason === 'complained'))
    return failed(ctx.t.consent.theirReport(nameOf(contact), placeName(ctx, place)), {
      buttons: [[mistakeButton(ctx, contact, place)]],
    });
  const refused = nos.some((no) => no.saidBy === 'person' && purposes.some((one) => one === no.purpose));
  if (!refused) return undefined;
  const text = ctx.t.consent.theirNo(nameOf(contact), placeName(ctx, place));
  return failed(text, { buttons: [[askButton(ctx, contact, place)]] });
}

async function askOrNote(
  ctx: CommandContext,
  contact: Contact,
  { place, said, rest }: { place: Mailbox; said: Said; rest: string },
): Promise<Reply> {
  const how = readHow(said.words);
  // what a program says is put before the owner as it is, and asked about when they tap
  const isSure = how.isSure || (ctx.key !== undefined && !ctx.pressed);
  const line = `/consent c${contact.id}`;
  const before = rest.slice(0, rest.length - said.words.length);
  const asked = askHow(ctx.t, { ...how, isSure }, { yes: `${line} ${before}${SURE} ${how.words}`, no: line });
  return asked ?? note(ctx, contact, place, { ...said, words: how.words });
}

/** A user writes down that they agreed. */
async function note(ctx: CommandContext, contact: Contact, place: Mailbox, { purposes, words }: Said): Promise<Reply> {
  const { tx, now, t } = ctx;
  const name = nameOf(contact);
  await liftOwn(tx, place, purposes, now);
  const noted = await noteAgreement(tx, {
    ...{ contactId: contact.id, ...place, purposes, locale: localeOf(ctx, contact), words },
    ...{ source: sourceOf(ctx), proof: 'user', at: now, userId: ctx.user.id },
  });
  const named = (which: readonly Purpose[]) => t.consent.list(which.map((one) => t.consent.purpose[one]));
  if (noted.length === 0) return { text: t.consent.known(name, named(purposes)) };
  return { text: t.consent.noted(name, placeName(ctx, place), named(noted)), hint: t.consent.evidence(words) };
}

const [mistakeWord = ''] = MISTAKE;

const mistakeButton = ({ t }: CommandContext, { id }: Contact, { address }: Mailbox): Button => ({
  label: t.consent.button.mistake,
  command: `/consent c${id} ${address} ${mistakeWord}`,
});

/** Only the owner takes a report back: where it was none, the provider counts the next one against all that is sent from here. */
async function unreported(
  ctx: CommandContext,
  contact: Contact,
  places: readonly Mailbox[],
  { place }: Said,
): Promise<Reply> {
  const { t, tx, now } = ctx;
  if (ctx.user.role !== 'owner') return failed(t.consent.ownersAlone);
  const cleared: Mailbox[] = [];
  for (const one of places) {
    const isMeant = place === undefined || one.address === place || one.channel === place;
    if (isMeant && (await clearComplaint(tx, one, now))) cleared.push(one);
  }
  if (cleared.length === 0) return failed(t.consent.notReported(nameOf(contact)));
  return {
    text: t.consent.unreported(t.consent.list(cleared.map((one) => placeName(ctx, one)))),
    hint: t.consent.onlyIfSure,
    buttons: [[{ label: t.consent.button.show, command: `/consent c${contact.id}` }]],
  };
}

/** What they wrote is decided: it was no wish to get nothing more. */
async function kept({ t, tx }: CommandContext, contact: Contact): Promise<Reply> {
  const name = nameOf(contact);
  if (!(await endStopQuestion(tx, contact.id))) return failed(t.consent.notAsked(name));
  return {
    text: t.consent.goesOn(name),
    buttons: [[{ label: t.consent.button.show, command: `/consent c${contact.id}` }]],
  };
}

const askButton = ({ t }: CommandContext, { id }: Contact, { address }: Mailbox): Button => ({
  label: t.consent.button.ask,
  command: `/consent c${id} ${address} ${askWord}`,
});

async function ask(ctx: CommandContext, contact: Contact, place: Mailbox, said: Said): Promise<Reply> {
  const { t } = ctx;
  if (!sendsOn(ctx, place.channel)) return failed(t.consent.noChannel);
  const purposes = said.purposes.length > 0 ? said.purposes : PURPOSES;
  const asked = await askToConfirm(ctx, {
    ...{ contactId: contact.id, ...place, purposes, locale: localeOf(ctx, contact), source: 'command', from: '' },
  });
  return asked
    ? { text: t.consent.askSent(placeName(ctx, place)) }
    : failed(t.consent.askedLately(placeName(ctx, place)));
}
