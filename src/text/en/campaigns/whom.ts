import { plural } from '../plural.ts';

/** Words to many of which a part may say who gets them. */
export const whom = {
  whom: {
    ask: (clause: string): string => `Does “${clause}” say who gets it, or is it part of the message?`,
    askWho: (clause: string): string => `Who is meant by “${clause}”?`,
    headUnread: (head: string): string =>
      `“${head}” stands where it says who gets it, when or by which channel, and I cannot read it. Nothing was made yet.`,
    nobodyCalled: (clause: string): string =>
      `“${clause}” seems to say who does not get it, but nobody and nothing here is called that. Nothing was made yet.`,
    reading: (label: string, count: number): string => `${label}: ${plural(count, 'person', 'people')}`,
    without: (name: string): string => `Without ${name}`,
    only: (name: string): string => `Only ${name}`,
    also: (name: string): string => `${name} as well`,
    isText: (clause: string): string => `“${clause}” belongs to the message`,
    choose: 'Choose who gets it',
    showAll: 'Show all of them',
    nobody: (all: string): string => (all === '' ? 'Nobody: no contact is that.' : `Nobody: no one of ${all} is that.`),
    unreached: (count: number): string =>
      `${plural(count, 'person fits', 'people fit')}, but none of them can be written to: no consent or no address.`,
    inAndOut: (those: string, others: string): string =>
      [`To ${those}`, ...(others === '' ? [] : [`not to ${others}`])].join('; '),
    /** A campaign and its copies: whoever has one gets no other, unless that is said. */
    family: {
      title: (have: number, left: number): string => `${have} of the ${left} that are left have a copy already`,
      have: (names: string): string => `They got ${names}. Shall they get this one as well?`,
      others: (count: number): string => `Only to the other ${count}`,
      all: (left: number, twice: number): string => `To all ${left}: ${twice === 1 ? '1 gets' : `${twice} get`} both`,
      these: (count: number): string =>
        count === 1 ? 'Also to the one who had it: they get both' : `Also to the ${count} who had it: they get both`,
    },
    /** Of what is being sent now. */
    leaving: (name: string, sent: number, all: number): string => `“${name}” is leaving: ${sent} of ${all}.`,
    /** Of a campaign that leaves out nobody. */
    nobodyOut: 'Nobody is left out.',
    /** What a campaign is called of which no words are known yet. */
    unnamed: 'News',
  },
};
