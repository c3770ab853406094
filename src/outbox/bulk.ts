/** A mail as a campaign hands it over: composed but for its encoding. */
export interface BulkMail {
  /** Whatever tells the mails of a batch apart. */
  id: string;
  /** `Name <shop@example.com>`. */
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  /** With its angle brackets. */
  messageId: string;
}

/**
 * What became of one mail of a batch: sent (the server took it), failed (never), retry (certainly not sent, later), unknown (its bytes
 * left and no answer came). `detail`: the step and the server's words; `code`: its SMTP answer.
 */
export interface BulkResult {
  state: 'sent' | 'failed' | 'retry' | 'unknown';
  detail: string;
  code?: number;
}

/** Hands over many mails at a time. It throws nothing and repeats nothing: results come in the order of the batch. */
export interface BulkSender {
  send(batch: BulkMail[]): Promise<BulkResult[]>;
  close(): void | Promise<void>;
}

/** How a channel takes many mails at once. */
export interface BulkWay {
  sender: BulkSender;
  /** `Name <shop@example.com>`, and the address alone, by which its pace is kept. */
  from: string;
  address: string;
  /** The Message-ID of what `key` names: the same for every attempt, and nobody else can make it up. */
  idOf(key: string): string;
  /** Where somebody unsubscribes by one click. */
  unsubscribeUrl(who: { contactId: string; channel: string; address: string }): string;
}
