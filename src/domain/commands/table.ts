import { add } from './add.ts';
import { cancel } from './cancel.ts';
import { c } from './canned.ts';
import type { AnyCommand } from './command.ts';
import { connect } from './connect.ts';
import { contact } from './contact.ts';
import { digest } from './digest.ts';
import { file } from './file.ts';
import { find } from './find.ts';
import { help } from './help.ts';
import { answered, inbox } from './inbox.ts';
import { language } from './language.ts';
import { later, scheduled } from './later.ts';
import { lead, leads, lost, won } from './lead.ts';
import { message } from './message.ts';
import { note } from './note.ts';
import { pair } from './pair.ts';
import { reply } from './reply.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { snooze } from './snooze.ts';
import { status } from './status.ts';
import { tag } from './tag.ts';
import { done, postpone, task, tasks } from './task.ts';
import { resolve, ticket, tickets } from './ticket.ts';
import { undo } from './undo.ts';
import { drop, retry, unsent } from './unsent.ts';

/** The chat language: every command there is, in the order /help shows them. */
export const commands: readonly AnyCommand[] = [
  help,
  inbox,
  answered,
  snooze,
  find,
  search,
  contact,
  add,
  note,
  tag,
  language,
  reply,
  c,
  later,
  scheduled,
  cancel,
  lead,
  leads,
  won,
  lost,
  ticket,
  tickets,
  resolve,
  task,
  tasks,
  done,
  postpone,
  digest,
  unsent,
  undo,
  connect,
  status,
  settings,
  pair,
  message,
  file,
  retry,
  drop,
];
