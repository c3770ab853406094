import type { Rule } from '../rule.ts';
import { account } from './account.ts';
import { availability } from './availability.ts';
import { billing } from './billing.ts';
import { booking } from './booking.ts';
import { complaint } from './complaint.ts';
import { feedback } from './feedback.ts';
import { lead } from './lead.ts';
import { other } from './other.ts';
import { price } from './price.ts';
import { refund } from './refund.ts';
import { shipping } from './shipping.ts';
import { support } from './support.ts';
import { ticket } from './ticket.ts';

/** All that the Chinese rules know, in the order in which their evidence stands. */
export const chinese: readonly Rule[] = [
  ...refund,
  ...billing,
  ...account,
  ...shipping,
  ...support,
  ...complaint,
  ...ticket,
  ...price,
  ...availability,
  ...booking,
  ...lead,
  ...feedback,
  ...other,
];
