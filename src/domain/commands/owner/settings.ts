import { texts } from '../../../text/texts.ts';
import { typedMeanings } from '../../../text/typed.ts';
import { zonesMeant } from '../../../text/when/named_zone.ts';
import type { Button, Reply } from '../../reply.ts';
import { loadSettings, type Settings, saveSetting } from '../../settings.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { ratingsSwitched } from '../serve/rating_offer.ts';
import { splitFirst } from '../words/words.ts';
import { followUps } from './settings_follow.ts';
import { choicesFor, shown } from './settings_picker.ts';
import { lineOf, SETTINGS, type Setting } from './settings_read.ts';

const BY_WORD = typedMeanings<Setting['key']>((typed) => typed.settings);

interface Args {
  setting: Setting | undefined;
  value: string;
}

/** '/settings', '/settings timezone' to choose, '/settings timezone Asia/Shanghai', '/设置 语言 英文' */
export const settings: Command<Args> = {
  name: 'settings',
  role: 'owner',
  saidAtOnce: 'shows',
  changes: true,
  settles: 'settings',
  onlyShows: ({ value }) => value === '',
  parse(words) {
    const [word, value] = splitFirst(words);
    if (!word) return { setting: undefined, value: '' };
    const setting = SETTINGS.find(({ key }) => key === BY_WORD.get(word.toLowerCase()) || key === word);
    return setting ? { setting, value } : new Incomplete('setting', 'instead', words);
  },
  async run(ctx, { setting, value }) {
    if (!setting) return overview(ctx, ctx.settings);
    if (value === '') return picker(ctx, setting);
    const stored = setting.read(value);
    return stored === undefined ? wrong(ctx, setting, value) : save(ctx, setting, stored);
  },
};

async function save(ctx: CommandContext, { key }: Setting, stored: string | number): Promise<Reply> {
  await saveSetting(ctx.tx, key, stored);
  if (key === 'locale') await ctx.tx`update users set locale = ${stored} where id = ${ctx.user.id}`;
  const changed = await loadSettings(ctx.tx, ctx.settings);
  // a new language is spoken at once
  const after =
    key === 'locale' ? { ...ctx, locale: changed.locale, t: texts(changed.locale), settings: changed } : ctx;
  const further = followUps({ ...after, settings: changed }, key);
  if (key === 'ratings') return ratingsSwitched({ ...after, settings: changed });
  // only what was changed: it would not be seen among all the others
  const { names, now } = after.t.settings;
  return {
    title: names[key],
    fields: [{ label: now, value: shown(after, changed, key) }],
    buttons: [...further, [backButton(after)]],
  };
}

/** Everything, and a button for each to choose another value. */
function overview(ctx: CommandContext, settings: Settings): Reply {
  const { t, locale } = ctx;
  const fields = SETTINGS.map(({ key }) => ({ label: t.settings.names[key], value: shown(ctx, settings, key) }));
  const buttons = SETTINGS.map(
    ({ key }): Button => ({
      label: t.settings.short[key],
      command: lineOf('en', { key }),
      turns: true,
    }),
  );
  const hint = t.settings.example(lineOf(locale, { key: 'digestAt' }, '08:30'));
  return { title: t.settings.title, fields, buttons: inRows(buttons, 3), hint };
}

/** What it is now, what is often chosen, and how another value is typed. */
function picker(ctx: CommandContext, setting: Setting): Reply {
  const { t, locale, settings } = ctx;
  return {
    title: t.settings.names[setting.key],
    fields: [{ label: t.settings.now, value: shown(ctx, settings, setting.key) }],
    buttons: [...choicesFor(ctx, setting), [backButton(ctx)]],
    hint: t.settings.example(lineOf(locale, setting, setting.example)),
  };
}

const backButton = ({ t }: CommandContext): Button => ({
  label: t.settings.back,
  command: '/settings',
  turns: true,
});

/** CST is China's clock and Chicago's: the owner says which. What is no value at all is chosen, or typed anew. */
function wrong(ctx: CommandContext, setting: Setting, value: string): Reply {
  const zones = setting.key === 'timezone' ? zonesMeant(value) : [];
  const meant = zones.map((zone): Button[] => [{ label: zone, command: lineOf('en', setting, zone) }]);
  return {
    failed: true,
    text: ctx.t.settings.wrong(ctx.t.settings.names[setting.key], value),
    hint: ctx.t.settings.example(lineOf(ctx.locale, setting, setting.example)),
    buttons: meant.length > 0 ? meant : choicesFor(ctx, setting),
  };
}

function inRows<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, row) => all.slice(row * size, (row + 1) * size));
}
