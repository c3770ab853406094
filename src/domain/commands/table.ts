import { add } from './add.ts';
import { answersto, copies } from './answer_way.ts';
import { audit } from './audit.ts';
import { automatic, machine, person } from './automatic.ts';
import { away } from './away.ts';
import { block, blocked, unblock } from './block.ts';
import { cancel } from './cancel.ts';
import { c } from './canned.ts';
import { city } from './city.ts';
import type { AnyCommand } from './command.ts';
import { confirm } from './confirm.ts';
import { connect } from './connect.ts';
import { contact } from './contact.ts';
import { remove } from './delete.ts';
import { digest } from './digest.ts';
import { distinct, duplicates } from './duplicates.ts';
import { edit } from './edit.ts';
import { exportThem } from './export.ts';
import { file } from './file.ts';
import { find } from './find.ts';
import { help } from './help.ts';
import { helper } from './helper.ts';
import { answered, inbox } from './inbox.ts';
import { join } from './join.ts';
import { language } from './language.ts';
import { later, scheduled } from './later.ts';
import { lead, leads, lost, won } from './lead.ts';
import { link } from './link.ts';
import { merge } from './merge.ts';
import { message } from './message.ts';
import { note } from './note.ts';
import { pair } from './pair.ts';
import { quote } from './quote.ts';
import { rename } from './rename.ts';
import { reopen } from './reopen.ts';
import { reply } from './reply.ts';
import { resume } from './resume.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { snooze } from './snooze.ts';
import { split } from './split.ts';
import { status } from './status.ts';
import { tag } from './tag.ts';
import { tagall } from './tagall.ts';
import { done, postpone, task, tasks } from './task.ts';
import { taskall } from './taskall.ts';
import { resolve, ticket, tickets } from './ticket.ts';
import { timeline } from './timeline.ts';
import { told } from './told.ts';
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
  timeline,
  merge,
  split,
  join,
  duplicates,
  add,
  edit,
  rename,
  remove,
  block,
  unblock,
  blocked,
  note,
  tag,
  city,
  tagall,
  taskall,
  exportThem,
  language,
  reply,
  c,
  later,
  scheduled,
  cancel,
  confirm,
  lead,
  leads,
  won,
  lost,
  reopen,
  quote,
  ticket,
  tickets,
  resolve,
  task,
  tasks,
  done,
  postpone,
  digest,
  unsent,
  automatic,
  away,
  undo,
  link,
  connect,
  status,
  resume,
  settings,
  helper,
  audit,
  pair,
  message,
  distinct,
  file,
  retry,
  drop,
  told,
  person,
  machine,
  answersto,
  copies,
];
