import type { Locale } from '../../text/locale.ts';
import type { Texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { isLocal } from '../channel.ts';
import { mayAct } from '../owner/user.ts';
import { type Button, failed, type Item, type Reply } from '../reply.ts';
import type { AnyCommand, Command, CommandContext } from './command.ts';
import { filterExamples } from './filter_examples.ts';
import { FIRST, GROUPS, type Group, groupCalled, groupOf } from './help_groups.ts';
import { namesFor, namesOf } from './names.ts';
import { similarTo } from './similar.ts';
import { withoutSlash } from './slash.ts';
import { lineCalled } from './words/synonyms.ts';
import { behindFirst } from './words/words.ts';

const WORD_GRAPHEMES = 40;

/** '/help': what is used most, and the rest by group; '/help customers': a group; '/help task': one command. Made from the same table that parses. */
export const help: Command<{ word: string }> = {
  name: 'help',
  role: 'viewer',
  saidAtOnce: 'shows',
  unread: behindFirst,
  parse: (words) => ({ word: withoutSlash(words).toLowerCase() }),
  async run(ctx, { word }) {
    const one = ctx.commands.find((command) => namesOf(command.name).includes(word));
    if (one) return about(ctx, one);
    const group = groupCalled(word);
    if (group) return ofGroup(ctx, group);
    return word ? notThere(ctx, word) : first(ctx);
  },
};

function first(ctx: CommandContext): Reply {
  const { t, place } = ctx;
  const groups = (Object.keys(GROUPS) as Group[]).map((group) => groupButton(ctx, group));
  return {
    title: t.help.title,
    text: isLocal(place.channel) ? t.help.typedHint : t.help.hint,
    lists: [{ items: itemsOf(ctx, FIRST) }],
    buttons: groups.map((button) => [button]),
    hint: t.help.groupsHint,
  };
}

/** Nothing is called so: what may have been meant is a tap away. */
function notThere({ t, locale, commands }: CommandContext, word: string): Reply {
  const line = lineCalled(word);
  const called = commands.find(({ name }) => line === `/${name}`);
  const meant = called ? [called] : similarTo(word, commands);
  const buttons = meant.map((command): Button[] => [
    { label: typedAs(locale, command), command: `/help ${command.name}`, turns: true },
  ]);
  return {
    ...failed(t.desk.unknownCommand(truncate(word, WORD_GRAPHEMES))),
    ...(buttons.length > 0 && { hint: t.desk.meant }),
    buttons: [...buttons, [{ label: t.desk.allCommands, command: '/help' }]],
  };
}

function ofGroup(ctx: CommandContext, group: Group): Reply {
  const { t } = ctx;
  return {
    title: t.help.groups[group],
    lists: [{ items: itemsOf(ctx, GROUPS[group]) }],
    buttons: [[{ label: t.help.back, command: '/help', turns: true }]],
    hint: t.help.oneHint,
  };
}

async function about(ctx: CommandContext, command: AnyCommand): Promise<Reply> {
  const { t } = ctx;
  const { name } = command;
  const { summary, example } = t.commands[name];
  const group = groupOf(name);
  const taught = name === 'find' ? await filterExamples(ctx) : {};
  const forms = formsOf(t, name);
  return {
    title: typedAs(ctx.locale, command),
    text: name === 'reply' ? `${summary}\n${t.help.replying(ctx.settings.undoSend)}` : summary,
    ...(forms
      ? { lists: [{ items: forms.map(([text, detail]) => ({ text, detail })) }] }
      : { fields: [{ label: t.help.example, value: example }] }),
    ...taught,
    ...(group && { buttons: [[groupButton(ctx, group)]] }),
  };
}

/** What more it can be told, where that is more than one example shows. */
export const formsOf = ({ commandForms }: Texts, name: AnyCommand['name']) =>
  isTaught(commandForms, name) ? commandForms[name] : undefined;

const isTaught = (forms: Texts['commandForms'], name: string): name is keyof Texts['commandForms'] => name in forms;

const groupButton = ({ t }: CommandContext, group: Group): Button => ({
  label: t.help.groups[group],
  command: `/help ${group}`,
  turns: true,
});

/** What somebody in this role may use. */
function itemsOf({ t, locale, commands, user }: CommandContext, names: readonly AnyCommand['name'][]): Item[] {
  const found = names.flatMap((name) => commands.filter((command) => command.name === name));
  return found
    .filter(({ role }) => mayAct(user, role))
    .map((command) => ({ text: typedAs(locale, command), detail: t.commands[command.name].summary }));
}

/** '/收件箱 · /inbox', '/inbox · 收件箱': its word in their language first; only its own name needs the slash. */
function typedAs(locale: Locale, { name }: AnyCommand): string {
  const [first, ...others] = namesFor(locale, name);
  return [`/${first}`, ...others.map((one) => (one === name ? `/${one}` : one))].join(' · ');
}
