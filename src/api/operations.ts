import type { AnyOperation } from './operation.ts';
import { contactOperations } from './v1/contacts.ts';
import { contractOperations } from './v1/contracts.ts';
import { conversationOperations } from './v1/conversations.ts';
import { feedbackOperations } from './v1/feedback.ts';
import { fieldOperations } from './v1/fields.ts';
import { identityOperations } from './v1/identities.ts';
import { invoiceOperations } from './v1/invoices.ts';
import { leadOperations } from './v1/leads.ts';
import { messageOperations } from './v1/messages.ts';
import { orderOperations } from './v1/orders.ts';
import { organizationOperations } from './v1/organizations.ts';
import { productOperations } from './v1/products.ts';
import { quoteOperations } from './v1/quotes.ts';
import { tagOperations } from './v1/tags.ts';
import { taskOperations } from './v1/tasks.ts';
import { ticketOperations } from './v1/tickets.ts';

/** Everything that programs can do, in the order in which it is documented. */
export const operations: readonly AnyOperation[] = [
  ...contactOperations,
  ...identityOperations,
  ...tagOperations,
  ...fieldOperations,
  ...organizationOperations,
  ...conversationOperations,
  ...messageOperations,
  ...leadOperations,
  ...quoteOperations,
  ...invoiceOperations,
  ...contractOperations,
  ...ticketOperations,
  ...feedbackOperations,
  ...taskOperations,
  ...orderOperations,
  ...productOperations,
];
