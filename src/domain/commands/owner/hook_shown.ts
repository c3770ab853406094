import type { Texts } from '../../../text/texts.ts';
import { formatAge } from '../../../text/when/duration.ts';
import { faultWords } from '../../hooks/card.ts';
import { type Hook, listHooks } from '../../hooks/hook.ts';
import { shortUrl } from '../../hooks/url.ts';
import type { Button, Item, Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { eventsSaid } from './hook_events.ts';

type Shown = 'test' | 'on' | 'off' | 'rotate' | 'remove';

/** The button that does this with a hook. */
export const hookButton = (t: Texts, act: Shown, id: string): Button => ({
  label: t.hook.button[act],
  command: `/hook ${act} h${id}`,
});

/** The hooks, how each is doing, and what can be done with it. */
export async function hooksShown(ctx: CommandContext): Promise<Reply> {
  const { t } = ctx;
  const hooks = await listHooks(ctx.tx);
  if (hooks.length === 0) return { text: t.hook.none, hint: t.hook.hint };
  return { title: t.hook.title, lists: [{ items: hooks.map((hook) => hookItem(ctx, hook)) }], hint: t.hook.hint };
}

function hookItem(ctx: CommandContext, hook: Hook): Item {
  const { id, url, events, offAt } = hook;
  const acts: Shown[] = ['test', offAt ? 'on' : 'off', 'rotate', 'remove'];
  return {
    text: shortUrl(url),
    ref: `h${id}`,
    detail: `${stateOf(ctx, hook)} · ${eventsSaid(ctx.t, events) || ctx.t.hook.all}`,
    buttons: acts.map((act) => hookButton(ctx.t, act, id)),
  };
}

function stateOf({ t, now, locale }: CommandContext, { offAt, okAt, failingSince, fault }: Hook): string {
  const age = (since: Date) => formatAge(now.getTime() - since.getTime(), locale);
  if (offAt) return t.hook.state.off;
  if (failingSince && fault) return t.hook.state.failing(age(failingSince), faultWords(t, fault));
  return okAt ? t.hook.state.ok(age(okAt)) : t.hook.state.new;
}
