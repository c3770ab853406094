export const talk = {
  receipt: {
    sent: (name: string, channel: string): string => `✓ Sent to ${name} (${channel})`,
    /** In a chat of one's own. */
    you: 'you',
    /** What a command set; `ref`: of which line. */
    ended: (end: string, ref: string): string => (ref ? `✓ ${ref} · ${end}` : `✓ ${end}`),
    ends: { resolve: 'Resolved', won: 'Won', lost: 'Lost', done: 'Done' },
    doneBy: (words: string, who: string, time: string): string => `${words} (${who}, ${time})`,
    at: (words: string, time: string): string => `${words} · ${time}`,
    /** `url` opens the chat, where the answer can be written by hand. */
    failed: (name: string, channel: string): string => `✗ Not sent to ${name} (${channel})`,
    because: (why: string): string => `Reason: ${why}.`,
    why: {
      blocked: 'they have closed this chat to you',
      no_such_address: 'there is no such address; check it, or reach them another way',
      address_not_tried:
        'this address cannot be written to from here, so no server was asked. It may be right: compare it, write from your mail program, or reach them another way',
      mailbox_full:
        'their mailbox is full, and stayed full for two days; reach them another way, or send it again later',
      policy:
        'their mail server refused it by its rules (against spam, or for the sender’s checks). The address itself may be right: ask your mail provider about SPF, DKIM and block lists, or reach them another way',
      sender_refused:
        'your mail server does not let you write from this address; MAIL_FROM must be the one you sign in with, or one your provider allows',
      given_up: 'it could not be delivered for two days; reach them another way, or send it again',
      rejected: 'the channel refused it',
      not_started: 'they never wrote to the bot, and it may not write first. /link gives you a link to send them',
      silent: 'a bot may answer in your own account only within 24 hours of the customer’s last message',
      disconnected:
        'the bot is no longer connected to your own account (Telegram → Settings → Telegram Business → Chatbots)',
      may_not_post: 'the bot may not post there: make it an admin that may post (Slack: /invite it), and ask again',
      may_not_reply:
        'the bot may read in your own account but not reply (Telegram → Settings → Telegram Business → Chatbots → Reply to messages)',
      file_gone: 'the file cannot be fetched any more; send it to me again',
      file_too_large: 'the file is too large to pass on; send a link to it, or a smaller one',
      stopped: 'you have blocked or deleted them meanwhile',
      opted_out: 'they have opted out of texts; they get some again once they text START',
      unreachable: 'the phone is off or out of reach; send it again later, or reach them another way',
      no_texts: 'this number takes no texts; it may be a landline. Reach them another way',
      carrier:
        'the carrier filtered it out for its words, links or sender; word it otherwise, or reach them another way',
      not_carried: 'the carrier could not deliver it; send it again, or reach them another way',
      region:
        'your SMS provider does not send to this country yet; allow it in its console (Twilio: Messaging, Geo permissions)',
      trial: 'your Twilio account is on trial and only texts numbers that you have verified there',
      not_registered:
        'your number is not registered for business texts yet (in the US: A2P 10DLC or toll-free verification, in the Twilio console)',
      sender_not_allowed: 'your SMS provider does not let you send from this number or account; look into its console',
      too_long: 'it is too long for a text; shorten it',
      words_only: 'a text carries words alone; send a link to the file',
      files_not_allowed: 'the Slack app may not handle files yet; install it again with the new manifest',
    },
    /** `url` opens the chat, where the answer can be written by hand. */
    byHand: (url: string): string => `Write to them yourself: ${url}`,
    unknown: (name: string, channel: string): string => `？ Perhaps sent to ${name} (${channel})`,
    brokeOff:
      'The connection broke while the message was under way. It may or may not have arrived, so it is not sent a second time by itself.',
    editStays: '✎ Your edit stays here: what was sent cannot be changed. To put it right, send another answer.',
    editCounts: '✎ It goes as it is now.',
    editHeld: '✎ Your edit stays here: in a minute your first wording goes out, unless you stop it.',
    editOfLine:
      '✎ Your edit stays here: what you typed first counts. To have it as it is now, tap below or type it anew.',
    editOfTouched:
      '✎ Your edit stays here: what you typed first was made, and something has been done with it since. Change what it is now, or undo that first.',
    editOfSecret:
      '✎ Your edit stays here: what you typed first counts. There is a password or a key in it now, so it was not kept: type it anew.',
    deletedStays: '🗑 You deleted this here only: it was sent, and the customer still has it.',
    deletedHeld: '🗑 You deleted this here only: it goes out in a minute, unless you stop it.',
    changeTo: (line: string) => `Change it to ${line}`,
    undoFirst: 'Undo what I typed first',
  },
  ownAccount: {
    connected: (channel: string): string => `🟢 ${channel} is connected`,
    bothKept: 'Customers who write to you there arrive here. You can answer here, or there by hand: both are kept.',
    cannotLeave: (channel: string): string => `🔴 ${channel}: answers cannot be sent`,
    outOfReach: (name: string): string => `✗ Not sent to ${name}`,
  },
  reply: {
    writeTo: (name: string): string => `✍️ For ${name}: type your answer here.`,
    placeholder: (name: string): string => `Your answer to ${name}`,
    held: (name: string, channel: string, seconds: number): string =>
      `→ Sending to ${name} (${channel}) in ${seconds} s`,
    queued: (name: string, channel: string): string => `→ Sending to ${name} (${channel}). The receipt follows.`,
    closed: (name: string, channel: string): string =>
      `${name} has closed the chat to you on ${channel}. Reach them another way.`,
    attachmentsElsewhere: (channel: string): string =>
      `${channel} cannot carry this sticker, so nothing was sent. Send words or a picture instead.`,
    strange: (kind: string): string =>
      `A bot cannot pass this on (${kind}), so nothing was sent. Say it in words, or send a picture.`,
    onlyAmong: (name: string, owner: string, to: string[]): string =>
      `${name} has only written in ${owner}’s thread. An answer there goes to ${to.join(', ')}.`,
    noChannel: (name: string): string => `There is no chat or mail address of ${name} to answer at.`,
    giveMail: (name: string, ref: string): string =>
      `If you have a mail address of ${name}, give it to me and answer again: /edit ${ref} name@example.com`,
    /** Their address is known, and nothing is set up to send it with. */
    setUpMail: (address: string): string =>
      `I have their address, ${address}, but cannot send mail yet. Set SMTP_URL and MAIL_FROM (docs/configuration.md), restart me, and answer again.`,
    invite: 'Or make a link that opens your chat for them, and give it to them yourself.',
    setUpSomething:
      'Nothing is set up to reach them: set SMTP_URL and MAIL_FROM to send mail, or TELEGRAM_BOT_TOKEN for a bot they can write to (docs/configuration.md).',
    giveAddress: (name: string): string =>
      `Give them a mail address, like /edit ${name} anna@example.com, or invite them to your Telegram bot: /link ${name}`,
  },
  cancel: {
    recalled: (name: string): string => `✓ Not sent to ${name}.`,
    scheduled: (name: string): string => `✓ Will not be sent to ${name}.`,
    afterAll: 'Send it after all',
    answerTo: (name: string, words: string): string => `Cancel to ${name}: ${words}`,
    notSent: 'It was not sent.',
    notThere: 'It was already sent or cancelled.',
    nothing: 'No answer is waiting to be sent, so there is nothing to cancel.',
    waiting: '/inbox shows who waits for an answer.',
    onlyScheduled: 'No answer is about to be sent. Some are scheduled: choose which to cancel.',
  },
  canned: {
    list: 'Canned replies',
    none: 'No canned replies yet.',
    hint: '/c save refund en Your refund is on its way, {name}. Also: {business}, {order}. Then /c refund Anna, or /c refund under a card.',
    saved: (name: string, language: string): string => `Saved: ${name} (${language})`,
    dropped: (name: string): string => `Deleted: ${name}`,
    noSuch: (name: string): string => `There is no canned reply “${name}”.`,
    otherOnly: (name: string, language: string, contact: string): string =>
      `“${name}” has no ${language} text, and ${contact} speaks ${language}.`,
    useOther: (language: string): string => `Send it in ${language}`,
    unknownVariable: (typed: string): string =>
      `${typed} is unknown. You can use {name}, {business}, {order}, and your fields, like {birthday}.`,
    leftOpen: (typed: string): string => `“${typed}” looks as if something is still to be filled in.`,
    asTyped: 'Send as typed',
    whichOrder: (name: string): string => `Which order of ${name}’s is meant by {order}?`,
    noNameToRead: (name: string): string =>
      `“${name}” is no name to write to a person: /rename them, or type the name for {name}.`,
    noOrder: (name: string): string => `${name} has no order to fill in for {order}.`,
    noBusiness: 'The business has no name yet for {business}: /settings name …',
  },
  later: {
    list: 'Answers to be sent later',
    none: 'No answers are waiting for their time.',
    saved: (name: string, when: string): string => `⏰ ${when} to ${name}`,
    line: (name: string, text: string): string => `${name}: ${text}`,
    blocked: (name: string): string => `⏰ Not sent to ${name}: you have blocked them`,
    /** It would reach others than were shown. */
    asked: (name: string): string => `⏰ Not sent to ${name} yet: who should get it?`,
    /** On a card of newer words of whom it is for. */
    stillToCome: '⏰ To be sent later',
    cancelIt: (when: string): string => `Cancel ⏰ ${when}`,
    perhapsStale: (name: string): string => `⏰ Not sent to ${name} yet: they have written since. Does it still fit?`,
    wroteSince: 'They wrote',
    orderSince: (name: string): string =>
      `⏰ Not sent to ${name} yet: something has changed with their order since. Does it still fit?`,
    orderNow: (number: string): string => `Order ${number} now`,
    sendIt: 'Send it',
    change: 'Change',
    /** The service was not running when it was due. */
    missed: (name: string, when: string): string =>
      `⏰ Not sent to ${name}: it was due ${when}, and the service was not running`,
    sendNow: 'Send now',
  },
  note: { saved: (name: string): string => `📝 Noted${name ? ` for ${name}` : ''}.` },
  turn: {
    label: 'Waiting on',
    us: (age: string, since: string): string => `you, for ${age} (since ${since})`,
    them: (age: string, since: string): string => `them, for ${age} (since ${since})`,
    nobody: 'nobody',
  },
  inbox: {
    list: 'Waiting for your answer',
    none: 'Nobody is waiting for you.',
    ended: (name: string): string => `✓ ${name} is no longer waiting.`,
    waitsNot: (name: string): string => `${name} is not waiting for an answer.`,
    before: (count: number): string => `… and ${count} ${count === 1 ? 'message' : 'messages'} before`,
  },
  snooze: {
    nothingWaits: (name: string): string => `Nothing of ${name} waits for an answer, so nothing was put off.`,
    getBackTo: (name: string): string => `Get back to ${name}`,
    inAnHour: 'in 1 hour',
    tomorrow: 'tomorrow 9am',
    done: (line: string, when: string): string => `💤 ${line}: until ${when}`,
    hint: 'Or until the customer writes, if that is sooner.',
    noSuch: (id: string): string => `Ticket #${id} is resolved.`,
    awake: (line: string): string => `⏰ ${line}`,
  },
  search: {
    found: (query: string): string => `Mentions of “${query}”`,
    nothing: (query: string): string => `“${query}” is in no message, note, ticket, lead or order.`,
    findContact: 'Find a contact',
    kind: { in: '💬', out: '→', note: '📝', ticket: 'Ticket', lead: 'Lead', order: '🛒' },
  },
  unsent: {
    title: 'Not delivered or not handled',
    none: 'Everything was delivered.',
    out: (name: string, channel: string, words: string): string => `To ${name} (${channel}): ${words}`,
    in: (source: string): string => `Came in from ${source}, could not be handled`,
    state: { failed: 'failed', unknown: 'may have arrived' },
    cameBack: (why: string): string => `came back: ${why}`,
    retrying: 'On its way again.',
    dropped: 'Taken off the list.',
    gone: 'That is no longer on the list.',
    sendStopped: 'Send it all the same',
    deleted: (name: string): string =>
      `Nothing was sent: whom this answer was for (${name}) is deleted. Bring them back first.`,
    blocked: (name: string): string => `Not sent yet: you have blocked ${name}. Send this answer all the same?`,
    elsewhere: (name: string, address: string, now: string): string =>
      `Not sent yet: this answer was to go to ${address}, and answers to ${name} go to ${now} by now. Who should get it?`,
    cameAt: 'Came in',
    wrongFields: 'Missing or wrong',
    delayed: (channel: string, from: string | undefined): string =>
      `⏳ ${channel}: a message${from ? ` from ${from}` : ''} cannot be handled at the moment`,
    triedAgain: (nextTry: string | undefined): string =>
      `It is kept and tried again${nextTry ? `, next at ${nextTry}` : ' now'}. You will hear how it ends. What comes after it is handled meanwhile.`,
    tryNow: 'Try now',
    recovered: (channel: string, from: string | undefined): string =>
      `✅ ${channel}: the message${from ? ` from ${from}` : ''} that could not be handled has now come through`,
    notDone: '⚠️ That did not work',
    nothingDone: 'The fault is ours. Nothing was changed or sent. What you wrote is kept.',
  },
  /** Words that were changed or taken back where they were written. */
  fate: { edited: 'edited', withdrawn: 'withdrawn', deleted: 'deleted in the chat' },
  marked: (words: string, mark: string): string => [words, `(${mark})`].filter(Boolean).join(' '),
  notDelivered: { leaving: 'not sent yet', failed: 'not delivered', unknown: 'may not have arrived' },
  confirm: {
    /** Before the first answer to an address that may be wrong. */
    isItTheirs: (name: string, address: string): string => `Is ${address} really ${name || 'theirs'}?`,
    first: (name: string, address: string): string => `Write to ${name ? `${name} at ` : ''}${address}?`,
    neverWritten: 'Not sent yet. They have never written to you: this would be the first mail.',
    unproven: 'Not sent yet. Nothing proves that this address is theirs: compare it letter by letter.',
    cameBackBefore: (address: string): string => `Mail to ${address} came back`,
    lastTime: (why: string): string => `Not sent yet. Last time: ${why}.`,
    nobodyReads: (address: string): string => `Nobody reads mail to ${address}`,
    namedThere: (instead: string[]): string =>
      instead.length > 0
        ? `Not sent yet. This address only sends; the mail also names ${instead.join(', ')}.`
        : 'Not sent yet. This address only sends, and the mail names no other.',
    /** Of the writer only the name is known. */
    byGroup: (name: string, group: string): string => `Answer ${name} through the group ${group}?`,
    allRead: 'Not sent yet. It is a group’s address: everybody who reads there may read the answer, too.',
    notThisOne: 'Not this address',
    /** The owner typed an address that answers have not gone to. */
    namedAnother: (typed: string, usual: string): string =>
      `You wrote ${typed}. Otherwise it would go to ${usual}. Nothing has left yet.`,
    /** An answer that leaves later would have to ask then. */
    askNow: (address: string): string =>
      `${address} is not confirmed yet. If it is right, say so now, or it will not be sent when its time comes.`,
    isRight: 'The address is right',
    right: (address: string): string => `✓ ${address} counts as right: answers go there without a question.`,
    notSent: (address: string): string =>
      `✓ Nothing was sent to ${address}. If the address is wrong: /add the right one with the name, then answer again.`,
    noSuch: 'That answer was already sent or dropped.',
    /** Who gets an answer is not what was shown. */
    whoGetsIt: 'Not sent yet: who should get it?',
    wouldGo: (shown: string, now: string): string => `It was to go to: ${shown}\nNow it would go to: ${now}`,
    somebodyElses: (was: string, name: string, to: string): string =>
      `It was written for ${was || 'somebody who is deleted'}. ${to} is ${name || 'somebody else'}’s by now.`,
    blocked: (to: string): string => `You have blocked ${to} since.`,
    doubtful: (address: string): string =>
      `Be careful with ${address}: mail to it came back, or nothing proves that it is theirs.`,
    sendTo: (to: string): string => `Send to ${to}`,
    sendAsShown: 'Send to those who were shown',
    sendAsNow: 'Send to those who would get it now',
    dontSend: 'Do not send it',
  },
  passedOn: {
    kept: (name: string): string => `📎 Saved under ${name}`,
    written: 'Written',
    /** They are known, but have never written here. */
    notReachable: (name: string): string =>
      `${name} has never written here, so they cannot be answered from here. /link makes a link you can send them.`,
    link: 'Link to Telegram',
    /** Telegram gave a name and nothing else. */
    hidden: (name: string): string =>
      `${name} cannot be answered from here: what you forwarded carries only a name. Answer where they wrote.`,
    namesakes: 'Is it one of your contacts?',
    same: (name: string): string => `It is ${name}`,
    /** Somebody of that name can be answered, but nothing proves that these words are theirs. */
    notSure: (name: string): string => `Nothing proves that this is from the ${name} you can answer here: look first.`,
    answerAt: (name: string, channel: string): string => `Answer ${name} · ${channel}`,
  },
};
