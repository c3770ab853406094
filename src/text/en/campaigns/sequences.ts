import { plural } from '../plural.ts';

const people = (count: number): string => plural(count, 'person', 'people');
const hi = 'Hello{% if first_name %} {{ first_name }}{% endif %},';

/** What is written to people by itself. */
export const sequences = {
  sequence: {
    list: 'Follow-ups',
    how: 'Written by itself, at the right moment, to those who agreed. It stops for whoever answers, buys or unsubscribes. Tap one, read its words, put it on.',
    title: (name: string, state: string): string => `🔁 ${name} · ${state}`,
    recipe: {
      birthday: 'Birthday wishes',
      winback: 'Win back',
      checkout: 'Cart left behind',
      review: 'Ask for a review',
    },
    about: {
      birthday:
        'On the birthday of each customer whose birthday you keep, by the clock of their city; lunar birthdays too.',
      winback:
        'To regulars who stay away for longer than is their habit, as in /churn. Whoever was on a card of that with words to send gets nothing here for a quarter, and the other way round.',
      checkout: 'To whoever filled a cart and left. It stops when the order comes.',
      review:
        'After the parcel arrived; where nothing is shipped, after the order was paid. Not after a refund, an open ticket or a complaint.',
    },
    on: 'on',
    off: 'off',
    notYet: 'Nothing leaves before you put it on.',
    state: (isOn: boolean): string => (isOn ? 'on' : 'off'),
    line: (waiting: number, sent: number): string => `${waiting} waiting · ${sent} sent`,
    labels: {
      channel: 'By',
      steps: 'Steps',
      next: 'Next',
      entered: 'Begun with',
      sent: 'Sent',
      replied: 'Answered',
      bought: 'Bought soon after',
      unknown: 'Not known whether it left',
      ended: 'Over for',
      lacking: 'Got nothing of a step',
    },
    step: (nth: number, when: string, subject: string): string => `${nth}. ${when}: ${subject}`,
    waiting: (count: number): string => `${people(count)} ${count === 1 ? 'waits' : 'wait'} for it`,
    onDay: 'on the birthday',
    atOnce: 'as soon as they are silent',
    before: (length: string): string => `${length} before the birthday`,
    afterOccasion: {
      birthday: (length: string): string => `${length} after the birthday`,
      winback: (length: string): string => `${length} after that`,
      checkout: (length: string): string => `${length} after they left`,
      review: (length: string): string => `${length} after it arrived`,
    },
    afterStep: (length: string): string => `${length} after the step before`,
    minutes: (count: number): string => plural(count, 'minute'),
    hours: (count: number): string => plural(count, 'hour'),
    days: (count: number): string => plural(count, 'day'),
    nextLine: (name: string, when: string): string => `${name} · ${when}`,
    nobodyNext: 'Nobody in sight.',
    someone: 'somebody',
    endedLine: (count: number, why: string): string => `${people(count)}: ${why}`,
    ended: {
      done: 'got all steps',
      failed: 'did not get all steps',
      replied: 'answered',
      ordered: 'ordered',
      refunded: 'order refunded or cancelled',
      trouble: 'open ticket or complaint',
      late: 'its time was over',
      no_consent: 'not agreed',
      unsubscribed: 'unsubscribed',
      bounced: 'mail to them came back',
      complained: 'reported us as spam',
      blocked: 'blocked',
      no_address: 'no address there',
      got_it: 'have got it already',
      bought: 'bought lately',
      weekly_cap: 'have had enough this week',
    },
    button: {
      on: 'Put on',
      off: 'Put off',
      text: (nth: number): string => `Text of ${nth}`,
      time: (nth: number): string => `Time of ${nth}`,
      drop: (nth: number): string => `Without ${nth}`,
      add: 'Add a step',
      preview: 'Preview',
      onDay: 'On the day',
      dayBefore: 'The day before',
      channel: (channel: string): string => `By ${channel}`,
      doubts: (count: number): string => `In doubt: ${count}`,
    },
    show: 'Show it',
    noSuch: 'There is no such follow-up.',
    noStep: 'It has no such step.',
    timeOf: (nth: number, length: string): string => `Step ${nth}: ${length}`,
    whichStep: (length: string): string => `Which step is to wait ${length}?`,
    delayNoText: (words: string): string => `“${words}” is a time and no text.`,
    badDelay: (words: string): string => `I do not understand “${words}” as a time after. Say something like “3 days”.`,
    delayBounds: (least: string, most: string): string => `That can be from ${least} to ${most}.`,
    mostSteps: (count: number): string => `It has ${count} steps; more would be a nuisance.`,
    lastStep: 'It has one step only. Put it off instead.',
    lacks: (name: string, variable: string): string => `${name}: nothing is known of them for {{ ${variable} }}`,
    lackingTold: (count: number): string =>
      `${people(count)} got nothing of a step: its text asks for something that is not known of them. Who comes after them and lacks it gets nothing either; they are listed in the follow-up.`,
    late: (count: number): string =>
      `${people(count)} did not get it: nothing could be sent while it was time, and now it would be out of place.`,
    words: {
      birthday: [
        { subject: 'Happy birthday!', body: `${hi}\n\nhappy birthday! We wish you a lovely day and a good year.` },
      ],
      winback: [
        {
          subject: 'It has been a while',
          body: `${hi}\n\nit has been a while since your last order, and we wanted to ask how you are. Is there anything we can do for you? Just answer this message.`,
        },
      ],
      checkout: [
        {
          subject: 'You left something in your cart',
          body: `${hi}\n\nyou left something in your cart{% if cart_url %}; it is still here: {{ cart_url }}{% endif %}\n\nWas anything unclear? Just answer this message.`,
        },
        {
          subject: 'Still thinking about it?',
          body: `${hi}\n\nyour cart is still waiting{% if cart_url %}: {{ cart_url }}{% endif %}\n\nThis is the last we write about it. If you have a question, just answer.`,
        },
      ],
      review: [
        {
          subject: 'How do you like it?',
          body: `${hi}\n\nhow do you like what you ordered? A few words from you help us, and others who are choosing. Just answer this message. If something is not right, tell us, and we will put it right.`,
        },
      ],
    },
  },
};
