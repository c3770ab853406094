import { isDeepStrictEqual } from 'node:util';
import type { Campaign } from '../../campaigns/campaign.ts';
import { turn } from '../../campaigns/turn.ts';
import type { Button } from '../../reply.ts';
import { loadTemplate } from '../../templates/template.ts';
import type { CommandContext } from '../command.ts';

/** Its words are of a template that says something else by now. */
export async function newerTemplate(
  { tx, t }: CommandContext,
  { id, templateId, templateVariants, second }: Campaign,
): Promise<{ text: string[]; buttons: Button[][] }> {
  const template = templateId === null ? undefined : await loadTemplate(tx, templateId);
  if (!template || !templateVariants || isDeepStrictEqual(template.variants, templateVariants))
    return { text: [], buttons: [] };
  return {
    text: [t.campaign.newerTemplate(template.name), ...(second ? [t.versions.onlyA] : [])],
    buttons: [[turn(t.campaign.button.newerTemplate, `/campaign ${id} template m${template.id}`)]],
  };
}
