import { isToldAsLead, mayBeNewPerson, withoutAsking } from '../../../text/person/new_person.ts';
import { formatPhone } from '../../../text/person/phone.ts';
import { type Texts, texts } from '../../../text/texts.ts';
import { type Context, localeOf } from '../../context.ts';
import type { User } from '../../owner/user.ts';
import { EMAIL, PHONE } from '../../people/sign.ts';
import type { Field, Reply } from '../../reply.ts';
import { withWish } from '../people/whom/wish.ts';
import { type Given, givenIn } from '../who/person.ts';
import { writeValues } from './values.ts';

/** A label and what stands behind it, as a note keeps them: 地址：龙井路1号, company: Oak Ltd. */
const LABELLED = /^([^\n:：]{1,30})[:：]\s*([\s\S]+)$/u;

/**
 * Words that hold somebody's address and more, taken apart: a business card, a signature, a parcel's label, a name with its number. Shown
 * as they would be saved; nothing is before the owner says so. Undefined: nothing like that.
 */
export function personForm(ctx: Context, user: User, typed: string): Reply | undefined {
  const text = withoutAsking(typed);
  if (!mayBeNewPerson(text, ctx.settings.country)) return undefined;
  const given = givenIn(text, ctx.settings.country);
  const { name, identities, signs, notes } = given;
  if (identities.length + signs.length === 0 || (name === '' && notes.length === 0)) return undefined;
  const t = texts(localeOf(ctx, user));
  return {
    title: name || t.add.nameless,
    text: t.add.isItRight,
    fields: fieldsOf(ctx, t, given),
    buttons: [
      ...withWish(t, `/add ${text}`, name, notes, isToldAsLead(typed)),
      [{ label: t.button.addContact, command: `/add ${text}`, style: 'primary' }],
      [{ label: t.form.fillIn, command: `/add ${writeValues(valuesOf(ctx, given))}`, form: true }],
    ],
  };
}

function fieldsOf({ settings }: Context, t: Texts, { identities, signs, tags, city, notes }: Given): Field[] {
  const addresses = [...identities, ...signs].map(({ channel, address }) => ({
    label: t.channel(channel),
    value: channel === PHONE ? formatPhone(address, settings.country) : address,
  }));
  return [
    ...addresses,
    ...(city ? [{ label: t.contact.city, value: city }] : []),
    ...(tags.length > 0 ? [{ label: t.form.field.tags, value: tags.map((tag) => `#${tag}`).join(' ') }] : []),
    ...notes.map((note) => {
      const [, label, value] = LABELLED.exec(note) ?? [];
      return label && value ? { label, value } : { label: t.button.note, value: note };
    }),
  ];
}

function valuesOf({ settings }: Context, { name, identities, signs, tags, notes }: Given) {
  const all = [...identities, ...signs];
  const phone = all.find(({ channel }) => channel === PHONE)?.address;
  return {
    name,
    phone: phone === undefined ? '' : formatPhone(phone, settings.country),
    email: all.find(({ channel }) => channel === EMAIL)?.address ?? '',
    tags: tags.join(' '),
    note: notes.join('\n'),
  };
}
