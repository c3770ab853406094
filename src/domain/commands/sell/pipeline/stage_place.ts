import { narrow } from '../../../../text/normalise.ts';
import { anyOf } from '../../../../text/plainly.ts';
import { typedWords } from '../../../../text/typed.ts';
import { failed, type Reply } from '../../../reply.ts';
import {
  loadStages,
  namesOfStage,
  neighbours,
  placeStage,
  type Stage,
  stageLabel,
} from '../../../sell/pipeline/stage.ts';
import type { CommandContext } from '../../command.ts';

type Side = 'before' | 'after';

/** Beside which other stage one is to stand. */
export interface Place {
  side: Side;
  of: Stage;
}

const SIDES = ['before', 'after'] as const;
/** In front of the stage, and behind it; in front of that may stand that it is put there. */
const FRONT = Object.fromEntries(
  SIDES.map((side) => [side, anyOf(typedWords(({ stage }) => stage.place[side]))]),
) as Record<Side, string>;
const BEHIND = Object.fromEntries(
  SIDES.map((side) => [side, anyOf(typedWords(({ stage }) => stage.placeBehind[side]))]),
) as Record<Side, string>;
const PUT = anyOf(typedWords(({ stage }) => stage.put));

/** 'Demo 40% after contacted', 打样 40% 放在接洽之后: the words without the place, and the place. */
export function placeAmong(stages: readonly Stage[], words: string): { rest: string; place?: Place } {
  const said = narrow(words);
  const named = stages
    .flatMap((of) => [...namesOfStage(of), of.key].map((name) => ({ of, name })))
    .sort((one, other) => other.name.length - one.name.length);
  for (const { of, name } of named) {
    for (const side of SIDES) {
      const found = patterns(side, anyOf([name])).flatMap((one) => one.exec(said) ?? [])[0];
      const at = found === undefined ? -1 : said.indexOf(found);
      if (found === undefined || at < 0) continue;
      const rest = `${said.slice(0, at)} ${said.slice(at + found.length)}`.replace(/\s+/gu, ' ').trim();
      return { rest, place: { side, of } };
    }
  }
  return { rest: words };
}

const patterns = (side: Side, name: string): RegExp[] => [
  new RegExp(`(?:^|[\\s,，])(?:(?:${PUT})\\s)?(?:${FRONT[side]})\\s(?:the\\s)?${name}(?![\\p{L}\\p{N}])`, 'iu'),
  new RegExp(`(?:^|[\\s,，])?(?:${PUT})\\s?${name}\\s?(?:${BEHIND[side]})(?=$|[\\s,，])`, 'iu'),
  new RegExp(`(?:^|[\\s,，])${name}\\s?(?:${BEHIND[side]})(?=$|[\\s,，])`, 'iu'),
];

/** Whether a place is named, whatever the stages are called. */
export const saysPlace = (words: string): boolean =>
  new RegExp(
    `(?:^|\\s)(?:${FRONT.before}|${FRONT.after})\\s|(?:${BEHIND.before}|${BEHIND.after})(?=$|[\\s,，])`,
    'iu',
  ).test(narrow(words));

/** Why a stage cannot stand there; undefined: it can. What ends a lead stays behind all that do not. */
export const whyNoPlace = ({ t }: CommandContext, { side, of }: Place): string | undefined =>
  of.ends && !(side === 'before' && of.ends === 'won') ? t.stages.atEdge(stageLabel(t, of)) : undefined;

/** How likely a lead is to be won in the stage that stands in front of there. */
export function likeBefore(stages: readonly Stage[], { side, of }: Place): number | undefined {
  if (of.ends) return undefined;
  return side === 'after' ? of.probability : (neighbours(stages, of.key).before ?? of).probability;
}

/** Puts it there, under the lock of `lockStages`. The order as it is then. */
export async function putThere(ctx: CommandContext, stage: Stage, { side, of }: Place): Promise<string> {
  await placeStage(ctx.tx, stage.key, { side, of: of.key });
  return (await loadStages(ctx.tx)).map((one) => stageLabel(ctx.t, one)).join(' → ');
}

/** '/stages demo after contacted'. */
export async function placed(ctx: CommandContext, stage: Stage, place: Place): Promise<Reply> {
  const { t } = ctx;
  if (stage.ends) return failed(t.stages.atEdge(stageLabel(t, stage)));
  const wrong = whyNoPlace(ctx, place);
  if (wrong) return failed(wrong);
  return { text: t.stages.shifted(stageLabel(t, stage), await putThere(ctx, stage, place)) };
}
