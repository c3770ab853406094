/** What owners type when they mean this of tickets, tasks and of what customers say. */
export const serve = {
  tickets:
    'open tickets|show tickets|which problems are open|list of support cases|open issues|what support is there to do|cases that are not resolved yet|all tickets|problems of customers|what is broken for customers',
  ticketsUrgent:
    'urgent tickets|what is most urgent|most pressing problem|any emergencies|which ticket comes first|critical issues|what cannot wait|anything urgent|top priority cases|what should i fix first',
  ticketsComplaints:
    'any complaints|who complained|show complaints|unhappy customers|angry customers|open complaints {when}|did anyone complain|who is upset|dissatisfied customers|how many complaints {when}',
  ticketsLate:
    'overdue tickets|tickets that are late|which tickets are past due|cases i am late with|support running late|missed deadlines in support|tickets over time',
  ticketsReturns:
    'returns|who wants to return something|return requests|refund requests|who wants their money back|open returns|goods coming back|things people send back',
  ticketsDone:
    'what did we fix {when}|problems we fixed|resolved tickets|which tickets did i solve|closed cases|solved problems {when}|finished tickets|how many tickets did i close {when}|done support cases',
  ticketNew:
    'the {goods} of {who} came bent|{who} {goods} is scratched|{who} is missing a {goods}|{who} cannot use {goods}|{who} has trouble with {goods}|wrong size delivered to {who}|{who} has a problem with {goods}|{goods} of {who} is broken|{who} received the wrong {goods}|ticket for {who}|we lost the parcel of {who}|{who} parcel is lost|lost the package for {who}|{who} cannot open {words}|something is missing in the order of {who}|{who} complains that {words}|{who} says it does not work|{who} got damaged {goods}|{goods} arrived broken at {who}|{who} is not able to log in|{who} needs help with {words}',
  ticketUrgent:
    'the problem of {who} cannot wait|{who} needs it fixed fast|make the ticket of {who} urgent|{who} ticket is urgent|the problem of {who} is urgent|{who} comes first|high priority for {who}|hurry with {who}|{who} issue is critical|raise the priority of {who}|urgent ticket {who}|{who} needs help at once',
  ticketResolve:
    'the problem of {who} is solved|close the ticket of {who}|{who} ticket is done|resolved {who}|fixed it for {who}|{who} is happy now|{who} issue has been fixed|case of {who} is closed|took care of the complaint of {who}|ticket {n} is done|sorted out the problem of {who}',
  causes:
    'why do people complain|causes of tickets|what goes wrong most|most common problem|reasons for complaints|what are the tickets about|where do problems come from|which product has the most issues|what keeps breaking',
  csat: 'how happy are my customers|customer satisfaction|ratings {when}|how did customers rate us|average rating|satisfaction score|how many stars|how well do we do with customers|are customers happy|csat score {when}',
  ratingsOff:
    'stop asking for ratings|turn off ratings|no more rating requests|do not ask customers for stars|switch the survey off|disable satisfaction surveys|dont send the rating question',
  feedback:
    'feedback|what do customers say|what do people think of us|customer opinions|show feedback|feedback {when}|comments from customers|what have i heard from customers|opinions about {goods}',
  feedbackPraise:
    'praise|compliments|what do people like|who praised us|good feedback|positive comments|who said something nice|kind words|happy messages',
  feedbackSuggestions:
    'suggestions|ideas from customers|what do customers want|feature requests|what should i improve|wishes of customers|proposals for improvement|what do they miss',
  feedbackNew:
    '{who} says the {goods} is beautiful|{who} finds {goods} easy to use|{who} is a fan of {goods}|{who} was not happy with {goods}|{who} likes {goods}|{who} loved {words}|{who} says {goods} is great|{who} suggests {words}|{who} would like to see {words}|feedback from {who}|{who} thinks {words}|{who} praised {goods}|{who} said the {goods} was nice|{who} found {goods} too slow|{who} is thrilled with {goods}|{who} wishes we had {goods}|{who} said the {goods} is too fast|{who} said the {goods} was too hard|{who} said {goods} is confusing',
  publicPraise:
    'praise i may show|reviews for the website|testimonials i may show|quotes from happy customers|which praise can i publish|references from customers|reviews i can use',
  call: '{who} got in touch by phone|{who} rang up|{who} was on the phone|{who} called|{who} phoned about {words}|spoke to {who} on the phone|phone call with {who}|{who} called and wants {words}|call from {who}|i called {who} about {words}|had {who} on the line|got a call from {who}|{who} gave me a ring about {words}',
  visit:
    '{who} came by|{who} was in the shop|{who} visited and asked for {words}|{who} came in to look at {goods}|{who} dropped in|{who} stopped by the store|{who} was here|met {who} at the shop|{who} walked in asking about {words}',
  tasks:
    'what is on my list|everything i have to do|my tasks|what do i have to do|to do list|open tasks|show tasks|list of reminders|what is left to do|all my todos|whats next to do|what am i supposed to do',
  tasksToday:
    'what must i get done today|what do i need to do {when}|tasks for today|what do i have to do today|todays to dos|today list|due today|what is due {when}|my tasks {when}|what is on {when}|what have i got planned {when}',
  tasksOverdue:
    'overdue tasks|which tasks are late|what did i forget to do|missed reminders|late todos|what should have been done already|tasks past due|things i am late with|what am i behind with',
  taskDone:
    'i did the {words}|{words} is done|finished {words}|tick off {words}|task {n} done|completed {words}|done with {words}|mark {words} as done|{words} is finished|i have done {words}',
  taskPostpone:
    'move {words} to {when}|postpone {words} to {when}|do {words} {when} instead|reschedule {words} for {when}|put {words} off until {when}|delay {words}|shift {words} to {when}|{words} not today but {when}',
  taskEnd:
    'delete the task {words}|stop reminding me of {words}|no more reminder for {words}|remove the reminder {words}|drop the task {words}|forget about the task {words}|i do not need to do {words} any more|cancel the reminder {words}|end the repeating task {words}',
  promises:
    'what did i promise|my promises|what have i promised and not done|promises to customers|what do i owe people|which promises are open|what did i say i would send|commitments i made',
} as const;
