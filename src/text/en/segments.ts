export const segments = {
  segment: {
    list: 'Segments',
    none: 'No segments yet.',
    hint: '/segment new regulars orders:>=2 gives a filter a name. Then write segment:regulars wherever a filter goes: /find segment:regulars',
    save: 'Save as segment',
    edit: 'Change filter',
    rename: 'Rename',
    remove: 'Delete',
    means: 'Means',
    made: (name: string): string => `✓ New segment: ${name}`,
    changed: (name: string): string => `✓ ${name} has another filter now.`,
    renamed: (before: string, after: string): string => `${before} → ${after}`,
    removed: (name: string): string => `Segment “${name}” deleted. Nobody in it has changed.`,
    called: (name: string): string => `Segment ${name}`,
    make: (name: string): string => `New segment ${name}`,
    without: (word: string): string => `Without “${word}”`,
    dropping: (label: string, words: string): string => `${label}, whatever “${words}” says`,
    nobodyCalled: (word: string): string => `No segment, no tag and nobody is called “${word}”.`,
    /** They say more than can be asked for: what is nearest is on the buttons. */
    nearest: (words: string): string => `I cannot ask exactly for “${words}”. The nearest I can do:`,
    /** Words that may be meant in several ways. */
    twoWays: (words: string): string => `“${words}” can be meant in these ways. Whom do you mean?`,
    regulars: {
      which: (word: string): string => `No tag or segment is called “${word}”. Who is meant?`,
      twice: 'bought twice or more',
      once: 'have bought before',
      all: 'all customers',
    },
    phraseUnread: (words: string): string => `I do not understand “${words}” as people, so nobody is chosen.`,
    notBought: (word: string): string => `Nobody has bought “${word}”.`,
    noTag: (tag: string): string => `Nobody has the tag ${tag}. Do you mean one of these?`,
    which: (word: string): string => `There are a segment and a tag “${word}”. Which?`,
    noSuch: (typed: string): string => `There is no segment “${typed}”.`,
    taken: (name: string): string => `There is a segment “${name}” already.`,
    badName: (most: number): string =>
      `A name needs letters, has ${most} characters at most, and holds no colon, quotes or any of # < > =`,
    tooMany: (most: number): string => `${most} segments are the most there can be.`,
    itself: (name: string): string => `“${name}” would name itself, so nobody could say who is meant.`,
    isNamed: (name: string, others: string[]): string =>
      `“${name}” is part of ${others.map((other) => `“${other}”`).join(', ')}: change that first.`,
    usedBy: (campaigns: string): string => `These go to whoever is in it when they begin: ${campaigns}.`,
    isMeant: (name: string, campaigns: string): string =>
      `“${name}” says whom these go to: ${campaigns}. Choose other people there first, or cancel them.`,
    wasMeant: (campaigns: string): string => `These were for it and need other people: ${campaigns}.`,
    unreadable: (word: string): string => `“${word}” in its filter is not known any more: change the filter.`,
    /** Where the groups begin. */
    ages: ([from, to]: readonly [number, number]): string =>
      `young under ${from}, middle ${from} to ${to}, old over ${to}`,
    counts: ([some, many]: readonly [number, number]): string =>
      `paid orders in 12 months: high over ${many}, medium over ${some}, low all other buyers`,
    sums: ([some, many]: readonly [number, number], currency: string): string =>
      `paid in 12 months, ${currency}: high over ${many}, medium over ${some}, low all other buyers`,
  },
};
