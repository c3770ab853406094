/** Local parts behind which nobody reads. */
const NO_REPLY = /^([^@]*[._+-])?(no[-_.]?reply|do[-_.]?not[-_.]?reply|noresponder|nepasrepondre)([._+-][^@]*)?@/;
/** What carries mail and reports on it; some write a name without an address. */
const DAEMON =
  /^(mailer-daemon|mail-daemon|mail\.daemon|mdaemon|mail[-_. ]?delivery([-_. ]?(system|subsystem))?|bounces?|no-?reply-bounce)([+-][^@]*)?(@|$)|microsoftexchange[0-9a-f]+@/;

/** Whether a sender's address (lower case) is one that asks not to be answered. */
export const asksNoReply = (address: string): boolean => NO_REPLY.test(address);

/** Whether mail under an address, or under a name without one, is from a mail server itself. Lower case. */
export const isDaemon = (from: string): boolean => DAEMON.test(from);

/** Whether nobody could be answered under an address: it is never whose words a mail holds. */
export const isNobodys = (address: string): boolean =>
  NO_REPLY.test(address) || DAEMON.test(address) || /^postmaster([+-][^@]*)?@/.test(address);
