import { spokenIn } from '../../../text/language.ts';
import { saysPriceOff } from '../../../text/money/discount.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { listTemplates, type Template, templateCalled } from '../../templates/template.ts';
import type { CommandContext } from '../command.ts';
import { nearest } from '../similar.ts';

/** A line of so many words, or Chinese characters, may be meant for a name. */
const MOST_WORDS = 2;
const MOST_CHARACTERS = 8;
/** So many are offered where none is near. */
const MOST_OFFERED = 4;

/** The command lines for what one line may be. */
interface Ways {
  /** With the template of that number. */
  use(id: string): string;
  /** With the line as it stands, and how that is called. */
  asTyped: { label: string; line: string };
}

/** Whether it may be a name: a word or two, and no sentence. */
function looksLikeName(line: string): boolean {
  if (!/^[\p{L}\p{M}\p{N}\s'’&_-]+$/u.test(line)) return false;
  if (saysPriceOff(line)) return false;
  return /\p{Script=Han}/u.test(line)
    ? [...line].length <= MOST_CHARACTERS
    : line.split(/\s+/u).filter(Boolean).length <= MOST_WORDS;
}

/**
 * The template that one line names, or whether it is one: a name that was mistyped must not become what customers read. Undefined: it
 * is a text.
 */
export async function templateMeant(
  ctx: CommandContext,
  words: string,
  { use, asTyped }: Ways,
): Promise<{ template: Template } | { ask: Reply } | undefined> {
  const line = words.replace(/["“”「」]/gu, '').trim();
  if (line === '' || words.trim().includes('\n')) return undefined;
  const { t } = ctx;
  const templates = await listTemplates(ctx.tx);
  const template = templates.find(({ id }) => line === `m${id}`) ?? templateCalled(templates, line);
  if (template) return { template };
  // where there is none, nobody has mistyped its name
  if (templates.length === 0) return undefined;
  const near = nearest(
    line,
    templates.map(({ name }) => name),
  );
  if (near === undefined && !looksLikeName(line)) return undefined;
  const offered = near === undefined ? templates.slice(0, MOST_OFFERED) : templates.filter(({ name }) => name === near);
  const buttons: Button[][] = offered.map(({ id, name }) => [{ label: t.template.use(name), command: use(id) }]);
  const typed: Button = { label: asTyped.label, command: asTyped.line };
  return { ask: failed(t.template.isText(line), { buttons: [...buttons, [typed]] }) };
}

/** One line as a text that is no name: in lines of its own behind its language. */
export const asText = (words: string, { settings }: Pick<CommandContext, 'settings'>): string =>
  `${spokenIn(words)?.locale ?? settings.locale}\n${words.trim()}`;
