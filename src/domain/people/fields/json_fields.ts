import { ADDRESS, BIRTHDAY, type Field } from './field.ts';
import { jsonValue } from './value.ts';

/** A field of a contact as `jsonFields` reads it. */
export type HeldField = Pick<Field, 'id' | 'name' | 'kind'> & { value: string };

/** A contact's fields as programs are shown them; their own by their names. */
export function jsonFields(has: readonly HeldField[]) {
  const heldIn = (id: string) => has.find((one) => one.id === id)?.value ?? null;
  const own = has.filter(({ name }) => name !== '');
  return {
    birthday: heldIn(BIRTHDAY),
    address: heldIn(ADDRESS),
    fields: Object.fromEntries(own.map((one) => [one.name, jsonValue(one, one.value)])),
  };
}
