import { readList } from '../../../files/table/list.ts';
import { head } from '../../../text/cut.ts';
import type { Texts } from '../../../text/texts.ts';
import type { Context } from '../../context.ts';
import type { Reply } from '../../reply.ts';

/** Fewer lines are one person with what belongs to them. */
const FEWEST = 2;
const MOST_READ = 20_000;

/**
 * Several lines of which nearly each names somebody and how to reach them: offered for import, beside what else the words
 * may be. Undefined: nothing like that. Nothing is read into it but by a tap.
 */
export function offerImport({ settings }: Context, t: Texts, text: string): Reply | undefined {
  const people = peopleIn(text, settings.country);
  if (people === 0) return undefined;
  return {
    text: t.import.listSays(people),
    buttons: [[{ label: t.import.readList(people), command: `/import\n${text}`, typed: true, style: 'primary' }]],
  };
}

/** How many people stand in lines of their own; 0 where the lines are something else. */
function peopleIn(text: string, country: string): number {
  const read = head(text, MOST_READ);
  if (!read.includes('\n')) return 0;
  const { rows } = readList(read, country);
  const whole = rows.filter(({ cells: [name, phone, mail, wechat] }) => name && (phone || mail || wechat));
  return whole.length >= FEWEST && whole.length * 5 >= rows.length * 4 ? whole.length : 0;
}
