import type { Topic } from './topics.ts';

/** What an idea is about where the rules found nothing: in order, the likelier first. */
const TOPICS: Record<string, readonly Topic[]> = {
  price: ['lead/price'],
  project: ['lead/quote'],
  buy: ['lead/availability'],
  amount: ['lead/availability'],
  again: ['lead/reorder'],
  trade: ['lead/partnership'],
  broke: ['ticket/support'],
  tech: ['ticket/support'],
  howto: ['ticket/support'],
  bad: ['ticket/complaint', 'feedback/criticism'],
  upset: ['ticket/complaint'],
  harm: ['ticket/complaint'],
  deliver: ['ticket/shipping'],
  money: ['ticket/billing'],
  refund: ['ticket/refund'],
  good: ['feedback/praise'],
  love: ['feedback/praise'],
  wish: ['feedback/suggestion'],
  mild: ['feedback/criticism'],
  excess: ['feedback/criticism'],
  greet: ['other/greeting'],
  thanks: ['other/thanks'],
  spam: ['other/spam'],
  job: ['other/jobseeker'],
  machine: ['other/autoreply'],
  stop: ['other/unsubscribe'],
  kin: ['other/personal'],
};

/** The topics an idea speaks for; none for what stands in messages of every kind. */
export const topicsOf = (idea: string): readonly Topic[] => TOPICS[idea] ?? [];

/** Ideas whose words tell by themselves why a message is taken so. A page, a cousin or a bit stand in messages of every kind. */
const TELLING = new Set([
  'price',
  'broke',
  'upset',
  'harm',
  'deliver',
  'money',
  'refund',
  'good',
  'love',
  'thanks',
  'spam',
  'job',
  'stop',
]);

/** Whether a word for this idea explains the topic. */
export const explains = (idea: string, topic: Topic): boolean => TELLING.has(idea) && topicsOf(idea).includes(topic);

/** 'zh k price' and 'k price' -> 'price'; undefined for other features, and for two ideas that meet. */
export const ideaNamed = (feature: string): string | undefined => /^(?:zh )?k (\w+)$/.exec(feature)?.[1];
