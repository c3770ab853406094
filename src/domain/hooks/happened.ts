import type { Sql, Tx } from '../../db/sql.ts';
import { publicContacts } from '../public_json/contact.ts';
import { publicContracts } from '../public_json/contract.ts';
import { publicFeedback } from '../public_json/feedback.ts';
import { publicInvoices } from '../public_json/invoice.ts';
import { publicLeads } from '../public_json/lead.ts';
import { publicMessages } from '../public_json/message.ts';
import { publicOrders } from '../public_json/order.ts';
import { publicOrganizations } from '../public_json/organization.ts';
import { LETTER, type PublicJson } from '../public_json/public_json.ts';
import { publicQuotes } from '../public_json/quote.ts';
import { publicTickets } from '../public_json/ticket.ts';
import { NOUNS, type Noun } from './event_type.ts';

/** What the triggers noted: that something happened to a row. */
interface Note {
  noun: Noun;
  rowId: string;
  what: string;
  /** A contact that was merged into this one. */
  otherId: string | null;
  at: Date;
}

/** What has happened to a thing, and the thing as it is by now. */
export interface Happened {
  type: string;
  at: Date;
  data: PublicJson;
}

const READ: Record<Noun, (sql: Sql, ids: readonly string[]) => Promise<Map<string, PublicJson>>> = {
  contact: publicContacts,
  organization: publicOrganizations,
  lead: publicLeads,
  ticket: publicTickets,
  feedback: publicFeedback,
  order: publicOrders,
  quote: publicQuotes,
  invoice: publicInvoices,
  contract: publicContracts,
  message: publicMessages,
};

/** Takes the oldest notes, at most `most`, and says what they come to. `more`: there may be more. */
export async function takeHappened(tx: Tx, most: number): Promise<{ happened: Happened[]; more: boolean }> {
  const rows = await tx<Note & { id: string }>`
    delete from hook_events where id in (select id from hook_events order by id limit ${most} for update skip locked)
    returning id, noun, row_id as "rowId", what, other_id as "otherId", at`;
  const notes = rows.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  return { happened: await shownNow(tx, together(notes)), more: rows.length === most };
}

/**
 * What several notes of one thing come to: made and changed is made; deleted is all that counts; what was merged into another is not
 * said to be deleted as well.
 */
function together(notes: readonly Note[]): Note[] {
  const whats = new Map<string, Set<string>>();
  const merged = new Set(notes.flatMap(({ noun, otherId }) => (otherId ? [`${noun}:${otherId}`] : [])));
  return notes.filter((note) => {
    const key = `${note.noun}:${note.rowId}`;
    if (note.what === 'deleted' && merged.has(key)) return false;
    const said = whats.get(key) ?? new Set();
    whats.set(key, said);
    const isSaid = said.has(`${note.what}${note.otherId ?? ''}`) || (note.what === 'updated' && said.has('created'));
    said.add(`${note.what}${note.otherId ?? ''}`);
    return !isSaid;
  });
}

async function shownNow(sql: Sql, notes: readonly Note[]): Promise<Happened[]> {
  const idsOf = (noun: Noun) => [...new Set(notes.flatMap((note) => (note.noun === noun ? [note.rowId] : [])))];
  const read = async (noun: Noun) => {
    const ids = idsOf(noun);
    return [noun, ids.length > 0 ? await READ[noun](sql, ids) : new Map()] as const;
  };
  const now = Object.fromEntries(await Promise.all(NOUNS.map(read))) as Record<Noun, Map<string, PublicJson>>;
  return notes.flatMap((note) => {
    const thing = now[note.noun].get(note.rowId);
    const data = note.what === 'deleted' ? gone(note, thing) : thing && withOther(thing, note);
    return data ? [{ type: `${note.noun}.${note.what}`, at: note.at, data }] : [];
  });
}

/** An order that its shop deleted is kept here; of everything else nothing is left. One that is back was not deleted after all. */
const gone = ({ noun, rowId }: Note, thing: PublicJson | undefined): PublicJson | undefined =>
  thing && noun !== 'order' ? undefined : { id: `${LETTER[noun]}${rowId}`, deleted: true };

const withOther = (thing: PublicJson, { noun, otherId }: Note): PublicJson =>
  otherId ? { ...thing, merged_id: `${LETTER[noun]}${otherId}` } : thing;
