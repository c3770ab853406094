import { plural } from './plural.ts';

export const owner = {
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
    smsOn: '  SMS       on',
    smsOff: '  SMS       off · TWILIO_ACCOUNT_SID=AC… TWILIO_AUTH_TOKEN=… TWILIO_FROM=+1555… (or Aliyun, or another)',
    keyMissing: (shops: string): string =>
      `⚠️ ${shops}: nothing is taken in, the encryption key here is not the one its secret was sealed with. Put that key file back (ENCRYPTION_KEY_FILE) and restart; /status says what else can be done.`,
    shops: '  Shops     type /connect (Shopify, WooCommerce, Stripe, Youzan, your own system)',
    pair: (code: string): string =>
      `Send this to your bot within 10 minutes: /pair ${code} (in Slack: /crm pair ${code})`,
    prompt: 'Type here: /help shows how, Tab completes, a number presses the button that shows it. Ctrl-C ends.',
    stillHere: 'Still running. Ctrl-C ends.',
    howToStop: 'The service goes on running. Ctrl-C ends it; /help shows what can be typed.',
    noSuchButton: (number: number): string => `No button has the number ${number}.`,
    /** `asked`: what LOCALE says; `spoken`: what is spoken instead. */
    otherLanguage: (asked: string, spoken: string): string =>
      `  ⚠️ LOCALE=${asked} does not count here: the language is already set to ${spoken}. Change it: /settings language English`,
    say: 'Type commands with: npm run -s crm -- say "/help"',
  },
  away: {
    /** What a customer reads; `when` is a day, or a time of today. */
    answer: (business: string, when: string): string =>
      `Hello! This is an automatic reply${business ? ` from ${business}` : ''}: I am away until ${when}. I have your message and will answer when I am back.`,
    /** `words`: the owner's own, without the mark at their end. */
    answerSaying: (business: string, when: string, words: string): string =>
      `Hello! This is an automatic reply${business ? ` from ${business}` : ''}: ${words}. I am away until ${when}. I have your message and will answer when I am back.`,
    nothingFilledIn: (typed: string): string =>
      `This goes to everybody who writes, so ${typed} cannot be filled in. Leave it out and send it again.`,
    until: (when: string): string => `🌴 Away until ${when}`,
    planned: (from: string, until: string): string => `🌴 Away from ${from} until ${until}`,
    plannedHint: 'Until then messages reach you as they come.',
    overlaps: (spans: string): string =>
      `You are away then already, or have planned to be: ${spans}. One long absence, or only the new one?`,
    only: (span: string): string => `Only ${span}`,
    /** As /away reads it. */
    wholeDay: (day: string): string => `${day} all day`,
    whichIsIt: (day: string): string => `Are you away “${day}”, or back then?`,
    thatTime: (span: string): string => `Away ${span}`,
    fromThen: (when: string): string => `Not now, from ${when} on`,
    whichDays: (festival: string, day: string): string => `“${festival}” is ${day}. Which days are you away?`,
    withDates: 'Type it with dates, such as /away 24 Dec - 2 Jan, or choose:',
    telling: (span: string, words: string): string => `${span}, telling customers “${words}”`,
    fromNow: (label: string): string => `From now: ${label}`,
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
    /** `typed`: what /away understands. */
    spans: [
      { label: 'Until tomorrow', typed: 'until tomorrow' },
      { label: '3 days', typed: '3d' },
      { label: 'A week', typed: '1w' },
    ],
    explained:
      'Only what is urgent reaches you; the rest comes in one list when you are back. Customers who write get this, once a day:',
    off: 'I am back',
    whoWrote: 'Who wrote',
    reminder: (when: string): string => `🌴 By the way, you are away until ${when}.`,
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
    welcome: (role: string): string => `Welcome to the team (${role})`,
    typeHere:
      'Here you get answers to your commands; /help shows them. Customers’ cards arrive at the shared desk (Slack channel or Telegram group).',
    joined: (name: string, role: string, channel: string): string => `👤 ${name} has joined as ${role} (${channel}).`,
    removed: (name: string): string => `${name} is off the team: their commands no longer work.`,
    noSuch: (who: string): string => `Nobody on the team is called “${who}”.`,
    ownerStays: 'The owner cannot be removed.',
  },
  audit: {
    byKey: (who: string, key: string): string => `${who} by ${key}`,
    /** What a program did with its key; `names` may be ''. */
    byProgram: {
      added: (key: string, names: string): string => `what ${key} (a program) added${names && `: ${names}`}`,
      changed: (key: string, names: string): string => `what ${key} (a program) changed${names && `: ${names}`}`,
      deleted: (key: string, names: string): string => `what ${key} (a program) deleted${names && `: ${names}`}`,
    },
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
      key_made: 'key made',
      key_revoked: 'key revoked',
      recalled: 'answer called back',
      drafted: 'a draft',
      for_good: 'cannot be undone',
    },
  },
  status: {
    title: 'Status',
    channels: 'Channels',
    ok: 'on',
    off: 'off',
    notUsedYet: 'set up, nothing has passed yet',
    down: (detail: string, since: string): string => `down for ${since}: ${detail}`,
    presence: 'You',
    wentDown: (channel: string): string => `🔴 ${channel} is down`,
    nothingLost: 'Nothing is lost: what cannot be sent waits, and /status shows how it stands.',
    backUp: (channel: string): string => `🟢 ${channel} works again.`,
    lastEvent: (age: string): string => `last event ${age} ago`,
    noEventYet: 'no event yet',
    keyMissing:
      'nothing is taken in: its secret was sealed with another encryption key. Put that key file back (ENCRYPTION_KEY_FILE) and restart: the shop sends again what it was refused. If the key is lost, connect the shop again with /connect and remove the old address in the shop.',
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
        'This data was moved or copied here. So that nothing goes out twice, nothing is sent or fetched yet; what comes in is kept. Make sure it does not run at the other place any more, then start it with /resume.',
      restored:
        'This database was taken back to an earlier state, from a backup for example. What waits in it may have left already, so nothing is sent or fetched yet; what comes in is kept. Start it with /resume.',
    },
    go: (queued: number): string => (queued > 0 ? `▶️ Go, and send the ${queued} that wait` : '▶️ Go'),
    goWithout: (queued: number): string =>
      queued > 0 ? `▶️ Go, without the ${queued} that wait` : '▶️ Go, and send nothing of it',
    /** Campaigns and the like. */
    goesOn: (names: string): string => `By itself goes on: ${names}.`,
    halted: (names: string): string =>
      `Nothing of this leaves until you say so: ${names}. Who may have got it from the first one is in doubt.`,
    resumed: (queued: number): string =>
      queued > 0 ? `▶️ Working again. ${plural(queued, 'message')} to customers will be sent now.` : '▶️ Working again.',
    resumedWithout: (dropped: number): string =>
      dropped > 0
        ? `▶️ Working again. ${plural(dropped, 'message')} to customers will not be sent.`
        : '▶️ Working again.',
    nothing: 'Everything is running: there is nothing to resume.',
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
      churnAt: 'Who stays away, weekly (churn)',
      ageGroups: 'Young and old (age)',
      frequencyGroups: 'How often is often (frequency)',
      powerGroups: 'How much is much (power)',
      undoSend: 'Seconds to cancel an answer (undo-send)',
      quietHours: 'Quiet hours (quiet)',
      keepDays: 'Days raw copies are kept, 30 or more (keep)',
      adLabel: '“AD” at the start of advertising mails (ad-label)',
      senderLine: 'Name and postal address at their end (sender)',
      campaignHours: 'Hours in which campaigns leave, by the customer’s clock (campaign-hours)',
      campaignsAWeek: 'Campaigns a week for one customer at most, 0: no limit (campaigns-a-week)',
      campaignPace: 'Pace of campaigns: auto, your provider, or a minute/a day (campaign-pace)',
      campaignWarmUp: 'Begin slowly with a new address (warm-up)',
      campaignDays: 'Days after a campaign in which an order counts as brought by it (campaign-days)',
      campaignClicks: 'Count who follows the links of a campaign (clicks)',
      followUpsAtOnce: 'People who begin with a follow-up at once; more wait for your word (follow-ups-at-once)',
      holidays: 'Official days off (days-off)',
      ticketTargets: 'Targets of tickets: first answer/resolution, urgent to low, in opening hours (targets)',
      ticketWarn: 'Warn before a target ends (warn)',
      ticketReopenDays: 'Days in which a resolved ticket is opened anew when its customer writes (reopen-days)',
      promiseOffers: 'Offer a reminder where an answer of yours promises something (promises)',
      ratings: 'Ask customers how they found it once a ticket is resolved (ratings)',
      ratingDays: 'Days within which one person is asked once (ratings-days)',
      ratingMinutes: 'Minutes after resolving before they are asked (ratings-wait)',
    },
    /** On buttons, three in a row. */
    short: {
      locale: 'Language',
      timezone: 'Time zone',
      currency: 'Currency',
      country: 'Country',
      businessName: 'Name',
      digestAt: 'Digest',
      churnAt: 'Who stays away',
      ageGroups: 'Age',
      frequencyGroups: 'Frequency',
      powerGroups: 'Power',
      undoSend: 'Undo time',
      quietHours: 'Quiet hours',
      keepDays: 'Raw copies',
      adLabel: 'AD label',
      senderLine: 'Sender line',
      campaignHours: 'Campaign hours',
      campaignsAWeek: 'Campaigns a week',
      campaignPace: 'Campaign pace',
      campaignWarmUp: 'Warm-up',
      campaignDays: 'Campaign days',
      campaignClicks: 'Count clicks',
      followUpsAtOnce: 'Follow-ups at once',
      holidays: 'Days off',
      ticketTargets: 'Targets',
      ticketWarn: 'Warn before',
      ticketReopenDays: 'Reopen',
      promiseOffers: 'Promises',
      ratings: 'Ratings',
      ratingDays: 'Ask once in',
      ratingMinutes: 'Ask after',
    },
    now: 'Now',
    back: '‹ All settings',
    hold: (seconds: number): string => (seconds > 0 ? plural(seconds, 'second') : 'Send at once'),
    minutes: (count: number): string => (count % 60 === 0 ? plural(count / 60, 'hour') : plural(count, 'minute')),
    also: (country: string, currency: string): string => `Also: ${country} · ${currency}`,
    alsoZone: 'Also the time zone',
    example: (line: string): string => `Example: ${line}`,
    off: 'off',
    /** China's rules for mail ask for it. */
    adLabels: { chinese: 'for those who read Chinese', always: 'always' },
    /** Monday first. */
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    wrong: (name: string, value: string): string => `“${value}” does not work for ${name}.`,
  },
  pair: {
    /** To somebody who asks what this is, before anybody has paired. */
    before: (business: string): string => (business ? `This is the bot of ${business}` : 'Hello!'),
    forCustomers: 'Write here what you need: it reaches a person, who answers you here.',
    forOwner:
      'Is this your own bot? Send it the code that the program shows when it starts (for a new one type /pair in its terminal).',
    welcome: 'Paired',
    fromNowOn:
      'From now on customers’ messages arrive here. Reply to a card to answer; /setup shows what is left to set up, /help everything else.',
    triesGone: (messages: number): string =>
      messages === 0
        ? 'You are no longer among the customers.'
        : `What you tried here before (${plural(messages, 'message')}) is no longer among the customers’ messages.`,
    triesStay: 'You are among the customers too, because more is known of you there than what you tried here.',
    dropTries: 'Take me out of the customers',
    refused:
      'That code is not valid. A code works once and only for a short time. For a new one type /pair in the terminal where the program runs, or ask whoever invited you.',
    codeAlone:
      'That is a pairing code, so I have neither used nor kept it. If you want to pair this chat, send the code alone. If not, there is nothing to do.',
    already: 'This chat is already paired.',
    newCode: (code: string): string =>
      `Send this to your bot within 10 minutes:\n/pair ${code}\nIn Slack: /crm pair ${code}. The code alone will do, too.`,
  },
};
