/** What is typed of contracts. */
export const contracts = {
  contractActs: {
    notice: ['notice', 'cancel', 'terminate', 'cancelled', 'canceled', 'terminated'],
    end: ['end', 'ended', 'over'],
    renew: ['renew', 'renewed', 'extend', 'extended'],
    resume: ['resume', 'reopen', 'reactivate'],
    remind: ['remind', 'snooze'],
    delete: ['delete', 'remove', 'drop', 'void'],
    file: ['file', 'document'],
  },
  /** Behind /contracts and /unpaid: what is due in some days, or soon. */
  dueThen: ['due', 'due soon', 'ending', 'ending soon', 'expiring', 'expiring soon', 'soon'],
  /** Behind /contracts: those that are over. */
  contractsOver: ['ended', 'over', 'past', 'old'],
  /** A file's caption that begins so says that it is one. */
  contractFiles: ['contract', 'agreement'],
};
