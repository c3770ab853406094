/** Where a parcel is. */
const parcelStates = {
  pending: 'being prepared',
  ready: 'ready to be sent',
  in_transit: 'on its way',
  ready_for_pickup: 'ready to be picked up',
  out_for_delivery: 'out for delivery',
  attempted: 'nobody was there',
  failed: 'could not be delivered',
  delivered: 'delivered',
  returned: 'came back',
  cancelled: 'cancelled',
};

export const orders = {
  order: {
    title: (number: string): string => `Order ${number}`,
    buyer: 'Bought by',
    nobody: 'the shop does not say',
    placed: 'Placed',
    /** In the shop's own words, which are not known here. */
    strangeStatus: (word: string): string => `status: ${word}`,
    deleted: 'deleted in the shop',
    number: 'Number',
    recipient: 'Deliver to',
    address: 'Address',
    phone: 'Phone',
    method: 'Shipping',
    total: 'Amount',
    discount: 'Discount',
    /** How whoever ordered wants to be reached about it. */
    details: { email: 'Mail address on the order', phone: 'Phone on the order' },
    /** Whom a bill or an account names, at somebody else's mail address or phone. */
    billedTo: {
      mail: (billed: string, owner: string): string => `billed to ${billed} (${owner}’s mail)`,
      phone: (billed: string, owner: string): string => `billed to ${billed} (${owner}’s phone)`,
      nothing: (billed: string, owner: string): string => `billed to ${billed} (kept with ${owner})`,
    },
    /** What an order means for a lead. */
    lead: {
      won: (title: string): string => `Lead won: ${title}`,
      perhaps: (title: string): string => `Lead still open: ${title}. Is this order for it?`,
      shaken: (title: string): string => `It had won a lead: ${title}. Still won?`,
    },
    /** Only a part of it was paid; '' where the shop does not say how much. */
    deposit: (lead: string, sum: string): string =>
      `Lead still open: ${lead}. Only ${sum || 'a part'} of this order was paid so far: is it won?`,
    whichLead: 'Several leads are open. Which one is this order for?',
    /** Its sum is far from what the lead is worth. */
    unlike: (lead: string, sum: string): string => `Lead still open: ${lead}. Is this order of ${sum} for it?`,
    cancelled: 'cancelled',
    refunded: (amount: string): string => `${amount} refunded`,
    /** By a dispute that was lost: nobody here has refunded it. */
    taken: (amount: string): string => `the bank took ${amount} (dispute lost)`,
    /** Of one that was changed after it was placed. */
    nowComesTo: (amount: string): string => `now ${amount}`,
    list: 'Orders',
    none: 'No orders yet. They come from your shop (/connect), or write one down: /order Anna 2x tea $30.',
    listOf: (whose: string): string => `Orders: ${whose}`,
    noneOf: (name: string): string => `${name} has no order.`,
    noneNamed: (words: string): string =>
      `No order has “${words}” as its number, buyer or article. Orders can be listed by how they stand, or by a time such as today, this week or november.`,
    listState: { unpaid: 'Not paid', unsent: 'Not sent', refunded: 'Refunded', cancelled: 'Cancelled' },
    listAll: 'All',
    overdue: (days: number): string => `Orders not paid for more than ${days} days`,
    noneOverdue: (days: number): string => `No order has been unpaid for more than ${days} days.`,
    /** What is done about an order; `rest`: how much, or with which parcel, '' if that is not said. */
    actOn: {
      paid: (number: string, rest: string): string => `${number} is paid${rest && `: ${rest}`}`,
      sent: (number: string, rest: string): string => `${number} is sent${rest && `: ${rest}`}`,
      refund: (number: string, rest: string): string => `Refund ${number}${rest && `: ${rest}`}`,
      cancel: (number: string, rest: string): string => `Cancel ${number}${rest && `: ${rest}`}`,
      tell: (number: string): string => `Tell the buyer of ${number}`,
    },
    /** Nobody sends what is not paid: it is not listed as to be sent. */
    noneState: {
      open: 'No order is open.',
      unpaid: 'Every order is paid.',
      unsent: 'No paid order waits to be sent. What is not paid yet stands in /orders unpaid.',
      paid: 'No order is paid in full.',
      partly: 'No order is paid in part.',
      delivery: 'No order is to be paid on delivery.',
      refunded: 'Nothing was refunded of any order.',
      cancelled: 'No order was cancelled.',
    },
    noneLike: (words: string): string => `No orders: ${words}.`,
    noSuch: (number: string): string => `There is no order ${number}.`,
    gone: 'That order is not there any more.',
    which: 'Which order?',
    /** Whose order it may be; `goods` is what is ordered then. */
    itIs: (name: string, goods: string): string => `It is ${name}: ${goods}`,
    addFirst: (name: string): string => `Add ${name}`,
    paidAndBack: (number: string, sum: string): string => `${number} was paid, and ${sum} of it was refunded.`,
    notSent: (number: string): string => `📦 ${number} is not sent yet.`,
    notCancelled: (number: string): string => `${number} is not cancelled.`,
    notPaid: (number: string): string => `${number} is not paid yet.`,
    unpaidNow: (number: string, sum: string): string =>
      `💰 ${number} is not paid: the ${sum} noted for it no longer counts.`,
    /** Not received: the money, or what was sent. */
    whatIsMissing: (number: string): string =>
      `What has not come for ${number}: the parcel, or the money? Nothing was changed.`,
    parcelMissing: 'the parcel has not arrived',
    noteParcelMissing: 'The parcel: note it',
    moneyMissing: 'The money: not paid',
    noted: (number: string, words: string): string => `📝 Kept with ${number}: ${words}`,
    sentWith: (parcel: string): string => `Sent: ${parcel}`,
    standsAgain: (number: string): string => `↩️ ${number} is no longer cancelled.`,
    newestOf: (shown: number, all: number, more: boolean): string =>
      `The newest ${shown} of ${all}${more ? ' or more' : ''}.`,
    howToMake: 'To write one down: /order Anna 2x tea $30',
    untitled: 'Order',
    shipping: 'Shipping costs',
    tax: 'Taxes',
    open: 'Still to be paid',
    refund: 'Refund',
    takenByBank: 'Taken by the bank (dispute lost)',
    page: 'In the shop',
    /** Of one that was written down by hand. */
    made: (number: string): string => `🛒 Noted as ${number}.`,
    moneyTitle: { ahead: 'advance payment', bare: 'purchase' },
    /** It was paid or left on an earlier day, and nobody said when it was ordered. */
    orderedBy: (number: string, day: string): string =>
      `It counts as ordered on ${day} too. If that is wrong: /order ${number} ordered yesterday`,
    changed: (number: string): string => `✏️ ${number} was changed.`,
    /** What was changed in its articles, and what it comes to now. */
    added: (number: string, articles: string, sum: string): string => `✏️ ${number}: ${articles} added, ${sum} in all.`,
    takenOut: (number: string, article: string, sum: string): string =>
      `✏️ ${number}: ${article} taken out, ${sum} in all.`,
    addOrReplace: (number: string, has: string): string => `${number} has ${has}. Is this more, or instead of that?`,
    addThem: (sum: string): string => `Add: ${sum} in all`,
    replaceAll: (sum: string): string => `Replace all: ${sum}`,
    addOfWhat: (number: string): string => `More of what? ${number} has:`,
    addOf: (article: string): string => `More ${article}`,
    /** Goods that may be for somebody, with a figure in front. */
    forWhom: (words: string): string => `Whom is “${words}” for? Nothing has been noted yet.`,
    newFor: (name: string): string => `New order for ${name}`,
    look: (number: string): string => `Order ${number}`,
    takeWhich: (number: string): string => `What is to be taken out of ${number}?`,
    takeOut: (article: string): string => `Take out ${article}`,
    lastOne: (number: string): string => `Nothing else is in ${number}. Cancel the order?`,
    sumWithout: (number: string, article: string, sum: string): string =>
      `What does ${number} come to without ${article}? Now it is ${sum}.`,
    each: (price: string, sum: string): string => `${price} each: ${sum} in all`,
    /** Words behind the goods that leave open how much of it has come. */
    howMuchPaid: (words: string, sum: string): string =>
      `“${words}”: how much of the ${sum} has been paid? Nothing was written down yet.`,
    owesSo: (number: string, sum: string): string => `${number}: ${sum} is still to be paid, as noted.`,
    paidSoFar: (sum: string): string => `${sum} paid, the rest open`,
    nothingPaid: 'Nothing paid yet',
    /** The total that was typed is none of what its lines come to. */
    totalDiffers: (lines: string, total: string): string =>
      `The lines come to ${lines}, but the total says ${total}. Which is right? Nothing was written down yet.`,
    byLines: (sum: string): string => `The lines: ${sum}`,
    byTotal: (sum: string): string => `The total: ${sum}`,
    /** Words behind what an article costs. */
    nameOrNote: (words: string): string =>
      `Is “${words}” part of the article’s name, or a note for the order? Nothing was written down yet.`,
    owedBack: (sum: string): string => `They have paid ${sum} too much. Pay it back, then tap the button to note it.`,
    refundIt: (sum: string): string => `${sum} refunded`,
    paidNotRefunded: (sum: string): string => `${sum} was paid and not refunded yet.`,
    notYet: (words: string): string =>
      `“${words}” goes with an order once it is written down. Nothing was written yet.`,
    writeDown: (goods: string, sum: string): string => `Write down ${sum}: ${goods}`,
    thenSay: {
      discount: 'Then the discount: /order M-1 10% off, with its own number',
      back: 'Then what became of it: /order M-1 refunded, or cancelled, with its own number',
      deposit: 'Then what has been paid: /order M-1 paid 100, with its own number and sum',
    },
    /** The part of what was typed that cannot be read. */
    unclear: (words: string): string =>
      `I cannot read “${words}”. Write it like 2x tea $30. Nothing was written down yet.`,
    /** It can be read in the ways that stand on buttons. */
    /** Another 200: what became of it is open. */
    whichSum: (number: string, sum: string): string => `${sum} for ${number}: has it come, or is it more to pay?`,
    cameIn: (sum: string): string => `${sum} has come`,
    sameAgain: (number: string): string => `The same as ${number}? Nothing was written down yet.`,
    ofAnother: (number: string): string =>
      `${number} stays with whom it was written down for. Write the same down for somebody else, then cancel this one:`,
    /** A figure this small may be a part of the name: iPhone 15. */
    isItsPrice: (figure: string, title: string): string =>
      `Is ${figure} the price of “${title}”? It may be part of its name. Nothing was written down yet.`,
    meantSo: (words: string): string => `“${words}”: is this what you mean? Nothing was written down yet.`,
    /** A tax that comes on top, and how much it is was not said. */
    whichTax: (words: string): string =>
      `“${words}”: how many percent? Answer with the number, like 19. Nothing was written down yet.`,
    taxRate: 'how many percent',
    taxName: 'VAT',
    noTax: (sum: string): string => `${sum} in all, the tax as a note`,
    oneCurrency: 'An order has one currency. Write down one order for each.',
    noPrice: (article: string): string =>
      `What does “${article}” cost? Write a price behind each, or one sum at the end.`,
    ofShop: (number: string): string => `Order ${number} is your shop’s: change it there, and it changes here too.`,
    isPaid: (number: string, day?: string): string => `💰 ${number} is paid${day ? ` (${day})` : ''}.`,
    partPaid: (number: string, sum: string, day?: string): string =>
      `💰 ${number}: ${sum} paid${day ? ` (${day})` : ''}.`,
    alreadyPaid: (number: string): string => `${number} is paid already.`,
    tooMuch: (most: string): string => `That is too much: at most ${most}.`,
    isSent: (number: string, day?: string): string => `📦 ${number} is sent${day ? ` (${day})` : ''}.`,
    alreadySent: (number: string): string => `${number} is sent already.`,
    whichParcel: (number: string): string => `Which parcel of ${number} is it?`,
    addTracking: 'Reply with the parcel’s number to keep it too, like UPS 1Z999AA10123456784.',
    isRefunded: (number: string, sum: string, day?: string): string =>
      `↩️ ${number}: ${sum} refunded${day ? ` (${day})` : ''}.`,
    /** A refund that was noted by mistake. */
    notRefunded: (number: string, sum: string): string => `↩️ ${number}: the refund of ${sum} no longer counts.`,
    nothingRefunded: (number: string): string => `${number}: no refund is noted.`,
    whichReturn: (article: string): string => `Which order does “${article}” come back from?`,
    noneWith: (name: string, article: string): string => `${name} has no order with “${article}”. Nothing was changed.`,
    payBackOf: (number: string, sum: string): string => `${number}: pay back ${sum}`,
    whichRefund: (number: string): string => `Which refund of ${number} was no refund?`,
    refundHalf: (sum: string): string => `Half of it: ${sum}`,
    /** Words behind an order that are nothing that can be done with it. */
    whatIs: (number: string, words: string): string =>
      `I do not know what to do with “${words}” for ${number}. Nothing was changed.`,
    addAs: (words: string): string => `Add ${words}`,
    noteIt: 'Keep as a note',
    ofItOrBuyer: (number: string, name: string): string =>
      `Is that about ${number}, or for ${name || 'its buyer'} to read? Nothing has been done or sent yet.`,
    whichDay: (words: string): string => `“${words}”: which of these is meant? Nothing was changed yet.`,
    isFar: (number: string, sum: string, was: string): string =>
      `${sum} is far from the ${was} of ${number}. What is it? Nothing was changed yet.`,
    comesTo: (sum: string): string => `It comes to ${sum}`,
    paidSo: (sum: string): string => `${sum} was paid`,
    eachOf: (title: string, count: number, price: string): string => `${count} × ${title}, ${price} each`,
    severalBuyers: (names: string): string => `That names several customers: ${names}. Nothing was written down yet.`,
    orderEach: (count: number): string => `${count} orders, one for each`,
    allTheirs: (name: string): string => `All of it is ${name}’s`,
    noteOnIt: (number: string): string => `Note it on ${number}`,
    priceBehind: 'If it is an article, write its price behind it, like 2x tea $30.',
    refundHowMuch: (number: string, most: string): string => `How much of ${number} goes back? At most ${most}.`,
    refundAll: (sum: string): string => `All: ${sum}`,
    nothingToRefund: (number: string): string => `${number}: there is nothing to pay back.`,
    isCancelled: (number: string): string => `🚫 ${number} is cancelled.`,
    alreadyCancelled: (number: string): string => `${number} is cancelled.`,
    /** What is to be said to its buyer. */
    tell: (number: string, name: string): string => `Order ${number}: what shall I tell ${name}?`,
    goesBy: (place: string): string => `It goes to: ${place}. Nothing leaves before you tap.`,
    nobodyToTell: (number: string): string => `Nobody knows who bought ${number}, so there is nobody to tell.`,
    send: {
      paid: 'Say: paid',
      sent: 'Say: sent',
      arrived: 'Say: it has arrived',
      unpaid: 'Remind to pay',
      failed: 'Say: payment failed',
      delayed: 'Say: it is late',
      refunded: 'Say: refunded',
      cancelled: 'Say: cancelled',
    },
    /** To the buyer, in the buyer's language. */
    draft: {
      paid: (number: string): string =>
        `Thank you! We have received your payment for order ${number} and are getting it ready.`,
      /** `isPart`: not all of it is. */
      sent: (number: string, parcels: string, isPart: boolean): string =>
        `${isPart ? 'Part of your' : 'Your'} order ${number} is on its way.${parcels ? `\n${parcels}` : ''}`,
      arrived: (number: string, isPart: boolean): string =>
        `${isPart ? 'Part of your' : 'Your'} order ${number} has been delivered. If anything is not right, just tell us.`,
      unpaid: (number: string, sum: string): string =>
        `A small reminder: ${sum} of your order ${number} is still to be paid. If you have just paid, thank you!`,
      failed: (number: string): string =>
        `The payment for your order ${number} did not go through. Could you try again, or tell us how you would like to pay?`,
      delayed: (number: string): string =>
        `We are sorry: your order ${number} takes longer than planned. We will tell you as soon as it is on its way.`,
      refunded: (number: string, sum: string): string =>
        `We have refunded ${sum} for your order ${number}. It may take your bank a few days to show it.`,
      cancelled: (number: string): string => `Your order ${number} has been cancelled.`,
    },
  },
  parcel: {
    label: 'Parcel',
    state: parcelStates,
    news: {
      delivered: (order: string): string => `📦 Order ${order}: the parcel has arrived`,
      attempted: (order: string): string => `📦 Order ${order}: nobody was there to take the parcel`,
      failed: (order: string): string => `⚠️ Order ${order}: the parcel could not be delivered`,
      returned: (order: string): string => `↩️ Order ${order}: the parcel came back`,
    },
    hint: {
      attempted: 'A word to them may save a second way.',
      failed: 'Please ask the carrier, and tell the buyer what happens next.',
      returned: 'Send it again or pay it back: nothing happens here by itself.',
    },
  },
  checkout: {
    list: 'Carts that were left',
    none: 'No cart was left in the last month.',
    digest: (count: number): string =>
      count === 1 ? '1 cart was left without paying' : `${count} carts were left without paying`,
  },
  takings: {
    title: (span: string): string => `Takings: ${span}`,
    fromTo: (from: string, until: string): string => `${from} – ${until}`,
    thisMonth: 'this month',
    none: 'Nothing came in.',
    whichSpan: (words: string): string =>
      `I do not know which days “${words}” are. Write today, last week, this month or 2026-11.`,
  },
};
