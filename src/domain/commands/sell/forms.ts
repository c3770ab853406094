import { foldText } from '../../../text/fold.ts';
import { typedMeanings } from '../../../text/typed.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { disableConnection } from '../../sell/connection.ts';
import { listWebForms, loadWebForm, WEB_FORM, type WebForm } from '../../webforms/web_form.ts';
import type { Command, CommandContext } from '../command.ts';
import { splitFirst } from '../words/words.ts';
import { type Change, changed } from './form_change.ts';
import { heldShown, releaseHeld } from './form_held.ts';
import { formFile, formShown, formsShown, renewed } from './form_shown.ts';

type Act = Change | 'snippet' | 'rotate' | 'held' | 'release' | 'off';
/** `typed`: all that stands behind the first word. */
type Args = { act: 'list' } | { act: 'show' | 'unread' | Act; ref: string; words: string; typed: string };

const ACTS = typedMeanings<Act>(({ webForm }) => webForm.act);

/** '/forms' lists the web forms, '/forms 3' shows one; '/forms 3 sites shop.example', '/forms 3 held' … */
export const forms: Command<Args> = {
  name: 'forms',
  role: 'owner',
  changes: true,
  settles: 'connection',
  onlyShows: (args) => ['list', 'show', 'snippet', 'held'].includes(args.act),
  parse(words) {
    const [ref, rest] = splitFirst(words);
    if (!ref) return { act: 'list' };
    if (!rest) return { act: 'show', ref, words: '', typed: '' };
    return { ref, typed: rest, ...actOf(rest) };
  },
  async run(ctx, args) {
    if (args.act === 'list') return formsShown(ctx);
    const form = await formCalled(ctx, args.ref);
    const named = form ? undefined : await formNamed(ctx, args);
    if (named) return named;
    if (!form)
      return failed(ctx.t.webForm.noSuch([args.ref, args.typed].filter(Boolean).join(' ')), {
        buttons: await formButtons(ctx),
      });
    return args.act === 'unread' ? unreadOf(ctx, form, args.words) : done(ctx, form, args.act, args.words);
  },
};

async function formCalled({ tx }: CommandContext, ref: string): Promise<WebForm | undefined> {
  return /^\d{1,18}$/.test(ref) ? loadWebForm(tx, ref) : undefined;
}

/** By the name that it was made with, at the beginning of the words: what stands behind it is done to that form. */
async function formNamed(ctx: CommandContext, args: Exclude<Args, { act: 'list' }>): Promise<Reply | undefined> {
  const words = [args.ref, args.typed].filter(Boolean).join(' ');
  const plain = foldText(words);
  const named = (await listWebForms(ctx.tx)).filter(({ name }) => beginsWith(plain, foldText(name)));
  const [form, another] = named;
  if (!form || another) return undefined;
  const rest = [...words]
    .slice([...form.name].length)
    .join('')
    .trim();
  if (rest === '') return done(ctx, form, 'show', '');
  const { act, words: behind } = actOf(rest);
  return act === 'unread' ? unreadOf(ctx, form, behind) : done(ctx, form, act, behind);
}

const HAN_END = /\p{Script=Han}$/u;

/** The act that the words begin with: 加电话 has no blank behind it, and + needs none. */
function actOf(rest: string): { act: Act | 'unread'; words: string } {
  const [verb, more] = splitFirst(rest.replace(/^([+＋])\s*/u, 'add ').replace(/^[-−－]\s*/u, 'drop '));
  const act = ACTS.get(verb.toLowerCase());
  if (act) return { act, words: more };
  const glued = [...ACTS]
    .filter(
      ([one, is]) => HAN_END.test(one) && verb.startsWith(one) && (one.length > 1 || is === 'add' || is === 'drop'),
    )
    .map(([one]) => one)
    .sort((one, other) => other.length - one.length)[0];
  return glued === undefined
    ? { act: 'unread', words: rest }
    : { act: ACTS.get(glued)!, words: [verb.slice(glued.length), more].filter(Boolean).join(' ') };
}

const beginsWith = (words: string, name: string): boolean =>
  name !== '' && (words === name || words.startsWith(`${name} `));

/** What could not be read, with what its card has. */
async function unreadOf(ctx: CommandContext, form: WebForm, words: string): Promise<Reply> {
  const { buttons = [] } = await formShown(ctx, form);
  return failed(ctx.t.webForm.unread(words), { buttons: [...buttons] });
}

/** Those that are there; else the way to one. */
async function formButtons({ t, tx }: CommandContext): Promise<Button[][]> {
  const all = await listWebForms(tx);
  if (all.length === 0) return [[{ label: `+ ${t.channel(WEB_FORM)}`, command: `/connect ${WEB_FORM}` }]];
  return all.map(({ id, name }) => [{ label: `${name} · ${id}`, command: `/forms ${id}` }]);
}

/** Its page says that it is no longer in use; the same as to disconnect it. */
async function turnedOff({ tx, t, now }: CommandContext, { id, name }: WebForm): Promise<Reply> {
  await disableConnection(tx, id, now);
  return { text: t.connect.formDisconnected(name, id), hint: t.connect.formOff };
}

function done(ctx: CommandContext, form: WebForm, act: Act | 'show', words: string): Promise<Reply> {
  switch (act) {
    case 'show':
      return formShown(ctx, form);
    case 'snippet':
      return formFile(ctx, form);
    case 'held':
      return heldShown(ctx, form);
    case 'release':
      return releaseHeld(ctx, form, words);
    case 'rotate':
      return renewed(ctx, form);
    case 'off':
      return turnedOff(ctx, form);
    default:
      return changed(ctx, form, act, words);
  }
}
