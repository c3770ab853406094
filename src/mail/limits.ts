/** Mails over 25 MB (the limit of most providers) are stored as headers only. */
export const MAIL_BYTES = 25 * 1024 * 1024;

/** On such an inbox row: how many bytes the mail has in the mailbox. */
export const OVERSIZE_HEADER = 'mail-bytes';

/** On every mail's inbox row: `<uidvalidity>:<uid>` and when the mail server got it (ISO). */
export const UID_HEADER = 'imap-uid';
export const RECEIVED_HEADER = 'imap-received';
