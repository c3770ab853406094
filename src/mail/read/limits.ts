/** Mails over 25 MB (the limit of most providers) stay in the mailbox; how they begin is stored. */
export const MAIL_BYTES = 25 * 1024 * 1024;
/** Headers, and mostly what was written: mail programs put the words before the files. */
export const BEGINNING_BYTES = 256 * 1024;

/** On such an inbox row: how many bytes the mail has in the mailbox. */
export const OVERSIZE_HEADER = 'mail-bytes';

/** On every mail's inbox row: `<uidvalidity>:<uid>` and when the mail server got it (ISO). */
export const UID_HEADER = 'imap-uid';
export const RECEIVED_HEADER = 'imap-received';

/** What all copies of one mail have in common (mail_key.ts); unique over all mailboxes. */
export const KEY_HEADER = 'mail-key';
