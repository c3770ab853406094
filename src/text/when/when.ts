export { formatAge } from './duration.ts';
export { formatWhen, type WhenContext } from './format_when.ts';
export { parseWhen, parseWhenFirst, type When } from './parse_when.ts';
export { localSlot, startOfLocalDay } from './zone.ts';
