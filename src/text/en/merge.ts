import { plural } from './plural.ts';

/** Two people a piece of evidence is about. */
interface Sides {
  one: string;
  other: string;
  value: string;
  channel: string;
}

export const merge = {
  alike: {
    title: '👥 Same person?',
    list: 'Perhaps the same person',
    none: 'No two contacts look like the same person.',
    hint: (name: string): string => `Merging keeps ${name} and moves everything from the other over. You can undo it.`,
    left: (count: number): string => `Duplicates (${count})`,
    refused: (one: string, other: string): string => `${one} and ${other} are two people. You will not be asked again.`,
    evidence: {
      held: ({ one, other, value, channel }: Sides): string =>
        `${one} came with ${value} (${channel}), which is ${other}’s.`,
      sign: ({ one, other, value, channel }: Sides): string =>
        `${value} (${channel}) came with ${one} and with ${other}; it need not be anybody’s own.`,
      named: ({ one, other, value, channel }: Sides): string =>
        `${one} wrote ${value}, ${other}’s address (${channel}).`,
      order: ({ one, other, value }: Sides): string => `${one} asked about order ${value}, which is ${other}’s.`,
      short: ({ one, other }: Sides): string => `One name may be short for the other: ${one}, ${other}.`,
      name: ({ one, other }: Sides): string => (one === other ? `Same name: ${one}.` : `Same name: ${one}, ${other}.`),
      domain: ({ value }: Sides): string => `Same mail domain: ${value}.`,
      local: ({ value }: Sides): string => `Same mail name before the @: ${value}.`,
    },
    reason: (field: string, level: string, weight: string): string => `${field} ${level} ${weight}`,
    between: ', ',
    field: {
      ...{ given: 'first name', family: 'surname', order: 'order of names', phone: 'phone', mail: 'mail' },
      ...{ birth: 'date of birth', number: 'house number', street: 'address', place: 'second address line' },
      ...{ city: 'city', postcode: 'postcode', region: 'region' },
    },
    level: {
      ...{ same: 'the same', sounds: 'sounds the same', close: 'nearly the same', short: 'a short form' },
      ...{ domain: 'at the same company', other: 'different', straight: 'the same', turned: 'turned round' },
    },
  },
  merge: {
    done: (gone: string, kept: string): string => `👥 ${gone} is now part of ${kept}`,
    moved: (counts: string[]): string => `Moved: ${counts.join(', ')}.`,
    nothingMoved: 'There was nothing to move.',
    counts: (moved: Partial<Record<string, number>>, messages: number): string[] => [
      ...(moved.contact_identities ? [plural(moved.contact_identities, 'address', 'addresses')] : []),
      ...(moved.field_values ? [plural(moved.field_values, 'field')] : []),
      ...(moved.conversations ? [plural(moved.conversations, 'conversation')] : []),
      ...(messages ? [plural(messages, 'message')] : []),
      ...(moved.leads ? [plural(moved.leads, 'lead')] : []),
      ...(moved.tickets ? [plural(moved.tickets, 'ticket')] : []),
      ...(moved.feedback ? [plural(moved.feedback, 'piece of feedback', 'pieces of feedback')] : []),
      ...(moved.orders ? [plural(moved.orders, 'order')] : []),
      ...(moved.tasks ? [plural(moved.tasks, 'task')] : []),
    ],
    nobody: (name: string): string => `Nobody looks like ${name}. To merge two people, name both: /merge c1 c2.`,
    already: (name: string): string => `That is one and the same: ${name}.`,
    whoStays: 'Which one do you keep?',
    stays: (name: string): string => `Keep ${name}`,
    hint: 'Everything from the other moves over. You can undo it.',
  },
  split: {
    which: (name: string): string => `What is not ${name}’s?`,
    identities: 'Addresses',
    threads: 'Mail threads',
    numbers: '/split and a name shows the threads with them, and their numbers.',
    hint: 'What is taken out becomes a contact of its own, with its conversations, leads and tickets.',
    nothing: (name: string): string => `There is nothing to take out: ${name} has only this.`,
    notTheirs: (name: string, address: string): string => `${name} does not have the address ${address}.`,
    noSuch: (id: string): string => `There is no conversation v${id}.`,
    done: (made: string, from: string): string => `${made} was taken out of ${from}.`,
  },
  undo: {
    nothing: 'There is nothing to undo. What was done: /audit',
    already: 'Already undone.',
    /** An earlier act, where the last one cannot be undone. */
    before: (line: string): string => `Undo the one before: ${line}`,
    /** A later act, which stands in the way. */
    first: (line: string): string => `Undo first: ${line}`,
    /** Takes back the rest; `name`: the one who stays, or how many do. */
    allBut: (name: string, count: number): string => `Undo all but ${name}${count > 1 ? ' of them' : ''}`,
    inTheWay: (line: string, later: string): string => `${line} cannot be undone before ${later}, which came later.`,
    why: {
      bought: (name: string): string => `${name} (has bought since)`,
      wrote: (name: string): string => `${name} (has written since)`,
      mailed: (name: string): string => `${name} (a campaign has gone to them since)`,
      changed: (name: string): string => `${name} (changed since)`,
    },
    /** Who stays as they are; `more`: so many are not named. */
    stays: (names: string, more: number): string =>
      `What stays as it is: ${names}${more > 0 ? ` and ${more} more` : ''}.`,
    /** The last act called back an answer. */
    afterRecall: (name: string): string =>
      `What you did last was to cancel your answer to ${name}. What shall I take back?`,
    /** The last act is none that can be taken back. */
    drafted: (line: string): string =>
      `What you did last (${line}) made a draft, and nothing has left. You can change or drop it on its card.`,
    forGood: (line: string): string => `What you did last (${line}) cannot be undone. Nothing was changed now.`,
    alreadySent: (name: string, words: string): string =>
      `Your answer to ${name}${words && ` (“${words}”)`} has already been sent and cannot be called back.`,
    changedSince: (line: string): string =>
      `${line} cannot be undone as a whole: what came of it has been used or changed since.`,
    /** An address of theirs is somebody else's by now. */
    taken: (line: string, holder: string, ref: string): string =>
      `${line} cannot be undone yet: ${holder} (${ref}) has an address of theirs by now. Take it off there with /edit ${ref}, undo again, and if the two are one person, /merge them.`,
    done: (line: string): string => `↩︎ Undone: ${line}`,
    /** Whoever had come by an address that was taken back. */
    apart: (address: string, made: string, orders: number): string =>
      `Somebody has come by ${address} since: that is ${made}, a contact of their own${orders > 0 ? `, with their ${orders === 1 ? 'order' : `${orders} orders`}` : ''}.`,
    oneAfterAll: 'Same person after all',
    again: (name: string, blocked: boolean): string =>
      `${name} had written again meanwhile: that is with what came before.${blocked ? ` ${name} is still blocked.` : ''}`,
  },
};
