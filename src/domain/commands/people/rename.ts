import { cleanName } from '../../../text/normalise.ts';
import { newNameIn } from '../../../text/person/person_labels.ts';
import { rename as renameContact } from '../../people/contact.ts';
import { BY_USER, nameOf } from '../../people/name.ts';
import { type Command, Incomplete } from '../command.ts';
import { nobodyFound } from '../who/choices.ts';
import { pickContact } from '../who/pick.ts';

/** 'Kim, Anna -> Anna Kim' */
const ARROW = /^([^\n]{0,200}?\S)\s{0,3}(?:[-=]>|→)\s{0,3}(\S[\s\S]*)$/;

/** '/rename 张三 张三丰': what a user chose stays, whatever the channel calls them. */
export const rename: Command<{ words: string }> = {
  name: 'rename',
  role: 'helper',
  changes: true,
  settles: 'name',
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('name')),
  async run(ctx, { words }) {
    const [, from = words, to] = ARROW.exec(words) ?? [];
    const picked = await pickContact(ctx, from, (ref, rest) => `/rename ${ref} ${to ?? rest}`, 'value');
    if ('ask' in picked) return picked.ask;
    const { contact, rest } = picked;
    const { t } = ctx;
    if (to !== undefined && rest !== '') return nobodyFound(ctx, from);
    const name = cleanName(to ?? newNameIn(rest) ?? rest);
    if (!name) return new Incomplete('newName');
    await renameContact(ctx.tx, contact.id, name, BY_USER);
    const text = contact.name === name ? t.rename.same(name) : t.rename.done(nameOf(contact), name);
    return { text, buttons: [[{ label: t.button.contact, command: `/contact c${contact.id}` }]] };
  },
};
