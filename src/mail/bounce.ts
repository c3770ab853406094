/** What a delivery status notification says of one recipient (RFC 3464). */
export interface FailedRecipient {
  address: string;
  /** failed is final; delayed is only information. */
  action: string;
  /** Enhanced status, e.g. 5.1.1. */
  status: string;
  diagnostic: string;
}

/** Ids made by `messageIdFor`, wherever they stand: many Chinese servers bounce in free text and quote the mail they refuse. */
const OUR_ID = /<crm\.[0-9a-f]{32}\.[0-9a-f]{8}@[A-Za-z0-9.-]{1,255}>/;

/** Reads a message/delivery-status part; groups without a recipient (the per-message one) are passed over. */
export function readDeliveryStatus(part: string): FailedRecipient[] {
  return part
    .replaceAll('\r\n', '\n')
    .split('\n\n')
    .map((group) => readGroup(group))
    .filter((recipient) => recipient.address !== '');
}

function readGroup(group: string): FailedRecipient {
  const field = (name: string) =>
    new RegExp(`^${name}:[ \\t]*(.*(?:\\n[ \\t].*)*)`, 'im').exec(group)?.[1]?.replace(/\n[ \t]+/g, ' ') ?? '';
  const value = (name: string) =>
    field(name)
      .replace(/^[\w-]+;\s*/, '')
      .trim();
  return {
    address: value('Final-Recipient') || value('Original-Recipient'),
    action: field('Action').trim().toLowerCase(),
    status: field('Status').trim(),
    diagnostic: value('Diagnostic-Code'),
  };
}

/** The Message-ID of the mail of ours that a bounce is about, looked for in its raw text; undefined when it does not say. */
export function findOurMessageId(raw: Buffer): string | undefined {
  return OUR_ID.exec(raw.subarray(0, 1024 * 1024).toString('latin1'))?.[0];
}
