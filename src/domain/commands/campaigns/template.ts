import type { Campaign } from '../../campaigns/campaign.ts';
import { turn } from '../../campaigns/turn.ts';
import { failed, type Reply } from '../../reply.ts';
import { listTemplates, templateCalled } from '../../templates/template.ts';
import type { CommandContext } from '../command.ts';
import { drafted } from './leave.ts';
import { carriedOver } from './read_second.ts';

/** Fewer than a keyboard holds; whoever has more types the name. */
const MOST_SHOWN = 20;

/** '/campaign 12 template spring': the words of a template of that name, or of 'm3', as they are now; without a name, which there are. */
export async function chooseTemplate(ctx: CommandContext, one: Campaign, words: string): Promise<Reply> {
  const { t } = ctx;
  const templates = await listTemplates(ctx.tx);
  const back = turn(t.campaign.button.back, `/campaign ${one.id}`);
  if (words === '') {
    const choices = templates
      .slice(0, MOST_SHOWN)
      .map(({ id, name }) => [turn(name, `/campaign ${one.id} template m${id}`)]);
    return { title: t.campaign.chooseTemplate, buttons: [...choices, [back]] };
  }
  const chosen = templates.find(({ id }) => words === `m${id}`) ?? templateCalled(templates, words);
  if (!chosen) return failed(t.campaign.noTemplate, { buttons: [[back]] });
  // of the one that it has already, what its owner changed here stays
  const said = chosen.id === one.templateId ? one.templateVariants : null;
  const variants = (said && carriedOver(one.variants, said, chosen.variants)) ?? chosen.variants;
  const second = carriedOver(one.second, one.variants, variants);
  return drafted(ctx, one, { variants, second, templateId: chosen.id, templateVariants: chosen.variants });
}
