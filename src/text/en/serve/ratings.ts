import { plural } from '../plural.ts';

export const ratings = {
  rating: {
    /** What customers read. */
    ask: (business: string): string => `${business ? `${business} here. ` : ''}How did you find our help?`,
    /** Below it, by the way in which they answer. */
    byButtons: '1 = very dissatisfied, 5 = very satisfied. One tap is enough.',
    byNumber: 'Just reply with a number from 1 to 5 (5 = very satisfied).',
    byLink: (url: string): string =>
      `One click, one button: ${url}\nOr just reply with a number from 1 to 5 (5 = very satisfied).`,
    subject: 'How did you find our help?',
    scale: {
      1: 'very dissatisfied',
      2: 'dissatisfied',
      3: 'all right',
      4: 'satisfied',
      5: 'very satisfied',
    },
    thanks: (score: number): string =>
      `Thank you for your ${score} out of 5! If you would like to say more, just write it here.`,
    sorry: 'We are sorry that we let you down. What went wrong? Just write it here: we will look at it again.',
    again: 'Did you mean a rating? Please reply with one number from 1 to 5 (5 = very satisfied).',
    tooLate: 'Thank you! This question is closed by now; if anything is left, just write to us.',
    page: {
      title: (business: string): string => (business ? `How did you find the help of ${business}?` : 'How did we do?'),
      words: 'Anything you would like to say? (optional)',
      send: 'Send',
      choose: 'Please choose one.',
      done: (score: number): string => `Thank you! You gave ${score} out of 5.`,
      change: 'You can change it within a day.',
      closed: 'Thank you, this question is closed by now. If anything is left, just write to us.',
      gone: 'There is no such page (any more).',
    },
    /** What the owner reads. */
    given: (score: number): string => `${'★'.repeat(score)}${'☆'.repeat(5 - score)} ${score}/5`,
    low: (name: string, score: number): string => `⚠️ ${name} gave ${score} of 5`,
    told: (name: string, score: number): string => `${name} gave ${score} of 5`,
    changed: (name: string, before: number, score: number): string =>
      `${score < before ? '⚠️ ' : ''}${name} changed their ${before} of 5 to ${score}`,
    fate: { reopened: 'The ticket is open again.', closed: 'The ticket is resolved again.' },
    ticket: 'Ticket',
    offer:
      'Shall I ask customers how they found it once a ticket is resolved? They would get this, 10 minutes later, once a ticket and at most once in 30 days. A low score reaches you at once.',
    turnOn: 'Ask them',
    no: 'No',
    own: 'Change the words',
    on: 'From now on customers are asked once a ticket is resolved. This is what they get:',
    off: 'Customers are not asked how they found it.',
    wordsSet: (language: string): string => `They are asked in ${language} with these words from now on:`,
    wordsTooLong: (most: number): string => `At most ${most} characters, please.`,
    /** Of the report. */
    title: (span: string): string => `How customers found it · ${span}`,
    whichSpan: (words: string): string => `Which month is “${words}”?`,
    none: 'Nobody was asked in this time.',
    isOff: 'Asking is off.',
    field: {
      asked: 'Asked',
      answered: 'Answered',
      satisfied: 'Satisfied (4–5)',
      formula: 'By the plain formula',
      mean: 'Mean',
      scores: 'Scores',
      trend: 'By month',
      kinds: 'By kind of ticket',
      causes: 'By cause',
      skipped: 'Not asked',
    },
    lowTitle: (span: string): string => `Low scores (1–2) · ${span}`,
    lowOnes: 'Low scores',
    noLow: 'Nobody gave a low score in this time.',
    noWords: '(no words)',
    answered: (count: number, of: number, share: string): string => `${count} of ${of} (${share})`,
    /** Beside it how sure it is. */
    share: (count: number, of: number, share: string, low: string, high: string): string =>
      `${count} of ${of} = ${share}; for all customers it lies between ${low} and ${high} (95 %)`,
    formula: (count: number, of: number, share: string): string => `${count}/${of} = ${share}, of those who answered`,
    tooFew: (missing: number): string =>
      `Too few to say more: ${plural(missing, 'more answer')} ${missing === 1 ? 'is' : 'are'} missing.`,
    month: (name: string, share: string, of: number): string => `${name}: ${share} (${of})`,
    lastWords: 'What they said last',
    picture: 'Picture',
    pictureOf: (span: string): string => `How customers found it · ${span}`,
    fileName: 'ratings',
    inPicture: {
      title: 'How customers found it',
      answered: 'answered',
      satisfied: 'satisfied',
      bounds: 'bar: 95 % bounds',
    },
    skipped: {
      off: 'asking was off',
      late: 'it would have come too late',
      refused: 'wants no messages',
      blocked: 'blocked',
      machine: 'no person reads there, or mail comes back',
      unreachable: 'cannot be written to there',
      waiting: 'waits for another answer',
      no_words: 'had not written themselves',
      lately: 'was asked lately',
    },
  },
};
