import type { MailProvider } from '../domain/desk/mailbox.ts';
import type { Button, Reply } from '../domain/reply.ts';
import type { DisputeState, ShopAsk } from '../domain/shop_event.ts';
import type { CalendarActName } from './calendar_act.ts';
import { codeOf, several } from './channel_name.ts';
import { head } from './cut.ts';
import { own } from './own.ts';

/** What /help says of a command. */
interface CommandText {
  summary: string;
  example: string;
}

const channels: Record<string, string> = {
  telegram: 'Telegram',
  telegram_incoming: 'Telegram, incoming',
  telegram_account: 'Telegram, own account',
  forwarded: 'Forwarded as',
  telegram_desk: 'Telegram desk group',
  slack: 'Slack',
  slack_socket: 'Slack, incoming',
  slack_desk: 'Slack desk channel',
  name: 'Name',
  email: 'Email',
  mailbox: 'Mailbox',
  console: 'Terminal',
  phone: 'Phone',
  shopify: 'Shopify',
  shopify_guest: 'Shopify, no account',
  note: 'Notes',
};

const labels: Record<string, string> = { lead: 'Lead', ticket: 'Ticket', feedback: 'Feedback', other: 'Other' };

const sublabels: Record<string, string> = {
  price: 'price',
  availability: 'in stock?',
  quote: 'quote',
  booking: 'booking',
  demo: 'demo',
  partnership: 'partnership',
  reorder: 'reorder',
  support: 'help',
  complaint: 'complaint',
  shipping: 'delivery',
  refund: 'refund',
  billing: 'billing',
  account: 'account',
  praise: 'praise',
  suggestion: 'suggestion',
  criticism: 'criticism',
  spam: 'spam',
  thanks: 'thanks',
  greeting: 'greeting',
  autoreply: 'auto-reply',
  personal: 'personal',
  otp: 'code',
  unsubscribe: 'unsubscribe',
  jobseeker: 'job seeker',
};

const reasons: Record<string, string> = {
  blocked: 'they have closed this chat to you',
  no_such_address: 'there is no such address; check it, or reach them another way',
  address_not_tried:
    'this address cannot be written to from here, so no server was asked. It may be right: compare it, write from your mail program, or reach them another way',
  mailbox_full: 'their mailbox is full, and stayed full for two days; reach them another way, or send it again later',
  policy:
    'their mail server refused it by its rules (against spam, or for the sender’s checks). The address itself may be right: ask your mail provider about SPF, DKIM and block lists, or reach them another way',
  sender_refused:
    'your mail server does not let you write from this address; MAIL_FROM must be the one you sign in with, or one your provider allows',
  given_up: 'it could not be delivered for two days; reach them another way, or send it again',
  rejected: 'the channel refused it',
  not_started: 'they have never written to the bot, and it may not write first. /link gives you a link to send them',
  silent: 'a bot may answer in your own account only within 24 hours of the customer’s last message',
  disconnected:
    'the bot is no longer connected to your own account (Telegram → Settings → Telegram Business → Chatbots)',
  may_not_reply:
    'the bot may read in your own account but not reply (Telegram → Settings → Telegram Business → Chatbots → Reply to messages)',
  file_gone: 'the file cannot be fetched any more; send it to me again',
  file_too_large: 'the file is too large to pass on; send a link to it, or a smaller one',
  stopped: 'you have blocked or deleted them meanwhile',
  files_not_allowed: 'the Slack app may not handle files yet; install it again with the new manifest',
};

const troubles: Record<string, (said: string) => string> = {
  login_refused: () => 'the mail server refuses the user name or password',
  signing_in: () => 'signing in again',
  unreachable: (said) => `the mail server cannot be reached (${said})`,
  sign_in_refused: (said) =>
    `The mail server refuses the user name or password in SMTP_URL. Many providers want an app password (QQ and 163: an authorisation code) in its place. Put it into SMTP_URL and restart.\nThe server’s words: ${said}`,
  insecure: (said) =>
    `The connection to the mail server cannot be made secure, so nothing is sent over it. Check host and port in SMTP_URL (smtps:// with 465, smtp:// with 587), or ask your mail provider.\nWhat failed: ${said}`,
};

const signIn: Record<MailProvider, string> = {
  gmail:
    'Gmail takes an app password instead of yours: switch on 2-step verification, make one at myaccount.google.com/apppasswords.',
  qq: 'QQ takes an authorisation code instead of the password: mail.qq.com → Settings → Account, switch on IMAP, generate a code.',
  netease:
    '163 and 126 take an authorisation code instead of the password: web mail → Settings → POP3/SMTP/IMAP, switch on IMAP, add a code.',
  microsoft:
    'Outlook and Microsoft 365 no longer let programs in with a password, personal accounts not even with an app password. If your company allows app passwords, use one; otherwise let Outlook forward its mail to a mailbox elsewhere and name that one in IMAP_URL.',
  other:
    'Is the password right, and is IMAP switched on at your provider? Many want an app password made in the mailbox’s settings.',
};

const bounceReasons: Record<string, string> = {
  no_such_address: 'there is no such address',
  mailbox_full: 'the mailbox is full',
  too_large: 'the mail is too large for them',
  policy: 'their server does not take mail from yours',
  unreachable: 'their server could not be reached',
  refused: 'their server refused it',
};

const bounceSteps: Record<string, string> = {
  no_such_address: 'Check the address, or reach them another way. Answers to it are asked about first.',
  mailbox_full: 'Send it again in a day or two, or reach them another way.',
  too_large: 'Send a link instead of the file.',
  policy: 'The address may be right: ask your mail provider, and reach them another way meanwhile.',
  unreachable: 'Check the part after the @; if it is right, send it again tomorrow.',
  refused: 'Check the address, or reach them another way.',
};

/** The shops' own words; others are shown as they are. */
const payments: Record<string, string> = {
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
const fulfilments: Record<string, string> = {
  fulfilled: 'sent',
  partial: 'partly sent',
  restocked: 'back in stock',
  unfulfilled: 'not sent yet',
};

const signals: Record<string, string> = {
  auto_reply: 'sent by a machine',
  bounce: 'a mail that came back',
  list: 'a mailing list',
  open_ticket: 'their ticket is open',
  open_lead: 'their lead is open',
};

/** A mail that came back, and the subject it shows; '' for none. */
interface PerhapsReturned {
  name: string;
  address: string;
  reason: string;
  subject: string;
}

/** Two people a piece of evidence is about. */
interface Sides {
  one: string;
  other: string;
  value: string;
  channel: string;
}

/** Of whom or what a title speaks, where that is known. */
const about = (who: string): string => (who ? `: ${who}` : '');

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** What somebody's calendar says of an event. */
const calendarActs: Record<CalendarActName, string> = {
  asks: 'calendar',
  accepts: 'accepts',
  declines: 'declines',
  perhaps: 'says perhaps',
  delegates: 'sends somebody else',
  answers: 'answers an invitation',
  proposes: 'proposes another time',
  cancels: 'cancels',
  keeps: 'keeps the time as it was',
  inquires: 'asks for the latest details',
};

/** A mail of the owner's own. `nameless`: they forwarded one, and this name is all it shows; `address`: somebody's in its text. */
export interface OwnMail {
  subject: string;
  text: string;
  nameless?: string | undefined;
  address?: string | undefined;
  /** A program wrote it: there is nobody to add. */
  byMachine: boolean;
}

const fileKinds = new Map([
  ['photo', 'photo'],
  ['voice', 'voice message'],
  ['audio', 'audio'],
  ['video', 'video'],
  ['sticker', 'sticker'],
]);

/** By the channel's names. */
const strangeKinds = new Map([
  ['live_photo', 'a live photo'],
  ['message', 'a message without words'],
  ['poll', 'a poll'],
  ['sealed_mail', 'encrypted or sealed mail: I cannot read it, open it in your mail program'],
  ['linked_pictures', 'only pictures from the web, which I do not load: open it in your mail program'],
  ['unreadable_mail', 'I cannot read all of this mail: open mail.eml in your mail program'],
  ['winmail', 'winmail.dat: Outlook packed the rest into it, and I cannot read that'],
  ['checklist', 'a checklist'],
  ['dice', 'dice'],
  ['game', 'a game'],
  ['invoice', 'an invoice'],
  ['web_app_data', 'data from a mini app'],
  ['story', 'a story'],
  ['paid_media', 'paid media'],
  ['rich_message', 'a formatted message'],
  ['gift', 'a gift'],
  ['unique_gift', 'a gift'],
  ['giveaway', 'a giveaway'],
  ['giveaway_winners', 'a giveaway'],
  ['live_location', 'a live location'],
  ['successful_payment', 'a payment'],
  ['refunded_payment', 'a refund'],
]);

export const en = {
  channel: (name: string): string => channels[name] ?? several(channels, name),
  /** An address as it is kept: an extension reads as people write it. */
  address: (stored: string): string => stored.replace(';ext=', ' ext. '),
  /** Why a channel does not work: a code of ours with what the server said, or the edge's own words. */
  trouble: (detail: string): string =>
    own(troubles, codeOf(detail))?.(detail.slice(codeOf(detail).length + 1)) ?? detail,
  payment: (word: string): string => own(payments, word) ?? `status: ${word}`,
  fulfilment: (word: string): string => own(fulfilments, word) ?? `status: ${word}`,
  banner: {
    ready: (url: string): string => `solo-crm is ready at ${url}`,
    embedded: (dir: string): string => `  data      ${dir} (own PostgreSQL)`,
    ownDatabase: '  data      the server of DATABASE_URL',
    telegramOn: '  Telegram  on',
    telegramOff: '  Telegram  off · TELEGRAM_BOT_TOKEN=123456:ABC… (from @BotFather)',
    slackOn: '  Slack     on',
    slackOff: '  Slack     off · SLACK_BOT_TOKEN=xoxb-… SLACK_APP_TOKEN=xapp-… (app from slack-manifest.yaml)',
    imapOn: '  mail in   on',
    imapOff: '  mail in   off · IMAP_URL=imaps://user:password@host:993/INBOX',
    smtpOn: '  mail out  on',
    smtpOff: '  mail out  off · SMTP_URL=smtps://user:password@host:465 MAIL_FROM=you@example.com',
    keyMissing: (shops: string): string =>
      `⚠️ ${shops}: nothing is taken in, the encryption key here is not the one its secret was sealed with. Put that key file back (ENCRYPTION_KEY_FILE) and restart; /status says what else can be done.`,
    shops: '  Shopify   type /connect shopify <secret>',
    pair: (code: string): string => `Send this to your bot within 10 minutes: /pair ${code}`,
    prompt: 'Type here, /help shows how. Ctrl-C ends.',
    stillHere: 'Still running. Ctrl-C ends.',
    say: 'Type commands with: npm run -s crm -- say "/help"',
  },
  triage: {
    unsorted: 'Unsorted: what is it?',
    perhaps: (label: string): string => `Unsorted: perhaps ${(labels[label] ?? label).toLowerCase()}?`,
    label: (label: string, sublabel: string): string =>
      sublabels[sublabel] ? `${labels[label]} · ${sublabels[sublabel]}` : (labels[label] ?? label),
    button: (label: string): string => labels[label] ?? label,
    /** A reason is a fact we know (signals) or a phrase of the text. */
    because: (name: string, reasons: string[]): string =>
      `${name} (${reasons.map((reason) => signals[reason] ?? `“${reason}”`).join(', ')})`,
  },
  button: {
    firstPage: '‹‹ First page',
    block: 'Block',
    unblock: 'Unblock',
    bringBack: 'Bring them back',
    delete: 'Delete',
    whole: 'Whole text',
    contact: 'Contact',
    buyers: (orders: number): string => (orders === 1 ? 'Its buyer' : `Buyers of these ${orders}`),
    resolve: 'Resolved',
    won: 'Won',
    lost: 'Lost',
    reopen: 'Open again',
    reply: 'Reply',
    quote: 'Quote',
    addLine: 'Add a line',
    done: 'Done',
    undo: 'Undo',
    next: 'Next ›',
    previous: '‹ Back',
    show: 'Show',
    showAll: 'Show all',
    find: 'Find',
    note: 'Note',
    task: 'Task',
    addContact: 'Add contact',
    sendAgain: 'Send again',
    tryAgain: 'Try again',
    letBe: 'Leave it',
    itArrived: 'It arrived',
    inAnHour: 'In an hour',
    tomorrow: 'Tomorrow',
    cancel: 'Cancel',
    snooze: 'Snooze to tomorrow',
    snoozeHour: 'Snooze an hour',
    answered: 'Answered elsewhere',
    nextWaiting: 'Next in line ›',
    previousWaiting: '‹ Previous',
    merge: 'Merge',
    notTheSame: 'Not the same',
    takeOut: 'Take out',
    timeline: 'Timeline',
    answer: 'Answer',
    older: 'Older ›',
    newer: '‹ Newer',
    samePerson: 'Same person?',
    tagAll: 'Tag',
    taskAll: 'Task',
    export: 'Export',
    doIt: 'Do it',
    no: 'No',
    remove: 'Remove',
    gone: 'This button has expired. Please use a newer message.',
    doneAlready: 'Done already.',
  },
  /** What a message is, where that is more than words and files. */
  strange: (kind: string): string => strangeKinds.get(kind) ?? 'a kind of message I do not know',
  card: {
    title: (name: string, channel: string, subject: string | null): string =>
      subject ? `💬 ${name} · ${channel} · ${subject}` : `💬 ${name} · ${channel}`,
    takenFor: 'Filed as',
    pointsAt: 'Points at',
    pointedAt: (words: string): string => (words ? `“${words}”` : 'a story, a picture or a message I cannot see'),
    several: 'Messages',
    gathered: (count: number, shown: number): string =>
      count > shown ? `${count} on this card, the last ${shown} are shown` : `${count} on this card`,
    /** One of several messages, which they passed on. */
    passedOn: (name: string, words: string): string => `↪ ${name}: ${words}`,
    fileKind: (kind: string): string => fileKinds.get(kind) ?? 'file',
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
    /** A file of an album that came after its card had left. */
    latePart: (name: string): string => `💬 ${name} · and this`,
    edited: (name: string, before: string, after: string): Reply => ({
      title: `✏️ ${name} changed a message`,
      quote: after,
      hint: `Before: ${before}`,
    }),
    /** Written in a place where a bot cannot answer: a channel's own messages. */
    unanswerable: (name: string, place: string, channel: string): Reply => ({
      title: `📨 ${name}${place ? ` · ${place}` : ''} · ${channel}`,
      text: 'Written to your channel, where I cannot answer: open it there. No contact was made.',
    }),
    ownMail: ({ subject, text, nameless, address, byMachine }: OwnMail): Reply => ({
      title: `✉️ From yourself${subject ? ` · ${subject}` : ''}`,
      ...(byMachine && {
        hint: `A program wrote the mail you forwarded${nameless ? ` (${nameless})` : ''}: nobody was filed, and nobody can be answered.`,
      }),
      ...(nameless !== undefined &&
        !byMachine && {
          hint: address
            ? `You forwarded a mail${nameless ? ` of ${nameless}` : ''}, but I could not tell for certain whose it is, so nobody was filed. Forward it as an attachment, or add them.`
            : `You forwarded a mail${nameless ? ` of ${nameless}` : ''} that shows no address, so nobody was filed. Forward it as an attachment, or add them: /add <name> <address>`,
        }),
      quote: text,
      buttons: [
        [
          ...(nameless !== undefined && address && !byMachine
            ? [{ label: `Add ${address}`, command: `/add ${[nameless, address].filter(Boolean).join(' ')}` }]
            : []),
          { label: 'Task', command: `/task ${subject || head(text, 100)}` },
        ],
      ],
    }),
    paymentFailed: (order: { number: string; name: string; contactId: string | undefined; total: string }): Reply => ({
      title: `⚠️ Payment of order ${order.number} failed · ${order.total}`,
      text: order.name || 'A customer the shop does not name',
      fields: [{ label: 'Urgent', value: 'payment failed' }],
      ...(order.contactId && { buttons: [[{ label: 'Contact', command: `/contact c${order.contactId}` }]] }),
    }),
    paid: (order: {
      number: string;
      name: string;
      contactId: string | undefined;
      total: string;
      /** Only this much of it has come; '' when the shop does not say how much. */
      part: string | undefined;
    }): Reply => ({
      title:
        order.part === undefined
          ? `🛒 Order ${order.number} paid · ${order.total}`
          : `🛒 Order ${order.number} partly paid · ${order.part ? `${order.part} of ` : ''}${order.total}`,
      text: order.name || 'A customer the shop does not name',
      ...(order.contactId && { buttons: [[{ label: 'Contact', command: `/contact c${order.contactId}` }]] }),
    }),
    /** Of orders that came too fast for a card each. */
    together: {
      paid: (count: number, total: string): string => `🛒 ${plural(count, 'order')} paid · ${total}`,
      refunded: (count: number, total: string): string => `↩️ ${plural(count, 'refund')} · ${total}`,
      cancelled: (count: number, total: string): string => `🚫 ${plural(count, 'order')} cancelled · ${total}`,
      payment_failed: (count: number, total: string): string => `⚠️ ${plural(count, 'payment')} failed · ${total}`,
    },
    togetherList: (shown: number, count: number): string =>
      count > shown ? `${shown} of the ${count}` : 'Each of them',
    togetherWhy: 'So many at once are told together. Each order is stored with its customer.',
    reserved: (order: { number: string; name: string; contactId: string | undefined; total: string }): Reply => ({
      title: `🔒 Order ${order.number}: ${order.total} reserved, not yet captured`,
      text: order.name || 'A customer the shop does not name',
      hint: 'Nothing has been paid yet: the money comes when you capture it in the shop’s admin.',
      ...(order.contactId && { buttons: [[{ label: 'Contact', command: `/contact c${order.contactId}` }]] }),
    }),
    strangeStatus: (order: {
      number: string;
      name: string;
      contactId: string | undefined;
      word: string;
      total: string;
    }): Reply => ({
      title: `❓ Order ${order.number} · status: ${order.word} · ${order.total}`,
      text: order.name || 'A customer the shop does not name',
      hint: 'The shop says something of this order that I do not know, so nothing follows from it here. Please look in the shop’s admin.',
      ...(order.contactId && { buttons: [[{ label: 'Contact', command: `/contact c${order.contactId}` }]] }),
    }),
    /** A reserved payment that was never captured. */
    released: (order: {
      number: string;
      name: string;
      contactId: string | undefined;
      total: string;
      expired: boolean;
    }): Reply => ({
      title: order.expired
        ? `⚠️ Order ${order.number}: the reserved payment has expired, nothing was captured · ${order.total}`
        : `🔓 Order ${order.number}: the reserved payment was released, nothing was captured · ${order.total}`,
      text: order.name || 'A customer the shop does not name',
      ...(order.contactId && { buttons: [[{ label: 'Contact', command: `/contact c${order.contactId}` }]] }),
    }),
    /** Changed after it was paid; '' when the shop does not say how much. */
    orderWords: (order: { number: string; name: string; contactId: string | undefined }): Reply => ({
      title: `📝 Order ${order.number}: something was written with it`,
      text: order.name || 'A customer the shop does not name',
      ...(order.contactId && { buttons: [[{ label: 'Contact', command: `/contact c${order.contactId}` }]] }),
    }),
    stillToPay: (order: { number: string; name: string; contactId: string | undefined; amount: string }): Reply => ({
      title: `💰 Order ${order.number} was changed: ${order.amount || 'a part'} still to be paid`,
      text: order.name || 'A customer the shop does not name',
      ...(order.contactId && { buttons: [[{ label: 'Contact', command: `/contact c${order.contactId}` }]] }),
    }),
    toPayBack: (order: { number: string; name: string; contactId: string | undefined; amount: string }): Reply => ({
      title: `💰 Order ${order.number} was changed: ${order.amount} to be paid back`,
      text: order.name || 'A customer the shop does not name',
      ...(order.contactId && { buttons: [[{ label: 'Contact', command: `/contact c${order.contactId}` }]] }),
    }),
    buyerChanged: (order: {
      number: string;
      name: string;
      contactId: string | undefined;
      total: string;
      former: string;
      formerId: string;
      /** A lead of the former buyer that is open again. */
      reopened: string | undefined;
    }): Reply => ({
      title: `🔁 Order ${order.number} is ${order.name || 'somebody else'}’s now · ${order.total}`,
      text: `The shop has moved it; before it was ${order.former || `c${order.formerId}`}’s.`,
      ...(order.reopened && { hint: `Lead open again: ${order.reopened}` }),
      buttons: [
        [
          ...(order.contactId ? [{ label: order.name || 'Contact', command: `/contact c${order.contactId}` }] : []),
          { label: order.former || 'Before', command: `/contact c${order.formerId}` },
        ],
      ],
    }),
    orderDeleted: (order: { number: string; name: string; contactId: string | undefined; total: string }): Reply => ({
      title: `🗑 The shop has deleted order ${order.number} · ${order.total}`,
      text: order.name || 'A customer the shop does not name',
      hint: 'It no longer counts in what was spent or taken in.',
      ...(order.contactId && { buttons: [[{ label: 'Contact', command: `/contact c${order.contactId}` }]] }),
    }),
    /** '' when the shop does not say how much. */
    refunded: (order: { number: string; name: string; contactId: string | undefined; amount: string }): Reply => ({
      title: order.amount
        ? `↩️ Order ${order.number}: ${order.amount} refunded`
        : `↩️ Order ${order.number}: a refund; the shop does not say how much`,
      text: order.name || 'A customer the shop does not name',
      ...(order.contactId && { buttons: [[{ label: 'Contact', command: `/contact c${order.contactId}` }]] }),
    }),
    refundedUnknown: ({ id, amount }: { id: string; amount: string }): Reply => ({
      title: `↩️ ${amount} refunded for an order that is not known here`,
      text: `The shop’s own number of the order is ${id}.`,
      hint: 'It is counted in the takings once the shop tells of the order.',
    }),
    cancelled: (order: { number: string; name: string; contactId: string | undefined; total: string }): Reply => ({
      title: `🚫 Order ${order.number} cancelled · ${order.total}`,
      text: order.name || 'A customer the shop does not name',
      ...(order.contactId && { buttons: [[{ label: 'Contact', command: `/contact c${order.contactId}` }]] }),
    }),
  },
  mail: {
    tooLarge: 'Too large',
    stillInMailbox: (size: string): string =>
      `The mail has ${size}. All of it is in your mailbox: open it in your mail program.`,
    careful: 'Careful',
    suspicious: 'The sender may be forged: check with them by another road before you act or pay.',
    forwarded: 'Forwarded by you',
    claimedAddress: (address: string): string =>
      `from ${address}. Only your mail names this address, so I ask you before the first answer goes there.`,
    cameBy: { form: 'By a form', group: 'By a group' },
    namedBy: {
      form: (address: string, from: string): string =>
        `of a website, sent by ${from}. Whoever filled it in typed ${address}: nobody has proven it, so I ask you before the first answer goes there.`,
      group: (address: string, from: string): string =>
        `${from} passed it on and names ${address}. Nobody has proven it, so I ask you before the first answer goes there.`,
    },
    writesAs: 'Writes as',
    writtenBy: 'Written by',
    answersGoTo: (author: string, address: string): string => `${author} (your answer goes to ${address})`,
    replyTo: 'Asks for answers at',
    answersGo: 'Your answer goes to',
    answerTo: (address: string): string => `Answer to ${address}`,
    copied: 'Copy to',
    copiesGo: (copied: string[], copies: string[]): string =>
      copies.length > 0
        ? `${copied.join(', ')} (your answer goes to ${copies.join(', ')} as well)`
        : `${copied.join(', ')} (your answer does not go there)`,
    copyTo: (copies: string[]): string => `Copy to ${copies.join(', ')}`,
    noCopy: (refused: string[]): string => `✗ Refused, so no copy went to ${refused.join(', ')}`,
    onlyTo: (address: string): string => `Only to ${address}`,
    toAll: 'Answer to all',
    answersNowGo: (address: string, copies: string[]): string =>
      `✓ Answers in this thread go to ${address}${copies.length > 0 ? `, copy to ${copies.join(', ')}` : ' alone'}.`,
    heldToo: 'The answer that is still held goes that way too.',
    laterToo: 'So do the answers that are to be sent later.',
    isBlocked: (address: string): string => `You have blocked ${address}: answers do not go there.`,
    /** A button named somebody alone, and answers go to somebody else by now. */
    goesElsewhere: (address: string): string => `Nothing is changed: answers in this thread go to ${address} by now.`,
    noCopyAnyMore: (address: string, left: readonly string[]): string =>
      left.length > 0
        ? `They get no copy of the answer that is still held. It goes to ${address}. Copy to ${left.join(', ')}`
        : `They get no copy of the answer that is still held. It goes to ${address} alone.`,
    heldStays: (address: string): string =>
      `The answer that is still held goes to ${address} all the same, because the new address may be wrong. Cancel it if it should not leave.`,
    noThread: 'There is no such mail thread.',
    perhaps: 'Perhaps belongs to',
    join: 'Join them',
    splitOff: 'A thread of its own from here',
    /** A mail that says it is from the owner, and is not. */
    inYourName: (address: string, subject: string, text: string): Reply => ({
      title: `⚠️ In your name, but hardly by you${subject ? ` · ${subject}` : ''}`,
      text: `It says it comes from ${address}, but its authentication failed. Do not follow its links or pay because of it. Nothing was made of it.`,
      quote: text,
    }),
    invitation: ({
      name,
      address,
      contactId,
      act,
    }: {
      name: string;
      address: string;
      contactId: string | undefined;
      act: CalendarActName;
    }): Reply => ({
      title: `📅 ${name || address} · ${calendarActs[act]}`,
      buttons: [
        contactId
          ? [{ label: 'Contact', command: `/contact c${contactId}` }]
          : [{ label: 'Add contact', command: `/add ${name} ${address}` }],
      ],
      hint:
        act !== 'asks'
          ? 'Your calendar has not been changed: I only read the mail.'
          : `Say yes or no in your calendar${contactId ? ', or answer here' : `, or by mail to ${address}`}.`,
    }),
    calendar: { label: 'Calendar', when: 'When', acts: calendarActs },
    hasComplained: 'reported us as spam',
    because: (reason: string): string => bounceReasons[reason] ?? bounceReasons.refused!,
    comesBack: (reason: string): string => `mail comes back: ${bounceReasons[reason] ?? bounceReasons.refused!}`,
    cameBack: (name: string, address: string, reason: string, outboxId: string): Reply => ({
      title: `✗ Your mail to ${name || address} came back`,
      text: `${address}: ${bounceReasons[reason] ?? bounceReasons.refused!}.\n${bounceSteps[reason] ?? bounceSteps.refused!}`,
      buttons: [
        [
          { label: 'Send again', command: `/retry o${outboxId}` },
          { label: 'Leave it', command: `/drop o${outboxId}` },
        ],
      ],
    }),
    /** What came back shows another mail than ours. */
    perhapsCameBack: ({ name, address, reason, subject }: PerhapsReturned): Reply => ({
      title: `↩︎ A mail to ${name || address} came back, perhaps not your answer`,
      text: `${address}: ${bounceReasons[reason] ?? bounceReasons.refused!}.\nWhat came back${subject ? ` (“${subject}”)` : ''} is not the last mail sent from here, so nothing was changed. Did you write to them from another program? Then it is that mail. If you wrote nothing else, somebody else used your address.`,
    }),
    /** Neither its status nor its words say that it failed. */
    unsureBounce: (name: string, quote: string): Reply => ({
      title: `❓ Your mail to ${name} may not have arrived`,
      text: 'A mail server wrote about it without saying whether it has given up, so nothing was changed. Read what it says; if it matters, ask whether your mail arrived.',
      quote,
    }),
    isLate: (name: string, address: string): Reply => ({
      title: `⏳ Your mail to ${name || address} has not arrived yet`,
      text: `The server of ${address} could not be reached so far; it is tried again. If that goes on failing, the mail comes back and you are told.`,
    }),
    /** Of those who got a mail only the one in copy did not. */
    copyCameBack: (name: string, address: string, reason: string): Reply => ({
      title: `✗ No copy of your mail to ${name} reached ${address}`,
      text: `${address}: ${bounceReasons[reason] ?? bounceReasons.refused!}.\nThe mail to ${name} itself has not come back.`,
    }),
    /** It names an address that we did not write to. */
    forwardCameBack: (address: string, written: string[], reason: string): Reply => ({
      title: `✗ A mail of yours came back from ${address}`,
      text: `${address}: ${bounceReasons[reason] ?? bounceReasons.refused!}.\nYou wrote to ${written.join(', ')}: mail is forwarded from one of them. Ask whether yours arrived.`,
    }),
    complained: (name: string, address: string): Reply => ({
      title: `⚠️ ${name || address} reported your mail as spam`,
      text: `Nothing automatic goes to ${address} any more. Write there only if they ask you something.`,
    }),
    complaintUnproven: (address: string): Reply => ({
      title: `⚠️ Was your mail to ${address} reported as spam?`,
      text: `A report says so, but does not say of which mail, and anybody can write one. Nothing has been changed: if it may be true, write to ${address} only when they ask you something.`,
    }),
    somebodyComplained: (written: string[]): Reply => ({
      title: '⚠️ Your mail was reported as spam',
      text: `The report does not say by whom. It went to ${written.join(', ')}.`,
    }),
    /** What a website or program has sent for somebody it gives no address of. */
    byVisitor: ({
      from,
      subject,
      name,
      phone,
    }: {
      from: string;
      subject: string;
      name: string;
      phone: string;
    }): Reply => ({
      title: `🌐 ${name || from}${subject ? ` · ${subject}` : ''}`,
      text: `Sent by ${from}. There is no mail address of whoever wrote it, so it cannot be answered from here${phone ? `: call ${phone}` : ''}. No contact was made.`,
      ...((name || phone) && {
        buttons: [[{ label: 'Add contact', command: `/add ${[name, phone].filter(Boolean).join(' ')}` }]],
      }),
      hint: 'It is kept in /automatic.',
    }),
    /** A mail server's words that name nobody we wrote to. */
    unknownBounce: (subject: string, text: string, address = ''): Reply => ({
      title: `⚠️ A mail server has written${subject ? ` · ${subject}` : ''}`,
      text: address
        ? `It is about a mail to ${address}. None sent from here matches it, so nothing was changed.`
        : 'Perhaps a mail of yours came back, but it does not say which. Read it, and check with whoever you wrote to.',
      quote: text,
    }),
    unreadable: (channel: string, from: string | undefined, rowId: string): Reply => ({
      title: `⚠️ ${channel}: a message${from ? ` from ${from}` : ''} could not be read`,
      text: 'Nothing of it is lost. What is attached is the message as it came; otherwise look where it was written.',
      buttons: [
        [
          { label: 'Try again', command: `/retry i${rowId}` },
          { label: 'Leave it', command: `/drop i${rowId}` },
        ],
      ],
    }),
    unreadableTicket: 'Unreadable mail',
    unknownSender: 'Unknown sender',
  },
  confirm: {
    /** Before the first answer to an address that may be wrong. */
    ask: (name: string, address: string, reason: string | undefined, text: string, id: string): Reply => ({
      failed: true,
      title: reason ? `Mail to ${address} came back` : `Is ${address} really ${name || 'theirs'}?`,
      text: reason
        ? `Not sent yet. Last time: ${bounceReasons[reason] ?? bounceReasons.refused!}.`
        : 'Not sent yet. Nothing proves that this address is theirs: compare it letter by letter.',
      quote: text,
      buttons: [
        [
          { label: `Send to ${address}`, command: `/confirm u${id}` },
          { label: 'Not this address', command: `/confirm u${id} no` },
        ],
      ],
    }),
    /** An answer that leaves later would have to ask then. */
    askNow: (address: string): string =>
      `${address} is not confirmed yet. If it is right, say so now, or it will not leave by itself.`,
    isRight: 'The address is right',
    right: (address: string): string => `✓ ${address} counts as right: answers go there without a question.`,
    notSent: (address: string, text: string): Reply => ({
      text: `✓ Nothing was sent to ${address}. If the address is wrong: /add the right one with the name, then answer again.`,
      quote: text,
    }),
    noSuch: 'That answer was sent or dropped before.',
    /** Who gets an answer is not what was shown. */
    whoGetsIt: 'Not sent yet: who is to get it?',
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
  join: {
    done: (name: string): string => `🔗 One thread now, with ${name}.`,
    participant: (participant: string, address: string): string =>
      `${participant} takes part in it from now on. Your answers go to ${address}.`,
    twoPeople: (one: string, other: string): Reply => ({
      failed: true,
      title: `These are two people: ${one} and ${other}`,
      text: 'Are they one person, or do both take part in one thread?',
    }),
    onePerson: 'One person: merge',
    bothTakePart: 'Both take part',
    scheduled: (address: string): string =>
      `An answer to ${address} still waits for its time, and would go elsewhere afterwards. /scheduled shows it: cancel it first.`,
    noMail: 'Only mail threads can be joined: a chat is one conversation already.',
    same: 'That is one thread already.',
    noSuch: (id: string): string => `There is no conversation v${id}.`,
    off: (subject: string): string => `✂️ “${subject}” is a thread of its own now.`,
    nothingBefore: 'Nothing would stay behind: it is the first message of its thread.',
  },
  urgent: {
    label: 'Urgent',
    vip: 'VIP',
    complaint: 'complaint',
    payment: 'payment trouble',
    harm: 'harm or loss',
    deadline: 'needed at once',
  },
  away: {
    /** What a customer reads; `when` is a day, or a time of today. */
    answer: (business: string, when: string): string =>
      `Hello! This is an automatic reply${business ? ` from ${business}` : ''}: I am away until ${when}. I have your message and will answer when I am back.`,
    nothingFilledIn: (typed: string): string =>
      `${typed} is not filled in for everybody who writes. Say it without, and send it again.`,
    until: (when: string): string => `🌴 Away until ${when}`,
    planned: (from: string, until: string): string => `🌴 Away from ${from} until ${until}`,
    plannedHint: 'Until then messages reach you as they come.',
    overlaps: (spans: string): string =>
      `You are away then already, or have planned to be: ${spans}. One long absence, or only the new one?`,
    only: (span: string): string => `Only ${span}`,
    fromThen: (when: string): string => `Not now, from ${when} on`,
    howLong: (from: string): string => `Away from ${from}: until when? Type it with the end, or choose:`,
    insteadOf: (spans: string): string => `Planned before: ${spans}`,
    cancelPlan: 'Not away after all',
    plannedLabel: 'Planned',
    stillPlanned: (spans: string): string => `🌴 Still planned: ${spans}`,
    begun: 'It begins now, as you planned: only what is urgent reaches you, and customers who write are told.',
    cancelOne: (from: string): string => `Cancel the one from ${from}`,
    keptWords: (words: string): string =>
      `Customers still read what you wrote before: “${words}”. For other words, write them behind the time.`,
    ourWords: 'Use the standard words',
    cancelled: (span: string): string => `You will not be away ${span}: messages go on reaching you.`,
    quietUntil: (when: string): string => `🌙 Quiet until ${when}`,
    here: 'You are not away: messages reach you as they come. How long will you be gone?',
    spans: [
      { label: 'Until tomorrow', command: '/away tomorrow' },
      { label: '3 days', command: '/away 3d' },
      { label: 'A week', command: '/away 1w' },
    ] as Button[],
    explained:
      'Only what is urgent reaches you; the rest comes in one list when you are back. Customers who write get this, once a day:',
    off: 'I am back',
    whoWrote: 'Who wrote',
    reminder: (when: string): Reply => ({
      text: `🌴 By the way, you are away until ${when}.`,
      buttons: [[{ label: 'I am back', command: '/away off' }]],
    }),
    back: '👋 Welcome back',
    nobody: 'Nobody wrote while you were away.',
    wrote: (people: number, messages: number): string =>
      `While you were away: ${plural(people, 'customer')}, ${plural(messages, 'message')}`,
    messages: (count: number): string => plural(count, 'message'),
    tickets: 'Tickets opened',
    orders: 'Orders',
    nextPeople: 'More customers',
    nextTickets: 'More tickets',
    nextOrders: 'More orders',
    urgentLine: (why: string, line: string): string => `❗ ${why} · ${line}`,
  },
  customer: {
    welcome: (business: string): string =>
      `Hello! You have reached ${business || 'us'}. Write your question here and you will get an answer in this chat.`,
  },
  receipt: {
    sent: (name: string, channel: string): Reply => ({ text: `✓ Sent to ${name} (${channel})` }),
    /** `url` opens the chat, where the answer can be written by hand. */
    failed: (name: string, channel: string, reason: string, outboxId: string, url?: string): Reply => ({
      title: `✗ Not sent to ${name} (${channel})`,
      text: `Reason: ${reasons[reason] ?? reason}.${url ? `\nWrite to them yourself: ${url}` : ''}`,
      buttons: [
        [
          { label: 'Send again', command: `/retry o${outboxId}` },
          { label: 'Leave it', command: `/drop o${outboxId}` },
        ],
      ],
    }),
    unknown: (name: string, channel: string, outboxId: string): Reply => ({
      title: `？ Perhaps sent to ${name} (${channel})`,
      text: 'The connection broke while the message was under way. It may or may not have arrived, so it is not sent a second time by itself.',
      buttons: [
        [
          { label: 'Send again', command: `/retry o${outboxId}` },
          { label: 'It arrived', command: `/drop o${outboxId}` },
        ],
      ],
    }),
    editStays: {
      failed: true,
      text: '✎ Your edit stays here: what was sent cannot be changed. To put it right, send another answer.',
    } as Reply,
    editHeld: {
      failed: true,
      text: '✎ Your edit stays here: in a minute your first wording leaves, unless you stop it.',
    } as Reply,
    editOfLine: {
      failed: true,
      text: '✎ Your edit stays here: what you typed first counts. To have it as it is now, tap below or type it anew.',
    } as Reply,
    editOfSecret: {
      failed: true,
      text: '✎ Your edit stays here: what you typed first counts. There is a password or a key in it now, so it was not kept: type it anew.',
    } as Reply,
    undoFirst: 'Undo what I typed first',
    bounced: (name: string): Reply => ({
      title: `✗ Your mail to ${name || 'a customer'} came back`,
      text: 'The address does not accept it. Reach them another way, or check the address.',
    }),
  },
  ownAccount: {
    /** `why`: silent, disconnected, may_not_reply; absent when all is well. */
    stands: (channel: string, why: string | undefined): Reply =>
      why === undefined
        ? {
            title: `🟢 ${channel} is connected`,
            text: 'Customers who write to you there arrive here. You can answer here, or there by hand: both are kept.',
          }
        : { title: `🔴 ${channel}: answers cannot leave`, text: `Reason: ${reasons[why] ?? why}.` },
    down: (why: string): string => reasons[why] ?? why,
    outOfReach: (name: string, why: string, url: string): Reply => ({
      failed: true,
      title: `✗ Not sent to ${name}`,
      text: `Reason: ${reasons[why] ?? why}.\nWrite to them yourself: ${url}`,
    }),
  },
  link: {
    made: (name: string, url: string, days: number): Reply => ({
      title: `Link for ${name}`,
      text: url,
      hint: `Send it to ${name}. Whoever opens it first is taken for ${name}; it works once, for ${days} days.`,
    }),
    noBot:
      'There is no Telegram bot to link to. Set TELEGRAM_BOT_TOKEN (from @BotFather); /status shows whether it is on.',
    opened: (name: string): Reply => ({ text: `🔗 ${name} has opened your link and can be reached on Telegram now.` }),
    /** Whoever opened it is somebody we know already. */
    openedByAnother: (name: string, by: string, contactId: string, otherId: string): Reply => ({
      title: `🔗 Your link for ${name} was opened by ${by}`,
      text: `${by} is a contact already. Are they the same person?`,
      buttons: [[{ label: 'Same person: merge', command: `/merge c${contactId} c${otherId}` }]],
    }),
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
  reminder: (title: string, taskId: string, contactId: string | null): Reply => ({
    title: `⏰ ${title}`,
    buttons: [
      [
        { label: 'Done', command: `/done ${taskId}` },
        { label: 'In an hour', command: `/postpone ${taskId} in 1 hour` },
        { label: 'Tomorrow', command: `/postpone ${taskId} tomorrow 9am` },
      ],
      ...(contactId ? [[{ label: 'Contact', command: `/contact c${contactId}` }]] : []),
    ],
  }),
  desk: {
    movedTo: (group: string): Reply => ({
      text: `Customers’ cards now go to “${group}”, each customer in a topic of their own.`,
      hint: 'To have them here again, take the bot’s right to manage topics away there.',
    }),
    movedBack: (group: string): Reply => ({
      text: `Customers’ cards come here again: the bot may no longer manage topics in “${group}”.`,
    }),
    notAllowed: { failed: true, text: 'Your role may not do that. Ask the owner.' } as Reply,
    cardGone: 'Nothing was sent: whom this card was about is deleted. Bring them back first.',
    unknownCommand: (word: string): Reply => ({
      failed: true,
      text: `I do not know ${word}.`,
      buttons: [[{ label: 'All commands', command: '/help' }]],
    }),
    incomplete: (command: CommandText, need: string, words: string, unread = ''): Reply => ({
      failed: true,
      title: command.summary,
      text: [
        ...(words ? [`Understood so far: ${words}`] : []),
        ...(unread ? [`I do not know what to do with “${unread}”.`] : []),
        `Missing: ${need}.`,
      ].join('\n'),
      fields: [{ label: 'Example', value: command.example }],
    }),
    unchanged: 'Nothing was changed: it was so already.',
    secretBare: {
      failed: true,
      text: 'That looks like a password or a key, so it was neither sent nor kept. If it is meant for the customer, write it again with a word in front, like “key: …”. If not, delete your message here too.',
    } as Reply,
    secretAsked: {
      failed: true,
      text: 'There is a password or a key in it, and it is not sure whom it is for. So it was neither sent nor kept. If a customer is to have it, write it again in answer to their card.',
    } as Reply,
    secretNoted: {
      failed: true,
      text: 'There is a password or a key in it, so nothing was done and nothing was kept. Write it again without the key, and delete your message here too.',
    } as Reply,
    secretMeant: {
      failed: true,
      text: 'That looks like a command with a secret in it, so I have neither kept it nor passed it on. If it was one, type it again with a slash in front: /connect shopify <secret>. If these were words for a customer, put /reply in front.',
    } as Reply,
    meant: 'Did you mean one of these?',
    unread: (words: string): string => `I do not know what to do with “${words}”, so nothing was done.`,
    withoutUnread: 'Do it without that',
    noPage: (page: number): string => `There is no page ${page}: the list is shorter.`,
    likeCommand: 'That looks like a command. Shall it really go to the customer? Nothing has left yet.',
    likeCommandWithFiles:
      'The words with it look like a command, so nothing has left. Send it again with other words, or without any.',
    noUseForFiles:
      'A command or a note cannot take a file, so nothing was done and nothing has left. To send the customer the file, reply to their card with it and other words, or none.',
    withoutFiles: 'Do it without the file',
    albumPartLeft: 'Another part of the same album has left already.',
    albumStays:
      'The words with another part of this album keep it here, so this part has not left either. Send them again together.',
    wordsOnly: 'The buttons take the words only. To send a customer the file, reply to their card with it.',
    staysHere: 'What begins with // is a note and never leaves. Nothing was sent.',
    toCustomer: (name: string): string => (name ? `Send to ${name}` : 'Send to customer'),
    keepBack: (name: string): string => `Do not send my last answer (to ${name})`,
    undoOf: (line: string): string => `Undo: ${line}`,
    asNote: 'Keep as a note',
    asCommand: (line: string): string => `Run ${line}`,
    plainWords: 'What shall I do with this? To answer a customer, reply to their card.',
    noWords: 'To send a customer a file, reply to their card with it.',
    makeNote: (name: string | undefined): string => (name ? `Note on ${name}` : 'Note'),
    makeTask: (when: string | undefined): string => (when ? `Task · ${when}` : 'Task'),
    makeSearch: 'Search',
    makeContact: 'Add contact',
    addNamed: (name: string): string => `Add ${name}`,
    addressed: (name: string): string => `For ${name}: what shall I do with this? Nothing has left yet.`,
    answerThem: (name: string): string => `Send to ${name}`,
    forAnother: (name: string, customer: string): string =>
      `Is this for ${name}, or shall ${customer || 'the customer of this card'} read it as it is? Nothing has left yet.`,
    forUs: (customer: string): string =>
      `That does not read as if it were for ${customer || 'the customer of this card'}. Shall they get it as it is? Nothing has left yet.`,
    forAnotherWithFiles:
      'The words with it name somebody else or a note, so nothing has left. Send it again with other words, or without any.',
    sendAsTyped: (customer: string): string => `As typed to ${customer || 'the customer'}`,
  },
  complete: {
    times: ['in 1 hour', 'today 6pm', 'tomorrow 9am', 'Monday 9am'],
    settings: ['language', 'timezone', 'currency', 'country', 'name', 'digest', 'undo-send', 'quiet'],
  },
  need: {
    change: 'what to change: name …, +phone, -phone, +mail, city:…, #tag',
    name: 'which contact',
    newName: 'a name',
    language: 'which language: zh or en',
    canned: 'a name for it, like refund',
    word: 'a word to look for',
    text: 'the text',
    tag: 'a tag, like #vip',
    lead: 'which lead (its number, or the customer)',
    price: 'quantity and price, like 2x300',
    ticket: 'which ticket (its number, or the customer)',
    task: 'which task (its number)',
    time: 'when',
    provider: 'which shop: shopify',
    secret: "the shop's webhook secret",
    resume: 'nothing behind it, or: drop',
    setting: 'which setting: language, timezone, currency, country, name, digest, undo-send, quiet, keep',
    value: 'the new value',
    filter: 'for whom: “where” and a filter, like where #vip',
    city: 'which city',
    member: 'which team member (a name or number)',
    team: 'add or remove',
    unsent: 'which message',
    notice: 'which notice',
    message: 'which message',
    mail: 'which mail, like a12 of /automatic',
    label: 'what it is: lead, ticket, feedback, other',
    pair: 'two people, like c1 c2',
    threads: 'two mail threads, like v12 v9',
    thread: 'which mail thread, like v12',
    address: 'a mail address',
    onOrOff: 'on or off',
  },
  form: {
    title: {
      add: 'New contact',
      reply: 'Reply',
      note: 'Note',
      task: 'New task',
      lead: 'New lead',
      quote: 'Quote line',
      tagall: 'Tag everyone',
    },
    field: {
      name: 'Name',
      phone: 'Phone',
      email: 'Email',
      tags: 'Tags',
      note: 'Note (never sent)',
      text: 'Text',
      title: 'What it is about',
      when: 'When, like tomorrow 10am',
      amount: 'Amount, like 1280 or 500 USD',
      item: 'Description',
      quantity: 'Quantity',
      price: 'Unit price',
    },
    submit: 'OK',
    fillIn: 'Fill in a form',
    again: 'Fill in again',
  },
  help: {
    title: 'What you can type here',
    hint: '/help and a command shows an example. Reply to a customer’s card to answer them.',
    example: (example: string) => ({ label: 'Example', value: example }),
  },
  find: {
    whom: 'Who is it about? Tap someone seen lately, or write their name after the command.',
    nobody: (query: string): string => `Nobody found for “${query}”.`,
    said: (words: string): string => `“${words}”`,
    noId: (id: string): Reply => ({
      failed: true,
      text: `There is no contact ${id}.`,
      hint: '/find and part of a name shows who there is.',
    }),
    nobodyHint: '/find and part of a name shows who there is.',
    which: (query: string): string => `Which “${query}”?`,
    perhaps: (query: string, name: string): string => `There is no “${query}”. Is it ${name}?`,
    perhapsOneOf: (query: string): string => `There is no “${query}”. Is it one of these?`,
    formerly: (query: string, name: string): string => `“${query}” is called ${name} now.`,
    isItFormer: (query: string, name: string): string => `“${query}” is called ${name} now. Is that who you mean?`,
    shownInstead: (query: string, name: string): string => `There is no “${query}”. This is ${name}.`,
    onlyAlike: (query: string): string => `There is no “${query}”, only someone whose name is like it.`,
    moreOfName: (part: string, name: string): string =>
      `Is “${part}” part of ${name}’s name, or of your words? Nothing was done yet.`,
    cardOrNamed: (card: string, named: string): string =>
      `Is this for ${named}, or for ${card}, whose card you answered?`,
    whichConversation: (name: string): string =>
      `${name} has several conversations, and an answer would not reach the same people in each. Which one is this for?`,
    fileForWhich: (name: string): string =>
      `${name} has several conversations, and an answer would not reach the same people in each. A file cannot wait for a choice: send it as a reply to the card it answers.`,
    found: (query: string): string => `Results for “${query}”`,
    more: 'There are more. Add a word to narrow it down.',
  },
  filter: {
    found: (total: number, filter: string): string => `${plural(total, 'person', 'people')}: ${filter}`,
    nobody: (filter: string): string => `Nobody matches “${filter}”.`,
    fewer: 'Leave something out to find more. /find lists what can be asked for.',
    unclear: (word: string): string => `“${word}” is not a filter I know.`,
    possibleIs: 'You can write',
    /** In front of any of them, - leaves those people out. */
    possible: {
      tag: '#vip, -#vip',
      name: 'a name',
      city: 'city:Berlin',
      lang: 'lang:en, lang:zh',
      channel: 'channel:email, channel:telegram',
      since: 'since:90d (seen in the last 90 days)',
      quiet: 'quiet:30d (not seen for 30 days)',
      new: 'new:7d (known for 7 days at most)',
      lead: 'lead:open, lead:won, lead:lost',
      ticket: 'ticket:open, ticket:none',
      orders: 'orders:>=2, orders:0',
      buyers: 'buyers:1042,1043',
      spent: 'spent:>=1000, spent:>$50',
      bought: 'bought:tea',
      owes: 'owes:us (we owe them an answer), owes:them',
      blocked: 'blocked:yes (you have blocked them), blocked:no',
      closed: 'closed:yes (they have closed the chat to you), closed:no',
    },
  },
  bulk: {
    call: 'call',
    whom: (filter: string): string => `Everyone who matches: ${filter}`,
    among: 'Among them',
    askTag: (total: number, tags: string): string => `Tag ${plural(total, 'person', 'people')}: ${tags}?`,
    tagged: (changed: number, had: number, tags: string): string =>
      `✓ ${tags}: ${plural(changed, 'person', 'people')}${had > 0 ? `, ${had} already had it` : ''}.`,
    askTask: (total: number, task: string): string => `Make ${plural(total, 'task')}, one per person: ${task}?`,
    otherTask: (filter: string): string => `Another task: /taskall tomorrow 10am send samples where ${filter}`,
    tasksMade: (count: number, task: string): string => `☐ Made ${plural(count, 'task')}: ${task}`,
    oneTask: 'One task for all',
    tooMany: (total: number, most: number): string =>
      `That is ${total} people; at most ${most} at once. Narrow the filter, for example with since:30d.`,
    tooManyTasks: (total: number, most: number): string =>
      `That would be ${total} tasks; at most ${most} at once. Narrow the filter, or make one task for all.`,
    changedSince: (before: number): string =>
      `When I asked it was ${plural(before, 'person', 'people')}. Please confirm again.`,
  },
  export: {
    fileName: 'contacts',
    done: (total: number, filter: string): string => `${plural(total, 'contact')}${filter ? `: ${filter}` : ''}`,
    columns: [
      'Number',
      'Name',
      'Tags',
      'City',
      'Language',
      'Channels',
      'Addresses',
      'First seen',
      'Last seen',
      'Orders',
    ],
    spent: (currency: string): string => `Spent ${currency}`,
  },
  city: {
    now: (name: string, city: string | null): string => `${name}: ${city ?? 'city not known'}`,
  },
  helper: {
    team: 'The team',
    role: { owner: 'owner', helper: 'helper', viewer: 'viewer' },
    hint: '/helper add Anna invites a helper; /helper add Anna viewer invites someone who can only look.',
    inviteHelper: 'Invite a helper',
    inviteViewer: 'Invite a viewer',
    somebody: 'somebody new',
    invited: 'invited, not here yet',
    noChat: 'no chat',
    lastAct: (age: string): string => `last active ${age} ago`,
    noAct: 'nothing done yet',
    invitation: (name: string, role: string): string => `Invitation for ${name} (${role})`,
    passOn: 'Pass this line on. They send it to this bot in their own chat, within 24 hours; it works once.',
    may: {
      helper:
        'A helper can read, answer, file and tag, but not export or change settings, shops or the team. Customers’ cards arrive at the shared desk (Slack channel or Telegram group): add them there too.',
      viewer:
        'A viewer can read, but change nothing. Customers’ cards arrive at the shared desk (Slack channel or Telegram group): add them there too.',
    },
    welcome: (role: string): Reply => ({
      title: `Welcome to the team (${role})`,
      text: 'Here you get answers to your commands; /help shows them. Customers’ cards arrive at the shared desk (Slack channel or Telegram group).',
    }),
    joined: (name: string, role: string, channel: string, id: string): Reply => ({
      text: `👤 ${name} has joined as ${role} (${channel}).`,
      buttons: [[{ label: 'Remove', command: `/helper remove ${id}` }]],
    }),
    removed: (name: string): string => `${name} is off the team: their commands no longer work.`,
    noSuch: (who: string): string => `Nobody on the team is called “${who}”.`,
    ownerStays: 'The owner cannot be removed.',
  },
  audit: {
    all: 'Who did what',
    of: (name: string): string => `Who did what: ${name}`,
    none: 'Nothing yet.',
    /** Done by the house, for the owner to take back. */
    byItself: 'By itself',
    older: 'Older ›',
    undone: 'undone',
    outcome: {
      refused: 'not allowed',
      exported: 'exported',
      invited: 'invited',
      joined: 'joined the team',
      resumed: 'let the copy go to work',
    },
  },
  search: {
    found: (query: string): string => `Mentions of “${query}”`,
    nothing: (query: string): Reply => ({
      failed: true,
      text: `“${query}” is in no message, note, ticket, lead or order.`,
      buttons: [[{ label: 'Find a contact', command: `/find ${query}` }]],
    }),
    kind: { in: '💬', out: '→', note: '📝', ticket: 'Ticket', lead: 'Lead', order: '🛒' },
  },
  add: {
    added: 'Saved.',
    known: (name: string): string => `Added to ${name}.`,
    nothingNew: (name: string): string => `Already known as ${name}; there was nothing new in it.`,
    twoPeople: 'This names two people, who sends and who receives. Which one shall I add?',
    several: 'This reads like several people. Nothing was saved yet.',
    addEach: (words: string): string => `Add ${words}`,
    allOne: 'It is all one person',
    sender: (words: string): string => `Sender: ${words}`,
    receiver: (words: string): string => `Recipient: ${words}`,
    notAPhone: (typed: string, country: string, example: string): string =>
      `${typed} is not a phone number I can read (country ${country}). Write it like ${example}.`,
    unread: (typed: string, country: string, example: string): string =>
      `${typed} is not a number of ${country} I can read: kept as you wrote it, not checked. A whole one looks like ${example}.`,
    noted: (notes: string): string => `Kept as a note: ${notes}`,
    comma: ', ',
    isName: 'It is the name',
    sameName: (name: string): string => `Somebody is called ${name} already. Is it the same person?`,
    heldBy: (address: string, holder: string, name: string): string =>
      `${address} is ${holder}’s. You wrote ${name}: is that the same person?`,
    addTo: (name: string): string => `Add to ${name}`,
    newContact: 'New contact',
    notSaved: 'Nothing is saved yet.',
    notAnEmail: (typed: string): string => `${typed} is not a mail address. It looks like anna@example.com.`,
    notATag: (typed: string): string => `${typed} cannot be a tag: letters, digits, - and _ only.`,
  },
  rename: {
    done: (before: string, after: string): string => `${before} → ${after}`,
    same: (name: string): string => `${name} keeps this name, whatever their channel calls them.`,
  },
  edit: {
    done: 'Saved.',
    which: (name: string): string => `${name} has several. Which one is to go?`,
    goes: (address: string): string => `Remove ${address}`,
    beside: 'Keep them all and add the new one',
    hasNone: (name: string, what: string): string => `${name} has nothing there: ${what}.`,
    unread: (typed: string, country: string): string =>
      `${typed} is not a number of ${country} I can read: kept as you wrote it, not checked.`,
    what: (name: string, words: string): string => `What is “${words}” to ${name}?`,
    isName: 'The new name',
    writesFrom: (name: string, channel: string, address: string): string =>
      `${name} writes to you from ${address} (${channel}). Without it, what comes from there would be a stranger’s: it can only be taken out together with its messages.`,
  },
  delete: {
    title: (name: string): string => `Delete ${name}?`,
    goes: (all: Record<'messages' | 'leads' | 'tickets' | 'tasks' | 'later' | 'orders', number>): string => {
      const gone = [
        plural(all.messages, 'message'),
        plural(all.leads, 'lead'),
        plural(all.tickets, 'ticket'),
        plural(all.tasks, 'task'),
        ...(all.later > 0 ? [`${plural(all.later, 'answer')} to be sent later`] : []),
      ];
      const orders = all.orders > 0 ? ` ${plural(all.orders, 'order')} will stay, as nobody’s.` : '';
      return `With them go ${gone.join(', ')}.${orders}`;
    },
    sure: 'Delete',
    hint: 'You can undo it for 30 days. If you only want quiet, block them.',
    answering: (name: string): string =>
      `An answer to ${name} is on its way. Stop it, or wait until it has left; then delete again.`,
    stop: 'Stop the answer',
    done: (name: string): string => `🗑 ${name} is deleted. You can undo it for 30 days.`,
  },
  block: {
    partOf: (name: string): string => `Whom this button meant is part of ${name} now. Block ${name}?`,
    done: (name: string): string =>
      `🚫 ${name} is blocked: what they send is kept, and not shown to you. Orders are told all the same.`,
    already: (name: string): string => `${name} is blocked already.`,
    /** Somebody blocked is answered all the same. */
    answered: (name: string): string =>
      `You have blocked ${name}: this leaves, and what they answer is not shown (/unblock).`,
    later: (name: string): string => `You have blocked ${name}: at the time you will be asked first (/unblock).`,
    /** What was on its way to them. */
    stopped: (answers: number, later: number): string[] => [
      ...(answers > 0 ? [`${plural(answers, 'answer')} to them had not left, and will not by itself.`] : []),
      ...(later > 0
        ? [`${plural(later, 'answer')} to be sent later: at the time you will be asked instead (/scheduled).`]
        : []),
    ],
    notSent: (answers: number): string => `${plural(answers, 'answer')} to them did not leave:`,
    over: (name: string, count: number): string =>
      count > 0
        ? `${name} is heard again. Meanwhile came ${plural(count, 'message')}:`
        : `${name} is heard again. Nothing came meanwhile.`,
    never: (name: string): string => `${name} is not blocked.`,
    list: 'Blocked',
    nobody: 'You have blocked nobody.',
    since: (when: string): string => `since ${when}`,
    freed: 'not blocked any more',
    withheld: (count: number): string => `${plural(count, 'message')} not shown`,
    field: 'Blocked by you',
  },
  contact: {
    city: 'City',
    language: 'Language',
    writesTo: (writer: string, name: string): string => `${writer} (in ${name}’s thread)`,
    threadOf: (name: string): string => `in ${name}’s thread`,
    noName: 'This contact has no name yet: /add with their phone or mail address and a name.',
    answersGoTo: 'Answers go to',
    sign: {
      address: 'from an order’s address: not theirs for certain',
      order: 'given with an order: not theirs for certain',
      named: 'named by somebody else: not theirs for certain',
      unread: 'as written; not a number I can read',
      extension: 'with an extension: not theirs alone',
      service: 'a service number: not theirs alone',
      shared: 'also somebody else’s',
      writer: 'writes from the same address',
      former: 'former name',
    },
    claimed: 'not confirmed',
    closed: 'has closed this chat to us',
    bought: 'Bought',
    waiting: 'Waiting',
    waitsSince: (age: string): string => `waiting for ${age}`,
    open: 'Open',
    orders: 'Orders',
    lastWords: 'Latest messages',
    direction: { in: '←', out: '→', automatic: '🤖', note: '📝' } as Record<string, string>,
    file: '(file)',
  },
  turn: {
    label: 'Whose turn',
    us: (age: string, since: string): string => `Ours: they have waited ${age} (since ${since})`,
    them: (age: string, since: string): string => `Theirs: we have waited ${age} (since ${since})`,
    nobody: 'Nobody’s: no answer is due',
  },
  alike: {
    title: '👥 Same person?',
    list: 'Perhaps the same person',
    none: 'No two contacts look like the same person.',
    hint: (name: string): string => `Merging keeps ${name} and moves everything from the other over. You can undo it.`,
    left: (count: number): string => `Duplicates (${count})`,
    refused: (one: string, other: string): string => `${one} and ${other} are two people. You will not be asked again.`,
    evidence: {
      held: ({ one, other, value, channel }: Sides): string =>
        `${one} came with ${value} (${channel}), which is ${other}’s.`,
      sign: ({ one, other, value, channel }: Sides): string =>
        `${value} (${channel}) came with ${one} and with ${other}; it need not be anybody’s own.`,
      named: ({ one, other, value, channel }: Sides): string =>
        `${one} wrote ${value}, ${other}’s address (${channel}).`,
      order: ({ one, other, value }: Sides): string => `${one} asked about order ${value}, which is ${other}’s.`,
      short: ({ one, other }: Sides): string => `One name may be short for the other: ${one}, ${other}.`,
      name: ({ one, other }: Sides): string => (one === other ? `Same name: ${one}.` : `Same name: ${one}, ${other}.`),
      domain: ({ value }: Sides): string => `Same mail domain: ${value}.`,
      local: ({ value }: Sides): string => `Same mail name before the @: ${value}.`,
    },
  },
  merge: {
    done: (gone: string, kept: string): string => `👥 ${gone} is now part of ${kept}`,
    moved: (counts: string[]): string => `Moved: ${counts.join(', ')}.`,
    nothingMoved: 'There was nothing to move.',
    counts: (moved: Partial<Record<string, number>>, messages: number): string[] => [
      ...(moved.contact_identities ? [plural(moved.contact_identities, 'address', 'addresses')] : []),
      ...(moved.conversations ? [plural(moved.conversations, 'conversation')] : []),
      ...(messages ? [plural(messages, 'message')] : []),
      ...(moved.leads ? [plural(moved.leads, 'lead')] : []),
      ...(moved.tickets ? [plural(moved.tickets, 'ticket')] : []),
      ...(moved.feedback ? [plural(moved.feedback, 'piece of feedback', 'pieces of feedback')] : []),
      ...(moved.orders ? [plural(moved.orders, 'order')] : []),
      ...(moved.tasks ? [plural(moved.tasks, 'task')] : []),
    ],
    nobody: (name: string): string => `Nobody looks like ${name}. To merge two people, name both: /merge c1 c2.`,
    already: (name: string): string => `That is one and the same: ${name}.`,
    whoStays: 'Which one do you keep?',
    stays: (name: string): string => `Keep ${name}`,
    hint: 'Everything from the other moves over. You can undo it.',
  },
  split: {
    which: (name: string): string => `What is not ${name}’s?`,
    identities: 'Addresses',
    threads: 'Mail threads',
    numbers: '/split and a name shows the threads with them, and their numbers.',
    hint: 'What is taken out becomes a contact of its own, with its conversations, leads and tickets.',
    nothing: (name: string): string => `There is nothing to take out: ${name} has only this.`,
    notTheirs: (name: string, address: string): string => `${name} does not have the address ${address}.`,
    noSuch: (id: string): string => `There is no conversation v${id}.`,
    done: (made: string, from: string): string => `${made} was taken out of ${from}.`,
  },
  timeline: {
    title: (name: string): string => `${name} · timeline`,
    none: 'Nothing has happened yet.',
    happened: {
      order: (number: string, amount: string): string => `🛒 Order ${number} · ${amount}`,
      lead: (title: string, amount: string): string => `Lead opened: ${title}${amount ? ` · ${amount}` : ''}`,
      won: (title: string, amount: string): string => `🎉 Won: ${title}${amount ? ` · ${amount}` : ''}`,
      lost: (title: string, _amount: string): string => `Lost: ${title}`,
      ticket: (title: string, _amount: string): string => `Ticket opened: ${title}`,
      resolved: (title: string, _amount: string): string => `✓ Ticket resolved: ${title}`,
      done: (title: string, _amount: string): string => `☑ ${title}`,
      merged: (name: string, _amount: string): string => `👥 Merged with ${name}`,
      parted: (name: string, _amount: string): string => `✂️ Parted from ${name}`,
    },
  },
  note: { saved: (name: string): Reply => ({ text: `📝 Noted${name ? ` for ${name}` : ''}.` }) },
  tag: {
    now: (name: string, tags: string): string => `${name}: ${tags || 'no tags'}`,
    meant: (name: string, tags: string): string => `Tags begin with #. Shall ${name} get ${tags}?`,
  },
  lead: {
    untitled: 'Inquiry',
    list: 'Open leads',
    none: 'No open leads.',
    opened: (line: string): string => `Lead opened: ${line}`,
    won: (line: string): string => `🎉 Won: ${line}`,
    alreadyWon: (line: string): string => `It is won already: ${line}`,
    alreadyLost: (line: string): string => `It is marked as lost already: ${line}`,
    lost: (line: string, reason: string): string => `Lost: ${line}${reason ? ` (${reason})` : ''}`,
    alreadyOpen: (line: string): string => `It is open: ${line}`,
    reopened: (line: string): string => `Open again: ${line}`,
    noneClosed: (name: string): string => `${name} has no lead that is won or lost.`,
    whichClosed: (name: string): string => `${name} has several leads that are won or lost. Which one?`,
    noneOf: (name: string): string => `${name} has no open lead.`,
    which: (name: string): string => `${name} has several open leads. Which one?`,
    notAnAmount: (typed: string): string => `“${typed}” is not an amount. Write 1280, ¥1,280 or 500 USD.`,
    noAmount: (said: string): string => `Amount: — (I did not take “${said}” for one)`,
    amountIs: (amount: string): string => `Amount ${amount}`,
    whichAmount: 'I see more than one amount. Which is the lead worth?',
  },
  quote: {
    total: 'Total',
    none: 'No quote lines yet. Add one: a description, quantity and price.',
    line: (quantity: string, price: string, sum: string): string => `${quantity} × ${price} = ${sum}`,
    remove: 'Remove',
    added: 'Added to the quote.',
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
  number: {
    none: {
      lead: (id: string): string => `There is no lead #${id}.`,
      ticket: (id: string): string => `There is no ticket #${id}.`,
      task: (id: string): string => `There is no task #${id}.`,
    },
    is: {
      lead: (id: string, title: string): string => `#${id} is a lead: ${title}`,
      ticket: (id: string, title: string): string => `#${id} is a ticket: ${title}`,
      task: (id: string, title: string): string => `#${id} is a task: ${title}`,
    },
  },
  ticket: {
    untitled: 'Request',
    list: 'Open tickets',
    none: 'No open tickets.',
    opened: (line: string): string => `Ticket opened: ${line}`,
    resolved: (line: string): string => `✓ Resolved: ${line}`,
    stillWaits: (name: string): string => `${name} asked something else too and still waits for that: /inbox`,
    alreadyResolved: (line: string): string => `It is resolved already: ${line}`,
    noneOf: (name: string): string => `${name} has no open ticket.`,
    open: 'Open a ticket',
    openAnew: (title: string): string => `Open again: ${title}`,
    which: (name: string): string => `${name} has several open tickets. Which one?`,
    state: { open: 'open', pending: 'waiting for the customer', snoozed: 'snoozed', resolved: 'resolved' },
  },
  cancel: {
    /** The words are shown to be written better. */
    recalled: (name: string, text: string): Reply => ({ text: `✓ Not sent to ${name}.`, quote: text }),
    scheduled: (name: string): string => `✓ Will not be sent to ${name}.`,
    answerTo: (name: string, words: string): string => `Cancel to ${name}: ${words}`,
    notSent: 'It was not sent.',
    notThere: 'It was sent already, or cancelled before.',
    nothing: 'No answer is waiting to be sent, so there is nothing to cancel.',
    waiting: '/inbox shows who waits for an answer.',
    onlyScheduled: 'No answer is just about to leave. Some are to leave later: choose which to cancel.',
  },
  reply: {
    held: (name: string, channel: string, seconds: number): string =>
      `→ Sending to ${name} (${channel}) in ${seconds} s`,
    queued: (name: string, channel: string): string => `→ Sending to ${name} (${channel}). The receipt follows.`,
    closed: (name: string, channel: string): Reply => ({
      failed: true,
      text: `${name} has closed the chat to you on ${channel}. Reach them another way.`,
    }),
    attachmentsElsewhere: (channel: string): Reply => ({
      failed: true,
      text: `This sticker means nothing on ${channel}, so nothing was sent. Send words or a picture instead.`,
    }),
    /** `kind`: as in `strange`. */
    strange: (kind: string): Reply => ({
      failed: true,
      text: `A bot cannot pass this on (${kind}), so nothing was sent. Say it in words, or send a picture.`,
    }),
    onlyAmong: (name: string, owner: string, to: string[]): string =>
      `${name} has only written in ${owner}’s thread. An answer there goes to ${to.join(', ')}.`,
    noChannel: (name: string): Reply => ({
      failed: true,
      text: `${name} has never written, so there is no chat to answer in.`,
      hint: `Give them a mail address, like /edit ${name} anna@example.com, or invite them to your Telegram bot: /link ${name}`,
    }),
  },
  inbox: {
    list: 'Waiting for your answer',
    none: 'Nobody is waiting for you.',
    ended: (name: string): string => `✓ ${name} is no longer waiting.`,
    waitsNot: (name: string): string => `${name} is not waiting for an answer.`,
    before: (count: number): string => `… and ${count} ${count === 1 ? 'message' : 'messages'} before`,
  },
  snooze: {
    inAnHour: 'in 1 hour',
    tomorrow: 'tomorrow 9am',
    done: (line: string, when: string): string => `💤 ${line}: until ${when}`,
    hint: 'Or until the customer writes, if that is sooner.',
    noSuch: (id: string): string => `Ticket #${id} is resolved.`,
    awake: (line: string): string => `⏰ ${line}`,
  },
  language: {
    name: { 'zh-CN': 'Chinese', en: 'English' },
    now: (name: string, language: string): string => `${name}: ${language}`,
  },
  canned: {
    list: 'Canned replies',
    none: 'No canned replies yet.',
    hint: '/c save refund en Your refund is on its way, {name}. Also: {business}, {order}. Then reply to a card with /c refund.',
    saved: (name: string, language: string): string => `Saved: ${name} (${language})`,
    dropped: (name: string): string => `Deleted: ${name}`,
    noSuch: (name: string): string => `There is no canned reply “${name}”.`,
    otherOnly: (name: string, language: string, contact: string): string =>
      `“${name}” has no ${language} text, and ${contact} speaks ${language}.`,
    useOther: (language: string): string => `Send it in ${language}`,
    unknownVariable: (typed: string): string => `${typed} is unknown. You can use {name}, {business}, {order}.`,
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
    asked: (name: string): string => `⏰ Not sent to ${name} yet: who is to get it?`,
    /** On a card of newer words of whom it is for. */
    stillToCome: '⏰ To be sent later',
    cancelIt: (when: string): string => `Cancel ⏰ ${when}`,
    perhapsStale: (name: string): string => `⏰ Not sent to ${name} yet: they have written since. Does it still fit?`,
    wroteSince: 'They wrote',
    sendIt: 'Send it',
    change: 'Change',
    /** The service was not running when it was due. */
    missed: (name: string, when: string, text: string, id: string): Reply => ({
      title: `⏰ Not sent to ${name}: it was due ${when}, and the service was not running`,
      quote: text,
      buttons: [[{ label: 'Send now', command: `/confirm u${id}` }]],
    }),
  },
  time: {
    skipped: 'The clocks go forward in that night: there is no such time.',
    unread: (words: string): string => `I see a time I cannot use: “${words}”.`,
    retype: 'Type it again with one time, or choose:',
    over: (words: string): string => `That is over already: “${words}”. Write a time to come.`,
    severalZones: 'More than one time zone may be meant. By your clock it is:',
    noRepeat: (words: string): string => `I cannot repeat tasks yet (“${words}”). Shall I remind you the first time?`,
    remindAt: (when: string): string => `⏰ ${when}`,
    sendAt: (when: string, words: string): string => `Send ${when}: “${words}”`,
    snoozeUntil: (when: string): string => `Snooze until ${when}`,
    awayUntil: (when: string): string => `Away until ${when}`,
    awayTelling: (when: string, words: string): string => `Away until ${when}, telling customers “${words}”`,
  },
  task: {
    whose: 'Who is this task about? Nothing was saved yet.',
    list: 'Tasks',
    none: 'No tasks.',
    noTime: 'no time',
    saved: (title: string, when: string | undefined): string => (when ? `⏰ ${when}: ${title}` : `☐ ${title}`),
    finished: (title: string): string => `☑ ${title}`,
    anew: 'Make it anew',
    alreadyFinished: (title: string): string => `It is done already: ${title}`,
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
    lessRefunds: (came: string | undefined, refunded: string, left: string): string =>
      `${came ? `${came} · ` : ''}${refunded} refunded · ${left} in all`,
    undelivered: 'Not delivered',
    unsent: (count: number): string => `${plural(count, 'item')} not delivered or not handled`,
    skipped: (day: string): Reply => ({
      text: `The digest of ${day} was skipped: the service was not running at the time.`,
      buttons: [[{ label: 'Digest now', command: '/digest' }]],
    }),
  },
  order: {
    title: (number: string): string => `Order ${number}`,
    buyer: 'Bought by',
    nobody: 'the shop does not say',
    placed: 'Placed',
    deleted: 'deleted in the shop',
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
    list: 'Orders',
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
    } satisfies Record<ShopAsk, (who: string) => string>,
    what: {
      erase: 'By law their data has to go within 30 days. Nothing was erased here by itself.',
      data: 'They have to get an answer within 30 days.',
      deleted: 'Nothing was changed here: the contact and what was said stay.',
      merged: 'Nothing was merged here: please look whether they are one person here too.',
      merge_failed: 'In the shop they are still apart. Nothing was changed here either.',
      disputed: 'The buyer’s bank asks for the money back. Answer in the shop’s admin before the date given there.',
    } satisfies Record<ShopAsk, string>,
    dispute: {
      title: {
        needs_response: (who: string): string => `⚠️ A payment is disputed${about(who)}`,
        under_review: (who: string): string => `⏳ The disputed payment is under review${about(who)}`,
        won: (who: string): string => `✅ Dispute won${about(who)}`,
        lost: (who: string): string => `❌ Dispute lost${about(who)}`,
        accepted: (who: string): string => `⚠️ Dispute accepted${about(who)}`,
        charge_refunded: (who: string): string => `↩️ The disputed payment was refunded${about(who)}`,
        other: (who: string, word: string): string => `⚠️ The dispute of a payment stands at “${word}”${about(who)}`,
      } satisfies Record<DisputeState, (who: string, word: string) => string>,
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
      } satisfies Record<DisputeState, (due: string | undefined, inquiry: boolean) => string>,
    },
    /** An order that is not known here, by the shop's own number of it. */
    unknownOrder: (id: string): string => `not known here (the shop’s own number: ${id})`,
    customer: (id: string): string => `customer ${id} of the shop`,
    order: 'Order',
  },
  connect: {
    /** Events of the shop that come in and are not made use of. */
    unused: (topics: string): string => `not used: ${topics}`,
    title: (providers: string): string => `Connected shops (possible: ${providers})`,
    hint: '/connect shopify <secret> adds one. The secret is shown in Shopify under Settings → Notifications → Webhooks.',
    connected: (provider: string, url: string): Reply => ({
      title: `${channels[provider] ?? provider} connected`,
      text: `Paste this address as webhook URL (JSON format) for the order and customer events:\n${url}`,
      hint: 'You can delete your message with the secret now; it is stored encrypted.',
    }),
  },
  status: {
    title: 'Status',
    channels: 'Channels',
    ok: 'on',
    off: 'off',
    notUsedYet: 'set up, nothing has passed yet',
    down: (detail: string, since: string): string => `down for ${since}: ${detail}`,
    presence: 'You',
    wentDown: (channel: string, detail: string): Reply => ({
      title: `🔴 ${channel} is down`,
      text: `${detail}\nNothing is lost: what cannot be sent waits, and /status shows how it stands.`,
    }),
    backUp: (channel: string): Reply => ({ text: `🟢 ${channel} works again.` }),
    lastEvent: (age: string): string => `last event ${age} ago`,
    noEventYet: 'no event yet',
    keyMissing:
      'nothing is taken in: its secret was sealed with another encryption key. Put that key file back (ENCRYPTION_KEY_FILE) and restart: the shop sends again what it was refused. If the key is lost, connect the shop anew with /connect and take the old address out there.',
    fetchedBy: 'Fetched by (machine:process)',
    inbox: 'To be handled',
    outbox: 'To be sent',
    unsent: 'Not delivered',
    contacts: 'Contacts',
    over: (count: number): string => `over ${count.toLocaleString('en')}`,
    about: (count: number): string => `about ${count.toLocaleString('en')}`,
    kept: 'Raw copies kept',
    days: (count: number): string => plural(count, 'day'),
  },
  rest: {
    why: {
      elsewhere:
        'This data was moved or copied here. So that nothing goes out twice, nothing is sent or fetched yet; what comes in is kept. Make sure it does not run at the other place any more, then say go with /resume.',
      restored:
        'This database was taken back to an earlier state, from a backup for example. What waits in it may have left already, so nothing is sent or fetched yet; what comes in is kept. Say go with /resume.',
    },
    go: (queued: number): string => (queued > 0 ? `▶️ Go, and send the ${queued} that wait` : '▶️ Go'),
    goWithout: (queued: number): string => `▶️ Go, without the ${queued} that wait`,
    resumed: (queued: number): string =>
      queued > 0 ? `▶️ Working again. ${plural(queued, 'message')} to customers will leave now.` : '▶️ Working again.',
    resumedWithout: (dropped: number): string =>
      dropped > 0 ? `▶️ Working again. ${plural(dropped, 'message')} to customers will not leave.` : '▶️ Working again.',
    nothing: 'Nothing rests: everything is at work.',
  },
  mailbox: {
    refused: (mailbox: string, provider: MailProvider): Reply => ({
      title: `🔴 ${mailbox}: sign-in refused`,
      text: `The mail server does not accept the user name or password, so this mailbox is not read. ${signIn[provider]}\nPut it into IMAP_URL and restart. Mail stays in the mailbox meanwhile: nothing is lost.`,
      buttons: [[{ label: '🔁 Try again', command: '/retry mailbox' }]],
    }),
    signingIn: 'Signing in again. You will hear how it went.',
    noneRefused: 'No mailbox is waiting to sign in. /status shows how each stands.',
  },
  notDelivered: { leaving: 'not sent yet', failed: 'not delivered', unknown: 'may not have arrived' },
  /** Of notices that came too fast for a card each. */
  notices: {
    together: {
      edit: (count: number): string => `✏️ ${plural(count, 'message')} changed`,
      late_part: (count: number): string => `📎 ${plural(count, 'more file')} of albums came late`,
      automatic: (count: number): string => `🤖 ${plural(count, 'mail')} that look automatic`,
      invitation: (count: number): string => `📅 ${plural(count, 'calendar message')}`,
      visitor: (count: number): string => `🌐 ${plural(count, 'form')} filled in without an address`,
      own_mail: (count: number): string => `✉️ ${plural(count, 'mail')} from your own address`,
      in_your_name: (count: number): string => `⚠️ ${plural(count, 'mail')} in your name, not proven to be yours`,
      unanswerable: (count: number): string => `📨 ${plural(count, 'message')} that I cannot answer`,
      unreadable: (count: number): string => `⚠️ ${plural(count, 'message')} could not be read`,
      delayed: (count: number): string => `⏳ ${plural(count, 'message')} could not be taken in yet`,
      recovered: (count: number): string => `✅ ${plural(count, 'delayed message')} taken in after all`,
      undelivered: (count: number): string => `⚠️ ${plural(count, 'answer')} not delivered, or not for certain`,
      copy: (count: number): string => `⚠️ ${plural(count, 'answer')} sent, but not to everybody in copy`,
      came_back: (count: number): string => `⚠️ ${plural(count, 'mail')} came back`,
      copy_came_back: (count: number): string => `⚠️ ${plural(count, 'copy', 'copies')} came back`,
      late: (count: number): string => `⏳ ${plural(count, 'mail')} not delivered yet; their servers try on`,
      unknown_bounce: (count: number): string => `↩️ ${plural(count, 'bounce')} of mails not sent from here`,
      complaint: (count: number): string => `⚠️ ${plural(count, 'report')} of your mails as spam`,
      alike: (count: number): string => `👥 ${plural(count, 'pair')} of contacts who may be one person`,
      desk: (count: number): string => `🔁 The place of your cards changed ${plural(count, 'time')}`,
      account: (count: number): string => `🔁 Your connected account changed ${plural(count, 'time')}`,
      channel: (count: number): string => `🔁 A channel went down or came back ${plural(count, 'time')}`,
      order: (count: number): string => `🛒 News of orders: ${count}`,
      shop_asks: (count: number): string => `🏪 ${plural(count, 'request')} and disputes from a shop`,
      scheduled: (count: number): string => `⏰ ${plural(count, 'scheduled answer')} not sent`,
    },
    lastOnly: (shown: number): string => `Only the last ${shown} are shown here.`,
    title: 'Told together',
    none: 'They are not kept any more.',
    gone: 'It is not kept any more.',
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
      `Not sent yet: this answer was to go to ${address}, and answers to ${name} go to ${now} by now. Who is to get it?`,
    cameAt: 'Came in',
    delayed: (channel: string, from: string | undefined, nextTry: string | undefined, rowId: string): Reply => ({
      title: `⏳ ${channel}: a message${from ? ` from ${from}` : ''} cannot be handled at the moment`,
      text: `It is kept and tried again${nextTry ? `, next at ${nextTry}` : ' now'}. You will hear how it ends. What comes after it is handled meanwhile.`,
      buttons: [[{ label: 'Try now', command: `/retry i${rowId}` }]],
    }),
    recovered: (channel: string, from: string | undefined): Reply => ({
      title: `✅ ${channel}: the message${from ? ` from ${from}` : ''} that could not be handled has now come through`,
    }),
    notDone: (rowId: string): Reply => ({
      failed: true,
      title: '⚠️ That did not work',
      text: 'The fault is ours. Nothing was changed or sent. What you wrote is kept.',
      buttons: [
        [
          { label: 'Try again', command: `/retry i${rowId}` },
          { label: 'Leave it', command: `/drop i${rowId}` },
        ],
      ],
    }),
  },
  automatic: {
    which: 'Which of these? Their numbers are counted for themselves.',
    title: 'Automatic mail',
    none: 'No automatic mail has come.',
    count: (count: number): string => `${plural(count, 'automatic mail')} since yesterday`,
    one: (name: string, subject: string): string => `🤖 ${name}${subject ? ` · ${subject}` : ''}`,
    looks: 'Looks automatic',
    from: 'From',
    kind: {
      auto_reply: 'absence note',
      list: 'newsletter or notice',
      calendar: 'calendar',
      bounce: 'mail that came back',
      complaint: 'spam report',
      delay: 'your mail is late',
      delivered: 'your mail was delivered',
      read: 'read receipt',
      unread: 'deleted without being read',
      challenge: 'a program asks you to prove that you are a person',
    },
    byPerson: 'A person wrote it',
    always: 'Always automatic',
    ruled: {
      person: (address: string): string =>
        `✓ Taken as a person’s. Mail from ${address} is never taken for automatic again.`,
      machine: (address: string): string =>
        `✓ Mail from ${address} goes straight to /automatic from now on, without a card.`,
    },
    gone: 'That mail is no longer on the list.',
  },
  undo: {
    nothing: 'There is nothing to undo. What was done: /audit',
    already: 'That was undone already.',
    before: (command: string): string => `Undo the one before: ${command}`,
    alreadySent: 'That answer has already left: it cannot be called back.',
    changedSince: (command: string): string =>
      `${command} cannot be undone by itself: what it changed was changed again since. Undo the later change first.`,
    /** An address of theirs is somebody else's by now. */
    taken: (command: string, holder: string, ref: string): string =>
      `${command} cannot be undone yet: ${holder} (${ref}) has an address of theirs by now. Take it off there with /edit ${ref}, undo again, and if the two are one person, /merge them.`,
    done: (command: string): string => `↩︎ Undone: ${command}`,
    again: (name: string, blocked: boolean): string =>
      `${name} had written again meanwhile: that is with what came before.${blocked ? ` ${name} is still blocked.` : ''}`,
  },
  file: {
    noSuch: 'That message is no longer there.',
    filed: (label: string): string => `Filed as ${label}. Noted for next time.`,
    stays: (lines: string[]): string => `Already worked on, so it stays: ${lines.join('; ')}`,
  },
  settings: {
    title: 'Settings',
    names: {
      locale: 'Language (language)',
      timezone: 'Time zone (timezone)',
      currency: 'Currency (currency)',
      country: 'Country for phone numbers (country)',
      businessName: 'Business name (name)',
      digestAt: 'Daily digest (digest)',
      undoSend: 'Seconds to cancel an answer (undo-send)',
      quietHours: 'Quiet hours (quiet)',
      keepDays: 'Days raw copies are kept, 30 or more (keep)',
    },
    hint: 'Example: /settings digest 08:30',
    example: (line: string): string => `Example: ${line}`,
    off: 'off',
    wrong: (name: string, value: string): string => `“${value}” does not work for ${name}.`,
  },
  pair: {
    welcome: {
      title: 'Paired',
      text: 'From now on customers’ messages arrive here. Reply to a card to answer; /help shows everything else.',
    } as Reply,
    refused: {
      text: 'That code is not valid. A code works once and only for a short time: ask for a new one.',
    } as Reply,
    already: { text: 'This chat is already paired.' } as Reply,
    newCode: (code: string): Reply => ({
      text: `Send this to your bot within 10 minutes:\n/pair ${code}`,
    }),
  },
  commands: {
    help: { summary: 'All commands, or one in detail', example: '/help task' },
    inbox: { summary: 'Who is waiting for an answer', example: '/inbox' },
    answered: { summary: 'Answered elsewhere: no longer waiting', example: '/answered Anna' },
    snooze: {
      summary: 'Put a ticket or conversation off until later',
      example: '/snooze 12 tomorrow · /snooze Anna tomorrow 9am',
    },
    find: {
      summary: 'Find a contact, or everyone who matches a filter',
      example: '/find zhang · /find 8000 · /find -city:Berlin lang:en',
    },
    search: { summary: 'Search messages, notes, tickets, leads and orders', example: '/search logo' },
    contact: { summary: 'Everything about a contact', example: '/contact Anna Smith' },
    add: { summary: 'Add a contact', example: '/add Anna Smith +1 202 555 0147 anna@example.com #vip' },
    edit: { summary: 'Change a contact', example: '/edit Anna name Anna Jones · /edit Anna +1 202 555 0190' },
    rename: { summary: 'Give a contact another name', example: '/rename Anna Smith Anna Jones' },
    delete: { summary: 'Delete a contact and all that is theirs', example: '/delete Anna Smith' },
    block: { summary: 'Keep what somebody sends from you', example: '/block Anna Smith' },
    unblock: { summary: 'Hear somebody again', example: '/unblock Anna Smith' },
    blocked: { summary: 'Whom you have blocked', example: '/blocked' },
    timeline: { summary: 'A contact’s whole history', example: '/timeline Anna' },
    merge: { summary: 'Merge two contacts into one', example: '/merge Anna Smith c3' },
    split: { summary: 'Split an address or thread off a contact', example: '/split Anna' },
    join: { summary: 'Make one of two mail threads', example: '/join v11 v9' },
    confirm: { summary: 'An address is right: answers may go there', example: '/confirm Anna' },
    duplicates: { summary: 'Contacts that may be duplicates', example: '/duplicates' },
    note: { summary: 'Keep a note, never sent', example: '/note Anna prefers oolong' },
    tag: { summary: 'Add or remove tags', example: '/tag Anna #vip -#new' },
    city: { summary: 'Set a contact’s city', example: '/city Anna Berlin' },
    tagall: { summary: 'Tag everyone who matches a filter', example: '/tagall #wholesale where lang:en -#old' },
    taskall: {
      summary: 'Make a task for everyone who matches a filter',
      example: '/taskall tomorrow 10am call where lang:en',
    },
    export: { summary: 'Export contacts as a spreadsheet', example: '/export lang:en -#old' },
    language: { summary: 'Set a contact’s language', example: '/language Anna en' },
    reply: { summary: 'Answer a customer in their channel', example: '/reply Anna It is on its way!' },
    c: {
      summary: 'Canned replies: list, send, save',
      example: '/c · /c thanks Anna · /c save refund en Your refund is on its way, {name}.',
    },
    later: { summary: 'Send an answer later', example: '/later Anna tomorrow 9am Good morning!' },
    scheduled: { summary: 'Answers to be sent later', example: '/scheduled' },
    cancel: { summary: 'Stop an answer that has not left yet', example: '/cancel' },
    lead: { summary: 'Open a lead', example: '/lead Anna logo design 500 USD' },
    leads: { summary: 'Open leads', example: '/leads' },
    won: { summary: 'Mark a lead as won', example: '/won Anna 1280' },
    lost: { summary: 'Mark a lead as lost', example: '/lost 12 too expensive' },
    reopen: { summary: 'Open a lead again', example: '/reopen 12' },
    quote: { summary: 'Quote for a lead, line by line', example: '/quote 12 Logo design 2x300 · /quote 12' },
    ticket: { summary: 'Open a ticket', example: '/ticket Anna cup arrived broken' },
    tickets: { summary: 'Open tickets', example: '/tickets' },
    resolve: { summary: 'Resolve a ticket', example: '/resolve 12' },
    task: { summary: 'Set a task with a reminder', example: '/task tomorrow 10am call Zhang' },
    tasks: { summary: 'Open tasks', example: '/tasks' },
    done: { summary: 'Mark a task as done', example: '/done 12' },
    postpone: { summary: 'Postpone a task', example: '/postpone 12 tomorrow 9am' },
    digest: { summary: 'What needs you today', example: '/digest' },
    link: { summary: 'A link that brings a customer to Telegram', example: '/link Anna' },
    unsent: { summary: 'What could not be delivered or handled', example: '/unsent' },
    automatic: { summary: 'Mail that machines sent', example: '/automatic' },
    undo: { summary: 'Undo the last change', example: '/undo' },
    connect: { summary: 'Connect a shop', example: '/connect shopify 9f8e7d…' },
    away: {
      summary: 'Away for a while: customers are told, you get a list',
      example: '/away 3d · /away until Friday I am at a fair · /away off',
    },
    status: { summary: 'Channels and queues', example: '/status' },
    resume: { summary: 'Go to work after a move or a restore', example: '/resume · /resume drop' },
    settings: { summary: 'Language, time zone, digest …', example: '/settings timezone Europe/London' },
    helper: { summary: 'The team: list, invite, remove', example: '/helper · /helper add Tom viewer' },
    audit: { summary: 'Who did what', example: '/audit · /audit Anna' },
    pair: { summary: 'Make a code to pair a chat (in the terminal)', example: '/pair' },
    message: { summary: 'A message in full', example: '/message 12' },
    distinct: { summary: 'Not the same person', example: '/distinct c1 c2' },
    file: { summary: 'Correct how a message was filed', example: '/file 12 ticket' },
    retry: { summary: 'Send or handle again', example: '/retry o12' },
    drop: { summary: 'Take it off the list', example: '/drop o12' },
    told: { summary: 'One of the notices told together, or all', example: '/told o15 · /told all o15' },
    answersto: { summary: 'Where answers of a mail thread go', example: '/answersto v9 office@example.com' },
    copies: { summary: 'Copies of your answers in a mail thread', example: '/copies v9 off' },
    person: { summary: 'A person wrote this mail, no machine', example: '/person a12 · /person m14' },
    machine: { summary: 'Mail of this sender is always automatic', example: '/machine a12 · /machine m14' },
  },
};

/** Every text a person sees. A text missing in one language does not compile. */
export type Messages = typeof en;
