/** What a customer's message may be. `sublabel` refines it: lead/price, ticket/complaint, other/spam, ... */
export type TriageLabel = 'lead' | 'ticket' | 'feedback' | 'other';

/** Reasons that are facts, not phrases of the text: codes for the card to put into the owner's language. */
export const signalReasons = ['auto_reply', 'bounce', 'list', 'open_ticket', 'open_lead'] as const;
export type SignalReason = (typeof signalReasons)[number];

export interface TriageInput {
  text: string;
  subject?: string;
  /** Facts that outrank any wording: looked up by the caller. */
  signals: {
    /** The conversation already has an open ticket or lead. */
    openTicket?: boolean;
    openLead?: boolean;
    /** It follows a question of ours: a yes or a code is the answer, any words are where we asked what to write, a yes alone where we proposed something. */
    answersUs?: true | 'words' | 'yes';
    /** The text names an order number that this contact really has. */
    orderNumber?: string;
    /** A machine wrote it. */
    automatic?: 'auto_reply' | 'bounce' | 'list';
  };
}

export interface Triage {
  label: TriageLabel;
  sublabel: string;
  /** 0..1 */
  confidence: number;
  /** false: below the bar; shown as 待分拣 / unsorted, the owner decides. */
  accepted: boolean;
  /** The signals or phrases that decided, as they stand in the text. */
  reasons: string[];
  by: 'signal' | 'rules' | 'model' | 'owner';
  /** The owner said so of words that were changed since. */
  ofEarlier?: true;
  /** What those look like: what it is taken for again, when the owner takes back what they said. */
  looksLike?: Triage;
  /** It asks for no more of what comes unasked as well, or seems to: whether it does is asked. */
  alsoNoMore?: true;
  /** What was judged, where that is not the message's text: a form's words. */
  judged?: string;
}
