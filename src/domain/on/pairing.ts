import { localeOfTag } from '../../text/language.ts';
import { plainly } from '../../text/plainly.ts';
import { type Texts, texts } from '../../text/texts.ts';
import { typedWords } from '../../text/typed.ts';
import { isLocal } from '../channel.ts';
import { namesOf } from '../commands/names.ts';
import { withoutSlash } from '../commands/slash.ts';
import { type Context, localeOf } from '../context.ts';
import { tellOwner } from '../desk/tell.ts';
import type { MessageReceived } from '../event.ts';
import { codesIn, codeTyped, withoutCode } from '../owner/code.ts';
import { journaled } from '../owner/journal.ts';
import { ourCodeIn, pair } from '../owner/pairing.ts';
import type { User } from '../owner/user.ts';
import { deleteContact } from '../people/delete.ts';
import { triedFrom } from '../people/tried.ts';
import type { Button, Reply } from '../reply.ts';
import { say } from './desk.ts';
import { FORGET } from './forget.ts';

const PAIR = new RegExp(`^[/／](?:${namesOf('pair').join('|')})(?:\\s|$)`, 'i');
const HELP = new Set([...typedWords(({ help }) => help)].map(plainly));
/** Words for a code, said in front of it. */
const CODE = new Set([...typedWords(({ code }) => code), ...namesOf('pair')].map(plainly));
/** Neither a code alone nor such a question is as long. */
const LONGEST = 40;

/**
 * What a stranger's words are to us who does not write as a customer: a code, alone or behind /pair, and, as long as
 * nobody has paired, the question what this is. Undefined: a customer's words.
 */
export async function onStranger(ctx: Context, event: MessageReceived): Promise<string | undefined> {
  const ours = await ourCodeIn(ctx, event.text);
  if (ours !== undefined) return saysOnlyCode(event.text, ours) ? onPairing(ctx, event, ours) : sayHow(ctx, event);
  if (PAIR.test(event.text)) return onPairing(ctx, event, event.text.replace(/^\S+\s*/, ''));
  const code = codeMeant(ctx, event.text);
  if (code !== undefined) return onPairing(ctx, event, code);
  return isPaired(ctx) || !asksWhatThisIs(event.text) ? undefined : introduce(ctx, event);
}

/** What may stand beside a code of whoever wants to pair: my code is …, please. */
const BESIDE = new RegExp(
  [...CODE, ...[...typedWords(({ besideCode }) => besideCode)].map(plainly)]
    .sort((a, b) => b.length - a.length)
    .map((word) => (/^[a-z]/.test(word) ? `(?<!\\p{L})${word}(?!\\p{L})` : word))
    .join('|'),
  'giu',
);

/** Whether nothing else is said with a code: a denial, a question, or somebody else's words may not want it used. */
const saysOnlyCode = (text: string, code: string): boolean =>
  /^[^\p{L}\p{N}?>]*$/u.test(plainly(withoutCode(text, code)).replace(BESIDE, ''));

/** Nothing is paired, and nothing is kept of the code. */
async function sayHow(ctx: Context, event: MessageReceived): Promise<string> {
  const { pair: t } = texts(localeOfTag(event.from.language) ?? ctx.settings.locale);
  await say(ctx, event, { text: t.codeAlone });
  return FORGET;
}

/** Before anybody has paired a code may be mistyped, as long as it is written like one and stands alone or behind a word for it. */
function codeMeant(ctx: Context, text: string): string | undefined {
  if (isPaired(ctx) || text.length > LONGEST) return undefined;
  const [code, ...others] = codesIn(text);
  if (code === undefined || others.length > 0) return undefined;
  const said = plainly(text).trim().toLowerCase().replace(/^\//, '');
  const called = [...CODE].find((word) => said.startsWith(word) && codeTyped(said.slice(word.length)) !== undefined);
  return called !== undefined || codeTyped(text) !== undefined ? code : undefined;
}

const isPaired = ({ users }: Context): boolean => users.some(({ channel }) => channel !== '' && !isLocal(channel));

/** The bot's start button without a word, /help, or words for it and nothing else. */
function asksWhatThisIs(text: string): boolean {
  if (text.length > LONGEST) return false;
  const said = plainly(text).trim().toLowerCase();
  const bare = withoutSlash(said).replace(/[\s?？!！.。]+$/u, '');
  if (bare === 'start') return said !== bare;
  return HELP.has(bare) || namesOf('help').includes(bare) || /^\?+$/u.test(said);
}

/** Nothing is kept of whoever asks: it is most likely the owner. */
async function introduce(ctx: Context, event: MessageReceived): Promise<string> {
  const { pair: t } = texts(localeOfTag(event.from.language) ?? ctx.settings.locale);
  await say(ctx, event, { title: t.before(ctx.settings.businessName), text: `${t.forCustomers}\n${t.forOwner}` });
  return 'asked what this is';
}

async function onPairing(ctx: Context, event: MessageReceived, code: string): Promise<string> {
  const locale = localeOfTag(event.from.language) ?? null;
  const user = await pair(ctx, { channel: event.channel, address: event.chat, name: event.from.name, locale }, code);
  const t = texts(localeOf(ctx, user));
  await say(ctx, event, user ? await welcome(ctx, t, user, event) : { text: t.pair.refused });
  if (user && user.role !== 'owner') await tellOfMember(ctx, user, event.channel);
  // even if it was refused, the code may still be valid
  return FORGET;
}

async function welcome(ctx: Context, t: Texts, user: User, event: MessageReceived): Promise<Reply> {
  const tried = await forgetTries(ctx, t, user, event);
  const reply: Reply =
    user.role === 'owner'
      ? { title: t.pair.welcome, text: t.pair.fromNowOn }
      : { title: t.helper.welcome(t.helper.role[user.role]), text: t.helper.typeHere };
  const buttons = [...(user.role === 'owner' ? firstSteps(t) : []), ...tried.buttons];
  return { ...reply, ...(tried.hint && { hint: tried.hint }), ...(buttons.length > 0 && { buttons }) };
}

/** What to do first, each a tap away. */
const firstSteps = (t: Texts): Button[][] => [
  [{ label: t.rehearsal.show, command: '/rehearse' }],
  [{ label: t.setup.name, command: '/settings name' }],
  [{ label: t.setup.connect, command: '/setup' }],
  [{ label: t.setup.help, command: '/help' }],
];

/** What they tried before as a customer goes, and can be had back; where more is known of that contact they are asked. */
async function forgetTries(
  ctx: Context,
  t: Texts,
  user: User,
  { channel, from: { address } }: MessageReceived,
): Promise<{ hint?: string; buttons: Button[][] }> {
  const tried = await triedFrom(ctx.tx, channel, address);
  if (!tried) return { buttons: [] };
  const { contactId, messages, nothingElse } = tried;
  const entry = { userId: user.id, command: '/pair', now: ctx.now };
  const { result, journalId } = nothingElse
    ? await journaled(ctx.tx, entry, () => deleteContact(ctx.tx, contactId))
    : { result: 'gone', journalId: undefined };
  if (result === 'deleted' && journalId)
    return {
      hint: t.pair.triesGone(messages),
      buttons: [[{ label: t.button.undo, command: `/undo ${journalId}` }]],
    };
  if (user.role !== 'owner') return { buttons: [] };
  return { hint: t.pair.triesStay, buttons: [[{ label: t.pair.dropTries, command: `/delete c${contactId}` }]] };
}

async function tellOfMember(ctx: Context, { id, name, role }: User, channel: string): Promise<void> {
  await tellOwner(
    ctx,
    `joined:${id}:${channel}`,
    (t) => ({
      text: t.helper.joined(name, t.helper.role[role], t.channel(channel)),
      buttons: [[{ label: t.button.remove, command: `/helper remove ${id}` }]],
    }),
    { notice: { kind: 'joined' } },
  );
}
