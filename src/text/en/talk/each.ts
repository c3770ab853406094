import { plural } from '../plural.ts';

/** Words for several who are named in a row. */
export const each = {
  each: {
    ask: (names: string): string =>
      `For ${names}? Each gets a message of their own, and nobody sees the others. Nothing has been sent yet.`,
    toAll: (count: number, names: string): string => `Send to these ${count}: ${names}`,
    severalPlaces: 'several conversations: a tap asks which',
    nowhere: 'cannot be written to from here',
    /** A tag or a segment is among whom it is for. */
    group: (whom: string): string =>
      `${whom} means several people, so this becomes a campaign: its draft shows how many get it before anything leaves. Nothing has been sent yet.`,
    asCampaign: (whom: string, people: number): string => `Draft to ${plural(people, 'person', 'people')}: ${whom}`,
  },
};
