import { truncate } from '../../../../text/truncate.ts';
import {
  loadOrganization,
  nearlyCalled,
  type Organization,
  organizationsCalled,
  organizationsWith,
} from '../../../people/organization/organization.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import type { CommandContext } from '../../command.ts';

/** Those that are called so, and else those that may be meant. */
export interface Meant {
  exact: Organization[];
  /** They are written otherwise, and may be the same. */
  near: Organization[];
  /** The words stand in their names. */
  within: Organization[];
}

const MOST = 6;
const NAME_GRAPHEMES = 40;

/** Which company a name means: o12, its name in any case, another way of writing it, a word of it. */
export async function meantBy({ tx }: CommandContext, name: string): Promise<Meant> {
  const id = /^o(\d{1,18})$/i.exec(name)?.[1];
  const numbered = id && (await loadOrganization(tx, id));
  const exact = numbered ? [numbered] : await organizationsCalled(tx, name);
  if (exact.length > 0) return { exact, near: [], within: [] };
  const near = await nearlyCalled(tx, name);
  return { exact, near, within: near.length > 0 ? [] : await organizationsWith(tx, name, MOST) };
}

export const isKnown = ({ exact, near, within }: Meant): boolean => exact.length + near.length + within.length > 0;

/** The one that is meant beyond doubt, or the question which; `again`: the line with what is chosen in the name's place. */
export async function oneMeant(
  ctx: CommandContext,
  name: string,
  again: (ref: string) => string,
): Promise<{ one: Organization } | { ask: Reply }> {
  const { exact, near, within } = await meantBy(ctx, name);
  const [one, ...others] = exact;
  if (one && others.length === 0) return { one };
  const choices = [...exact, ...near, ...within];
  if (choices.length === 0) return { ask: noSuch(ctx, name) };
  return { ask: which(ctx, choices, again, { text: ctx.t.organization.which(shortly(name)) }) };
}

export const shortly = (name: string): string => truncate(name, NAME_GRAPHEMES);

/** Which of them? */
export function which(
  { t }: CommandContext,
  choices: readonly Organization[],
  again: (ref: string) => string,
  { text, last }: { text: string; last?: Button },
): Reply {
  const buttons = choices.slice(0, MOST).map(({ id, name }) => [
    {
      label: last ? t.organization.button.isIt(shortly(name)) : shortly(name),
      command: again(`o${id}`).trim(),
    },
  ]);
  return failed(text, { undecided: true, buttons: [...buttons, ...(last ? [[last]] : [])] });
}

export function noSuch({ t }: CommandContext, name: string): Reply {
  if (/^o\d+$/i.test(name)) return failed(t.organization.noSuchNumber(name));
  const button = { label: t.organization.button.create(shortly(name)), command: `/org add ${quoted(name)}` };
  return failed(t.organization.noSuch(shortly(name)), { buttons: [[button]] });
}

/** So that it ends where it ends, whatever it holds. */
export const quoted = (name: string): string => `"${name.replace(/["“”「」]/gu, '')}"`;
