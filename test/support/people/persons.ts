import type { Sql } from '../../../src/db/sql.ts';

/**
 * The answers for each table that holds something about a person; '' and 'yes' are no answers where a reason is needed.
 */
interface Holds {
  /** 'shown', or why the timeline does not need it. */
  timeline: string;
  /**
   * 'in the file', 'summed in the file' (how many there are and what they add up to), or why the export does not need
   * it.
   */
  export: string;
  /** What becomes of it when somebody is to be forgotten. */
  forget:
    | 'goes with the contact'
    | 'goes with its conversation'
    | 'goes with its order or lead'
    | 'goes with its ticket'
    | 'goes with its contract'
    | 'bodies are emptied'
    | 'goes after a month'
    | 'hashed';
}

const NOT_EXPORTED = 'the file has a line a contact: who they are, how to reach them, what they spent';
const OF_TALK = 'how an answer goes, not what happened';

/** Every table that holds a person's words, name, address or doings. */
export const OF_PERSONS: Readonly<Record<string, Holds>> = {
  contacts: { timeline: 'is whom it is about', export: 'in the file', forget: 'goes with the contact' },
  contact_identities: { timeline: 'shown', export: 'in the file', forget: 'goes with the contact' },
  field_values: { timeline: 'who they are, not what happened', export: 'in the file', forget: 'goes with the contact' },
  memberships: { timeline: 'who they are, not what happened', export: 'in the file', forget: 'goes with the contact' },
  contact_signs: { timeline: 'proves nothing', export: 'in the file', forget: 'goes with the contact' },
  contact_moves: { timeline: 'shown', export: NOT_EXPORTED, forget: 'goes with the contact' },
  conversations: { timeline: 'shown', export: NOT_EXPORTED, forget: 'goes with the contact' },
  messages: { timeline: 'shown', export: NOT_EXPORTED, forget: 'goes with its conversation' },
  leads: { timeline: 'shown', export: NOT_EXPORTED, forget: 'goes with the contact' },
  stage_changes: { timeline: 'part of its lead', export: NOT_EXPORTED, forget: 'goes with its order or lead' },
  quote_lines: { timeline: 'part of its lead', export: NOT_EXPORTED, forget: 'goes with its order or lead' },
  quotes: { timeline: 'shown', export: NOT_EXPORTED, forget: 'goes with its order or lead' },
  contracts: { timeline: 'shown', export: NOT_EXPORTED, forget: 'goes with the contact' },
  invoices: { timeline: 'part of its order', export: NOT_EXPORTED, forget: 'goes with its order or lead' },
  invoice_reminders: {
    timeline: 'the message itself is shown',
    export: NOT_EXPORTED,
    forget: 'goes with its order or lead',
  },
  contract_files: { timeline: 'part of its contract', export: NOT_EXPORTED, forget: 'goes with its contract' },
  tickets: { timeline: 'shown', export: NOT_EXPORTED, forget: 'goes with the contact' },
  ticket_lines: { timeline: 'part of its ticket', export: NOT_EXPORTED, forget: 'goes with its ticket' },
  ticket_orders: { timeline: 'part of its ticket', export: NOT_EXPORTED, forget: 'goes with its ticket' },
  ticket_messages: { timeline: 'the message itself is shown', export: NOT_EXPORTED, forget: 'goes with its ticket' },
  ticket_states: { timeline: 'the answers themselves are shown', export: NOT_EXPORTED, forget: 'goes with its ticket' },
  lead_words: { timeline: 'the words of its lead', export: NOT_EXPORTED, forget: 'goes with its order or lead' },
  ticket_clocks: { timeline: 'worked out of its ticket', export: NOT_EXPORTED, forget: 'goes with its ticket' },
  calls: { timeline: 'shown', export: NOT_EXPORTED, forget: 'goes with the contact' },
  ratings: { timeline: 'shown', export: NOT_EXPORTED, forget: 'goes with the contact' },
  feedback: { timeline: 'shown', export: NOT_EXPORTED, forget: 'goes with the contact' },
  tasks: { timeline: 'shown', export: NOT_EXPORTED, forget: 'goes with the contact' },
  orders: { timeline: 'shown', export: 'summed in the file', forget: 'goes with the contact' },
  contact_purchases: {
    timeline: 'the orders themselves are shown',
    export: 'summed in the file',
    forget: 'goes with the contact',
  },
  order_lines: { timeline: 'part of its order', export: NOT_EXPORTED, forget: 'goes with its order or lead' },
  order_payments: {
    timeline: 'part of its order',
    export: 'summed in the file',
    forget: 'goes with its order or lead',
  },
  order_refunds: { timeline: 'part of its order', export: 'summed in the file', forget: 'goes with its order or lead' },
  order_reports: { timeline: 'part of its order', export: NOT_EXPORTED, forget: 'goes with its order or lead' },
  checkouts: {
    timeline: 'a cart that was left is no doing yet; bought, it is an order',
    export: NOT_EXPORTED,
    forget: 'goes with the contact',
  },
  churn_alerts: {
    timeline: 'what we worked out of orders that are shown',
    export: NOT_EXPORTED,
    forget: 'goes with the contact',
  },
  churn_marks: { timeline: 'shown', export: NOT_EXPORTED, forget: 'goes with the contact' },
  participants: { timeline: 'their own words are shown', export: NOT_EXPORTED, forget: 'goes with its conversation' },
  scheduled_answers: { timeline: 'shown once it has left', export: NOT_EXPORTED, forget: 'goes with the contact' },
  unconfirmed_answers: {
    timeline: 'shown once it has left',
    export: NOT_EXPORTED,
    forget: 'goes with its conversation',
  },
  automatic_answers: { timeline: 'the answer itself is shown', export: NOT_EXPORTED, forget: 'goes with the contact' },
  automatic_refusals: {
    timeline: 'the words that say so are shown, and the card says that it is so',
    export: NOT_EXPORTED,
    forget: 'goes with the contact',
  },
  ready_answers: {
    timeline: 'the answer itself is shown',
    export: NOT_EXPORTED,
    forget: 'goes with its conversation',
  },
  automatic_mails: { timeline: 'nobody knows whose it is', export: NOT_EXPORTED, forget: 'bodies are emptied' },
  collected_cards: { timeline: 'a copy of what is shown', export: NOT_EXPORTED, forget: 'goes with its conversation' },
  album_parts: { timeline: 'part of its message', export: NOT_EXPORTED, forget: 'goes with its conversation' },
  message_versions: { timeline: 'when its message was changed', export: NOT_EXPORTED, forget: 'goes after a month' },
  topics: { timeline: OF_TALK, export: NOT_EXPORTED, forget: 'goes with the contact' },
  link_tokens: { timeline: OF_TALK, export: NOT_EXPORTED, forget: 'goes with the contact' },
  objections: { timeline: OF_TALK, export: NOT_EXPORTED, forget: 'hashed' },
  sender_rules: { timeline: OF_TALK, export: NOT_EXPORTED, forget: 'hashed' },
  merge_proposals: { timeline: 'a question, not a doing', export: NOT_EXPORTED, forget: 'goes with the contact' },
  likeness_keys: { timeline: 'hashes of what is shown', export: NOT_EXPORTED, forget: 'goes with the contact' },
  likeness_due: {
    timeline: 'numbers of contacts, for a minute',
    export: NOT_EXPORTED,
    forget: 'goes with the contact',
  },
  triage_corrections: { timeline: 'what the owner taught', export: NOT_EXPORTED, forget: 'goes with its conversation' },
  import_rows: {
    timeline: 'what it brought is shown',
    export: NOT_EXPORTED,
    forget: 'goes after a month',
  },
  inbox: { timeline: 'the message made of it is shown', export: NOT_EXPORTED, forget: 'bodies are emptied' },
  api_answers: { timeline: 'what a program was answered', export: NOT_EXPORTED, forget: 'goes after a month' },
  outbox: { timeline: 'the message it sends is shown', export: NOT_EXPORTED, forget: 'bodies are emptied' },
  buttons: { timeline: 'may carry a name in a command line', export: NOT_EXPORTED, forget: 'bodies are emptied' },
  held_forms: {
    timeline: 'held back as a program’s; released, the message is shown',
    export: NOT_EXPORTED,
    forget: 'goes after a month',
  },
  campaign_deliveries: { timeline: 'shown', export: NOT_EXPORTED, forget: 'goes with the contact' },
  sequence_entries: {
    timeline: 'what is sent of it is shown',
    export: NOT_EXPORTED,
    forget: 'goes with the contact',
  },
  contact_sources: {
    timeline: 'how they came; what they wrote then is shown',
    export: NOT_EXPORTED,
    forget: 'goes with the contact',
  },
  consents: { timeline: 'shown', export: NOT_EXPORTED, forget: 'goes with the contact' },
  suppressions: { timeline: 'shown', export: NOT_EXPORTED, forget: 'hashed' },
  journal: { timeline: 'what the owner typed', export: NOT_EXPORTED, forget: 'bodies are emptied' },
  journal_changes: { timeline: 'what undo reads', export: NOT_EXPORTED, forget: 'bodies are emptied' },
};

/** Tables that hold nothing about a customer, and what they hold instead. */
export const OF_NOBODY: Readonly<Record<string, string>> = {
  absences: 'when the owner is away',
  organizations: 'a company, which is nobody’s own',
  faqs: 'what is often asked, in nobody’s name',
  causes: 'why people ask for help, as the owner calls it',
  quote_numbers: 'numbers that were given to quotes',
  forecasts: 'sums that were foreseen of a month',
  pipeline_days: 'sums of each day',
  stages: 'what the stages of leads are called',
  lost_reasons: 'why leads are lost, as a list',
  api_keys: "of the owner's programs",
  imports: 'what a file is taken for and how far it is; its people are contacts',
  imported_rows: 'numbers of rows',
  campaign_plans: 'how far the plan of a campaign is',
  campaign_links: 'where the links of mails to many lead',
  campaign_senders: 'how much each address of ours has sent',
  campaigns: 'what is said to many',
  outlets: 'channels of the owner',
  posts: 'what is said to everybody',
  post_messages: 'where that stands',
  post_links: 'where its links lead, and how often they were followed',
  sequences: 'what is said by itself, and when',
  canned_replies: 'words said often, with variables for names',
  channel_states: 'how the channels are',
  connections: 'shops',
  cursors: 'how far we have read',
  deleted_orders: 'numbers of a shop',
  marketing_words: 'numbers of a shop, with hashes of mailboxes',
  dkim_keys: 'with what our mail is signed',
  fields: 'what the owner wants to know of customers, not what is known',
  hook_events: 'that something happened, until it is passed on',
  hook_states: 'how other systems take what they are told',
  hooks: 'other systems of the owner',
  job_runs: 'what has run',
  leases: 'who works at the moment',
  likeness_figures: 'how often names and agreements are seen, names of two or more people',
  mail_checks: 'what the DNS says of an address of ours',
  mailbox_uids: 'how far we have read',
  migrations: 'the schema',
  own_accounts: "the owner's own",
  segments: 'filters with a name',
  templates: 'what is written to many, with variables for names',
  pairing_codes: "users' own",
  pairing_tries: 'chats, for an hour',
  products: 'what shops sell',
  pulls: 'how far we have read what shops have',
  sent_parts: 'ids of what was sent',
  settings: "the owner's own",
  shipments: 'where parcels are, by their numbers',
  shop_keys: 'with which key shops are asked',
  sites: 'where the data are at work',
  suppression_keys: 'with what addresses are hashed',
  unused_topics: 'what shops send and nothing follows from',
  unasked_ticks: 'counts who was not asked',
  user_identities: "users' own",
  users: "users' own",
  web_forms: 'what forms ask for, and where they stand',
  write_probes: 'is always empty',
};

/** Tables for which nobody has given answers. */
export async function unansweredTables(sql: Sql): Promise<string[]> {
  const tables = await sql<{
    name: string;
  }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`;
  return tables.map(({ name }) => name).filter((name) => !(name in OF_PERSONS) && !(name in OF_NOBODY));
}
