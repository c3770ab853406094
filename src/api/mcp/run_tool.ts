import type { Tx } from '../../db/sql.ts';
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
    const done = await unlessUndone(house.act((ctx) => runUnheard(actingFor({ ...ctx, key: key.id }), line)));
    if (done) return done;
  }
  return house.act((ctx) => propose(actingFor(ctx), key, line));
}

/** Runs it unless it would reach a customer: that is seen afterwards, and then nothing of it stays. */
async function runUnheard(act: Acting, line: string): Promise<Reply> {
  const [last] = await act.tx<Last>`
    select coalesce((select max(id) from outbox), 0) as sent, coalesce((select max(id) from scheduled_answers), 0) as scheduled`;
  const reply = await run(act, line);
  if (await reachesCustomer(act.tx, last!)) throw new NothingStays();
  return reply;
}

/** The last messages there were before. */
interface Last {
  sent: string;
  scheduled: string;
}

async function reachesCustomer(tx: Tx, { sent, scheduled }: Last): Promise<boolean> {
  const rows = await tx`
    select from outbox where id > ${sent} and audience = 'customer'
    union all select from scheduled_answers where id > ${scheduled} limit 1`;
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
      buttons: [[{ label: t.assistant.doIt, command: line, style: 'primary', typed: true }]],
      hint: t.assistant.notDone,
    }),
    { notice: { kind: 'proposed' } },
  );
  return { text: act.t.assistant.proposed };
}
