import { plural } from './plural.ts';

/** Texts to phone numbers. */
export const sms = {
  sms: {
    /** How a message leaves: `units` is its length, of which one text of several holds `perPart`. */
    parts: (count: number, units: number, perPart: number, cost?: string): string => {
      const texts = count === 1 ? '1 text' : `${count} texts (${units} characters, ${perPart} in each)`;
      return cost ? `${texts} · about ${cost}` : texts;
    },
    delivered: (name: string, channel: string): string => `✓ Delivered to ${name} (${channel})`,
    afterAll: (name: string, channel: string): string =>
      `✓ Delivered to ${name} (${channel}) after all: I had told you that it was not.`,
    notDelivered: (name: string, channel: string): string => `✗ Not delivered to ${name} (${channel})`,
    code: (code: string): string => `The provider’s code: ${code}`,
    optOut: 'Texts',
    isOut: (answers: number): string =>
      `Opted out: no text goes to them until they text START.${answers > 0 ? ` ${plural(answers, 'answer')} that had not left stayed here: /unsent` : ''}`,
    isBack: 'Opted in again: texts reach them.',
    out: (name: string): string =>
      `${name} has opted out of texts, so nothing was sent. Texts go to them again once they text START. Until then, reach them another way.`,
    wordsOnly: (channel: string): string =>
      `${channel} carries words alone, so nothing was sent. Send a link to the file, or reach them another way.`,
    tooLong: (channel: string, length: number, most: number): string =>
      `Too long for ${channel}, so nothing was sent: ${length} characters, and ${most} are the most. Shorten it.`,
  },
};
