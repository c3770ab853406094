import { weekdaySaid } from '../../../text/meaning/weekday_said.ts';
import { texts } from '../../../text/texts.ts';
import { type Context, localeOf } from '../../context.ts';
import { mayAct, type User } from '../../owner/user.ts';
import type { Reply } from '../../reply.ts';
import { commandOf } from '../called.ts';
import { lineButton } from '../line_button.ts';
import { commands } from '../table.ts';

const AWAY = '/away ';

/** Closed on Sunday is this one, or each of them: the second is offered beside the first. */
export function withEveryWeek(ctx: Context, user: User, line: string, reply: Reply): Reply {
  const day = line.startsWith(AWAY) ? weekdaySaid(line.slice(AWAY.length)) : undefined;
  const locale = localeOf(ctx, user);
  const t = texts(locale);
  const every = day && `/hours ${day} ${t.typed.hours.closed[0]}`;
  const command = every ? commandOf(every) : undefined;
  if (!every || !command || !mayAct(user, command.role)) return reply;
  const [first = [], ...others] = reply.buttons ?? [];
  const button = { ...lineButton({ t, locale, commands }, every), label: t.hours.everyWeek(day) };
  return { ...reply, buttons: [first, [button], ...others] };
}
