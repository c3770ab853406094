/** Mails over 25 MB (the limit of most providers) stay in the mailbox; only their beginning is stored. */
export const MAIL_BYTES = 25 * 1024 * 1024;
/** Enough for the headers and usually for what was written: mail programs put the words before the files. */
export const BEGINNING_BYTES = 256 * 1024;

/** On the inbox row of such a mail: its size in bytes in the mailbox. */
export const OVERSIZE_HEADER = 'mail-bytes';

/** On every mail's inbox row: `<uidvalidity>:<uid>`, and when the mail server received it (ISO). */
export const UID_HEADER = 'imap-uid';
export const RECEIVED_HEADER = 'imap-received';

/** What all copies of one mail have in common (mail_key.ts); unique across all mailboxes. */
export const KEY_HEADER = 'mail-key';
