import type { Fragment, Tx } from '../../db/sql.ts';
import { runCommand } from '../../domain/commands/run.ts';
import { splitFirst } from '../../domain/commands/words/words.ts';
import { tellOwner } from '../../domain/desk/tell.ts';
import type { ApiKey } from '../../domain/owner/api_key.ts';
import type { Reply } from '../../domain/reply.ts';
import { asWritten } from '../../text/normalise.ts';
import { actingFor } from '../acting.ts';
import type { ApiHouse } from '../respond.ts';
import { onlyShows, type Tool } from './tools.ts';

type Acting = ReturnType<typeof actingFor>;

/** Ends an act of which nothing is to stay. */
class NothingStays extends Error {
  readonly reply: Reply | undefined;
  constructor(reply?: Reply) {
    super('nothing of this act stays');
    this.reply = reply;
  }
}

/** Runs the line of a call as its effect says, and gives what is said of it. */
export async function runTool(house: ApiHouse, key: ApiKey, tool: Tool, line: string): Promise<Reply> {
  const shows = tool.effect === 'shows' || onlyShows(tool, splitFirst(line)[1]);
  const reply = await (shows ? show(house, line) : change(house, key, tool, line));
  if (!shows) house.wake();
  return reply;
}

const run = (act: Acting, line: string): Promise<Reply> => runCommand(act, act.user, line, act.place, undefined);

/** What only shows leaves nothing behind, whatever it notes for whoever reads in the chat. */
async function show({ act }: ApiHouse, line: string): Promise<Reply> {
  const shown = act(async (ctx): Promise<Reply> => {
    throw new NothingStays(await run(actingFor(ctx), line));
  });
  return (await unlessUndone(shown))!;
}

async function change(house: ApiHouse, key: ApiKey, { effect }: Tool, line: string): Promise<Reply> {
  if (effect === 'changes') {
    const done = await unlessUndone(house.act((ctx) => runUnheard(actingFor({ ...ctx, key: key.id }), key, line)));
    if (done) return done;
  }
  return house.act((ctx) => propose(actingFor(ctx), key, line));
}

/** Runs it unless it would reach a customer, or permit that they are written to: that is seen afterwards, and then nothing of it stays. */
async function runUnheard(act: Acting, key: ApiKey, line: string): Promise<Reply> {
  const [last] = await act.tx<Last>`
    select coalesce((select max(id) from outbox), 0) as sent, coalesce((select max(id) from scheduled_answers), 0) as scheduled,
      coalesce((select max(id) from journal), 0) as done`;
  const reply = await run(act, line);
  if ((await reachesCustomer(act.tx, last!)) || (await permitsSending(act.tx, key, last!))) throw new NothingStays();
  return reply;
}

/** The last messages there were before. */
interface Last {
  sent: string;
  scheduled: string;
  done: string;
}

async function reachesCustomer(tx: Tx, { sent, scheduled }: Last): Promise<boolean> {
  const rows = await tx`
    select from outbox where id > ${sent} and audience = 'customer'
    union all select from scheduled_answers where id > ${scheduled} limit 1`;
  return rows.length > 0;
}

/** Whether what this key has done since says that somebody agreed, takes back a no, or lets somebody be heard again. */
async function permitsSending(tx: Tx, { id }: ApiKey, { done }: Pick<Last, 'done'>): Promise<boolean> {
  const given = (row: Fragment) =>
    tx`coalesce(${row} ->> 'confirmed_at' is not null and ${row} ->> 'withdrawn_at' is null, false)`;
  const holds = (row: Fragment) => tx`coalesce(${row} ->> 'lifted_at' is null and ${row} is not null, false)`;
  const rows = await tx`
    select from journal j join journal_changes c on c.journal_id = j.id
    where j.id > ${done} and j.key_id = ${id} and case c.table_name
      when 'consents' then ${given(tx`c.after`)} and not ${given(tx`c.before`)}
      when 'suppressions' then ${holds(tx`c.before`)} and not ${holds(tx`c.after`)}
      when 'contacts' then c.after is not null and c.before ->> 'blocked_at' is not null and c.after ->> 'blocked_at' is null
      when 'contact_identities' then c.after is not null and c.before ->> 'blocked_at' is not null and c.after ->> 'blocked_at' is null
    end limit 1`;
  return rows.length > 0;
}

/** The reply of an act of which nothing stayed; undefined: it was given up. */
async function unlessUndone(act: Promise<Reply>): Promise<Reply | undefined> {
  try {
    return await act;
  } catch (error) {
    if (error instanceof NothingStays) return error.reply;
    throw error;
  }
}

/** Puts the line before the owner: it is run, as if they had typed it, when they tap. */
async function propose(act: Acting, key: ApiKey, asked: string): Promise<Reply> {
  const line = asWritten(asked);
  await tellOwner(
    act,
    `proposed:${key.id}:${act.random()}`,
    (t) => ({
      title: t.assistant.proposes(key.name),
      quote: line,
      buttons: [[{ label: t.assistant.doIt, command: line, style: 'primary', typed: true, key: key.id }]],
      hint: t.assistant.notDone,
    }),
    { notice: { kind: 'proposed', of: `key:${key.id}` } },
  );
  return { text: act.t.assistant.proposed };
}
