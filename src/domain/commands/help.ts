import type { Locale } from '../../text/locale.ts';
import { isLocal } from '../channel.ts';
import type { AnyCommand, Command } from './command.ts';
import { namesFor, namesOf } from './names.ts';
import { behindFirst } from './words/words.ts';

/** Made from the same table that parses. */
export const help: Command<{ word: string }> = {
  name: 'help',
  role: 'viewer',
  saidAtOnce: 'shows',
  unread: behindFirst,
  parse: (words) => ({ word: words.replace(/^[/／]/, '').toLowerCase() }),
  async run({ t, locale, commands, place }, { word }) {
    const one = commands.find((command) => namesOf(command.name).includes(word));
    if (one) {
      const text = t.commands[one.name];
      return {
        title: `/${namesOf(one.name).join(' · ')}`,
        text: text.summary,
        fields: [{ label: t.help.example, value: text.example }],
      };
    }
    const visible = commands.filter((command) => !command.hidden);
    const items = visible.map((command) => ({
      text: typedAs(locale, command),
      detail: t.commands[command.name].summary,
    }));
    return { title: t.help.title, lists: [{ items }], hint: isLocal(place.channel) ? t.help.typedHint : t.help.hint };
  },
};

/** '/收件箱 · /inbox', '/inbox · 收件箱': its word in their language first; only its own name needs the slash. */
function typedAs(locale: Locale, { name }: AnyCommand): string {
  const [first, ...others] = namesFor(locale, name);
  return [`/${first}`, ...others.map((one) => (one === name ? `/${one}` : one))].join(' · ');
}
