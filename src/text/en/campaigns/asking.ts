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
  },
};
