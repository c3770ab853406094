/** Sentences that no example was made of, each behind what it means; behind nothing: it means nothing that could be offered. */
export const keptAsideInEnglish = `
inbox | who have i not got back to yet
unsent | did anything bounce
scheduled | whats queued to go out later
machineMail | where do those automated emails end up
digest | give me the rundown for today
timeline | what did me and Sarah talk about
contact | whats Toms number again
newCustomers | anyone new sign up this month
duplicates | do i have the same person in here twice
blockedList | who did i block
block | dont let Tom bother me ever again
unblock | let Tom write to me again
deletePerson | wipe Sarah from the system
editPerson | Sarah got a new phone
addPerson | got a new client to put in
merge | Tom and Tom Reed is one person
tagPerson | put Sarah in with the wholesalers
consent | Sarah is happy to hear about our offers
unsubscribe | Tom wants off the mailing list
importPeople | i have an excel sheet of clients, how do i get it in
exportPeople | can i have my clients in a spreadsheet
exportAll | i want a backup of the lot
linkChat | how can Sarah reach me on telegram
segments | what groups do i have
templates | where are my email templates
companies | which companies do i work with
fields | i want to store shoe sizes for people
birthday | put 3 May in as the day Sarah was born
allCustomers | let me see everyone
churn | who hasnt come back in ages
gone | Tom moved overseas and wont buy again
bestCustomers | who spends the most with me
autoreply | are customers getting automatic replies
autoreplyOff | stop replying to people by yourself
autoreplyOn | have it answer on its own when im closed
faq | what do they keep asking
canned | where are my saved answers
cancelAnswer | oh no take back what i just wrote to them
laterAnswer | text Sarah tomorrow morning
snoozePerson | remind me about Toms message on friday
answered | i already spoke to Sarah, take her off the list
leads | what deals are cooking
leadsNew | fresh enquiries this week
leadsStale | any deals gone cold
leadsWon | how many jobs did we land in october
leadsLost | which ones did we lose last month
pipeline | whats everything in the funnel worth
forecast | what can i expect to earn next month
lostReasons | why do people turn me down
conversion | how many enquiries turn into sales
leadOpen | Tom is after a new logo, maybe 800
leadAmount | Toms job is actually going to be 950
leadStage | Sarah is ready to negotiate
leadExpected | Tom thinks he can make up his mind by 30 November
won | Sarah signed, 1200
lost | Tom went with somebody cheaper
reopen | Sarahs deal is back on
next | what should i do next about my deals
nextNone | which deals have nothing planned
stages | can i rename the steps of my sales process
quotes | show the estimates i made
quotesSent | which proposals are still out there
quotesAccepted | who said yes to a proposal
quotesDeclined | proposals that got turned down
quotesExpired | which estimates ran out
quoteMake | draw up an estimate for Tom
quoteSend | email Tom his estimate
quoteTax | put 20% vat on Toms estimate
quoteValid | Toms proposal is good until friday
quoteDiscount | knock 10% off for Sarah
quotePdf | i need Sarahs proposal as a document
orders | what has been bought lately
ordersUnpaid | purchases nobody has paid for
ordersUnsent | what do i still have to pack
ordersRefunded | what did we give money back for
carts | who filled a basket and left
lastOrder | what was the most recent purchase
ordersOf | what has Sarah bought from me
orderNew | Tom just bought 2 mugs for 40
orderPaid | Toms money came in
orderSent | Sarahs parcel went out this morning
orderRefund | give Sarah her money back
orderCancel | Tom doesnt want his order any more
partPaid | Tom put down a 200 deposit
takings | how did we do money wise this month
unpaid | who still has to pay me
owedBy | what does Tom still owe
invoice | bill Sarah for it
invoicePaid | Sarah settled her bill
contracts | which agreements are coming up for renewal
contractNew | Tom signed for a year of website care
tickets | which problems are still open
ticketsUrgent | whats on fire
ticketsComplaints | who is unhappy
ticketsLate | support cases past their deadline
ticketsReturns | who wants to send something back
ticketsDone | which problems did we fix
ticketNew | Sarahs mug arrived in pieces
ticketUrgent | Sarahs problem cant wait
ticketResolve | Sarahs issue is sorted
causes | what usually goes wrong
csat | are people satisfied with us
ratingsOff | quit asking customers to rate us
feedback | what are people saying about us
feedbackPraise | nice things people said
feedbackSuggestions | what do customers wish we had
feedbackNew | Tom loves the new packaging
publicPraise | any testimonials for my website
call | Tom rang about the delivery date
visit | Sarah popped into the shop asking for gift boxes
tasks | whats on my plate
tasksToday | what do i have to get done today
tasksOverdue | which chores am i behind on
taskDone | finished the tax return
taskPostpone | push the call with Sarah to monday
taskEnd | i dont need the reminder about the plants any more
promises | what did i say i would do for people
campaigns | how are my mailings doing
campaignNew | write to all my regulars about the sale
campaignWhen | have the newsletter go out tomorrow at 10
stopAll | hold everything thats going out
sequences | which follow ups run by themselves
birthdayWishes | greet people on their birthdays automatically
winBack | automatically write to people who stay away
cartReminder | nudge those who abandoned their cart
reviewAsk | ask buyers for a review after they got it
post | put something up on facebook and instagram about the fair
posts | what did i publish
hours | when do we open on saturday
hoursClosed | shop is shut on 24 december
away | ill be on the road until thursday
back | im at my desk again
settings | where can i change how this works
timezone | im in london time now
quiet | dont ping me after 10pm
currency | i charge in euros
myLanguage | talk to me in chinese
digestTime | i want the morning summary at 7
undoSeconds | give me longer to take a message back
business | where do i put my vat number
logo | put my logo on the quotes
helpers | who else has access
helperAdd | i want my sister to help with answering
helperRemove | my assistant quit, lock him out
audit | who changed that
apikey | i need a token for my bookkeeping program
hook | tell my erp when something is paid
status | is everything running
setup | what do i have left to set up
rehearse | show me what it looks like when a customer writes
help | im lost, what can you do
connectShop | hook up my online store
connectMail | how do i get my email in here
connectOther | can customers write to me on wechat
connectOther | i want my insta messages in here
connectOther | does this do whatsapp
forms | i need a contact form on my site
undo | no wait put that back
 | good morning
 | lol
 | the weather is awful today
 | what is the capital of france
 | i am hungry
 | my dog is sick
 | the printer ran out of ink
 | happy new year everyone
 | blue
 | ok cool thanks
 | i wonder if it will rain
 | haha that was funny
 | 42
 | trains were late again
 | asdf
 | tell me a joke
 | my wife says hi
 | who won the football
 | the kids are finally asleep
 | coffee first
`;
