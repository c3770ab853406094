import type { Texts } from '../../../../text/texts.ts';
import { typedWords } from '../../../../text/typed.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import type { Lead } from '../../../sell/lead.ts';
import { moveLead } from '../../../sell/pipeline/move.ts';
import {
  loadStages,
  neighbours,
  type Stage,
  stageCalled,
  stageInFront,
  stageLabel,
} from '../../../sell/pipeline/stage.ts';
import { type Command, type CommandContext, Incomplete } from '../../command.ts';
import { splitFirst } from '../../words/words.ts';
import { describe, pickLead } from '../lead.ts';
import { askWhy } from './lost_why.ts';
import { rowsOf } from './stages.ts';

const NEXT = typedWords(({ stage }) => stage.next);
const PREVIOUS = typedWords(({ stage }) => stage.previous);
const TO = typedWords(({ stage }) => stage.to);

/** '/move 12 报价', '/move Anna to quoted', '/move 12 next'; without a stage it shows them all. */
export const move: Command<{ words: string }> = {
  name: 'move',
  role: 'helper',
  goesOn: true,
  changes: true,
  settles: 'lead',
  onlyShows: ({ words }) => /^#?\d{1,18}$/.test(words.trim()),
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('lead')),
  async run(ctx, { words: typedWhole }) {
    const known = await loadStages(ctx.tx);
    const words = typedWhole.replace(/^([#＃]?\d{1,9})(?=\p{L})/u, '$1 ').trim();
    const picked = await picking(ctx, words, known);
    if ('ask' in picked) return picked.ask;
    const { lead } = picked;
    const typed = picked.rest.trim();
    if (typed === '') return which(ctx, lead, known, ctx.t.moved.which(describe(ctx, lead)));
    const said = stageCalled(known, typed) ? typed : withoutTo(typed);
    const found = stageCalled(known, said);
    if (found) return moved(ctx, lead, found, known);
    const step = NEXT.has(said.toLowerCase()) ? 'after' : PREVIOUS.has(said.toLowerCase()) ? 'before' : undefined;
    if (!step) return endsWith(ctx, lead, said, known) ?? which(ctx, lead, known, ctx.t.moved.noSuch(said));
    const to = neighbours(known, lead.stage)[step];
    if (to) return moved(ctx, lead, to, known);
    const line = describe(ctx, lead);
    return which(ctx, lead, known, step === 'after' ? ctx.t.moved.noNext(line) : ctx.t.moved.noPrevious(line));
  },
};

/** In '/move quoted Anna' the stage stands first; whoever is called as it stands is meant before that. */
async function picking(ctx: CommandContext, words: string, known: readonly Stage[]): ReturnType<typeof pickLead> {
  const picked = await pickLead(ctx, words, '/move');
  const front = 'ask' in picked ? stageInFront(known, words) : undefined;
  if (!front?.rest) return picked;
  const turned = await pickLead(ctx, `${front.rest} ${front.stage.key}`, '/move');
  return 'ask' in turned || turned.rest !== front.stage.key ? picked : turned;
}

/** '12 lost too expensive', '12 won 450': what stands behind the end is its reason, or what it came to. */
function endsWith(ctx: CommandContext, lead: Lead, said: string, known: readonly Stage[]): Reply | undefined {
  const { t } = ctx;
  const front = stageInFront(known, said);
  if (!front?.rest || front.stage.ends === null) return undefined;
  const label = `${stageLabel(t, front.stage)} · ${front.rest}`;
  const command = `/${front.stage.ends} ${lead.id} ${front.rest}`;
  return failed(t.moved.which(describe(ctx, lead)), { undecided: true, buttons: [[{ label, command }]] });
}

/** 'to quoted', 到报价: the word in front is no part of the name. */
function withoutTo(words: string): string {
  const [first, rest] = splitFirst(words);
  if (rest && TO.has(first.toLowerCase())) return rest;
  const glued = [...TO].find((word) => /\p{Script=Han}/u.test(word) && words.startsWith(word) && words !== word);
  return glued ? words.slice(glued.length).trim() : words;
}

async function moved(ctx: CommandContext, before: Lead, to: Stage, known: readonly Stage[]): Promise<Reply> {
  const { t, tx, now } = ctx;
  const after = await moveLead(tx, before.id, to, now);
  const thing = { noun: 'lead', id: after.id } as const;
  const line = describe(ctx, after);
  if (to.ends === 'won') return { text: before.stage === 'won' ? t.lead.alreadyWon(line) : t.lead.won(line), thing };
  if (to.ends === 'lost' && before.stage !== 'lost')
    return { text: t.lead.lost(line, ''), thing, ...(await askWhy(ctx, after)) };
  const label = stageLabel(t, to);
  const same = before.stage === after.stage;
  return {
    text: same ? t.moved.already(label, line) : t.moved.to(label, line),
    ...(same && { unchanged: true }),
    buttons: [moveButtons(t, after, known)],
    thing,
  };
}

function which(ctx: CommandContext, lead: Lead, known: readonly Stage[], text: string): Reply {
  const buttons = known
    .filter(({ key }) => key !== lead.stage)
    .map((stage) => ({ label: stageLabel(ctx.t, stage), command: `/move ${lead.id} ${stage.key}` }));
  return failed(text, { undecided: true, buttons: rowsOf(buttons) });
}

/** To the stage before and behind, and to any other. */
export function moveButtons(t: Texts, { id, stage }: Pick<Lead, 'id' | 'stage'>, known: readonly Stage[]): Button[] {
  const { before, after } = neighbours(known, stage);
  return [
    ...(before ? [{ label: `← ${stageLabel(t, before)}`, command: `/move ${id} ${before.key}` }] : []),
    ...(after ? [{ label: `→ ${stageLabel(t, after)}`, command: `/move ${id} ${after.key}` }] : []),
    { label: t.moved.other, command: `/move ${id}` },
  ];
}
