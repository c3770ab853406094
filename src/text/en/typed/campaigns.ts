/** What is typed of campaigns and sequences. */
export const campaigns = {
  campaign: {
    new: ['new', 'create', 'add', 'make'],
    /** Whether mail can arrive at all; `key`: with a key to sign with. */
    auto: ['auto'],
    list: ['list', 'all', 'show', 'report', 'reports', 'help', 'campaigns'],
    check: ['check', 'deliverability'],
    key: ['key', 'sign', 'dkim'],
    /** Between its name and whom it is for. */
    to: ['to', 'for', 'where'],
    everybody: ['everybody', 'everyone', 'all'],
    /** In front of the line that is to be the subject. */
    subject: ['subject'],
    /** And of the text below it. */
    body: ['text', 'body', 'message'],
    step: {
      to: ['to', 'for', 'people'],
      text: ['text', 'write', 'body'],
      template: ['template'],
      name: ['name', 'rename'],
      subject: ['subject', 'title', 'headline'],
      /** What it is: news, an offer, a reminder. */
      about: ['about', 'as', 'kind', 'purpose'],
      by: ['by', 'via', 'channel'],
      recent: ['recent', 'bought'],
      test: ['test', 'try'],
      send: ['send'],
      go: ['go'],
      first: ['first', 'part', 'start'],
      at: ['at', 'schedule', 'later', 'reschedule', 'postpone', 'move'],
      unschedule: ['unschedule'],
      pause: ['pause', 'stop', 'hold'],
      resume: ['resume', 'continue', 'rest'],
      cancel: ['cancel', 'drop', 'delete', 'never mind', 'nevermind'],
      copy: ['copy', 'again', 'duplicate'],
      /** Those who have not agreed are asked to. */
      confirm: ['confirm', 'ask', 'opt-in', 'optin'],
      doubts: ['doubts', 'unknown'],
      arrived: ['arrived'],
      leave: ['leave'],
      resend: ['resend'],
      skipped: ['skipped', 'excluded', 'left'],
      holdout: ['holdout', 'hold out', 'held out', 'control'],
      b: ['b', 'version-b', 'second'],
      trial: ['trial', 'ab', 'a/b', 'split'],
      winner: ['winner', 'decide'],
      picture: ['picture', 'chart', 'graph'],
      clicked: ['clicked', 'clicks'],
      unclicked: ['unclicked', 'not clicked', 'no clicks', 'no click'],
      unreplied: ['unreplied', 'not answered', 'not replied', 'no answer', 'no reply', 'unanswered'],
      replied: ['replied', 'answered', 'replies', 'answers'],
      ordered: ['ordered', 'orders', 'buyers'],
      unsubscribed: ['unsubscribed'],
      bounced: ['bounced', 'bounces'],
      complained: ['complained', 'complaints', 'spam'],
      failed: ['failed', 'failures'],
      show: ['show', 'report', 'status', 'results', 'result', 'stats', 'refresh', 'preview'],
    },
    /** In front of a step: edit text. */
    change: ['edit', 'change', 'set', 'new', 'other'],
    /** Behind 'send': nothing more is said by it. */
    now: ['now', 'it', 'them', 'please', 'campaign', 'to'],
    /** By what two texts are compared. */
    measure: {
      clicked: ['clicks', 'click', 'clicked'],
      replied: ['answers', 'answer', 'replies', 'reply', 'replied'],
      ordered: ['orders', 'order', 'ordered', 'sales'],
    },
    winner: { a: ['a'], b: ['b'], both: ['both', 'half', 'halves'] },
    /** Behind 'holdout': nobody is compared any more. */
    endComparison: ['end', 'stop', 'over'],
    /** Nobody is held out to compare with: the button's own words too. */
    latest: ['last', 'latest', 'newest', 'most recent', 'last one', 'latest one', 'previous'],
    withoutHoldout: ['no holdout', 'without holdout', 'no control group', 'hold out nobody'],
    /** There is to be no second text. */
    without: ['off', 'none', 'no', 'nobody'],
  },
  sequence: {
    recipe: {
      birthday: ['birthday', 'birthdays', 'birthday wishes'],
      winback: ['win back', 'win-back', 'winback'],
      checkout: ['cart', 'carts', 'checkout', 'abandoned cart', 'cart left behind'],
      review: ['review', 'reviews', 'ask for a review'],
    },
    step: {
      on: ['on', 'start', 'enable'],
      off: ['off', 'stop', 'pause', 'disable'],
      text: ['text', 'write', 'body'],
      after: ['after', 'time', 'delay'],
      add: ['add', 'new'],
      drop: ['drop', 'remove'],
      delete: ['delete'],
      restore: ['restore', 'undelete', 'back'],
      name: ['name', 'rename'],
      when: ['when', 'begins', 'if', 'for'],
      about: ['about', 'as', 'kind', 'purpose'],
      /** What ends it for somebody. */
      ends: ['ends', 'until', 'ending'],
      again: ['again', 'repeat'],
      /** Who came before begins too. */
      also: ['also', 'earlier'],
      by: ['by', 'via', 'channel'],
      /** As the next of its people would read it, here and by the way that it leaves. */
      preview: ['preview', 'read'],
      test: ['test', 'try'],
    },
    unit: {
      minutes: ['min', 'mins', 'minute', 'minutes'],
      hours: ['h', 'hr', 'hrs', 'hour', 'hours'],
      days: ['d', 'day', 'days'],
      weeks: ['w', 'week', 'weeks'],
    },
    /** Behind a length: that much later. */
    later: ['later', 'after', 'afterwards'],
    before: ['before', 'earlier', 'ahead'],
    onDay: ['0', 'on the day', 'same day', 'the day', 'on the birthday', 'at once'],
    /** In front of a number: so many days behind the beginning. */
    day: ['day', 'd'],
    /** Between its name and what begins it. */
    when: ['when', 'for', 'to'],
    form: ['form', 'web form', 'fills in', 'filled in'],
    tag: ['tag', 'tagged'],
    article: ['buys', 'bought', 'order of', 'orders', 'purchase of'],
    order: {
      any: [
        'order',
        'purchase',
        'an order',
        'a purchase',
        'any order',
        'any purchase',
        'every order',
        'orders',
        'buys',
      ],
      first: ['first order', 'first purchase', 'the first order', 'the first purchase', '1st order', '1st purchase'],
      second: [
        'second order',
        'second purchase',
        'the second order',
        'the second purchase',
        '2nd order',
        '2nd purchase',
      ],
      third: ['third order', 'third purchase', 'the third order', 'the third purchase', '3rd order', '3rd purchase'],
    },
    service: ['service'],
    end: {
      replied: ['answer', 'reply', 'answers', 'replies'],
      ordered: ['order', 'purchase', 'orders', 'purchases'],
    },
    yes: ['yes', 'on'],
    no: ['no', 'off'],
  },
};
