import { plural } from '../plural.ts';

/** What became of each of a campaign's people, as a table in a file. */
export const campaignTable = {
  campaignTable: {
    fileName: 'campaign',
    empty: 'It has no people yet: they are chosen when it begins.',
    done: (name: string, count: number): string => `“${name}”: ${plural(count, 'person', 'people')}`,
    next: (part: number, parts: number): string => `Part ${part} of ${parts}`,
    columns: [
      ...['Number', 'Name', 'Address', 'Language', 'Version', 'State', 'Why', 'Sent', 'Followed a link', 'Answered'],
      ...['Orders', 'Unsubscribed', 'Came back', 'Reported as spam'],
    ],
    revenue: (currency: string): string => `Bought for ${currency}`,
    state: {
      queued: 'waits',
      sending: 'being sent',
      sent: 'sent',
      failed: 'failed',
      bounced: 'came back',
      unknown: 'not known whether it left',
      skipped: 'left out',
    },
  },
};
