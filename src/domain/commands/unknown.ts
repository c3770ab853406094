import type { Locale } from '../../text/locale.ts';
import { saysStop } from '../../text/sentence/stop_sending.ts';
import type { Texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { isAnythingOn } from '../campaigns/campaign.ts';
import { type Button, failed, type Reply } from '../reply.ts';
import { answerOf, lastEntries } from '../undo/entry.ts';
import { byWord, commandOf } from './called.ts';
import type { AnyCommand, CommandContext } from './command.ts';
import { lineLabel } from './line_button.ts';
import { namesOf } from './names.ts';
import { type Negated, negatedBy, oppositesOf } from './opposite.ts';
import { orderActsCalled } from './sell/order/act_called.ts';
import { shopMeant } from './sell/shop_meant.ts';
import { likeliestOf, similarTo } from './similar.ts';
import { beginsNote, hasSlash, withoutSlash } from './slash.ts';
import { commands } from './table.ts';
import { spokenLine } from './who/spoken.ts';
import { PARTICLE } from './words/bare_words.ts';
import { meansSecret } from './words/secret.ts';
import { lineCalled } from './words/synonyms.ts';
import { splitFirst } from './words/words.ts';

const LABEL_GRAPHEMES = 40;

/** The language of whoever typed it, and the shops there are. */
type Speaker = Pick<CommandContext, 't' | 'locale' | 'providers'>;

type Asker = Pick<CommandContext, 'tx' | 'now' | 'user' | 'locale' | 't' | 'commands' | 'providers'>;

/** As `unknown`; of a command that was negated, what the user did with it last can be taken back. */
export async function unknownTo(ctx: Asker, word: string, words: string): Promise<Reply> {
  const orders = await orderActsCalled(ctx, word, words);
  if (orders.length > 0)
    return unknownReply(
      ctx.t,
      word,
      orders.map((button) => [button]),
    );
  const reply = unknown(ctx, word, words);
  if (saysStop(`${withoutSlash(word)} ${words}`) && (await isAnythingOn(ctx.tx))) return withStop(ctx.t, reply);
  const negated = negatedBy(word, words);
  const back = negated && (await undoOf(ctx, negated));
  return back ? { ...reply, hint: ctx.t.desk.meant, buttons: [[back], ...reply.buttons!] } : reply;
}

/** While something is being sent to many, that comes first. */
const withStop = (t: Texts, reply: Reply): Reply => ({
  ...reply,
  hint: t.desk.meant,
  buttons: [
    [{ label: t.campaign.button.stopAll, command: '/stop', style: 'danger' }],
    ...reply.buttons!.filter((row) => row.every(({ command }) => command !== '/stop')),
  ],
});

/** So many of the newest acts are looked through. */
const MOST_ACTS = 20;

/** Takes back what was done with this command: with the same words, else the last time. */
async function undoOf(ctx: Asker, { command, words }: Negated): Promise<Button | undefined> {
  const acts = await lastEntries(ctx.tx, ctx.user.id, ctx.now, MOST_ACTS);
  const same = acts.filter((act) => commandOf(act.command)?.name === command.name);
  const entry = same.find((act) => words !== '' && splitFirst(act.command)[1].startsWith(words)) ?? same[0];
  if (!entry || (await answerOf(ctx.tx, entry.id))?.left) return undefined;
  const line = truncate(await spokenLine(ctx, entry), LABEL_GRAPHEMES);
  return { label: ctx.t.desk.undoOf(line), command: `/undo ${entry.id}` };
}

/**
 * What was probably meant is a tap away, with the words as they were typed, unless they may hold a password: no button keeps one, and
 * behind a command that takes one they are left out, which is said.
 */
export function unknown({ t, locale, providers }: Speaker, word: string, words: string): Reply {
  const negated = negatedBy(word, words);
  if (negated) return unknownReply(t, word, rowsOf(locale, oppositesOf(negated)));
  const glued = lineCalled(word) ? undefined : gluedTo(word, words, false);
  if (glued) return gluedReply(t, locale, word, glued, words);
  const called = lineCalled(word) ?? gluedSynonym(word);
  if (called) return meantReply(t, locale, word, [called, words].filter(Boolean).join(' '));
  return similarReply({ t, locale, providers }, word, words);
}

/** The commands whose words are like this one, each with the words typed where it may keep them. */
function similarReply({ t, locale, providers }: Speaker, word: string, words: string): Reply {
  const meant = similarTo(word, commands);
  const mayBeSecret =
    likeliestOf(word, commands).some(({ secret }) => secret) ||
    meansSecret(`${word.slice(1)} ${words}`, commands, providers);
  const lines = meant.map(({ name, secret }) => {
    const kept = secret || mayBeSecret ? '' : words;
    return [`/${name}`, kept && gluedBehind(name, word), kept].filter(Boolean).join(' ');
  });
  const reply = unknownReply(t, word, rowsOf(locale, lines));
  const without = words === '' ? [] : meant.filter(({ secret }) => secret || mayBeSecret);
  if (without.length === 0) return reply;
  const said = t.desk.withoutWords(without.map(({ name }) => `/${t.commands[name].word}`));
  return { ...reply, hint: [reply.hint, said].join('\n') };
}

/** `meant`: rows of what was probably meant. */
function unknownReply(t: Texts, word: string, meant: Button[][]): Reply {
  return {
    ...failed(t.desk.unknownCommand(word)),
    ...(meant.length > 0 && { hint: t.desk.meant }),
    buttons: [...meant, [{ label: t.desk.allCommands, command: '/help' }]],
  };
}

/** The command whose word somebody wrote without a blank behind it (`runs`: it is run as it stands, and shown on no button): '/添加张三138…', '/note李四'. The longest is meant. */
function gluedTo(word: string, words: string, runs: boolean): { command: AnyCommand; rest: string } | undefined {
  const typed = withoutSlash(word);
  const [found] = [...byWord.keys()]
    .filter((one) => typed.length > one.length && typed.toLowerCase().startsWith(one))
    .filter((one) => /\p{Script=Han}/u.test(one) || !/^[a-z]/i.test(typed.slice(one.length)) || isShopOf(one, typed))
    .sort((a, b) => b.length - a.length);
  const command = found === undefined ? undefined : byWord.get(found);
  const rest = typed.slice(found?.length).replace(PARTICLE, '');
  // a shop alone is no secret: /连接shopify
  const mayBeSecret = command?.secret && ((words !== '' && !runs) || shopMeant(rest) === undefined);
  return command && !mayBeSecret ? { command, rest } : undefined;
}

/** connectstripe: what stands behind the word is a shop's name. */
const isShopOf = (name: string, typed: string): boolean =>
  byWord.get(name)?.secret === 'key' && shopMeant(typed.slice(name.length)) !== undefined;

/** So many letters behind a command's word are a word of their own, and no slip. */
const FEWEST_GLUED = 3;

/** What of '/notetom' is no part of the command: it is not lost where that command is offered. */
function gluedBehind(name: AnyCommand['name'], word: string): string {
  const typed = withoutSlash(word);
  // nobody glues anything to a single letter
  const begins = namesOf(name).find((one) => one.length > 1 && typed.toLowerCase().startsWith(one));
  const rest = typed.slice(begins?.length ?? typed.length);
  return rest.length >= FEWEST_GLUED ? rest : '';
}

/** Another word for a command is not longer. */
const LONGEST_SYNONYM = 8;

/** /提醒明天… and /查李娟, by another word for a command, as the line that is meant. */
function gluedSynonym(word: string): string | undefined {
  const typed = [...withoutSlash(word)];
  for (let cut = Math.min(LONGEST_SYNONYM, typed.length - 1); cut > 0; cut -= 1) {
    const front = typed.slice(0, cut).join('');
    const line = /\p{Script=Han}$/u.test(front) ? lineCalled(front) : undefined;
    // one that says all by itself takes nothing
    if (line && !line.includes(' ') && !commandOf(line)?.secret) return `${line} ${typed.slice(cut).join('')}`;
  }
  return undefined;
}

/** '/add张三' is '/add 张三'; what reaches a customer, shuts out or deletes is asked about first. */
export function withBlank(text: string): string {
  const [word, words] = splitFirst(text);
  const isCalled =
    hasSlash(word) && !beginsNote(word) && !commandOf(text) && !lineCalled(word) && !negatedBy(word, words);
  const glued = isCalled ? gluedTo(word, words, true) : undefined;
  if (!glued || glued.command.careful || (glued.rest === '' && words === '')) return text;
  return [`/${glued.command.name}`, glued.rest, words].filter(Boolean).join(' ');
}

/** Nothing is done before the owner has seen where the blank goes. */
function gluedReply(
  t: Texts,
  locale: Locale,
  word: string,
  { command, rest }: { command: AnyCommand; rest: string },
  words: string,
): Reply {
  return meantReply(t, locale, word, [`/${command.name}`, rest, words].filter(Boolean).join(' '));
}

function meantReply(t: Texts, locale: Locale, word: string, line: string): Reply {
  return unknownReply(t, word, rowsOf(locale, [line]));
}

/** A row for each line that is offered as if it were typed. */
function rowsOf(locale: Locale, lines: readonly string[]): Button[][] {
  return lines.map((command) => [{ label: lineLabel({ locale, commands }, command), command, typed: true }]);
}
