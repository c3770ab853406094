import { campaign } from './campaigns/campaign.ts';
import { stop } from './campaigns/stop.ts';
import type { AnyCommand } from './command.ts';
import { help } from './help.ts';
import { apikey } from './owner/apikey.ts';
import { audit } from './owner/audit.ts';
import { away } from './owner/away.ts';
import { digest } from './owner/digest.ts';
import { file } from './owner/file.ts';
import { helper } from './owner/helper.ts';
import { hook } from './owner/hook.ts';
import { pair } from './owner/pair.ts';
import { rehearse } from './owner/rehearse.ts';
import { resume } from './owner/resume.ts';
import { settings } from './owner/settings.ts';
import { setup } from './owner/setup.ts';
import { status } from './owner/status.ts';
import { timeline } from './owner/timeline.ts';
import { undo } from './owner/undo.ts';
import { add } from './people/add.ts';
import { block, blocked, unblock } from './people/block.ts';
import { city } from './people/city.ts';
import { consent } from './people/consent.ts';
import { consentall } from './people/consentall.ts';
import { contact } from './people/contact.ts';
import { remove } from './people/delete.ts';
import { distinct, duplicates } from './people/duplicates.ts';
import { edit } from './people/edit.ts';
import { exportThem } from './people/export.ts';
import { field } from './people/field.ts';
import { find } from './people/find.ts';
import { importThem } from './people/import.ts';
import { language } from './people/language.ts';
import { link } from './people/link.ts';
import { merge } from './people/merge.ts';
import { org } from './people/organization/org.ts';
import { rename } from './people/rename.ts';
import { split } from './people/split.ts';
import { tag } from './people/tag.ts';
import { tagall } from './people/tagall.ts';
import { unsubscribe } from './people/unsubscribe.ts';
import { post, posts } from './posts/post.ts';
import { segment } from './segments/segment.ts';
import { business } from './sell/business.ts';
import { churn } from './sell/churn.ts';
import { connect } from './sell/connect.ts';
import { contract } from './sell/contract/contract.ts';
import { contracts } from './sell/contract/contracts.ts';
import { disconnect } from './sell/disconnect.ts';
import { next } from './sell/follow/next.ts';
import { forms } from './sell/forms.ts';
import { gone } from './sell/gone.ts';
import { invoice } from './sell/invoice/invoice.ts';
import { unpaid } from './sell/invoice/unpaid.ts';
import { won } from './sell/lead.ts';
import { lead } from './sell/lead_opened.ts';
import { leads } from './sell/leads.ts';
import { lost } from './sell/lost.ts';
import { order } from './sell/order.ts';
import { orders } from './sell/orders.ts';
import { forecast } from './sell/pipeline/forecast.ts';
import { lostreasons } from './sell/pipeline/lost_reasons.ts';
import { move } from './sell/pipeline/move.ts';
import { pipeline } from './sell/pipeline/pipeline.ts';
import { stages } from './sell/pipeline/stages.ts';
import { quote } from './sell/quote.ts';
import { quotes } from './sell/quotes.ts';
import { regain } from './sell/regain.ts';
import { spare } from './sell/spare.ts';
import { takings } from './sell/takings.ts';
import { sequence } from './sequences/sequence.ts';
import { call, visit } from './serve/call.ts';
import { causes } from './serve/causes.ts';
import { csat } from './serve/csat.ts';
import { feedback } from './serve/feedback.ts';
import { hours } from './serve/hours.ts';
import { praise } from './serve/praise.ts';
import { reopen } from './serve/reopen.ts';
import { resolve } from './serve/resolve.ts';
import { ticket } from './serve/ticket.ts';
import { ticketas } from './serve/ticket_change.ts';
import { tickets } from './serve/tickets.ts';
import { answersto, copies } from './talk/answer_way.ts';
import { automatic, machine, person } from './talk/automatic.ts';
import { autoreply } from './talk/autoreply.ts';
import { cancel } from './talk/cancel.ts';
import { c } from './talk/canned_reply.ts';
import { confirm } from './talk/confirm.ts';
import { faq } from './talk/faq.ts';
import { answered, inbox } from './talk/inbox.ts';
import { join } from './talk/join.ts';
import { later } from './talk/later.ts';
import { message } from './talk/message.ts';
import { note } from './talk/note.ts';
import { reply } from './talk/reply.ts';
import { scheduled } from './talk/scheduled.ts';
import { search } from './talk/search.ts';
import { snooze } from './talk/snooze.ts';
import { told } from './talk/told.ts';
import { drop, retry, unsent } from './talk/unsent.ts';
import { tasks } from './tasks/agenda.ts';
import { end } from './tasks/end.ts';
import { promise } from './tasks/promised/promise.ts';
import { skip } from './tasks/repeating.ts';
import { done, postpone, task } from './tasks/task.ts';
import { taskall } from './tasks/taskall.ts';
import { template } from './templates/template.ts';

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
  consent,
  consentall,
  unsubscribe,
  note,
  call,
  visit,
  org,
  tag,
  city,
  field,
  segment,
  template,
  tagall,
  taskall,
  importThem,
  exportThem,
  language,
  reply,
  c,
  faq,
  autoreply,
  later,
  scheduled,
  cancel,
  confirm,
  lead,
  leads,
  pipeline,
  forecast,
  next,
  move,
  stages,
  lostreasons,
  won,
  lost,
  reopen,
  quote,
  quotes,
  contract,
  contracts,
  invoice,
  unpaid,
  orders,
  order,
  takings,
  churn,
  gone,
  campaign,
  sequence,
  stop,
  post,
  posts,
  ticket,
  tickets,
  causes,
  hours,
  resolve,
  csat,
  feedback,
  praise,
  task,
  tasks,
  promise,
  done,
  postpone,
  skip,
  end,
  digest,
  unsent,
  automatic,
  away,
  undo,
  link,
  connect,
  disconnect,
  forms,
  hook,
  status,
  resume,
  settings,
  business,
  setup,
  rehearse,
  helper,
  audit,
  apikey,
  pair,
  ticketas,
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
  regain,
  spare,
];
