import { plural } from '../plural.ts';

/** Words for several who are named in a row. */
export const each = {
  each: {
    writeOwn: (name: string): string => `Write to ${name || 'the customer'} myself`,
    ask: (names: string): string =>
      `For ${names}? Each gets a message of their own, and nobody sees the others. Nothing has been sent yet.`,
    toAll: (count: number, names: string): string => `Send to these ${count}: ${names}`,
    severalPlaces: 'several conversations: a tap asks which',
    nowhere: 'cannot be written to from here',
    /** A tag or a segment is among whom it is for. */
    group: (whom: string): string =>
      `${whom} means several people, so this becomes a campaign: its draft shows how many get it before anything leaves. Nothing has been sent yet.`,
    /** Of words that were to leave at a time. */
    untimed: 'The draft keeps no time: say when it is to leave once it is there.',
    asCampaign: (whom: string, people: number): string => `Draft to ${plural(people, 'person', 'people')}: ${whom}`,
    /** In front of the words stands by which way they are to go. */
    way: (head: string, name: string): string =>
      `“${head}” says how it is to go, and ${name || 'the customer'} need not read that. Nothing has been sent yet.`,
    noWay: (head: string, name: string, channel: string): string =>
      `“${head}” is no way by which ${name || 'the customer'} can be reached from here. Send it by ${channel}? Nothing has been sent yet.`,
  },
  /** What the desk says to thanks, and to a nod. */
  courtesy: { thanks: 'You’re welcome!', allRight: 'All right. I’m here whenever you need me.' },
  /** What is asked that is none of the shop's. */
  outside: {
    day: (day: string): string => `Today is ${day}.`,
    clock: (clock: string): string => `It is ${clock}.`,
    cannot: {
      weather: 'I cannot look up the weather. I only know your shop: customers, orders, tasks.',
      person: 'I am a program, not a person. I keep your customers, orders and tasks.',
      voice:
        'I cannot listen or speak. Voice messages from customers come to you as they are; please type what I am to do.',
      sound: 'The sound is a setting of the chat app that you read this in. I can stay quiet at certain hours.',
    },
  },
  /** What is said where only a kind of words was named: an apology, a greeting; and what is to be said with it. */
  readyWords: {
    sorry: (rest: string): string => (rest ? `Sorry about that! ${begun(rest)}` : 'Sorry about that!'),
    thanks: (rest: string): string => (rest ? `Thank you very much! ${begun(rest)}` : 'Thank you very much!'),
    birthday: (rest: string): string => rest || 'Happy birthday! I hope you have a lovely day.',
    wishes: (rest: string): string => rest || 'Best wishes, and thank you for being a customer!',
    words: (rest: string): string => rest || 'Hello!',
  },
};

const begun = (text: string): string => text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
