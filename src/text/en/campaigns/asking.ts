import { plural } from '../plural.ts';

/** Asking many whether they agree, and writing down that many did. */
export const asking = {
  asking: {
    /** Of the campaign that asks; `campaign`: the one whose people had not agreed. */
    name: (campaign: string): string => `Please confirm · ${campaign}`,
    what: (what: string): string => `asks them to agree to ${what}`,
    wordsAreOurs:
      'It asks people to confirm that they agree, so its words are fixed. Only whom, how and when can be changed.',
    /** How many agreed because they were asked. */
    agreed: 'Agreed',
    button: { ask: 'Ask them to confirm', agreed: 'They have agreed' },
    didAgree: (what: string, channel: string): string => `Did they agree to ${what} (${channel})?`,
    how: 'How',
    standing: {
      fresh: 'To be written down',
      known: 'Agreed already',
      refused: 'Left out: said no',
      nowhere: 'Left out: no address there',
    },
    noted: (count: number, what: string): string =>
      `✓ Written down: ${plural(count, 'person', 'people')} agreed to ${what}. How they did is kept with each of them.`,
    nobodyNew: 'Nothing was written down.',
    /** By whose clock it leaves. */
    clock: 'By the clock',
    ownClock: (count: number): string =>
      `of each customer; nothing says where ${plural(count, 'person', 'people')} ${count === 1 ? 'lives' : 'live'}, so yours for ${count === 1 ? 'this one' : 'these'}`,
    toPeople: (filter: string): string => `to ${filter}`,
    byChannel: (channel: string): string => `by ${channel}`,
    asPurpose: (what: string): string => `as ${what}`,
    /** Where nobody would get it: the one change by which the most do. */
    nearest: (way: string, count: number): string =>
      `Nearest to it: ${way}, ${plural(count, 'person', 'people')} would get it.`,
    takeNearest: (way: string, count: number): string => `${way[0]!.toUpperCase()}${way.slice(1)}: ${count}`,
  },
  /** Its text asks for a field that was removed amid the sending. */
  lostWords: {
    paused:
      'Its text asks for something that is not there any more, so the rest waits. Bring it back with /undo and go on, or cancel what is left.',
    willPause: (name: string): string => `⏸ “${name}” is being sent and asks for it: what is left of it waits for you.`,
  },
  /** Trying a campaign out by the channel that it leaves by. */
  testing: {
    mark: (version: string): string => `[${['Test', version].filter(Boolean).join(' ')}]`,
    inChat: (channel: string): string => `The test goes to your own chat on ${channel}, as one of them would read it.`,
    byText: (number: string, cost: string): string => `The test goes to ${[number, cost].filter(Boolean).join(' · ')}.`,
    noChat: (channel: string): string =>
      `I know no chat of yours on ${channel}, so a test cannot go there. Pair one there (/setup says how), or read the preview on the card.`,
    ownAlone: (own: string): string => `A test goes to your own address alone: ${own}.`,
    isTheirs: (name: string): string =>
      `${name} has that number. A test asks nobody whether they agreed, so it goes to your own number alone.`,
    isMine: 'It is mine',
    /** All that a follow-up says. */
    steps: (name: string): string => `🔁 ${name}: what it says`,
    asReads: (name: string): string => `As ${name}, who is next, would read it. Nothing is sent.`,
    madeUp: 'Nobody is in sight yet, so this is as somebody made up would read it. Nothing is sent.',
  },
};
