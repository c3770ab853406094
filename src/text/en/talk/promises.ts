/** What the owner has promised customers in their answers. */
export const promises = {
  promise: {
    list: 'What you have promised',
    listOf: (name: string): string => `What you have promised ${name}`,
    noneOf: (name: string): string => `Nothing you have promised ${name} is still open.`,
    none: 'Nothing you have promised is still open.',
    /** Under an answer that promises something. */
    offer: (words: string): string => `You promised: “${words}”. Shall I remind you?`,
    offerTo: (name: string, words: string): string => `You promised ${name}: “${words}”. Shall I remind you?`,
    remind: (when: string): string => `⏰ ${when}`,
    no: 'No',
    leftIt: 'All right, no reminder.',
    set: (when: string, title: string): string => `⏰ ${when}: ${title}`,
    title: (name: string, words: string): string => `Promised ${name}: ${words}`,
    gone: 'That answer is no longer there, so there is nothing to remind you of.',
    /** On the reminder, where the customer has got another answer since. */
    kept: (when: string, words: string): string => `You have written to them since, ${when}: “${words}”`,
    /** A button: what was promised before is done with by this. */
    insteadOf: (title: string): string => `Done with: ${title}`,
    neverArrived: 'That answer never reached them.',
    switchOff: '/settings promises off turns these offers off.',
    promisedOn: (when: string): string => `promised ${when}`,
  },
};
