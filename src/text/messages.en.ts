import type { Reply } from '../domain/reply.ts';

/** What /help says of a command. */
interface CommandText {
  summary: string;
  example: string;
}

const channels: Record<string, string> = {
  telegram: 'Telegram',
  slack: 'Slack',
  slack_socket: 'Slack, incoming',
  slack_desk: 'Slack desk channel',
  email: 'Email',
  mailbox: 'Mailbox',
  console: 'Terminal',
  phone: 'Phone',
  shopify: 'Shopify',
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
  blocked: 'they have blocked this channel',
  no_such_address: 'there is no such address',
  rejected: 'the channel refused it',
};

const signals: Record<string, string> = {
  auto_reply: 'sent by a machine',
  bounce: 'a mail that came back',
  list: 'a mailing list',
  open_ticket: 'their ticket is open',
  open_lead: 'their lead is open',
};

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export const en = {
  channel: (name: string): string => channels[name] ?? name,
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
    shops: '  Shopify   type /connect shopify <secret>',
    pair: (code: string): string => `Send this to your bot within 10 minutes: /pair ${code}`,
    prompt: 'Type here, /help shows how. Ctrl-C ends.',
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
    whole: 'Whole text',
    contact: 'Contact',
    resolve: 'Resolved',
    won: 'Won',
    lost: 'Lost',
    done: 'Done',
    undo: 'Undo',
    next: 'Next ›',
    previous: '‹ Back',
    show: 'Show',
    find: 'Find',
    note: 'Note',
    task: 'Task',
    addContact: 'Add contact',
    sendAgain: 'Send again',
    tryAgain: 'Try again',
    letBe: 'Let it be',
    itArrived: 'It arrived',
    inAnHour: 'In an hour',
    tomorrow: 'Tomorrow',
    cancel: 'Cancel',
    snooze: 'Until tomorrow',
    snoozeHour: 'For an hour',
    answered: 'Answered elsewhere',
    nextWaiting: 'Next in line ›',
    gone: 'This button is from another time. Please use a newer message.',
    doneAlready: 'Done already.',
  },
  card: {
    title: (name: string, channel: string, subject: string | null): string =>
      subject ? `💬 ${name} · ${channel} · ${subject}` : `💬 ${name} · ${channel}`,
    takenFor: 'Taken for',
    forwardedFrom: 'Forwarded from',
    customer: 'Customer',
    firstMessage: 'first message',
    known: (count: number, age: string): string => `${plural(count, 'message')} in ${age}`,
    bought: (orders: number, total: string): string => `${plural(orders, 'order')}, ${total}`,
    answerHint: 'Reply to this message to answer. Start with // for a note.',
    edited: (name: string, before: string, after: string): Reply => ({
      title: `✏️ ${name} changed a message`,
      quote: after,
      hint: `Before: ${before}`,
    }),
    ownMail: (subject: string, text: string): Reply => ({
      title: `✉️ From yourself${subject ? ` · ${subject}` : ''}`,
      quote: text,
      buttons: [[{ label: 'Task', command: `/task ${subject || text.slice(0, 100)}` }]],
    }),
    paid: (order: {
      number: string;
      name: string;
      contactId: string | undefined;
      total: string;
      lead: string | undefined;
    }): Reply => ({
      title: `🛒 Order ${order.number} paid · ${order.total}`,
      text: order.name || 'A customer the shop does not name',
      ...(order.lead && { hint: `Lead won: ${order.lead}` }),
      ...(order.contactId && { buttons: [[{ label: 'Contact', command: `/contact c${order.contactId}` }]] }),
    }),
  },
  customer: {
    welcome: (business: string): string =>
      `Hello! You have reached ${business || 'us'}. Write your question here and you will get an answer in this chat.`,
  },
  receipt: {
    sent: (name: string, channel: string): Reply => ({ text: `✓ Sent to ${name} (${channel})` }),
    failed: (name: string, channel: string, reason: string, outboxId: string): Reply => ({
      title: `✗ Not sent to ${name} (${channel})`,
      text: `Reason: ${reasons[reason] ?? reason}.`,
      buttons: [
        [
          { label: 'Send again', command: `/retry o${outboxId}` },
          { label: 'Let it be', command: `/drop o${outboxId}` },
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
    bounced: (name: string): Reply => ({
      title: `✗ Your mail to ${name || 'a customer'} came back`,
      text: 'The address does not accept it. Reach them another way, or check the address.',
    }),
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
    notAllowed: { failed: true, text: 'Your role may not do that. Ask the owner.' } as Reply,
    unknownCommand: (word: string): Reply => ({
      failed: true,
      text: `I do not know ${word}.`,
      buttons: [[{ label: 'All commands', command: '/help' }]],
    }),
    incomplete: (command: CommandText, need: string, words: string): Reply => ({
      failed: true,
      title: command.summary,
      text: words ? `Understood so far: ${words}\nMissing: ${need}.` : `Missing: ${need}.`,
      fields: [{ label: 'Example', value: command.example }],
    }),
    meant: 'Did you mean one of these?',
    plainWords: 'What shall I do with this? To answer a customer, reply to their card.',
    noWords: 'To send a customer a file, reply to their card with it.',
    makeNote: (name: string | undefined): string => (name ? `Note on ${name}` : 'Note'),
    makeTask: (when: string | undefined): string => (when ? `Task · ${when}` : 'Task'),
    makeSearch: 'Search',
    makeContact: 'Add contact',
  },
  complete: {
    times: ['in 1 hour', 'today 6pm', 'tomorrow 9am', 'Monday 9am'],
    settings: ['language', 'timezone', 'currency', 'country', 'name', 'digest', 'undo-send'],
  },
  need: {
    name: 'whom',
    newName: 'a name',
    language: 'which language: zh or en',
    canned: 'what it shall be called, like refund',
    word: 'a word to look for',
    text: 'the text',
    tag: 'a tag, like #vip',
    lead: 'which lead (its number, or the customer)',
    ticket: 'which ticket (its number, or the customer)',
    task: 'which task (its number)',
    time: 'when',
    provider: 'which shop: shopify',
    secret: "the shop's webhook secret",
    setting: 'which setting: language, timezone, currency, country, name, digest, undo-send',
    value: 'what it shall be',
    unsent: 'which message',
    message: 'which message',
    label: 'what it is: lead, ticket, feedback, other',
  },
  help: {
    title: 'What you can type here',
    hint: '/help and a command shows an example. Reply to a customer’s card to answer them.',
    example: (example: string) => ({ label: 'Example', value: example }),
  },
  find: {
    whom: 'Whom is it about? Tap a person seen lately, or name them after the command.',
    nobody: (query: string): Reply => ({
      failed: true,
      text: `Nobody found for “${query}”.`,
      buttons: [[{ label: 'Add contact', command: `/add ${query}` }]],
    }),
    which: (query: string): string => `Which “${query}”?`,
    found: (query: string): string => `Found for “${query}”`,
    more: 'There are more. Add a word to narrow it down.',
  },
  search: {
    found: (query: string): string => `“${query}” was said`,
    nothing: (query: string): Reply => ({
      failed: true,
      text: `“${query}” is in no message, note, ticket or lead.`,
      buttons: [[{ label: 'Find a contact', command: `/find ${query}` }]],
    }),
    kind: { in: '💬', out: '→', note: '📝', ticket: 'Ticket', lead: 'Lead' },
  },
  add: {
    added: 'Saved.',
    known: (name: string): string => `Already known${name ? ` as ${name}` : ''}: completed.`,
    notAPhone: (typed: string, country: string): string =>
      `${typed} is not a phone number I can read (country ${country}). With + and the country code it always works: +86 138…`,
  },
  contact: {
    language: 'Language',
    noName: 'This contact has no name yet: /add with their phone or mail address and a name.',
    claimed: 'not confirmed',
    blocked: 'has blocked us',
    bought: 'Bought',
    waiting: 'Waiting',
    waitsSince: (age: string): string => `waiting for ${age}`,
    open: 'Open',
    orders: 'Orders',
    lastWords: 'Last words',
    direction: { in: '←', out: '→', note: '📝' } as Record<string, string>,
    file: '(file)',
  },
  note: { saved: (name: string): Reply => ({ text: `📝 Noted${name ? ` for ${name}` : ''}.` }) },
  tag: { now: (name: string, tags: string): string => `${name}: ${tags || 'no tags'}` },
  lead: {
    untitled: 'Inquiry',
    list: 'Open leads',
    none: 'No open leads.',
    opened: (line: string): string => `Lead opened: ${line}`,
    won: (line: string): string => `🎉 Won: ${line}`,
    lost: (line: string, reason: string): string => `Lost: ${line}${reason ? ` (${reason})` : ''}`,
    noneOf: (name: string): string => `${name} has no open lead.`,
    which: (name: string): string => `${name} has several open leads. Which one?`,
    notAnAmount: (typed: string): string => `“${typed}” is not an amount. Write 1280, ¥1,280 or 500 USD.`,
  },
  ticket: {
    untitled: 'Request',
    list: 'Open tickets',
    none: 'No open tickets.',
    opened: (line: string): string => `Ticket opened: ${line}`,
    resolved: (line: string): string => `✓ Resolved: ${line}`,
    noneOf: (name: string): string => `${name} has no open ticket.`,
    which: (name: string): string => `${name} has several open tickets. Which one?`,
    state: { open: 'open', pending: 'waiting for the customer', snoozed: 'snoozed', resolved: 'resolved' },
  },
  cancel: {
    /** The words are shown to be written better. */
    recalled: (name: string, text: string): Reply => ({ text: `✓ Not sent to ${name}.`, quote: text }),
    scheduled: (name: string): string => `✓ Will not be sent to ${name}.`,
    notSent: 'It was not sent.',
    notThere: 'It has left already, or was cancelled before.',
    nothing: 'Nothing is held: there is no answer to cancel.',
  },
  reply: {
    held: (name: string, channel: string, seconds: number): string =>
      `→ Sending to ${name} (${channel}) in ${seconds} s`,
    queued: (name: string, channel: string): Reply => ({
      text: `→ Sending to ${name} (${channel}). The receipt follows.`,
    }),
    blocked: (name: string, channel: string): Reply => ({
      failed: true,
      text: `${name} has blocked you on ${channel}. Reach them another way.`,
    }),
    attachmentsElsewhere: (channel: string): Reply => ({
      failed: true,
      text: `Files cannot be passed on to ${channel}. Send the text alone.`,
    }),
    noChannel: (name: string): Reply => ({
      failed: true,
      text: `${name} has never written, so there is no chat to answer in.`,
    }),
  },
  inbox: {
    list: 'Waiting for your answer',
    none: 'Nobody waits for you.',
    ended: (name: string): string => `✓ ${name} no longer waits.`,
    waitsNot: (name: string): string => `${name} is not waiting for an answer.`,
  },
  snooze: {
    inAnHour: 'in 1 hour',
    tomorrow: 'tomorrow 9am',
    done: (line: string, when: string): string => `💤 ${line}: until ${when}`,
    hint: 'Or until the customer writes, if that is sooner.',
    noSuch: (id: string): string => `There is no open ticket ${id}.`,
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
    dropped: (name: string): string => `Gone: ${name}`,
    noSuch: (name: string): string => `There is no canned reply “${name}”.`,
    otherOnly: (name: string, language: string, contact: string): string =>
      `“${name}” is not there in ${language}, which ${contact} speaks.`,
    useOther: (language: string): string => `Send it in ${language}`,
    unknownVariable: (variable: string): string => `{${variable}} is unknown. Possible: {name}, {business}, {order}.`,
    noOrder: (name: string): string => `${name} has no order to fill in for {order}.`,
    noBusiness: 'The business has no name yet for {business}: /settings name …',
  },
  later: {
    list: 'To be sent later',
    none: 'Nothing is to be sent later.',
    saved: (name: string, when: string): string => `⏰ ${when} to ${name}`,
    line: (name: string, text: string): string => `${name}: ${text}`,
    /** The service was not running when it was due. */
    missed: (name: string, when: string, text: string, contactId: string): Reply => ({
      title: `⏰ Not sent to ${name}: it was due ${when}, and the service was not running`,
      quote: text,
      buttons: [[{ label: 'Send now', command: `/reply c${contactId} ${text}` }]],
    }),
  },
  task: {
    list: 'Tasks',
    none: 'No tasks.',
    noTime: 'no time',
    saved: (title: string, when: string | undefined): string => (when ? `⏰ ${when}: ${title}` : `☐ ${title}`),
    finished: (title: string): string => `☑ ${title}`,
    noSuch: (id: string): string => `There is no task ${id}.`,
  },
  digest: {
    title: (day: string): string => `☀️ ${day}`,
    nothing: 'Nothing waits for you. Enjoy the day.',
    waiting: 'Waiting for your answer',
    waits: (name: string, words: string): string => (words ? `${name}: ${words}` : name),
    tickets: 'Open tickets',
    quiet: 'Leads gone quiet',
    quietFor: (age: string): string => `quiet for ${age}`,
    due: 'Tasks due',
    yesterday: 'Yesterday’s orders',
    undelivered: 'Not delivered',
    unsent: (count: number): string => `${plural(count, 'item')} not delivered or not handled`,
    skipped: (day: string): Reply => ({
      text: `The digest of ${day} was skipped: the service was not running at the time.`,
      buttons: [[{ label: 'Digest now', command: '/digest' }]],
    }),
  },
  connect: {
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
    down: (detail: string, since: string): string => `down for ${since}: ${detail}`,
    wentDown: (channel: string, detail: string): Reply => ({
      title: `🔴 ${channel} is down`,
      text: `${detail}\nNothing is lost: what cannot be sent waits, and /status shows how it stands.`,
    }),
    backUp: (channel: string): Reply => ({ text: `🟢 ${channel} works again.` }),
    lastEvent: (age: string): string => `last event ${age} ago`,
    noEventYet: 'no event yet',
    inbox: 'To be handled',
    outbox: 'To be sent',
    unsent: 'Not delivered',
    contacts: 'Contacts',
  },
  unsent: {
    title: 'Not delivered or not handled',
    none: 'Everything was delivered.',
    out: (name: string, channel: string, words: string): string => `To ${name} (${channel}): ${words}`,
    in: (source: string): string => `Came in from ${source}, could not be handled`,
    state: { failed: 'failed', unknown: 'may have arrived' },
    retrying: 'On its way again.',
    dropped: 'Taken off the list.',
    gone: 'That is no longer on the list.',
  },
  undo: {
    nothing: 'There is nothing to undo.',
    alreadySent: 'That answer has already left: it cannot be called back.',
    changedSince: (command: string): string =>
      `${command} cannot be undone by itself: what it changed was changed again since. Undo the later change first.`,
    done: (command: string): string => `↩︎ Undone: ${command}`,
  },
  file: {
    noSuch: 'That message is no longer there.',
    filed: (label: string): string => `Filed as ${label}. Noted for next time.`,
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
    },
    hint: 'Example: /settings digest 08:30',
    wrong: (name: string, value: string): string => `“${value}” does not fit ${name}.`,
  },
  pair: {
    welcome: {
      title: 'Paired',
      text: 'From now on customers’ messages arrive here. Reply to a card to answer; /help shows everything else.',
    } as Reply,
    refused: { text: 'That code is not valid. Codes work once, for 10 minutes.' } as Reply,
    already: { text: 'This chat is already paired.' } as Reply,
    newCode: (code: string): Reply => ({
      text: `Send this to your bot within 10 minutes:\n/pair ${code}`,
    }),
  },
  commands: {
    help: { summary: 'All commands, or one in detail', example: '/help task' },
    inbox: { summary: 'Who waits for an answer', example: '/inbox' },
    answered: { summary: 'Answered elsewhere: nobody waits any more', example: '/answered Anna' },
    snooze: {
      summary: 'A ticket or conversation comes back later',
      example: '/snooze 12 tomorrow · /snooze Anna tomorrow 9am',
    },
    find: { summary: 'Find a contact', example: '/find zhang · /find 8000 · /find zhang@' },
    search: { summary: 'Words in messages, notes, tickets, leads', example: '/search logo' },
    contact: { summary: 'Everything about a contact', example: '/contact Anna Smith' },
    add: { summary: 'Add a contact', example: '/add Anna Smith +1 202 555 0147 anna@example.com #vip' },
    note: { summary: 'Keep a note, never sent', example: '/note Anna prefers oolong' },
    tag: { summary: 'Add or remove tags', example: '/tag Anna #vip -#new' },
    language: { summary: 'The language a contact speaks', example: '/language Anna en' },
    reply: { summary: 'Answer a customer in their channel', example: '/reply Anna It is on its way!' },
    c: {
      summary: 'Canned replies: list, send, save',
      example: '/c · /c thanks Anna · /c save refund en Your refund is on its way, {name}.',
    },
    later: { summary: 'Answer at a time', example: '/later Anna tomorrow 9am Good morning!' },
    scheduled: { summary: 'Answers to be sent later', example: '/scheduled' },
    cancel: { summary: 'Hold back an answer that has not left yet', example: '/cancel' },
    lead: { summary: 'Open a lead', example: '/lead Anna logo design 500 USD' },
    leads: { summary: 'Open leads', example: '/leads' },
    won: { summary: 'A lead is won', example: '/won Anna 1280' },
    lost: { summary: 'A lead is lost', example: '/lost 12 too expensive' },
    ticket: { summary: 'Open a ticket', example: '/ticket Anna cup arrived broken' },
    tickets: { summary: 'Open tickets', example: '/tickets' },
    resolve: { summary: 'A ticket is resolved', example: '/resolve 12' },
    task: { summary: 'A reminder', example: '/task tomorrow 10am call Zhang' },
    tasks: { summary: 'Open tasks', example: '/tasks' },
    done: { summary: 'A task is done', example: '/done 12' },
    postpone: { summary: 'Move a task', example: '/postpone 12 tomorrow 9am' },
    digest: { summary: 'What today asks of you', example: '/digest' },
    unsent: { summary: 'What could not be delivered or handled', example: '/unsent' },
    undo: { summary: 'Take back the last change', example: '/undo' },
    connect: { summary: 'Connect a shop', example: '/connect shopify 9f8e7d…' },
    status: { summary: 'Channels and queues', example: '/status' },
    settings: { summary: 'Language, time zone, digest …', example: '/settings timezone Europe/London' },
    pair: { summary: 'A code to pair a chat (on the terminal)', example: '/pair' },
    message: { summary: 'A message in full', example: '/message 12' },
    file: { summary: 'Say what a message really is', example: '/file 12 ticket' },
    retry: { summary: 'Send or handle again', example: '/retry o12' },
    drop: { summary: 'Take it off the list', example: '/drop o12' },
  },
};

/** Every text a person sees. A text missing in one language does not compile. */
export type Messages = typeof en;
