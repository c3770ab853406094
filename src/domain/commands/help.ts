import type { Command } from './command.ts';
import { behindFirst } from './words/words.ts';

/** Made from the same table that parses. */
export const help: Command<{ word: string }> = {
  name: 'help',
  alias: '帮助',
  role: 'viewer',
  unread: behindFirst,
  parse: (words) => ({ word: words.replace(/^[/／]/, '').toLowerCase() }),
  async run({ t, locale, commands }, { word }) {
    const one = commands.find((command) => command.name === word || command.alias === word);
    if (one) {
      const text = t.commands[one.name];
      return {
        title: `/${one.name} · ${one.alias}`,
        text: text.summary,
        fields: [{ label: t.help.example, value: text.example }],
      };
    }
    const visible = commands.filter((command) => !command.hidden);
    const items = visible.map((command) => ({
      text: locale === 'zh-CN' ? `/${command.alias} · /${command.name}` : `/${command.name} · ${command.alias}`,
      detail: t.commands[command.name].summary,
    }));
    return { title: t.help.title, lists: [{ items }], hint: t.help.hint };
  },
};
