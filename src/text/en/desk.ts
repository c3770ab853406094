import { plural } from './plural.ts';

export const desk = {
  card: {
    title: (name: string, channel: string, subject: string | null): string =>
      subject ? `💬 ${name} · ${channel} · ${subject}` : `💬 ${name} · ${channel}`,
    takenFor: 'Filed as',
    pointsAt: 'Replies to',
    pointedAt: (words: string): string => (words ? `“${words}”` : 'a story, a picture or a message I cannot see'),
    several: 'Messages',
    gathered: (count: number, shown: number): string =>
      count > shown ? `${count} on this card, the last ${shown} are shown` : `${count} on this card`,
    /** One of several messages, which they passed on. */
    passedOn: (name: string, words: string): string => `↪ ${name}: ${words}`,
    fileKind: {
      photo: 'photo',
      voice: 'voice message',
      audio: 'audio',
      video: 'video',
      sticker: 'sticker',
    },
    file: 'file',
    /** How long a voice message is. */
    seconds: (seconds: number): string => `${Math.max(1, Math.round(seconds))} s`,
    /** Messages of one customer in several conversations. */
    threads: (name: string, count: number): string => `💬 ${name} · ${plural(count, 'conversation')}`,
    threadsHint: 'Tap Show to answer one of them.',
    forwardedFrom: 'Forwarded from',
    address: 'Address',
    namesake: (address: string, who: 'has' | 'had'): string => `${address} (someone else you know ${who} this name)`,
    was: (name: string): string => `was ${name}`,
    customer: 'Customer',
    firstMessage: 'first message',
    known: (count: number, age: string): string => `${plural(count, 'message')} in ${age}`,
    bought: (orders: number, total: string): string => `${plural(orders, 'order')}, ${total}`,
    answerHint: 'Reply to this message to answer. Start with // for a note.',
    /** In a topic of the customer's own. */
    topicHint: 'Write here to answer. Start with // for a note.',
    /** In place of a card that was told anew. */
    below: '↓ continued below',
    /** A file of an album that came after its card had left. */
    latePart: (name: string): string => `💬 ${name} · one more file`,
    edited: (name: string): string => `✏️ ${name} changed a message`,
    fileChanged: (name: string, is: 'replaced' | 'added' | 'removed', what: string): string =>
      `✏️ ${name} ${{ replaced: `replaced the ${what}`, added: `added this ${what}`, removed: `took the ${what} out of a message` }[is]}`,
    pinChanged: (name: string, is: 'replaced' | 'added' | 'removed'): string =>
      `✏️ ${name} ${{ replaced: 'moved the pin on the map', added: 'added this place', removed: 'took the place out of a message' }[is]}`,
    withdrawn: (name: string, count: number): string =>
      `🗑 ${name} withdrew ${count === 1 ? 'a message' : plural(count, 'message')}`,
    /** Nobody says who did it: the customer, or the owner in their own account. */
    deleted: (name: string, count: number): string =>
      `🗑 ${count === 1 ? 'A message' : plural(count, 'message')} from ${name} ${count === 1 ? 'was' : 'were'} deleted in the chat`,
    partWithdrawn: (name: string): string => `🗑 ${name} withdrew a part of what they had sent`,
    partDeleted: (name: string): string => `🗑 A part of what ${name} had sent was deleted in the chat`,
    withdrawnStays: 'It is kept here all the same.',
    before: (words: string): string => `Before: ${words}`,
    /** Of a changed message that the owner has filed. */
    looksNow: 'Now looks like',
    filedByYou: 'You filed it as',
    filedNoMore: 'Taken off the list',
    staysFiled: 'Stays open',
    leadNumber: (id: string): string => `Lead #${id}`,
    ticketNumber: (id: string): string => `Ticket #${id}`,
    /** A field of a card that tells of a change: what was said to the earlier words. */
    crossed: 'You answered before seeing this',
    answered: 'You had answered',
    answerHeld: 'Your answer goes out in a moment',
    /** Written in a place where a bot cannot answer: a channel's own messages. */
    unanswerable: (name: string, place: string, channel: string): string =>
      `📨 ${name}${place ? ` · ${place}` : ''} · ${channel}`,
    openItThere: 'Written to your channel, where I cannot answer: open it there. No contact was made.',
    ownMail: (subject: string): string => `✉️ From yourself${subject ? ` · ${subject}` : ''}`,
    /** A program wrote it: there is nobody to add. */
    ofMachine: (name: string): string =>
      `A program wrote the mail you forwarded${name ? ` (${name})` : ''}: nobody was filed, and nobody can be answered.`,
    ofWhom: (name: string): string =>
      `You forwarded a mail${name ? ` of ${name}` : ''}, but I could not tell for certain whose it is, so nobody was filed. Forward it as an attachment, or add them.`,
    withoutAddress: (name: string): string =>
      `You forwarded a mail${name ? ` of ${name}` : ''} that shows no address, so nobody was filed. Forward it as an attachment, or add them: /add <name> <address>`,
    addAddress: (address: string): string => `Add ${address}`,
    unnamedBuyer: 'A customer the shop does not name',
    paymentFailed: (order: string, total: string): string => `⚠️ Payment of order ${order} failed · ${total}`,
    wordMaySave: 'A word to them may save the order.',
    /** When a payment that failed is tried again. */
    retry: 'Next attempt',
    noRetry: 'none, unless somebody starts one',
    paid: (order: string, total: string): string => `🛒 Order ${order} paid · ${total}`,
    /** Only this much of it has come; '' when the shop does not say how much. */
    partlyPaid: (order: string, part: string, total: string): string =>
      `🛒 Order ${order} partly paid · ${part ? `${part} of ` : ''}${total}`,
    /** Of orders that came too fast for a card each. */
    together: {
      paid: (count: number, total: string): string => `🛒 ${plural(count, 'order')} paid · ${total}`,
      refunded: (count: number, total: string): string => `↩️ ${plural(count, 'refund')} · ${total}`,
      cancelled: (count: number, total: string): string => `🚫 ${plural(count, 'order')} cancelled · ${total}`,
      payment_failed: (count: number, total: string): string => `⚠️ ${plural(count, 'payment')} failed · ${total}`,
    },
    togetherList: (shown: number, count: number): string =>
      count > shown ? `${shown} of the ${count}` : 'Each of them',
    togetherGone: (numbers: string): string =>
      `Not counted, because they were refunded, cancelled or deleted since: ${numbers}.`,
    togetherWhy: 'So many came at once that they are on one card. Each order is stored with its customer.',
    /** Placed for good and not paid yet; `how` is one of `paidLater`. */
    placed: (order: string, total: string, how: string): string => `🆕 New order ${order} · ${total} · ${how}`,
    paidLater: {
      on_delivery: 'to be paid on delivery',
      by_transfer: 'to be paid by transfer',
      some_way: 'not paid yet',
      free: 'nothing to pay',
    },
    /** What the owner does next. */
    placedNext: {
      on_delivery:
        'Pack and send it: the money is collected on delivery. Mark it as paid in the shop once you have it.',
      by_transfer: 'Wait for the transfer, mark it as paid in the shop, then send it.',
      some_way: 'Nothing has been paid yet. I tell you when the money comes.',
      free: 'It can be sent.',
    },
    /** A system wrote sums of it in another currency than the order has. */
    refundedInOther: (order: string, amount: string): string =>
      `❓ Order ${order}: ${amount} refunded, in another currency`,
    inOtherMoney: (order: string, amount: string): string => `❓ Order ${order}: ${amount}, in another currency`,
    otherMoneyNext: (currency: string): string =>
      `Not counted: the order is in ${currency}. Your system has to send the amount in ${currency}, or a new total.`,
    reserved: (order: string, total: string): string => `🔒 Order ${order}: ${total} reserved, not yet captured`,
    notYetCaptured: 'Nothing has been paid yet: the money comes when you capture it in the shop’s admin.',
    strangeStatus: (order: string, word: string, total: string): string =>
      `❓ Order ${order} · status: ${word} · ${total}`,
    lookInShop:
      'The shop reports something about this order that I do not understand, so nothing was done here. Please look in the shop’s admin.',
    /** A reserved payment that was never captured. */
    released: (order: string, total: string): string =>
      `🔓 Order ${order}: the reserved payment was released, nothing was captured · ${total}`,
    expired: (order: string, total: string): string =>
      `⚠️ Order ${order}: the reserved payment has expired, nothing was captured · ${total}`,
    orderWords: (order: string): string => `📝 Order ${order} has a new note`,
    orderWordsGone: (order: string): string => `📝 Order ${order}: the note was removed`,
    goneWords: 'Removed',
    /** Where it goes to, or what is in it. */
    orderChanged: (order: string): string => `✏️ Order ${order} was changed`,
    changedArticles: 'Items',
    /** The order has another mail address now. */
    answersStillGo: 'Your answers still go to',
    sentAlready: 'It has been sent already.',
    partlySent: 'A part of it has been sent already.',
    arrivedAlready: 'It has arrived already.',
    /** Of a cancelled order whose money came. */
    notRefunded: 'It was paid, and nothing has been refunded yet.',
    takenOf: (sum: string, refunded: string | undefined): string =>
      `It was paid, and the bank took ${sum} of it (dispute lost)${refunded ? `; ${refunded} was refunded` : ''}.`,
    onlyRefunded: (sum: string): string => `It was paid, and only ${sum} has been refunded so far.`,
    /** Changed after it was paid; '' when the shop does not say how much. */
    stillToPay: (order: string, amount: string): string =>
      `💰 Order ${order} was changed: ${amount || 'a part'} still to be paid`,
    toPayBack: (order: string, amount: string): string => `💰 Order ${order} was changed: ${amount} to be paid back`,
    buyerChanged: (order: string, name: string, total: string): string =>
      `🔁 Order ${order} is ${name || 'somebody else'}’s now · ${total}`,
    wasFormers: (former: string): string => `The shop has moved it; before it was ${former}’s.`,
    leadReopened: (title: string): string => `Lead reopened: ${title}`,
    formerBuyer: 'Before',
    orderDeleted: (order: string, total: string): string => `🗑 The shop has deleted order ${order} · ${total}`,
    countsNoMore: 'It no longer counts in what was spent or taken in.',
    orderBack: (order: string, total: string): string => `♻️ The shop has order ${order} again · ${total}`,
    countsAgain: 'It is paid, and counts again in what was spent and taken in.',
    /** '' when the shop does not say how much. */
    refunded: (order: string, amount: string): string =>
      amount ? `↩️ Order ${order}: ${amount} refunded` : `↩️ Order ${order}: a refund; the shop does not say how much`,
    /** '' when the shop does not say how much. */
    refundFailed: (order: string, amount: string): string =>
      `⚠️ Order ${order}: the refund${amount && ` of ${amount}`} did not go through`,
    refundStillOpen: 'The buyer does not have this money. Look at the payment in your shop.',
    refundRetracted: (order: string, amount: string): string =>
      `↪️ Order ${order}: the refund of ${amount} is gone from the shop`,
    refundCorrected: (order: string, from: string, to: string): string =>
      `✏️ Order ${order}: its refund is ${to} now, no longer ${from}`,
    refundCountsNoMore: 'It no longer counts as given back. Look at the payment in your shop.',
    refundedUnknown: (amount: string): string => `↩️ ${amount} refunded for an order that is not known here`,
    refundFailedUnknown: (amount: string): string =>
      `⚠️ A refund of ${amount} did not go through, for an order that is not known here`,
    shopsNumber: (id: string): string => `The shop’s own number of the order is ${id}.`,
    countedLater: 'It is counted in the takings once the shop tells of the order.',
    cancelled: (order: string, total: string): string => `🚫 Order ${order} cancelled · ${total}`,
  },
  desk: {
    movedTo: (group: string): string => `Customers’ cards now go to “${group}”, each customer in a topic of their own.`,
    moveBack: 'To have them here again, take the bot’s right to manage topics away there.',
    movedBack: (group: string): string =>
      `Customers’ cards come here again: the bot may no longer manage topics in “${group}”.`,
    notAllowed: 'Your role may not do that. Ask the owner.',
    cardGone: 'Nothing was sent: the customer of this card was deleted. Restore them first.',
    unknownCommand: (word: string): string => `I do not know ${word}.`,
    allCommands: 'All commands',
    understood: (words: string): string => `Understood so far: ${words}`,
    notUnderstood: (words: string): string => `I do not know what to do with “${words}”.`,
    missing: (need: string): string => `Missing: ${need}.`,
    typeIt: (need: string): string => `Type ${need}`,
    orType: 'Or reply to this message with it.',
    leftIt: 'All right: nothing was done.',
    unchanged: 'Nothing to change: it was like that already.',
    secretBare:
      'That looks like a password or a key, so it was neither sent nor kept. If it is meant for the customer, write it again with a word in front, like “key: …”. If not, delete your message here too.',
    secretAsked:
      'There is a password or a key in it, and it is not sure whom it is for. So it was neither sent nor kept. If a customer is to have it, write it again in answer to their card.',
    codeStays:
      'There is a pairing code in it: whoever types it to the bot becomes owner or helper here. So it was neither sent nor kept. Give an invitation to your helper yourself, outside of the customers’ chats, and delete your message here too.',
    secretNoted:
      'There is a password or a key in it, so nothing was done and nothing was kept. Write it again without the key, and delete your message here too.',
    secretMeant:
      'That looks like a command with a secret in it, so I have neither kept it nor passed it on. If it was one, type it again with a slash in front: /connect shopify <secret>. If these were words for a customer, put /reply in front.',
    meant: 'Did you mean one of these?',
    /** Behind these commands may stand a password. */
    withoutWords: (lines: string[]): string =>
      `${lines.join(', ')}: without your words, they may hold a password. Type them again behind it.`,
    unread: (words: string): string => `I do not know what to do with “${words}”, so nothing was done.`,
    withoutUnread: 'Do it without that',
    nameOrWord: 'The name in front may be a word of the sentence. Nothing has been sent yet.',
    inDoubt: (words: string): string => `“${words}” sounds like a question or a doubt, so nothing was done.`,
    noPage: (page: number): string => `There is no page ${page}: the list is shorter.`,
    likeCommand: 'That looks like a command. Send it to the customer anyway? Nothing has been sent yet.',
    likeCommandWithFiles:
      'The words with it look like a command, so nothing has been sent. Send it again with other words, or without any.',
    noUseForFiles:
      'A command or a note cannot take a file, so nothing was done or sent. To send the customer the file, reply to their card with it and other words, or none.',
    withoutFiles: 'Do it without the file',
    albumPartLeft: 'Another part of the same album has already been sent.',
    albumStays:
      'The words with another part of this album kept it here, so this part was not sent either. Send them again together.',
    wordsOnly: 'The buttons take the words only. To send a customer the file, reply to their card with it.',
    staysHere: 'What begins with // is a note and is never sent. Nothing was sent.',
    toCustomer: (name: string): string => (name ? `Send to ${name}` : 'Send to customer'),
    keepBack: (name: string): string => `Stop my answer to ${name}`,
    sendInstead: (name: string): string => `Send that to ${name} instead`,
    /** An answer that is just about to leave, and words that may mean it. */
    stillHeld: (name: string, words: string): string =>
      `Your answer to ${name}${words && ` (“${words}”)`} has not been sent yet. Stop it?`,
    reallySend: 'Send this to the customer? Nothing has been sent yet.',
    undoOf: (line: string): string => `Undo: ${line}`,
    sendLater: (words: string): string => `Send later: ${words}`,
    asNote: 'Keep as a note',
    inAll: (title: string, total: number): string => `${title} (${total})`,
    over: (title: string, count: number): string => `${title} (over ${count})`,
    page: (title: string, page: number): string => `${title} · page ${page}`,
    pageAmong: (title: string, page: number, pages: number): string => `${title} · page ${page} of ${pages}`,
    pageOf: (title: string, total: number, page: number, pages: number): string =>
      `${title} (${total.toLocaleString('en')}) · page ${page} of ${pages}`,
    whichOfIt: 'Which of these do you mean? Nothing has changed yet.',
    readAs: (line: string): string => `Read as ${line}`,
    keepAsNote: (words: string): string => (words ? `Note: ${words}` : 'Keep as a note'),
    /** Of an answer one part reads as if it were a note. */
    partIsOurs: (name: string, part: string): string =>
      `Should ${name || 'the customer'} read “${part}” too? Nothing has been sent yet.`,
    sendOnly: (words: string, name: string): string => `Only “${words}” to ${name || 'the customer'}`,
    allBut: (words: string, name: string): string => `All but “${words}” to ${name || 'the customer'}`,
    asCommand: (line: string): string => `Run ${line}`,
    plainWords: 'What shall I do with this?',
    plainWordsHint: 'To answer a customer, reply to their card.',
    noWords: 'To send a customer a file, reply to their card with it.',
    noteOnPerhaps: (name: string): string => `Note on ${name}?`,
    makeNote: (name: string | undefined): string => (name ? `Note on ${name}` : 'Note'),
    makeTask: (when: string | undefined): string => (when ? `Task · ${when}` : 'Task'),
    makeSearch: 'Search',
    makeContact: 'Add contact',
    addNamed: (name: string): string => `Add ${name}`,
    addressed: (name: string): string => `For ${name}: what shall I do with this? Nothing has been sent yet.`,
    answerThem: (name: string): string => `Send to ${name}`,
    alsoTo: (name: string): string => `Also to ${name}`,
    forAnother: (name: string, customer: string): string =>
      `Is this for ${name}, or should ${customer || 'the customer of this card'} get it as it is? Nothing has been sent yet.`,
    forUs: (customer: string): string =>
      `That does not look meant for ${customer || 'the customer of this card'}. Send it to them as it is? Nothing has been sent yet.`,
    forAnotherWithFiles:
      'The words with it name somebody else or a note, so nothing has been sent. Send it again with other words, or without any.',
    sendAsTyped: (customer: string): string => `Send as typed to ${customer || 'the customer'}`,
  },
  digest: {
    title: (day: string): string => `☀️ ${day}`,
    nothing: 'Nothing is waiting for you. Enjoy the day.',
    waiting: 'Waiting for your answer',
    waits: (name: string, words: string): string => (words ? `${name}: ${words}` : name),
    some: (title: string, shown: number, count: number): string =>
      count > shown ? `${title} (${shown} of ${count})` : title,
    more: (count: number): string => `… and ${count} more`,
    all: (count: number): string => `All ${count}`,
    tickets: 'Open tickets',
    quiet: 'Leads gone quiet',
    quietFor: (age: string): string => `quiet for ${age}`,
    due: 'Tasks due',
    yesterday: 'Yesterday’s takings',
    /** `came` is absent on a day that brought nothing. */
    refundedSum: (sum: string): string => `${sum} refunded`,
    /** What came in and what went back, and what is left of it. */
    lessGone: (parts: readonly string[], left: string): string => [...parts, `net ${left}`].join(' · '),
    undelivered: 'Not delivered',
    unsent: (count: number): string => `${plural(count, 'item')} not delivered or not handled`,
    skipped: (day: string): string => `The digest of ${day} was skipped: the service was not running at the time.`,
    now: 'Digest now',
  },
};
