import { cityName } from '../../people/city.ts';
import { changeCity } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { type Command, Incomplete } from '../command.ts';
import { pickContact } from '../who/pick.ts';

/** '/city 张三 上海'; '/city 张三 -' when it is not known after all. */
export const city: Command<{ words: string }> = {
  name: 'city',
  role: 'helper',
  changes: true,
  settles: 'city',
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('name')),
  async run(ctx, { words }) {
    const picked = await pickContact(ctx, words, (ref, rest) => `/city ${ref} ${rest}`, 'value');
    if ('ask' in picked) return picked.ask;
    const { contact, rest } = picked;
    const named = cityName(rest);
    if (!named) return new Incomplete('city');
    const known = named === '-' ? null : named;
    await changeCity(ctx.tx, contact.id, known);
    return { text: ctx.t.city.now(nameOf(contact), known) };
  },
};
