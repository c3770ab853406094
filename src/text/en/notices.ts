import { plural } from './plural.ts';

export const notices = {
  /** Of notices that came too fast for a card each. */
  notices: {
    together: {
      rated: (count: number): string => `⭐ ${plural(count, 'rating')} from customers`,
      proposed: (count: number): string => `🤖 ${plural(count, 'proposal')} of a program`,
      edit: (count: number): string => `✏️ ${plural(count, 'message')} changed`,
      withdrawn: (count: number): string => `🗑 Messages withdrawn ${plural(count, 'time')}`,
      late_part: (count: number): string => `📎 ${plural(count, 'more file')} of albums came late`,
      automatic: (count: number): string =>
        `🤖 ${plural(count, 'mail')} that ${count === 1 ? 'looks' : 'look'} automatic`,
      invitation: (count: number): string => `📅 ${plural(count, 'calendar message')}`,
      form: (count: number): string => `🌐 ${plural(count, 'form')} filled in on your website`,
      visitor: (count: number): string => `🌐 ${plural(count, 'form')} filled in without an address`,
      own_mail: (count: number): string => `✉️ ${plural(count, 'mail')} from your own address`,
      in_your_name: (count: number): string => `⚠️ ${plural(count, 'mail')} in your name, not proven to be yours`,
      unanswerable: (count: number): string => `📨 ${plural(count, 'message')} that I cannot answer`,
      unreadable: (count: number): string => `⚠️ ${plural(count, 'message')} could not be read`,
      delayed: (count: number): string => `⏳ ${plural(count, 'message')} could not be taken in yet`,
      recovered: (count: number): string => `✅ ${plural(count, 'delayed message')} taken in after all`,
      undelivered: (count: number): string => `⚠️ ${plural(count, 'answer')} not delivered, or not for certain`,
      copy: (count: number): string => `⚠️ ${plural(count, 'answer')} sent, but not to everybody in copy`,
      came_back: (count: number): string => `⚠️ ${plural(count, 'mail')} came back`,
      copy_came_back: (count: number): string => `⚠️ ${plural(count, 'copy', 'copies')} came back`,
      late: (count: number): string => `⏳ ${plural(count, 'mail')} not delivered yet; the mail servers keep trying`,
      unknown_bounce: (count: number): string => `↩️ ${plural(count, 'bounce')} of mails not sent from here`,
      complaint: (count: number): string => `⚠️ ${plural(count, 'report')} of your mails as spam`,
      alike: (count: number): string => `👥 ${plural(count, 'pair')} of contacts who may be one person`,
      desk: (count: number): string => `🔁 The place of your cards changed ${plural(count, 'time')}`,
      account: (count: number): string => `🔁 Your connected account changed ${plural(count, 'time')}`,
      channel: (count: number): string => `🔁 A channel went down or came back ${plural(count, 'time')}`,
      order: (count: number): string => `🛒 Order updates: ${count}`,
      shop_asks: (count: number): string => `🏪 ${plural(count, 'request')} and disputes from a shop`,
      scheduled: (count: number): string => `⏰ ${plural(count, 'scheduled answer')} not sent`,
    },
    lastOnly: (shown: number): string => `Only the last ${shown} are shown here.`,
    title: 'Several at once',
    none: 'They are no longer kept.',
    gone: 'It is no longer kept.',
  },
};
