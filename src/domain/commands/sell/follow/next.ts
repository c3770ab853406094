import { typedMeanings } from '../../../../text/typed.ts';
import { formatAge } from '../../../../text/when/duration.ts';
import type { Button, Item, List, Reply } from '../../../reply.ts';
import {
  countStepsDue,
  countWithoutStep,
  DUES,
  type Due,
  type Ends,
  endsFrom,
  type LeadStep,
  leadsWithoutStep,
  stepsDue,
} from '../../../sell/follow/steps.ts';
import type { Lead } from '../../../sell/lead.ts';
import { stageLabel } from '../../../sell/pipeline/stage.ts';
import { fateLines } from '../../../talk/said_by.ts';
import type { Command, CommandContext } from '../../command.ts';
import { paged } from '../../paged.ts';
import { idIn, queryPage } from '../../words/words.ts';
import { lineOf, pickLead } from '../lead.ts';
import { setStep } from './set_step.ts';
import { stepWords, timeButtons } from './step_shown.ts';

type Which = Due | 'none';
const WHICH = typedMeanings<Which>(({ step: { hush: _, done: __, ...which } }) => which);
/** So many of each kind are shown at a glance, and no more than so many counted. */
const PER_LIST = 5;
const MOST_COUNTED = 200;

type Args = { which: Which | undefined; page: number } | { words: string };

/** '/next' by what is due, '/next none', '/next 12 明天 打电话', '/next Anna tomorrow call', '/next 12 snooze 1 week', '/next 12 -'. */
export const next: Command<Args> = {
  name: 'next',
  role: 'helper',
  goesOn: true,
  changes: true,
  settles: 'lead',
  saidAtOnce: 'shows',
  onlyShows: (args) => !('words' in args) || idIn(args.words) !== undefined,
  parse(words) {
    const { query, page } = queryPage(words);
    if (query === '') return { which: undefined, page };
    const which = WHICH.get(query.toLowerCase());
    return which ? { which, page } : { words };
  },
  async run(ctx, args) {
    if ('words' in args) {
      const picked = await pickLead(ctx, args.words, '/next');
      return 'ask' in picked ? picked.ask : setStep(ctx, picked.lead, picked.rest.trim());
    }
    return args.which ? listed(ctx, args.which, args.page) : overview(ctx);
  },
};

/** What is due by when, and what has no next step. */
async function overview(ctx: CommandContext): Promise<Reply> {
  const { t, tx } = ctx;
  const ends = endsFrom(ctx);
  const lists: List[] = [];
  const rest: Button[] = [];
  for (const which of [...DUES, 'none'] as const) {
    const items = await load(ctx, which, ends, PER_LIST, 0);
    if (items.length === 0) continue;
    const count = items.length < PER_LIST ? items.length : await countOf(tx, which, ends, MOST_COUNTED + 1);
    const counted = count > MOST_COUNTED ? t.step.over(MOST_COUNTED) : String(count);
    lists.push({ title: t.step.some(nameOf(ctx, which), counted), items });
    if (count > items.length)
      rest.push({ label: t.step.all(nameOf(ctx, which)), command: `/next ${t.typed.step[which][0]!}` });
  }
  if (lists.length === 0) return { text: t.step.nothing };
  return { title: t.step.list, lists, ...(rest.length > 0 && { buttons: rest.map((one) => [one]) }) };
}

const listed = (ctx: CommandContext, which: Which, page: number): Promise<Reply> =>
  paged(ctx, page, {
    title: nameOf(ctx, which),
    empty: which === 'none' ? ctx.t.step.noneSuch.none : ctx.t.step.noneSuch.due,
    command: `/next ${ctx.t.typed.step[which][0]!} ›`,
    count: (most) => countOf(ctx.tx, which, endsFrom(ctx), most),
    load: (limit, offset) => load(ctx, which, endsFrom(ctx), limit, offset),
  });

const nameOf = ({ t }: CommandContext, which: Which): string => (which === 'none' ? t.step.none : t.step.due[which]);

const countOf = (tx: CommandContext['tx'], which: Which, ends: Ends, most: number): Promise<number> =>
  which === 'none' ? countWithoutStep(tx, most) : countStepsDue(tx, which, ends, most);

async function load(ctx: CommandContext, which: Which, ends: Ends, limit: number, offset: number): Promise<Item[]> {
  if (which === 'none') return (await leadsWithoutStep(ctx.tx, limit, offset)).map((lead) => leadItem(ctx, lead));
  return (await stepsDue(ctx.tx, which, ends, limit, offset)).map((step) => stepItem(ctx, step));
}

function stepItem(ctx: CommandContext, step: LeadStep): Item {
  const { t } = ctx;
  return {
    text: lineOf(ctx, step),
    ref: `#${step.id}`,
    contactId: step.contactId,
    detail: stepWords(ctx, { title: step.task, dueAt: step.dueAt }),
    buttons: [
      { label: t.button.done, command: `/done ${step.taskId}` },
      { label: t.step.tomorrow, command: `/next ${step.id} ${t.step.when.tomorrow}` },
      { label: t.button.show, command: `/lead ${step.id}` },
    ],
  };
}

function leadItem(ctx: CommandContext, lead: Lead): Item {
  const { t } = ctx;
  const stage = stageLabel(t, { key: lead.stage, name: lead.stageName });
  const age = t.step.stalest(formatAge(ctx.now.getTime() - lead.activeAt.getTime(), ctx.locale));
  return {
    text: lineOf(ctx, lead),
    ref: `#${lead.id}`,
    contactId: lead.contactId,
    detail: [stage, age, ...fateLines(t, lead)].join(' · '),
    buttons: [...timeButtons(t, lead.id), { label: t.step.other, command: `/next ${lead.id}`, asks: true }],
  };
}
