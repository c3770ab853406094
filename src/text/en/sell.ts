/** How an order's money stands. */
const payments = {
  pending: 'not paid yet',
  authorized: 'payment reserved, not yet captured',
  partially_paid: 'partly paid',
  paid: 'paid',
  partially_refunded: 'partly refunded',
  refunded: 'refunded',
  voided: 'voided',
  expired: 'expired',
  failed: 'failed',
  declined: 'declined',
  unpaid: 'not paid yet',
};

/** As with payments. */
const fulfilments = {
  fulfilled: 'sent',
  partial: 'partly sent',
  restocked: 'back in stock',
  unfulfilled: 'not sent yet',
};

/** Of whom or what a title speaks, where that is known. */
const about = (who: string): string => (who ? `: ${who}` : '');

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

export const sell = {
  payments,
  fulfilments,
  lead: {
    untitled: 'Inquiry',
    list: 'Open leads',
    none: 'No open leads.',
    opened: (line: string): string => `Lead opened: ${line}`,
    won: (line: string): string => `🎉 Won: ${line}`,
    alreadyWon: (line: string): string => `Already won: ${line}`,
    alreadyLost: (line: string): string => `Already marked as lost: ${line}`,
    lost: (line: string, reason: string): string => `Lost: ${line}${reason ? ` (${reason})` : ''}`,
    alreadyOpen: (line: string): string => `Already open: ${line}`,
    reopened: (line: string): string => `Reopened: ${line}`,
    noneClosed: (name: string): string => `${name} has no lead that is won or lost.`,
    whichClosed: (name: string): string => `${name} has several leads that are won or lost. Which one?`,
    noneOf: (name: string): string => `${name} has no open lead.`,
    which: (name: string): string => `${name} has several open leads. Which one?`,
    notAnAmount: (typed: string): string => `“${typed}” is not an amount. Write 1280, ¥1,280 or 500 USD.`,
    noAmount: (said: string): string => `Amount: — (I did not take “${said}” for one)`,
    amountWas: (amount: string): string => `Its amount was ${amount} before.`,
    amountIs: (amount: string): string => `Amount ${amount}`,
    worthNoted: (line: string): string => `Amount noted: ${line}`,
    keepsAmount: (line: string): string => `Left as it is: ${line}`,
    whichAmount: 'I see more than one amount. Which is the lead worth?',
  },
  quote: {
    total: 'Total',
    none: 'No quote lines yet. Add one: a description, quantity and price.',
    line: (quantity: string, price: string, sum: string): string => `${quantity} × ${price} = ${sum}`,
    remove: 'Remove',
    added: 'Added to the quote.',
    severalLines: 'These read like several lines. Nothing has been added yet.',
    addAll: (count: number): string => `Add all ${count}`,
    whichLine: 'How many, and at what price? Pick one, or write the quantity first: 3x800.',
    removed: 'Removed from the quote.',
    noSuch: 'That line is no longer in the quote.',
    closed: (line: string): string => `${line} is closed: its quote stays as it is.`,
    notAQuantity: (typed: string): string =>
      `“${typed}” is not a quantity. Write 2 or 1.5 (at most three decimal places).`,
    otherCurrency: (currency: string): string =>
      `This quote is in ${currency}, and a quote has one currency. Write the price in ${currency}.`,
    tooMany: (most: number): string => `A quote has at most ${most} lines. Put some together, or open a second lead.`,
    tooMuch: 'The total would be too large to keep. Check quantity and price.',
  },
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
    /** Whom a guest's bill names, at somebody else's mail address. */
    billedTo: (billed: string, owner: string): string => `billed to ${billed} (${owner}’s mail)`,
    samePhone: (name: string, owner: string): string => `${name} (the same phone as ${owner})`,
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
    /** Of one that was changed after it was placed. */
    nowComesTo: (amount: string): string => `now ${amount}`,
    list: 'Orders',
    none: 'No orders yet. They come from your shop (/connect), or write one down: /order Anna 2x tea $30.',
    listOf: (whose: string): string => `Orders: ${whose}`,
    noneOf: (name: string): string => `${name} has no order.`,
    noneLike: (words: string): string => `No orders: ${words}.`,
    noSuch: (number: string): string => `There is no order ${number}.`,
    which: 'Which order?',
    howToMake: 'To write one down: /order Anna 2x tea $30',
    untitled: 'Order',
    shipping: 'Shipping costs',
    tax: 'Taxes',
    open: 'Still to be paid',
    refund: 'Refund',
    page: 'In the shop',
    /** Of one that was written down by hand. */
    made: (number: string): string => `🛒 Noted as ${number}.`,
    changed: (number: string): string => `✏️ ${number} was changed.`,
    each: (price: string, sum: string): string => `${price} each: ${sum} in all`,
    unclear: (words: string): string => `I cannot read “${words}” in one way. Write it like 2x tea $30.`,
    oneCurrency: 'An order has one currency. Write down one order for each.',
    noPrice: (article: string): string =>
      `What does “${article}” cost? Write a price behind each, or one sum at the end.`,
    ofShop: (number: string): string => `Order ${number} is your shop’s: change it there, and it changes here too.`,
    isPaid: (number: string): string => `💰 ${number} is paid.`,
    partPaid: (number: string, sum: string): string => `💰 ${number}: ${sum} paid.`,
    alreadyPaid: (number: string): string => `${number} is paid already.`,
    tooMuch: (most: string): string => `That is too much: at most ${most}.`,
    isSent: (number: string): string => `📦 ${number} is sent.`,
    alreadySent: (number: string): string => `${number} is sent already.`,
    addTracking: 'Reply with the parcel’s number to keep it too, like UPS 1Z999AA10123456784.',
    isRefunded: (number: string, sum: string): string => `↩️ ${number}: ${sum} refunded.`,
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
      delayed: 'Say: it is late',
      refunded: 'Say: refunded',
      cancelled: 'Say: cancelled',
    },
    /** To the buyer, in the buyer's language. */
    draft: {
      paid: (number: string): string =>
        `Thank you! We have received your payment for order ${number} and are getting it ready.`,
      sent: (number: string, parcels: string): string =>
        `Your order ${number} is on its way.${parcels ? `\n${parcels}` : ''}`,
      delayed: (number: string): string =>
        `We are sorry: your order ${number} takes longer than planned. We will tell you as soon as it is on its way.`,
      refunded: (number: string, sum: string): string =>
        `We have refunded ${sum} for your order ${number}. It may take your bank a few days to show it.`,
      cancelled: (number: string): string => `Your order ${number} has been cancelled.`,
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
  shopAsk: {
    /** Who is meant, as the shop names them. */
    title: {
      erase: (who: string): string => `🗑 The shop asks to erase the data of ${who || 'a customer'}`,
      data: (who: string): string => `📄 ${who || 'A customer'} wants to know what data you keep about them`,
      deleted: (who: string): string => `🗑 The shop has deleted ${who ? `the customer ${who}` : 'a customer'}`,
      merged: (who: string): string => `👥 The shop has merged customers${about(who)}`,
      merge_failed: (who: string): string => `⚠️ The shop could not merge customers${about(who)}`,
      disputed: (who: string): string => `⚠️ A payment is disputed${about(who)}`,
      refund_wanted: (who: string): string => `↩️ ${who || 'A buyer'} asks for their money back`,
      uninstalled: (): string => '🔌 Our app was removed from the shop',
      erase_shop: (): string => '🗑 The shop asks to erase all data that came from it',
    },
    what: {
      erase: 'By law their data has to go within 30 days. Nothing was erased here by itself.',
      data: 'They have to get an answer within 30 days.',
      deleted: 'Nothing was changed here: the contact and what was said stay.',
      merged: 'Nothing was merged here: please look whether they are one person here too.',
      merge_failed: 'In the shop they are still apart. Nothing was changed here either.',
      disputed: 'The buyer’s bank asks for the money back. Answer in the shop’s admin before the date given there.',
      refund_wanted: 'Nothing was paid back yet. Please decide in the shop’s admin.',
      uninstalled:
        'No orders come from it any more. To get them again, install it again or connect the shop anew: /connect',
      erase_shop: 'By law the data have to go within 30 days. Nothing was erased here by itself.',
    },
    dispute: {
      title: {
        needs_response: (who: string): string => `⚠️ A payment is disputed${about(who)}`,
        under_review: (who: string): string => `⏳ The disputed payment is under review${about(who)}`,
        won: (who: string): string => `✅ Dispute won${about(who)}`,
        lost: (who: string): string => `❌ Dispute lost${about(who)}`,
        accepted: (who: string): string => `⚠️ Dispute accepted${about(who)}`,
        charge_refunded: (who: string): string => `↩️ The disputed payment was refunded${about(who)}`,
        other: (who: string, word: string): string => `⚠️ The dispute of a payment stands at “${word}”${about(who)}`,
      },
      /** `due`: until when an answer counts; an inquiry of the bank's takes no money back yet. */
      what: {
        needs_response: (due: string | undefined, inquiry: boolean): string =>
          `${inquiry ? 'The buyer’s bank asks about this payment; no money was taken back yet.' : 'The buyer’s bank asks for the money back.'} Answer in the shop’s admin ${due ? `by ${due}` : 'before the date given there'}.`,
        under_review: (): string => 'Your answer is with the buyer’s bank. There is nothing to do until it decides.',
        won: (): string => 'The bank has decided for you: the money stays with you.',
        lost: (): string => 'The bank has decided for the buyer: the money stays with them.',
        accepted: (): string => 'It was accepted in the shop: the money goes back to the buyer.',
        charge_refunded: (): string => 'The money was given back to the buyer, so the dispute is over.',
        other: (due: string | undefined): string =>
          `Please look in the shop’s admin${due ? `; an answer counts until ${due}` : ''}.`,
      },
    },
    /** An order that is not known here, by the shop's own number of it. */
    unknownOrder: (id: string): string => `not known here (the shop’s own number: ${id})`,
    customer: (id: string): string => `customer ${id} of the shop`,
    order: 'Order',
  },
  subscription: {
    /** `what`: the plan with its price, '' if that is not known. */
    title: {
      past_due: (what: string): string => `⚠️ A subscription could not be renewed${about(what)}`,
      unpaid: (what: string): string => `⚠️ A subscription stays unpaid${about(what)}`,
      paused: (what: string): string => `⏸ A subscription is paused${about(what)}`,
      ending: (what: string): string => `👋 A subscription was cancelled${about(what)}`,
      ended: (what: string): string => `👋 A subscription has ended${about(what)}`,
    },
    endsAt: (when: string): string => `It ends ${when}.`,
    tryAgain: 'The payment failed and will be tried again. A word to them may save it.',
  },
  connect: {
    /** Events of the shop that come in and are not made use of. */
    unused: (topics: string): string => `not used: ${topics}`,
    title: (providers: string): string => `Connected shops (possible: ${providers})`,
    hint: '/connect shopify <secret> adds one. The secret is shown in Shopify under Settings → Notifications → Webhooks.',
    connected: (shop: string): string => `${shop} connected`,
    pasteAddress: (url: string): string =>
      `Paste this address as webhook URL (JSON format) for the order and customer events:\n${url}`,
    deleteYours: 'You can delete your message with the secret now; it is stored encrypted.',
  },
};
