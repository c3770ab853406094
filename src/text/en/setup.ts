import { plural } from './plural.ts';

/** The first minute: what is left to set up, and a customer who is made up. */
export const setup = {
  /** What is left to do before customers can write. */
  setup: {
    title: 'Setting up',
    stands: (done: number, all: number): string => `Setting up: ${done} of ${all} done`,
    next: 'Next',
    check: 'Check again',
    all: 'All steps',
    lookAgain: 'Look again',
    noStep: (word: string): string => `“${word}” is no step of setting up.`,
    /** On buttons, as verbs. */
    try: (channel: string): string => `Try ${channel}`,
    how: (channel: string): string => `How: ${channel}`,
    tryChat: 'Try your chat',
    tryShop: 'Test the shop',
    sendTest: 'Send a test mail',
    code: 'Make a code',
    status: 'See status',
    yourChat: 'your chat',
    chatWorks: '✓ It works: customers’ messages arrive here.',
    sentToChat: (channels: string): string =>
      `A test message is on its way to you (${channels}): it should be there within seconds. Is it not? /status says how the channel stands.`,
    seen: 'Last seen',
    seenFrom: (name: string, age: string): string => `${name}, ${age} ago`,
    nothingSeen: 'nothing yet',
    /** By the names of the ways in: how one tries them as a customer. `name`: of the bot or mailbox; '' while nobody knows it. */
    tries: {
      telegram: (name: string): string =>
        `Let somebody write to ${name || 'your bot'}, or do it from a second account: it arrives here as a card within seconds. What you write yourself is taken for a command.`,
      slack: (name: string): string =>
        `Let somebody on your team write to ${name || 'the app'} in a direct message: it arrives here as a card within seconds.`,
      sms: (name: string): string =>
        name.startsWith('http')
          ? `Enter this address at your provider, for delivery reports and for customers’ texts (Aliyun: SmsReport and SmsUp): ${name}\nThen send a text to your number from a phone: it arrives here as a card within seconds.`
          : `Send a text to ${name || 'your number'} from a phone: it arrives here as a card within seconds.`,
      mailbox: (name: string): string =>
        `Write to ${name || 'this mailbox'} from an address that is not yours: it arrives here as a card within a minute.`,
    } as Readonly<Record<string, (name: string) => string>>,
    mailSubject: 'A test from solo-crm',
    mailWorks: 'It works: your answers to customers leave this way.',
    noAddress: 'Where shall it go? Put your own address into .env and start again: OWNER_EMAILS=you@example.com',
    mailLeaving: (address: string): string => `✉️ A test mail is on its way to ${address}. Look again in a few seconds.`,
    mailTaken: (address: string): string =>
      `✓ Your mail server has taken it for ${address}. Not there within two minutes? Look among the spam, and ask your mail provider about SPF and DKIM.`,
    mailWaits: (address: string, said: string): string =>
      `Not sent to ${address} yet, it is tried again by itself: ${said}`,
    mailRefused: (address: string, said: string): string =>
      `✗ Not sent to ${address}: ${said}\nCheck SMTP_URL and MAIL_FROM in .env, then start again.`,
    shopSeen: (age: string): string => `✓ the last event came ${age} ago, rightly signed`,
    /** `url`: where this machine is reached. */
    shopSilent: (url: string): string =>
      `nothing has come yet. In Shopify, under Settings, Notifications, Webhooks, send a test notification, then look again. If still nothing comes: the address there must begin with ${url}/hooks/ and be reached from outside, and its secret be the one you gave to /connect`,
    help: 'Help',
    connect: 'Connect mail, a shop …',
    leaveOut: 'What you do not need can stay as it is.',
    allDone: 'All is set up.',
    chat: (channels: string): string => `Your chat: ${channels}`,
    noChat: 'Your chat is not paired yet',
    pairHow: 'Type /pair in the terminal where the program runs, and send the code to your bot.',
    place: (language: string, timezone: string, currency: string, country: string): string =>
      `${language} · ${timezone} · ${currency} · ${country}`,
    called: (name: string): string => `Business name: ${name}`,
    noName: 'Your business has no name yet: customers read it in greetings',
    name: 'Set the name',
    nameHow: '/settings name Mei’s Tea',
    on: (channel: string): string => channel,
    off: (channel: string): string => `${channel}: off`,
    hook: (url: string): string => `Tells ${url} what happens`,
    shop: 'Shop',
    shopHow: '/connect (Shopify, WooCommerce, Stripe, Youzan or your own system)',
    /** Behind it stands what goes into the file .env. */
    intoSettings: (line: string): string => `Put this into .env and start again: ${line}`,
    /** By the names of the ways in and out. */
    lines: {
      telegram: 'TELEGRAM_BOT_TOKEN=123456:ABC… (from @BotFather: /newbot)',
      slack: 'SLACK_BOT_TOKEN=xoxb-… SLACK_APP_TOKEN=xapp-… (app from slack-manifest.yaml)',
      sms: 'TWILIO_ACCOUNT_SID=AC… TWILIO_AUTH_TOKEN=… TWILIO_FROM=+15550001234 (Aliyun and others: docs/configuration.md)',
      mailbox: 'IMAP_URL=imaps://user:password@host:993/INBOX',
      email: 'SMTP_URL=smtps://user:password@host:465 MAIL_FROM=you@example.com',
    } as Readonly<Record<string, string>>,
  },
  /** A customer who is made up, to see how it is. */
  rehearsal: {
    show: 'See a customer’s message',
    again: 'See it again',
    name: 'Julia Sample',
    words: 'Hello! Could I get two of these by Friday? What would they cost with delivery?',
    hint: (name: string): string =>
      `${name} is made up: nothing of this is kept. Reply to this message or press a button to see what it does.`,
    /** In a terminal, where nobody can reply to a message. */
    pressOnly: (name: string): string =>
      `${name} is made up: nothing of this is kept. Press a button by its number to see what it does.`,
    nothingDone: 'That is what this button does. Nothing was done now, the customer is made up.',
    answered: (name: string): string => `✓ ${name} would get this now`,
    leaves: (seconds: number): string =>
      seconds > 0
        ? `An answer waits ${plural(seconds, 'second')} before it is sent, with a button to stop it. What you type after // stays with you as a note.`
        : 'An answer is sent at once. What you type after // stays with you as a note.',
    nobodyGot: 'Nobody got it, and nothing of it is kept.',
  },
};
