import { refusesRobots } from '../../../text/question/robots.ts';
import type { Context } from '../../context.ts';
import type { Triage } from '../../triage/triage.ts';
import { urgency } from '../urgent.ts';
import { noteRefusal, refusesAutomatic } from './refusal.ts';
import type { Ready, ReadyKind, WhyStays } from './rows.ts';

const HOUR_MS = 3_600_000;
/** So long after a person's words they are being talked with. */
const TALKED_MS = HOUR_MS;
/** So many of their messages are looked at, over all channels. */
const LOOKED_AT = 100;
/** A complaint is heard before triage is sure of it. */
const LIKELY = 0.5;
const UPSET: readonly string[] = ['complaint', 'refund', 'criticism', 'low'];

interface Said {
  id: string;
  text: string;
  subject: string | null;
  triage: Triage | null;
}

/** What of a person speaks against an answer that leaves by itself, over all channels. */
interface Mood {
  /** A complaint, a threat or a demand for money back of theirs waits, or its ticket is open. */
  upset: boolean;
  /** They have refused what a machine says. */
  refused: boolean;
  /** Somebody is talking with them. */
  talked: boolean;
}

async function moodOf(ctx: Context, contactId: string): Promise<Mood> {
  const { tx, now } = ctx;
  const talkedSince = new Date(now.getTime() - TALKED_MS);
  const [row] = await tx<{ open: boolean; talked: boolean; answered: string }>`
    select exists (
      select from tickets where contact_id = ${contactId} and state <> 'resolved' and merged_into_id is null and kind in ('complaint', 'return')
    ) as open, coalesce(max(m.occurred_at) > ${talkedSince}, false) as talked, coalesce(max(m.id), 0)::text as answered
    from conversations v join messages m on m.conversation_id = v.id
    where v.contact_id = ${contactId} and m.direction = 'out' and m.automatic is not true`;
  const said = await tx<Said>`
    select m.id::text as id, m.text, m.subject, m.triage from conversations v join messages m on m.conversation_id = v.id
    where v.contact_id = ${contactId} and m.direction = 'in' and m.withheld is not true
    order by m.id desc limit ${LOOKED_AT}`;
  const { open, talked, answered } = row!;
  return {
    upset: open || said.some((one) => BigInt(one.id) > BigInt(answered) && isUpset(one)),
    refused: (await refusesAutomatic(tx, contactId)) ?? (await refusedBefore(ctx, contactId, said)),
    talked,
  };
}

/** What was written before it was noted of a person counts as long as nobody has said either, and is noted now. */
async function refusedBefore(ctx: Context, contactId: string, said: readonly Said[]): Promise<boolean> {
  const refusal = said.find(({ text, subject }) => refusesRobots(`${subject ?? ''}\n${text}`));
  return refusal !== undefined && (await noteRefusal(ctx, contactId, refusal.id));
}

/** That it is closed now is told to those who complain as well. */
function against({ upset, refused, talked }: Mood, kind: ReadyKind): WhyStays | undefined {
  if (upset && kind !== 'hours') return 'upset';
  if (talked) return 'talked';
  return refused ? 'refused' : undefined;
}

/** Why nothing of this kind leaves by itself to this person, whichever message of theirs it would answer. */
export const whyNotByItself = async (ctx: Context, contactId: string, kind: ReadyKind): Promise<WhyStays | undefined> =>
  against(await moodOf(ctx, contactId), kind);

function isUpset({ text, subject, triage }: Said): boolean {
  if (!triage) return false;
  if (UPSET.includes(triage.sublabel) && (triage.accepted || triage.confidence >= LIKELY)) return true;
  return urgency({ triage, words: `${subject ?? ''}\n${text}` }) === 'complaint';
}

/** What waits for this person stays, where something speaks against it by now. Gives what waited. */
export async function stopForPerson(ctx: Context, contactId: string): Promise<Pick<Ready, 'id' | 'messageId'>[]> {
  const waiting = await ctx.tx<Pick<Ready, 'id' | 'messageId'>>`
    select r.id, r.message_id as "messageId" from ready_answers r join conversations v on v.id = r.conversation_id
    where r.state = 'waiting' and v.contact_id = ${contactId}`;
  if (waiting.length === 0) return [];
  const mood = await moodOf(ctx, contactId);
  for (const kind of ['hours', 'faq', 'order'] as const) {
    const why = against(mood, kind);
    if (why) await stopKind(ctx, contactId, kind, why);
  }
  return waiting;
}

async function stopKind(ctx: Context, contactId: string, kind: ReadyKind, why: WhyStays): Promise<void> {
  await ctx.tx`
    update ready_answers set state = case kind when 'hours' then 'stopped' else 'proposed' end, why = ${why}, settled_at = ${ctx.now}
    where state = 'waiting' and kind = ${kind} and conversation_id in (select id from conversations where contact_id = ${contactId})`;
}
