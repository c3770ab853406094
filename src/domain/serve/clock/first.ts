import type { Settings } from '../../settings.ts';
import { FIRST_TARGETS } from './target.ts';

/** How tickets are kept until their owner says otherwise. */
export const FIRST_SERVICE = {
  hours: '09:00-18:00|09:00-18:00|09:00-18:00|09:00-18:00|09:00-18:00||',
  ownDays: '',
  holidays: 'auto',
  ticketTargets: FIRST_TARGETS,
  ticketWarn: 60,
  ticketReopenDays: 14,
} satisfies Partial<Settings>;
