import type { CommandContext } from '../domain/commands/command.ts';
import { commands } from '../domain/commands/table.ts';
import { type Context, localeOf } from '../domain/context.ts';
import { texts } from '../text/texts.ts';
import { Problem } from './problem.ts';

/** Nobody reads there: what a program does is told to it alone. */
const NOWHERE = { channel: 'console', address: 'api' };

/** The act as the owner's, so that programs do what commands do, by the same functions. */
export function actingFor(ctx: Context): CommandContext {
  const owner = ctx.users.find(({ role }) => role === 'owner');
  if (!owner) throw new Problem(503, 'no_owner', 'Nobody owns these data yet.');
  const { id, name, role, locale: spoken } = owner;
  const user = { id, name, role, locale: spoken };
  const locale = localeOf(ctx, user);
  return {
    ...ctx,
    ...{ user, locale, t: texts(locale), place: NOWHERE, about: undefined, pressed: undefined },
    ...{ readAt: ctx.now, careful: true, typed: false, commands },
    askOfWords: async () => undefined,
  };
}
