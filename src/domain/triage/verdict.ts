import type { Feature } from './features.ts';
import { ideaNamed, topicsOf } from './idea_topics.ts';
import { CLEAR, type Evidence } from './judge.ts';
import type { Chances } from './model.ts';
import { labels, type Topic, topics } from './topics.ts';
import type { TriageLabel } from './triage.ts';

/** What the model makes of a message. */
export interface Verdict {
  label: TriageLabel;
  topic: Topic;
  /** 0..1, of the label. */
  probability: number;
  /** Sure enough to file without asking. */
  accepted: boolean;
}

/**
 * Below this the owner is asked (`npm run report:triage` shows what it costs and gains). Chosen on messages of writers that were left out of
 * learning. Higher for feedback: a grievance told calmly or with irony reads like an opinion, and the model is surer of opinions than it is right.
 */
const BARS: Record<TriageLabel, number> = { lead: 0.68, ticket: 0.72, feedback: 0.88, other: 0.75 };

/** A message that may be a problem is not filed as anything else: a lost complaint costs more than a question. */
const MAY_BE_TICKET: Record<TriageLabel, number> = { lead: 0.25, ticket: 1, feedback: 0.04, other: 0.13 };

/**
 * A newcomer tells of a trouble too, with something of their own or with somebody else: where a problem is hardly
 * likelier than a sale, and no rule found a grievance, a sale is guessed. Neither is filed: what is sure is far above.
 */
const HARDLY = 0.81;

function guessOf(probabilities: readonly number[], evidence: readonly Evidence[]): TriageLabel {
  const [lead = 0, ticket = 0] = (['lead', 'ticket'] as const).map((label) => probabilities[labels.indexOf(label)]);
  const best = Math.max(...probabilities);
  const isGrievance = evidence.some(({ to, weight }) => to === 'ticket/complaint' && weight >= CLEAR);
  if (ticket === best && lead >= HARDLY * ticket && !isGrievance) return 'lead';
  return labels[probabilities.indexOf(best)] ?? 'ticket';
}

/** Against the log-odds of rules: an idea is a hint. */
const IDEA = 0.8;

/** A grievance without an angry word is known by the model alone; a rule that hears one the model finds unlikely is not believed. */
const COMPLAINT = { likely: 0.65, unlikely: 0.1 };

/** The topic the rules found most for, and the ideas; without any, the one to assume. */
function bestTopic(
  label: TriageLabel,
  complaint: number,
  evidence: readonly Evidence[],
  features: readonly Feature[],
): Topic {
  if (label === 'ticket' && complaint >= COMPLAINT.likely) return 'ticket/complaint';
  const ideas = features.flatMap(({ name }) => topicsOf(ideaNamed(name) ?? ''));
  const hints = (topic: Topic) => IDEA * ideas.filter((about) => about === topic).length;
  const found = (topic: Topic) =>
    evidence.reduce((sum, { to, weight }) => (to === topic ? sum + weight : sum), hints(topic));
  const named = topics[label]
    .map((name) => `${label}/${name}` as Topic)
    .filter((topic) => topic !== 'ticket/complaint' || complaint >= COMPLAINT.unlikely);
  return named.map((topic) => ({ topic, sum: found(topic) })).reduce((a, b) => (b.sum > a.sum ? b : a)).topic;
}

/** The likeliest label. */
export function verdictOf(
  { labels: probabilities, complaint }: Chances,
  evidence: readonly Evidence[],
  features: readonly Feature[] = [],
): Verdict {
  const label = guessOf(probabilities, evidence);
  const probability = probabilities[labels.indexOf(label)] ?? 0;
  const ticket = probabilities[labels.indexOf('ticket')] ?? 0;
  const accepted = probability >= BARS[label] && ticket <= MAY_BE_TICKET[label];
  return { label, topic: bestTopic(label, complaint, evidence, features), probability, accepted };
}
