import { own } from '../../../text/own.ts';
import type { Texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { percent } from '../../campaigns/percent.ts';
import type { Field, Item } from '../../reply.ts';
import { SCORES } from '../../serve/rating.ts';
import {
  type Group,
  LEAST_ANSWERS,
  type RatedWords,
  type RatingFigures,
  satisfaction,
} from '../../serve/satisfaction.ts';

const WORDS_GRAPHEMES = 200;

/** A bound of an interval: with one digit behind the point, as it is compared. */
const exact = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** What came of asking: both readings of the share, and what it is made of. */
export function figureFields(
  t: Texts,
  figures: RatingFigures,
  { months, kinds, causes }: { months: Group[]; kinds: Group[]; causes: Group[] },
): Field[] {
  const { asked, answered, satisfied, mean, scores } = figures;
  const { rating: words } = t;
  const field = (label: keyof typeof words.field, value: string): Field => ({ label: words.field[label], value });
  const { low, high } = satisfaction(satisfied, Math.max(1, answered));
  const isEnough = answered >= LEAST_ANSWERS;
  return [
    field('asked', String(asked)),
    field('answered', words.answered(answered, asked, percent(answered, asked))),
    ...(answered > 0 ? [field('formula', words.formula(satisfied, answered, percent(satisfied, answered)))] : []),
    field(
      'satisfied',
      isEnough
        ? words.share(satisfied, answered, percent(satisfied, answered), exact(low), exact(high))
        : words.tooFew(LEAST_ANSWERS - answered),
    ),
    ...(isEnough && mean !== undefined ? [field('mean', mean.toFixed(1))] : []),
    ...(answered > 0
      ? [
          field(
            'scores',
            [...SCORES]
              .reverse()
              .map((score) => `${score}★ ${scores[score]}`)
              .join(' · '),
          ),
        ]
      : []),
    ...(months.length > 1 ? [field('trend', groupsSaid(t, months))] : []),
    ...(kinds.length > 1
      ? [
          field(
            'kinds',
            groupsSaid(
              t,
              kinds.map((kind) => named(t, kind)),
            ),
          ),
        ]
      : []),
    ...(causes.length > 0 ? [field('causes', groupsSaid(t, causes))] : []),
    ...skippedFields(t, figures),
  ];
}

function groupsSaid({ rating }: Texts, groups: readonly Group[]): string {
  return groups
    .map(({ name, satisfied, answered }) => rating.month(name, percent(satisfied, answered), answered))
    .join(' · ');
}

const named = (t: Texts, group: Group): Group => ({ ...group, name: own(t.ticketCard.kind, group.name) ?? group.name });

function skippedFields({ rating }: Texts, { skipped }: RatingFigures): Field[] {
  const parts = Object.entries(skipped).map(([why, count]) => `${own(rating.skipped, why) ?? why} ${count}`);
  return parts.length > 0 ? [{ label: rating.field.skipped, value: parts.join(' · ') }] : [];
}

/** What somebody said with their score. */
export const wordsItem = (t: Texts, { contactId, name, score, words, ticketNumber }: RatedWords): Item => ({
  text: truncate(words.replace(/\s*\n\s*/g, ' '), WORDS_GRAPHEMES) || t.rating.noWords,
  detail: [t.rating.given(score), name || `c${contactId}`, `#${ticketNumber}`].join(' · '),
  contactId,
  buttons: [{ label: t.ticketCard.button.showLater(ticketNumber), command: `/ticket ${ticketNumber}` }],
});
