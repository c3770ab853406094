import { typedWords } from '../../../../text/typed.ts';
import type { Context } from '../../../context.ts';

/** So many of the newest buttons are looked through for the last question. */
const MOST_BUTTONS = 300;

/** What our buttons name the last month: they stand under every answer about some days. */
const LAST_MONTH = [...typedWords(({ lastMonth }) => lastMonth)];

/** The last question about some days, asked of other days; where there was none, it is asked what is meant. */
export async function askedAgain({ tx }: Pick<Context, 'tx'>, span: string): Promise<string> {
  const rows = await tx<{ command: string }>`
    select b.command from (
      select command, outbox_id, created_at from buttons order by created_at desc limit ${MOST_BUTTONS}
    ) b join outbox o on o.id = b.outbox_id
    where o.audience = 'owner' order by o.id desc, b.created_at desc`;
  for (const { command } of rows) {
    const end = LAST_MONTH.find((words) => command.endsWith(` ${words}`));
    if (end !== undefined) return `${command.slice(0, -end.length).trim()} ${span}`;
  }
  return `/takings which ${span}`;
}
