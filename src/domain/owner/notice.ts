/**
 * What the owner is told unasked, apart from customers' messages (gather.ts; those from one website's forms fold as
 * 'form') and money that came or went (order_flood.ts).
 */
export type NoticeKind = Folding | Alone;

/** These are told together if they come faster than anybody can read. */
export type Folding =
  | 'edit'
  | 'withdrawn'
  | 'late_part'
  | 'automatic'
  | 'invitation'
  | 'visitor'
  | 'form'
  | 'own_mail'
  | 'in_your_name'
  | 'unreadable'
  | 'unanswerable'
  | 'delayed'
  | 'recovered'
  | 'undelivered'
  | 'copy'
  | 'came_back'
  | 'copy_came_back'
  | 'unknown_bounce'
  | 'late'
  | 'complaint'
  | 'alike'
  | 'desk'
  | 'account'
  | 'channel'
  | 'order'
  | 'shop_asks'
  | 'scheduled'
  | 'proposed'
  | 'rated';

/** Why a stranger cannot cause many of these. */
export const ALONE = {
  digest: 'there is one a day',
  churn: 'there is one a week',
  quiet_leads: 'one a day for all leads that have gone quiet since',
  return: 'one for each absence of the owner',
  away: 'one for each absence that the owner has planned',
  reminder: 'the owner made each task, and gave it its hour',
  awake: 'the owner put each to sleep, until this hour',
  joined: 'each needs a code that the owner gave out',
  link: 'each link was made by a user, and works once',
  hook: 'one for each hook that fails, when it begins and when it is switched off; each try was asked for',
  held_form: 'one for each form and day',
  shop: 'one for each shop that cannot be asked, or whose webhooks do not come, when that begins',
  campaign: 'one for each campaign that pauses by itself, until the owner lets it go on',
  mail_check: 'one when the weekly look finds that mail may not arrive any more',
  post: 'one for each place where a post did not go as the owner wanted, and one for a post that is late',
  agreed: 'a user asked each by name, and an address is asked once a day',
  promise: 'one for each answer of ours that promises something for a time',
  ticket_due: 'one for all that are due soon, at most four an hour',
  days_off: 'one a year, in December',
  invoice_due: 'one a day for all that have become overdue, and one for each reminder that was paid before it left',
  contract_due:
    'two before the last day for notice and two before the end of each, and one when its term is over, another where it runs on behind that',
  often_said: 'one for each answer that a user has given three times, three in ten minutes',
  quoted: 'one when the customer of a quote decides, and two before each is over',
  sign_in: 'one for each password and each time the owner tries again',
} as const;

export type Alone = keyof typeof ALONE;

/** What kind of notice it is, and whose: those of one kind and source are told together. */
export interface Notice {
  kind: NoticeKind;
  /** Who sent it, so that they can be blocked. */
  contactId?: string | undefined;
  /** Its source, if not a contact (a channel, an address, a shop). Default: one source. */
  of?: string;
}

/** Under what it is told together with others; undefined if never. */
export function foldingOf({ kind, contactId, of }: Notice): { kind: Folding; of: string } | undefined {
  return kind in ALONE ? undefined : { kind: kind as Folding, of: contactId ? `c${contactId}` : (of ?? '') };
}
