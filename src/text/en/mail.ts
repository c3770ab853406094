import { plural } from './plural.ts';

/** By who keeps the mailbox. */
const signIn = {
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

export const mail = {
  mail: {
    /** Of the first mail to somebody; '' without a name of the business. */
    firstSubject: (business: string): string => (business ? `A message from ${business}` : 'A message for you'),
    tooLarge: 'Too large',
    stillInMailbox: (size: string): string =>
      `The mail is ${size}. All of it is in your mailbox: open it in your mail program.`,
    careful: 'Careful',
    answersInside: 'Answered inline',
    shownWhole:
      'They say they answered inside the quoted mail. I cannot tell for certain which words are theirs, so all of it is shown.',
    suspicious: 'The sender may be forged: check with them some other way before you act or pay.',
    forwarded: 'Forwarded by you',
    claimedAddress: (address: string): string =>
      `from ${address}. Only your mail names this address, so I ask you before the first answer goes there.`,
    cameBy: { form: 'Through a form', group: 'Through a group', reply_to: 'Reply-To only' },
    namedBy: {
      form: (address: string, from: string): string =>
        `of a website${from ? `, sent by ${from}` : ''}. Whoever filled it in typed ${address}: it is not verified, so I ask you before the first answer goes there.`,
      group: (address: string, from: string): string =>
        `${from} passed it on and names ${address}. It is not verified, so I ask you before the first answer goes there.`,
      reply_to: (address: string): string =>
        `Their mail names no sender, only ${address} for answers. It is not verified, so I ask you before the first answer goes there.`,
    },
    formAsks: (address: string, from: string): string =>
      `of a website${from ? `, sent by ${from}` : ''}. It asks for answers at ${address}, which is in none of its fields: it is not verified, so I ask you before the first answer goes there.`,
    /** The writer's own address is not known. */
    ofGroup: (group: string): string =>
      `Written through ${group}, and their own address is not in it. Everybody in the group may read an answer, so I ask you before the first one goes there.`,
    writesAs: 'Writes as',
    writtenBy: 'Written by',
    answersGoTo: (author: string, address: string): string => `${author} (your answer goes to ${address})`,
    replyTo: 'Reply-To',
    alsoInForm: 'Also in the form',
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
    goesElsewhere: (address: string): string => `Nothing was changed: answers in this thread now go to ${address}.`,
    noCopyAnyMore: (address: string, left: readonly string[]): string =>
      left.length > 0
        ? `They get no copy of the answer that is still held. It goes to ${address}. Copy to ${left.join(', ')}`
        : `They get no copy of the answer that is still held. It goes to ${address} alone.`,
    heldStays: (address: string): string =>
      `The answer that is still held goes to ${address} all the same, because the new address may be wrong. Cancel it if it should not leave.`,
    noThread: 'There is no such mail thread.',
    perhaps: 'Perhaps belongs to',
    join: 'Join them',
    splitOff: 'Start a new thread here',
    /** A mail that says it is from the owner, and is not. */
    inYourName: (subject: string): string =>
      `⚠️ In your name, but probably not from you${subject ? ` · ${subject}` : ''}`,
    forged: (address: string): string =>
      `It says it comes from ${address}, but its authentication failed. Do not follow its links or pay because of it. It was filed under nobody.`,
    invitation: (who: string, act: string): string => `📅 ${who} · ${act}`,
    answerInCalendar: 'Say yes or no in your calendar, or answer here.',
    answerByMail: (address: string): string => `Say yes or no in your calendar, or by mail to ${address}.`,
    calendarUnchanged: 'Your calendar has not been changed: I only read the mail.',
    calendar: 'Calendar',
    calendarWhen: 'When',
    /** What somebody's calendar says of an event. */
    calendarAct: {
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
    },
    /** Which dates of an event that repeats. */
    calendarSeries: {
      whole: 'the whole series',
      date: 'this date of a series',
      following: 'this date of a series and all later ones',
    },
    calendarChanged: 'changed since it was first sent',
    calendarUntil: (day: string): string => `until ${day}`,
    calendarTimes: (count: number): string => plural(count, 'time'),
    /** Between the days of a series and its end. */
    calendarParted: ' ',
    calendarOwnClock: (time: string): string => `${time} by their own clock`,
    calendarInstead: (when: string): string => `instead of ${when}`,
    calendarExcept: (days: readonly string[]): string => `without ${days.join(', ')}`,
    calendarComment: (comment: string): string => `“${comment}”`,
    calendarMore: (count: number): string => `and ${count} more`,
    hasComplained: 'reported us as spam',
    /** Why a mail was not taken, and what can be done. */
    bounceReason: {
      no_such_address: 'there is no such address',
      mailbox_full: 'the mailbox is full',
      too_large: 'the mail is too large for them',
      policy: 'their server does not take mail from yours',
      unreachable: 'their server could not be reached',
      refused: 'their server refused it',
    },
    bounceStep: {
      no_such_address: 'Check the address, or reach them another way. Answers to it are asked about first.',
      mailbox_full: 'Send it again in a day or two, or reach them another way.',
      too_large: 'Send a link instead of the file.',
      policy: 'The address may be right: ask your mail provider, and reach them another way meanwhile.',
      unreachable: 'Check the part after the @; if it is right, send it again tomorrow.',
      refused: 'Check the address, or reach them another way.',
    },
    comesBack: (why: string): string => `mail comes back: ${why}`,
    cameBack: (who: string): string => `✗ Your mail to ${who} came back`,
    failedFor: (address: string, why: string): string => `${address}: ${why}.`,
    /** What came back shows another mail than ours. */
    perhapsCameBack: (who: string): string => `↩︎ A mail to ${who} came back, perhaps not your answer`,
    /** A campaign's, by the address alone. */
    didItComeBack: (who: string): string => `↩︎ Did your mail to ${who} come back?`,
    perhapsOfCampaign: (campaign: string): string =>
      `They were sent “${campaign}” lately. The report does not say which mail it is about, and anybody can write one, so nothing has been changed.`,
    notTheLast: (subject: string): string =>
      `What came back${subject ? ` (“${subject}”)` : ''} is not the last mail sent from here, so nothing was changed. Did you write to them from another program? Then it is that mail. If you wrote nothing else, somebody else used your address.`,
    /** Neither its status nor its words say that it failed. */
    unsureBounce: (name: string): string => `❓ Your mail to ${name} may not have arrived`,
    saysNotWhether:
      'A mail server wrote about it without saying whether it has given up, so nothing was changed. Read what it says; if it matters, ask whether your mail arrived.',
    isLate: (who: string): string => `⏳ Your mail to ${who} has not arrived yet`,
    triedAgain: (address: string): string =>
      `The server of ${address} could not be reached so far; it is tried again. If that goes on failing, the mail comes back and you are told.`,
    /** Of those who got a mail only the one in copy did not. */
    copyCameBack: (name: string, address: string): string => `✗ No copy of your mail to ${name} reached ${address}`,
    mainDidNot: (name: string): string => `The mail to ${name} itself has not come back.`,
    /** It names an address that we did not write to. */
    forwardCameBack: (address: string): string => `✗ A mail of yours came back from ${address}`,
    forwardsThere: (written: string[]): string =>
      `You wrote to ${written.join(', ')}: mail is forwarded from ${written.length > 1 ? 'one of them' : 'there'}. Ask whether yours arrived.`,
    complained: (who: string): string => `⚠️ ${who} reported your mail as spam`,
    onlyIfAsked: (address: string): string =>
      `Nothing automatic goes to ${address} any more. Write there only if they ask you something.`,
    complaintUnproven: (address: string): string => `⚠️ Was your mail to ${address} reported as spam?`,
    anybodysReport: (address: string): string =>
      `A report says so, but does not say of which mail, and anybody can write one. Nothing has been changed: if it may be true, write to ${address} only when they ask you something.`,
    doNotMail: 'Do not mail it',
    /** What a provider's report says of a mail of ours that is no complaint. */
    reported: (address: string): string =>
      `⚠️ A mail provider has written about your mail${address ? ` to ${address}` : ''}`,
    remark: {
      not_spam: 'Its reader has taken it out of the spam folder.',
      authentication: 'It says how your domain is signed.',
      fraud:
        'It takes the mail for fraud. Nothing has been changed. Does somebody else write in your name? /campaign check says whether your domain is protected.',
      virus: 'It takes a file or link in the mail for a virus. Nothing has been changed. Look at what you sent.',
      opt_out:
        'Its reader wants no more such mails, it says. Anybody can write such a report, so nothing has been changed.',
      other: 'It is no complaint about spam, and does not say plainly what it is. Nothing has been changed.',
    },
    somebodyComplained: '⚠️ Your mail was reported as spam',
    notByWhom: (written: string[]): string => `The report does not say by whom. It went to ${written.join(', ')}.`,
    /** What a website or program has sent for somebody it gives no address of. */
    byVisitor: (who: string, subject: string): string => `🌐 ${who}${subject ? ` · ${subject}` : ''}`,
    unusable: (typed: string): string => `“${typed}” was typed for the mail address: no mail can be sent there.`,
    unanswerable: 'No mail address',
    noAddress: (from: string, phone: string): string =>
      `Sent by ${from}. There is no mail address of whoever wrote it, so it cannot be answered from here${phone ? `: call ${phone}` : ''}.`,
    inAutomatic: 'It is kept in /automatic.',
    /** A mail server's words that name nobody we wrote to. */
    unknownBounce: (subject: string): string => `⚠️ A mail server has written${subject ? ` · ${subject}` : ''}`,
    noneMatches: (address: string): string =>
      `It is about a mail to ${address}. None sent from here matches it, so nothing was changed.`,
    whichOne:
      'Perhaps a mail of yours came back, but it does not say which. Read it, and check with whoever you wrote to.',
    unreadable: (channel: string, from: string | undefined): string =>
      `⚠️ ${channel}: a message${from ? ` from ${from}` : ''} could not be read`,
    nothingLost:
      'Nothing of it is lost. What is attached is the message as it came; otherwise look where it was written.',
    unreadableTicket: 'Unreadable mail',
    unknownSender: 'Unknown sender',
  },
  join: {
    done: (name: string): string => `🔗 One thread now, with ${name}.`,
    participant: (participant: string, address: string): string =>
      `${participant} takes part in it from now on. Your answers go to ${address}.`,
    twoPeople: (one: string, other: string): string => `These are two people: ${one} and ${other}`,
    oneOrBoth: 'Are they one person, or do both take part in one thread?',
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
  automatic: {
    which: 'Which of these? The two are numbered separately.',
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
      complaint: 'mail provider’s report',
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
        `✓ Treated as written by a person. Mail from ${address} no longer counts as automatic.`,
      machine: (address: string): string =>
        `✓ Mail from ${address} goes straight to /automatic from now on, without a card.`,
    },
    gone: 'That mail is no longer on the list.',
  },
  mailbox: {
    refused: (mailbox: string): string => `🔴 ${mailbox}: sign-in refused`,
    notRead: (howTo: string): string =>
      `The mail server does not accept the user name or password, so this mailbox is not read. ${howTo}\nPut it into IMAP_URL and restart. Mail stays in the mailbox meanwhile: nothing is lost.`,
    signIn,
    tryAgain: '🔁 Try again',
    signingIn: 'Signing in again. You will hear how it went.',
    noneRefused: 'No mailbox is waiting to sign in. /status shows how each stands.',
  },
};
