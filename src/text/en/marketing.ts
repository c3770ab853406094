import { plural } from './plural.ts';

const people = (count: number): string => plural(count, 'person', 'people');

export const marketing = {
  /** What somebody has said about what they get unasked. */
  consent: {
    label: 'News and offers',
    /** In the owner's chat. */
    purpose: { newsletter: 'news', offers: 'offers', reminders: 'reminders', service: 'service' },
    list: (names: string[]): string => names.join(', '),
    agreed: (address: string, what: string, how: string): string => `${address} has agreed: ${what} (${how})`,
    asked: (address: string): string => `${address} was asked, and has not confirmed it yet`,
    stopped: (address: string, what: string, how: string): string => `${address} wants none: ${what} (${how})`,
    complained: (address: string, day: string): string => `${address} reported us as spam on ${day}: gets none`,
    paused: (address: string, until: string): string => `${address} has paused until ${until}`,
    yours: (address: string, what: string, day: string): string => `${address} gets none: ${what} (by you, ${day})`,
    /** Where a no was said, with its day; `file`: what a file is called that says it. */
    how: (source: string, day: string, file: string): string =>
      ({
        one_click: `one click in a mail, ${day}`,
        reply: `in a reply, ${day}`,
        chat: `closed the chat, ${day}`,
        shop: `in the shop, ${day}`,
        page: `on our page, ${day}`,
        import: file ? `says the file ${file} that you imported, ${day}` : `says a file that you imported, ${day}`,
      })[source.split(':', 1)[0]!] ?? `as we were told, ${day}`,
    /** How it is known that they agreed. */
    proof: {
      page: (day: string): string => `confirmed it themselves on our page, ${day}`,
      shop_confirmed: (day: string): string => `confirmed it in the shop, ${day}`,
      shop: (day: string): string => `ticked it in the shop, ${day}`,
      user: (day: string): string => `written down by you, ${day}`,
    },
    proposed: (day: string): string => `a program said so and you tapped, ${day}`,
    /** Before words are kept as evidence. */
    sure: {
      ask: (words: string): string =>
        `I would write down: “${words}”. Is that how they agreed? Until you say so, nothing is kept.`,
      yes: 'Yes, they agreed so',
      no: 'No',
    },
    /** Where a shop says it. */
    inShop: 'Wants news and offers by mail, as the shop says',
    /** /consent */
    title: (name: string): string => `What ${name} gets unasked`,
    nowhere: (name: string): string =>
      `I know no mail address and no chat of ${name} where news could go. Add one first: /edit.`,
    /** Where there is no address that a no could be kept for. */
    keepNo: 'Keep it as a note',
    noInWords: 'Wants no news and no offers',
    nothing: (address: string): string => `${address} has agreed to nothing yet`,
    evidence: (words: string): string => `“${words}”`,
    hint: (ref: string): string =>
      `If they agreed elsewhere, write down how: /consent ${ref} news offers said so at the fair on 3 May. Safer: let them confirm it themselves.`,
    noted: (name: string, address: string, what: string): string =>
      `Written down: ${name} (${address}) agreed to ${what}`,
    known: (name: string, what: string): string => `${name} had agreed to ${what} already.`,
    theirNo: (name: string, address: string): string =>
      `${name} said no themselves at ${address}. Only they can take that back: ask them, and they confirm it on a page.`,
    theirReport: (name: string, address: string): string =>
      `A report says that ${name} (${address}) marked our mail as spam, so nothing unasked goes there. Only if they told you that it was a mistake, take the report back.`,
    notReported: (name: string): string => `No report says that ${name} marked our mail as spam.`,
    unreported: (address: string): string => `The report counts no more: ${address} gets again what they agreed to.`,
    onlyIfSure:
      'A report as spam is taken back only if they told you that it was a mistake. If they report again, their provider may send all your mail to spam.',
    ownersAlone: 'Only the owner takes a report as spam back.',
    whichPlace: (name: string): string => `Where did ${name} agree to be written to?`,
    askSent: (address: string): string =>
      `${address} gets a message to confirm it. Nothing else goes there until they do.`,
    askedLately: (address: string): string =>
      `${address} was asked lately, or has agreed already. One address is asked once a day, and three times a month.`,
    noChannel: 'That channel is not set up (/setup).',
    stoppedByYou: (name: string): string => `${name} gets nothing unasked any more. Answers go on as always.`,
    alreadyStopped: (name: string): string => `${name} gets nothing unasked already.`,
    all: 'All of these',
    whichPurpose: (name: string): string => `To what did ${name} agree?`,
    button: {
      ask: 'Let them confirm it',
      mistake: 'The report is a mistake',
      stop: 'No more news to them',
      keep: 'They did not mean that',
      stopAll: (count: number): string => `No more news to all ${count}`,
      keepAll: (count: number): string => `None of the ${count} meant that`,
      stopOf: (name: string): string => `No more news to ${name}`,
      keepOf: (name: string): string => `${name} did not mean that`,
      show: 'What they get',
    },
    /** On the card of a message that asks for it. */
    hasStopped: (name: string): string => `${name} gets no news and offers any more, as they asked.`,
    /** Told to whoever asked them. */
    hasAgreed: (name: string, what: string): string => `✓ ${name} has agreed to ${what}.`,
    /** On the card of a message that answers what came unasked. */
    answers: 'Answers',
    campaignNamed: (name: string): string => `campaign “${name}”`,
    perhapsNoMore:
      'They say no: to this alone, or to everything that comes unasked? Until you decide, nothing unasked goes to them.',
    /** Beside it, where it came from another mailbox than the one that was written to. */
    answersOf: (name: string, address: string): string =>
      `This answers what ${name} got at ${address}. Until you decide, nothing unasked goes to ${name} either.`,
    /** Of one of many such mails, whose sender nothing shows to be right. */
    unproved:
      'Somebody asks for no more in their name. Many such mails came today, and nothing shows who sent this one: they go on getting what they agreed to unless you say so.',
    seemsToStop: 'They seem to ask for no more. Until you decide, nothing unasked goes to them.',
    undecided: (address: string): string =>
      `${address} seems to have asked for no more: nothing goes there until you decide`,
    goesOn: (name: string): string => `${name} gets what they have agreed to, as before.`,
    notAsked: (name: string): string => `Nothing ${name} wrote is waiting for your decision.`,
    /** Over those of whom it is not decided. */
    toDecide: 'Have asked to stop: yours to decide',
    nobodyAsked: 'Nobody’s wish to stop is waiting for your decision.',
    allStopped: (count: number): string =>
      `${people(count)} ${count === 1 ? 'gets' : 'get'} nothing unasked any more. Answers go on as always.`,
    allGoOn: (count: number): string =>
      `${people(count)} ${count === 1 ? 'gets' : 'get'} what they have agreed to, as before.`,
    /** What the customer is told, once. */
    goodbye: (business: string): string =>
      `You will get no more news and offers from ${business || 'us'} here. We still answer what you write to us.`,
  },
  /** On mails that advertise. */
  advertising: {
    subject: (subject: string): string => `AD: ${subject}`,
  },
  /** The page where people see what they get, and stop it. */
  preferences: {
    title: (business: string): string => (business ? `What ${business} sends you` : 'What we send you'),
    to: (place: string): string => `To: ${place}`,
    purpose: {
      newsletter: 'News',
      offers: 'Special offers',
      reminders: 'Reminders, and how you liked your order',
    },
    save: 'Save',
    confirms: 'If you tick something that is off, you first get a message to confirm it.',
    off: 'Stop everything',
    nothing: 'You get nothing from us unasked.',
    service: 'You get messages that belong to what you bought or asked for. “Stop everything” ends these too.',
    pause: 'Pause for 30 days',
    pausedUntil: (day: string): string => `Paused until ${day}.`,
    resume: 'End the pause',
    elsewhere: 'You also get something here:',
    at: (place: string, what: string): string => `${place}: ${what}`,
    stop: 'Stop this',
    still:
      'This is only about what comes unasked: answers to what you write to us, and mails about your orders, still come.',
    language: 'Language',
    stopped: 'Done: you will get nothing unasked from us any more.',
    saved: 'Saved.',
    asked: 'Saved. We have sent you a message: please confirm in it what you want to get.',
    askedBefore:
      'Saved. What you ticked has to be confirmed, and a message for that was sent to you lately: please look for it.',
    cannotAsk: 'Saved. To get news again, please write to us.',
    paused: (day: string): string => `Paused: nothing comes until ${day}.`,
    resumed: 'The pause is over.',
    once: 'To stop everything that comes unasked, press the button. Opening this page has changed nothing.',
    often: 'That was very often. Please wait ten minutes; what you have changed is kept.',
    gone: 'This link is not complete, or no longer in use. Please open it from the message once more, or answer that message with “unsubscribe”.',
    /** What they agree to when they confirm it. */
    words: (business: string, what: string): string =>
      `${business || 'You'} may send me: ${what}. I can stop it at any time.`,
  },
};
