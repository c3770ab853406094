import type { Texts } from '../../../../text/texts.ts';
import { typedWords } from '../../../../text/typed.ts';
import { failed, type Reply } from '../../../reply.ts';
import { changeStage, loadStages, type Stage, stageLabel } from '../../../sell/pipeline/stage.ts';
import type { CommandContext } from '../../command.ts';
import { askedFor } from './asked_for.ts';
import { bareNumber, type Figures, figuresBehind } from './figures.ts';
import { nameTyped, whyNoStage } from './stage_name.ts';

const TO = typedWords(({ stage }) => stage.to);
/** What a button asks for one figure with. */
export const ASKED = { percent: '%', days: '=d' } as const;

export const figuresOf = (t: Texts, { probability, quietDays }: Pick<Stage, 'probability' | 'quietDays'>): string =>
  `${t.stages.likely(probability)} · ${quietDays === null ? t.stages.never : t.stages.quiet(quietDays)}`;

/** '/stages 报价 60% 5天': how likely a lead in it is won, and after how many days without news it is quiet. */
export async function setFigures(ctx: CommandContext, stage: Stage, words: string): Promise<Reply> {
  const { t, tx } = ctx;
  const name = stageLabel(t, stage);
  if (stage.ends) return failed(t.stages.endsHere(name));
  const asked = Object.values(ASKED).find((sign) => words === sign || words.startsWith(`${sign} `));
  if (asked && words === asked)
    return askedFor(ctx, asked === ASKED.percent ? 'percent' : 'days', name, {
      before: `/stages ${stage.key} ${asked} `,
    });
  const { rest, figures, outOf } = asked ? askedFigure(words.slice(asked.length), asked) : figuresBehind(words);
  const isJoined = rest === '' || TO.has(rest.toLowerCase());
  const bare = asked ? undefined : bareNumber(words);
  if (bare !== undefined && bare > 0 && bare <= 100) return askUnit(ctx, stage, bare);
  if (!isJoined || Object.keys(figures).length === 0) return notFigures(ctx, words);
  if (outOf) return failed(t.stages.outOf);
  const after = { ...stage, ...figures };
  const said = figuresOf(t, after);
  if (after.probability === stage.probability && after.quietDays === stage.quietDays)
    return { text: t.stages.same(name, said), unchanged: true };
  await changeStage(tx, stage.key, figures);
  return { text: t.stages.changed(name, said) };
}

/** 65 alone may be either. */
const askUnit = ({ t }: CommandContext, { key }: Stage, figure: number): Reply =>
  failed(t.stages.notPercent(String(figure)), {
    undecided: true,
    buttons: [
      [
        { label: t.stages.likely(figure), command: `/stages ${key} ${figure}%` },
        { label: t.stages.quiet(figure), command: `/stages ${key} ${figure}d` },
      ],
    ],
  });

/** '/stages new Sample 30%' may as well mean a new one. */
async function notFigures({ t, tx }: CommandContext, words: string): Promise<Reply> {
  const name = nameTyped(figuresBehind(words).rest);
  const add = { label: `${t.stages.add}: ${name}`, command: `/stages add ${words}` };
  return failed(t.stages.notPercent(words), whyNoStage(t, await loadStages(tx), name) ? {} : { buttons: [[add]] });
}

/** What was typed as an answer to the question for one figure: it may stand there without its unit. */
function askedFigure(words: string, asked: string): { rest: string; figures: Figures; outOf: boolean } {
  const bare = bareNumber(words);
  if (bare === undefined) return figuresBehind(words);
  return figuresBehind(asked === ASKED.percent ? `${bare}%` : `${bare}d`);
}
