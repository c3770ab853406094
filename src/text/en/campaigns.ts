import { reasons } from './campaigns/reasons.ts';
import { plural } from './plural.ts';

const people = (count: number): string => plural(count, 'person', 'people');

/** What of a campaign leaves on its first day, and when the last of it does. `letters`: it is sent as letters. */
interface FirstDay {
  first: number;
  on: string;
  /** At most; 0: no limit but the warm-up. */
  aDay: number;
  last: string;
  letters: boolean;
}

/** A mailing to many. */
export const campaigns = {
  campaign: {
    title: (name: string, state: string): string => `📣 ${name} · ${state}`,
    limits: {
      on: 'on',
      auto: 'as your provider allows',
      noLimit: 'no limit',
      aWeek: (count: number): string => (count === 0 ? 'no limit' : `${count} a week`),
      pace: (name: string, aMinute: number, aDay: number, _letters: boolean): string =>
        [name, aMinute > 0 && `${aMinute} a minute`, aDay > 0 && `${aDay} a day`].filter(Boolean).join(' · '),
      providers: { gmail: 'Gmail', outlook: 'Outlook', qq: 'QQ', '163': '163', aliyun: 'Aliyun', ses: 'SES' },
    },
    state: {
      draft: 'draft',
      scheduled: 'scheduled',
      running: 'being sent',
      paused: 'paused',
      finished: 'sent',
      cancelled: 'cancelled',
    },
    paused: {
      asked: 'It is paused. Nothing of it leaves until you go on.',
      stopped: 'Stopped by /stop. Nothing of it leaves until you go on.',
      share: 'The first part has left. Look how it is taken, then send the rest.',
      changed: 'It would go to noticeably other people than you were shown, so it waits. Look whom it means now.',
      lateTrial:
        'Which text is better was to be decided more than two hours ago, while nothing could be sent. Decide it now?',
      late: 'Its time came more than two hours ago, while nothing could be sent. Send it now, or choose another time?',
      bounces: 'Too many came back, so it is paused: providers block whoever goes on. Are these addresses old?',
      complaints: 'Too many reported it as spam, so it is paused. Did these people agree to get it?',
      refused: 'The mail server refuses what is sent, whoever it is for, so it is paused. Look at /status.',
      check:
        'It is not certain that its mails arrive, so it waits. Look what is to be put right, or send all the same.',
      unclear: 'Whom it is for names something that is not there any more. Choose the people anew.',
      undecided: 'A and B have been tried, and which one does better cannot be told. What do the rest get?',
    },
    outOf: (count: number, of: number, share: string): string => `${count} of ${of} (${share})`,
    of: (count: number, of: number): string => `${count} of ${of}`,
    pace: (aMinute: number, left: number, _letters: boolean, done: string): string =>
      `${aMinute} a minute, ${left} left, done ${done}`,
    until: (when: string): string => `about ${when}`,
    waits: 'waits for its turn at this pace',
    opens: (when: string): string => `begins ${when}, when campaigns may leave`,
    opensLine: (when: string): string => `It begins ${when}, when campaigns may leave.`,
    thenOpens: (when: string, opens: string): string => `${when}: begins ${opens}, when campaigns may leave`,
    goesOn: (sent: number, _letters: boolean): string =>
      `today’s limit is reached (${sent}); the rest goes on tomorrow`,
    labels: {
      audience: 'For',
      reached: 'Get it',
      channel: 'By',
      subject: 'Subject',
      language: 'Languages',
      finish: 'Done',
      sent: 'Sent',
      failed: 'Failed',
      unknown: 'Not known whether it left',
      later: 'Wait for your word',
      undecided: 'Wait for the better text',
      bounced: 'Came back',
      complained: 'Reported as spam',
      unsubscribed: 'Unsubscribed',
      clicked: 'Followed a link',
      scanned: 'Only opened by programs',
      delivered: 'Delivered',
      cost: 'Texts',
      replied: 'Answered',
      skipped: 'Left out',
      pace: 'Pace',
      ordered: 'Ordered',
      revenue: 'Bought for',
      response: 'Response',
      scheduled: 'Leaves',
      recent: 'Left out',
      holdout: 'Held out',
      effect: 'Because of it',
    },
    everybody: 'everybody',
    button: {
      send: (count: number): string => `Send to ${people(count)}`,
      sendNow: 'Send now',
      first: 'Send to 5 % first',
      rest: 'Send the rest',
      schedule: 'Schedule',
      otherTime: 'Another time',
      sendToNow: (count: number): string => `Send to ${count} now`,
      goAt: (count: number, when: string): string => `Send to ${count} ${when}`,
      newerTemplate: 'Use the new one',
      endComparison: 'End that comparison',
      test: 'Send a test to me',
      audience: 'Change the people',
      text: 'Change the text',
      write: 'Write the text',
      choose: 'Choose the people',
      channel: (channel: string): string => `By ${channel}`,
      skipRecent: 'Skip recent buyers',
      withRecent: 'Also who bought lately',
      pause: 'Pause',
      resume: 'Go on',
      resumeOf: (name: string): string => `Go on: ${name}`,
      cancel: 'Cancel',
      copy: 'Copy',
      refresh: 'Refresh',
      report: 'Report',
      back: 'Back',
      holdOut: (percent: number): string => `Hold out ${percent} %`,
      holdNone: 'Hold out nobody',
      doubts: (count: number): string => `In doubt: ${count}`,
      skipped: (count: number): string => `Left out: ${count}`,
      arrived: 'Arrived',
      again: 'Send again',
      leave: 'Leave',
      template: 'Use a template',
      who: (did: string, count: number): string => `${did}: ${count}`,
      export: 'As a table',
      picture: 'Picture',
      make: 'New campaign',
    },
    texts: (count: number, most: number, cost: string): string =>
      [`about ${count}`, most > 1 && `up to ${most} for one person`, cost].filter(Boolean).join(' · '),
    missing: (what: string): string => `Still missing: ${what}.`,
    missingAudience: 'whom it is for',
    missingText: 'the text',
    nobody: 'Nobody gets it as it stands.',
    preview: (count: number): string =>
      `As ${count === 1 ? 'one' : count === 2 ? 'two' : 'three'} of them would read it`,
    previewLine: (who: string, subject: string): string => `${who}: ${subject}`,
    lacks: (variable: string): string => `{{ ${variable} }} is empty for them, so they would be left out`,
    lackSome: (count: number, isAbout: boolean): string =>
      `${isAbout ? 'About ' : ''}${people(count)} ${count === 1 ? 'lacks something that the text names and is' : 'lack something that the text names and are'} left out.`,
    newerTemplate: (name: string): string =>
      `The template “${name}” has changed since it was chosen here; this still says what it said then.`,
    comparedNote: (names: string, count: number): string =>
      `${people(count)} ${count === 1 ? 'was' : 'were'} held out of “${names}” to see what it brings, so this leaves them out while that still counts. End the comparison to write to them now.`,
    comparisonEnded: 'The comparison is over: what it brought counts until now.',
    otherPeople: (then: number, now: number): string =>
      then === now
        ? `It would still go to ${people(now)}, but not to those whom you were shown.`
        : `When you were shown it, it was to go to ${people(then)}; now it would go to ${people(now)}.`,
    timeOver: (when: string): string => `Its time is over: it was to leave ${when}.`,
    askAt: (count: number, when: string): string => `Send it to ${people(count)} ${when}?`,
    fault: (said: string): string => `The text cannot be read: ${said}`,
    noWay: (channel: string): string => `${channel} is not set up to send, so nothing would leave. /setup says how.`,
    skippedDays: (days: number): string => (days === 1 ? 'who bought within a day' : `who bought within ${days} days`),
    ...reasons,
    holdout: {
      none: 'nobody, so what it brings cannot be told from what comes anyway',
      some: (percent: number): string => `${percent} %, chosen by chance, get nothing: so you see what it brings`,
      small: (percent: number, least: number): string =>
        `nobody: ${percent} % of these people are fewer than ${least}, too few to compare with`,
    },
    effect: {
      orders: (total: string, each: string): string => `${total} orders, ${each} a person`,
      sums: (total: string, each: string): string => `${total}, ${each} a person`,
      between: (middle: string, low: string, high: string): string => `${middle} (${low} to ${high})`,
      chance: 'That may be chance: nothing at all is within the bounds.',
      method: (treated: number, heldOut: number, until: string): string =>
        `${treated} who were to get it against ${heldOut} held out, orders until ${until}; 95 % sure of the bounds.`,
      soFar: 'It still counts.',
      few: (least: number, treated: number, heldOut: number): string =>
        `Not enough data yet: needs ${least} buyers on each side, has ${treated} among those who were to get it and ${heldOut} among those held out.`,
    },
    /** On the picture of its results; letters that are new there have to be drawn (`npm run glyphs`). */
    picture: {
      written: 'Sent',
      reached: 'Reached',
      clicked: 'Clicked',
      replied: 'Answered',
      ordered: 'Ordered',
      unsubscribed: 'Unsubscribed',
      bounced: 'Came back',
      bounds: 'lines: 95 % sure',
      unnamed: 'Campaign',
      from: 'sent',
      revenue: 'Bought for',
      response: 'Answered or ordered',
    },
    pictureOf: (name: string): string => `“${name}”`,
    table: {
      fileName: 'campaign',
      empty: 'It has no people yet: they are chosen when it begins.',
      done: (name: string, count: number): string => `“${name}”: ${people(count)}`,
      next: (part: number, parts: number): string => `Part ${part} of ${parts}`,
      columns: [
        ...['Number', 'Name', 'Address', 'Language', 'Version', 'State', 'Why', 'Sent', 'Followed a link', 'Answered'],
        ...['Orders', 'Unsubscribed', 'Came back', 'Reported as spam'],
      ],
      revenue: (currency: string): string => `Bought for ${currency}`,
      state: {
        queued: 'waits',
        sending: 'being sent',
        sent: 'sent',
        failed: 'failed',
        bounced: 'came back',
        unknown: 'not known whether it left',
        skipped: 'left out',
      },
    },
    doers: (name: string, did: string, count: number): string => `“${name}” · ${did}: ${count}`,
    skippedTitle: (name: string): string => `Who does not get “${name}”`,
    skippedLine: (count: number, why: string): string => `${people(count)}: ${why}`,
    skippedOf: (why: string, count: number): string => `${people(count)}: ${why}`,
    doubtsTitle: (name: string, count: number): string => `“${name}”: ${plural(count, 'doubt')}`,
    doubtsText:
      'The connection or this program broke off while these were being handed over, so they may have arrived or not. They are not sent again by themselves.',
    sureLeft: (count: number): string => `Left as they are: ${count}. The report still says that it is not known.`,
    chooseTemplate: 'Which template?',
    noTemplate: 'There is no such template. /template shows yours.',
    noDoubts: 'Nothing is in doubt.',
    sureArrived: (count: number): string => `Counted as sent: ${count}.`,
    sureAgain: (count: number): string => `Will be sent again: ${count}.`,
    askAgain: (count: number): string => `Send ${count} again? Whoever got it already gets it twice.`,
    finish: {
      fast: (channel: string): string => `as fast as ${channel || 'the mail server'} takes them`,
      after: (begins: string, done: string): string => `${begins}; ${done}`,
      minutes: (minutes: number): string => `about ${plural(minutes, 'minute')} after the start`,
      hours: (hours: number): string => `about ${plural(hours, 'hour')} after the start`,
      days: ({ first, on, aDay, last }: FirstDay): string =>
        `${last}: ${aDay > 0 ? `${aDay} a day at most, so ` : 'a new address begins slowly, so '}${first} leave ${on} and the rest on the days after`,
    },
    ask: (count: number): string => `Send it to ${people(count)}?`,
    askText: (channel: string): string =>
      `Once begun, what has left (${channel}) cannot be called back; /stop halts the rest.`,
    askFirst: (first: number, count: number): string => `Send it to ${people(first)} of ${count} first?`,
    changedSince: (count: number): string => `It was ${people(count)} when you tapped; look again.`,
    begun: 'It begins.',
    noTime: (words: string): string => `I do not understand “${words}” as a time.`,
    over: 'That time is over.',
    scheduled: (when: string): string => `It leaves ${when}.`,
    noSuch: 'There is no such campaign.',
    notNow: (state: string): string => `It is ${state}, so that cannot be done.`,
    copied: (name: string, nth: number): string => `${name} (copy${nth > 1 ? ` ${nth}` : ''})`,
    ofSequence: (name: string): string =>
      `“${name}” is a follow-up: it writes to each person on their own day. To write to many, make a new campaign.`,
    test: (subject: string, version: string): string => `[${['Test', version].filter(Boolean).join(' ')}] ${subject}`,
    testSent: (address: string): string => `A test goes to ${address}.`,
    testArrived: (address: string): string => `The test was handed over for ${address}.`,
    testFailed: (address: string, why: string): string => `The test for ${address} could not be sent: ${why}`,
    noTestAddress: 'I do not know a mail address of yours. Set OWNER_EMAILS.',
    list: 'Campaigns',
    none: 'No campaign yet.',
    how: 'Write to many at once: only to those who agreed, once each. For example: /campaign new Spring tea to #vip',
    line: (name: string, state: string): string => `${name} · ${state}`,
    whichGoesOn: 'Which of them go on?',
    waitsForYou: 'waits until you go on',
    stayOff: (names: string): string => `These follow-ups stay off until you put them on: ${names}.`,
    stopped: (names: string): string => `⛔ Stopped: ${names}. Nothing more leaves.`,
    nothingToStop: 'No campaign is being sent or scheduled, and no follow-up is on.',
    responseOf: (responded: number, sent: number, share: string, ofArrived: string): string =>
      `answered or ordered: ${responded}/${sent} = ${share} of those it was sent to, ${ofArrived} of those it reached`,
    orders: (orders: number, buyers: number, days: number): string =>
      `${plural(orders, 'order')} by ${people(buyers)} within ${days} days`,
  },
};

/** What the owner may set of campaigns: among all settings, and on buttons, three in a row. */
export const settingsOfCampaigns = {
  names: {
    campaignHours: 'Hours in which campaigns leave, by the customer’s clock (campaign-hours)',
    campaignsAWeek: 'Campaigns a week for one customer at most, 0: no limit (campaigns-a-week)',
    campaignPace: 'Pace of campaigns: auto, your provider, or a minute/a day (campaign-pace)',
    campaignWarmUp: 'Begin slowly with a new address (warm-up)',
    campaignDays: 'Days after a campaign in which an order counts as brought by it (campaign-days)',
    campaignClicks: 'Count who follows the links of a campaign (clicks)',
  },
  short: {
    campaignHours: 'Campaign hours',
    campaignsAWeek: 'Campaigns a week',
    campaignPace: 'Campaign pace',
    campaignWarmUp: 'Warm-up',
    campaignDays: 'Campaign days',
    campaignClicks: 'Count clicks',
  },
};
