import type { Rule } from '../rule.ts';
import { absence } from './absence.ts';
import { agreed } from './agreed.ts';
import { asked } from './asked.ts';
import { atOnce } from './at_once.ts';
import { changes } from './changes.ts';
import { deeds } from './deeds.ts';
import { follow } from './follow.ts';
import { house } from './house.ts';
import { last } from './last.ts';
import { lists } from './lists.ts';
import { many } from './many.ts';
import { narrow } from './narrow.ts';
import { opening } from './opening.ts';
import { orders } from './orders.ts';
import { people } from './people.ts';
import { ready } from './ready.ts';
import { toSomebody } from './said/to_somebody.ts';
import { sales } from './sales.ts';
import { seen } from './seen.ts';
import { stages } from './stages.ts';
import { tasks } from './tasks.ts';
import { tickets } from './tickets.ts';
import { work } from './work.ts';

export { BEFORE, BEHIND, COURTESY, TO_BE_KEPT } from './around.ts';
export { ENGLISH_HOW } from './how.ts';

/** The first that fits counts; those that name somebody only where somebody is called so. */
export const english: Rule[] = [
  ...atOnce,
  ...many,
  ...changes,
  ...sales,
  ...deeds,
  ...agreed,
  ...follow,
  ...ready,
  ...asked,
  ...narrow,
  ...opening,
  ...seen,
  ...lists,
  ...stages,
  ...people,
  ...orders,
  ...tickets,
  ...work,
  ...toSomebody,
  ...tasks,
  ...house,
  ...absence,
  ...last,
];
