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

/** What services send their notices from. */
const NOTICES = /^([^@]*[._+-])?(notifications?|auto-?mail(er)?|automated)([._+-][^@]*)?@/;

/** Whether an answer to an address (lower case) would likely be read by nobody. */
export const readsNobodyAt = (address: string): boolean => isNobodys(address) || NOTICES.test(address);

const NO_ANSWER =
  /\b(?:do not|don[’']t|cannot|can[’']t|not) (?:directly )?(?:reply|respond|answer)(?: directly)? to (?:this|the) (?:e-?mail|message|mail|address)\b|\b(?:this|the) (?:e-?mail |mail)?(?:address|mailbox|inbox) is (?:not|un) ?(?:monitored|attended|read)|\b(?:replies|answers) (?:to this (?:e-?mail|message|address) )?(?:are|will) not (?:be )?(?:read|monitored|answered)|(?:antworten sie|bitte)[^.\n]{0,30}nicht auf diese (?:e-?mail|nachricht)|auf diese (?:e-?mail|nachricht) (?:bitte )?nicht|ne (?:pas répondre|répondez pas) à ce|no responda a este|non rispondere a quest|(?:请|請)?(?:勿|不要)(?:直接)?(?:回复|回覆)(?:此|本|该|这封)?(?:邮件|郵件|邮箱|信)?/iu;

/** Whether a mail says that answers to it are read by nobody. */
export const asksForNoAnswer = (text: string): boolean => NO_ANSWER.test(text);
