import { typedMeanings } from '../../../text/typed.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { listWebForms, loadWebForm, WEB_FORM, type WebForm } from '../../webforms/web_form.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { splitFirst } from '../words/words.ts';
import { type Change, changed } from './form_change.ts';
import { heldShown, releaseHeld } from './form_held.ts';
import { formFile, formShown, formsShown, renewed } from './form_shown.ts';

type Act = Change | 'snippet' | 'rotate' | 'held' | 'release';
type Args = { act: 'list' } | { act: 'show' | 'unread' | Act; ref: string; words: string };

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
    const [verb, more] = splitFirst(rest);
    if (!verb) return { act: 'show', ref, words: '' };
    const act = ACTS.get(verb.toLowerCase());
    return act ? { act, ref, words: more } : { act: 'unread', ref, words: rest };
  },
  async run(ctx, args) {
    if (args.act === 'list') return formsShown(ctx);
    const form = await formCalled(ctx, args.ref);
    if (!form) return failed(ctx.t.webForm.noSuch(args.ref), { buttons: await formButtons(ctx) });
    return args.act === 'unread' ? new Incomplete('webForm', 'end', args.words) : done(ctx, form, args.act, args.words);
  },
};

async function formCalled({ tx }: CommandContext, ref: string): Promise<WebForm | undefined> {
  return /^\d{1,18}$/.test(ref) ? loadWebForm(tx, ref) : undefined;
}

/** Those that are there; else the way to one. */
async function formButtons({ t, tx }: CommandContext): Promise<Button[][]> {
  const all = await listWebForms(tx);
  if (all.length === 0) return [[{ label: `+ ${t.channel(WEB_FORM)}`, command: `/connect ${WEB_FORM}` }]];
  return all.map(({ id, name }) => [{ label: `${name} · ${id}`, command: `/forms ${id}` }]);
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
    default:
      return changed(ctx, form, act, words);
  }
}
