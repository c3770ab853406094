import type { Texts } from '../../text/texts.ts';
import type { Form } from '../form.ts';
import { mayAct, type User } from '../owner/user.ts';
import type { Reply } from '../reply.ts';
import { commandOf } from './called.ts';
import { type FormSpec, Incomplete } from './command.ts';
import { incomplete } from './incomplete.ts';
import { readValues, type Values, writeValues } from './words/values.ts';
import { splitFirst } from './words/words.ts';

/** A command line as a form, and what we say if the form cannot be opened. */
export interface FormOffer {
  form: Form;
  instead: Reply;
}

/**
 * The form a command line opens for this user: because its button asks for it, or because exactly that is missing which the form
 * asks. Undefined: the line runs as it stands.
 */
export function formFor(
  user: User,
  t: Texts,
  line: string,
  button: { form: boolean; replying: boolean },
): FormOffer | undefined {
  const command = commandOf(line);
  if (!command?.form || !mayAct(user, command.role)) return undefined;
  const words = splitFirst(line)[1];
  const args = command.parse(words, { replying: button.replying });
  const missing = args instanceof Incomplete && args.need === command.form.need;
  if (!button.form && !missing) return undefined;
  const { before, values } = readValues(words, keysOf(command.form));
  return {
    form: formIn(t, command.form, values),
    instead: {
      ...incomplete(t, command.name, t.need[command.form.need], before),
      rest: {
        before: `${[`/${command.name}`, before].filter(Boolean).join(' ')} `,
        after: '',
        need: command.form.need,
      },
      asks: t.desk.typeIt(t.need[command.form.need]),
    },
  };
}

function formIn(t: Texts, { title, fields }: FormSpec, values: Partial<Record<string, string>>): Form {
  return {
    title: t.form.title[title],
    submit: t.form.submit,
    close: t.button.cancel,
    fields: fields.map(({ key, required = false, multiline = false, initial = '' }) => ({
      key,
      label: t.form.field[key],
      required,
      multiline,
      initial: values[key] ?? initial,
    })),
  };
}

/** The command line with these answers instead of those it had; undefined when its command has no form. */
export function fillIn(line: string, values: Values): string | undefined {
  const form = commandOf(line)?.form;
  if (!form) return undefined;
  const [word, words] = splitFirst(line);
  const keys = keysOf(form);
  const asked = Object.fromEntries(keys.map((key) => [key, values[key]?.trim() ?? '']));
  return [word, readValues(words, keys).before, writeValues(asked)].filter(Boolean).join(' ');
}

/** The names of a form's answers. */
export function keysOf({ fields }: FormSpec): FormSpec['fields'][number]['key'][] {
  return fields.map(({ key }) => key);
}
