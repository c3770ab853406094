/** What owners type when they mean this of people and of what is written to them. */
export const people = {
  inbox:
    'whom have i not replied to yet|who did i forget to answer|messages i have not gotten to|who is waiting for me|who needs an answer|anyone waiting|unanswered messages|whom do i have to answer|who do i owe a reply|any new messages|show me the inbox|did anybody write|who is still waiting for a reply|open conversations',
  unsent:
    'what has not gone out|which messages got stuck|messages that never arrived|what did not get delivered|undelivered messages|what failed to send|did everything arrive|which messages did not go through|show failed messages|delivery errors|bounced mails|anything not delivered',
  scheduled:
    'what is scheduled|which answers go out later|show scheduled messages|messages waiting to be sent later|what have i planned to send|list of later answers|what goes out tomorrow',
  machineMail:
    'automatic mails|show mails from machines|newsletters and receipts i got|mail that robots sent|where are the notifications from other services|hidden mails|mails you sorted out|show me automated mail|system emails',
  digest:
    'a rundown of the day|brief me|what needs me today|what is going on today|daily digest|summary of the day|morning briefing|what is important today|overview please|how does my day look|catch me up|what did i miss',
  timeline:
    'history with {who}|what happened with {who}|everything with {who} so far|show my messages with {who}|chat with {who}|when did i last talk to {who}|what did {who} write last|conversation with {who}|past messages from {who}',
  contact:
    'phone number of {who}|{who} contact details|what is the email of {who}|who is {who}|show {who}|where does {who} live|address of {who}|details for {who}|tell me about {who}|what do i know about {who}|look up {who}|how do i reach {who}',
  newCustomers:
    'anybody new {when}|who signed up {when}|fresh faces {when}|new customers {when}|how many new customers {when}|who is new|who joined {when}|newest clients|show recent contacts|first time customers {when}|how many people did i gain {when}|new people {when}',
  duplicates:
    'find duplicates|are there double contacts|clean up my contacts|people who are in twice|duplicate customers|same customer two times|contacts that look alike|check for doubles',
  blockedList:
    'who is blocked|show blocked people|my block list|list of people i blocked|blacklist|whom have i banned|blocked customers',
  block:
    'never let {who} write to me again|keep {who} away from me|{who} keeps bothering me|block {who}|ban {who}|{who} is a spammer|i want nothing from {who} any more|ignore everything from {who}|{who} is harassing me|never show me messages of {who}|stop messages from {who}|get rid of messages by {who}|mute {who} for good',
  unblock:
    '{who} can write to me again|let {who} back in|unblock {who}|lift the ban on {who}|{who} may write again|do not block {who} any more|take {who} off the block list|allow {who} again|unban {who}|{who} is ok now remove the block',
  deletePerson:
    'delete {who}|remove {who} from my contacts|erase all data of {who}|{who} wants their data deleted|gdpr request from {who}|forget {who}|get rid of {who}|throw {who} out of the list|delete the contact {who}',
  editPerson:
    'change the number of {who}|{who} has a new email|update the address of {who}|{who} moved to another street|correct the details of {who}|{who} new mail address|edit {who}|fix the phone of {who}|{who} has another number now|{who} got a different address',
  addPerson:
    'add a customer|new contact|create a client|i have a new customer|save a new person|how do i add someone|put a new client in|enter a contact|register a customer',
  merge:
    '{who} and {who} are the same person|merge {who} with {who}|combine {who} and {who}|{who} is the same as {who}|{who} and {who} is one|join the contacts {who} and {who}|i have {who} twice',
  tagPerson:
    'put {who} with the {words}|sort {who} under {words}|tag {who}|label {who}|put a tag on {who}|{who} belongs to the group|mark {who} as vip|give {who} a label|{who} is a regular now|add {who} to wholesale|{who} is one of my vips',
  consent:
    '{who} agreed to the newsletter|{who} wants my news|sign {who} up for offers|{who} is fine with marketing|add {who} to the mailing list|{who} said yes to mails|may i send {who} offers|put {who} on the newsletter|does {who} get the newsletter|{who} subscribes',
  unsubscribe:
    '{who} wants no more news|take {who} off the newsletter|unsubscribe {who}|no more marketing for {who}|{who} does not want offers|stop sending {who} promotions|{who} asked to be removed from the list|remove {who} from the mailing list|{who} opted out',
  importPeople:
    'my clients are in an excel file|get my old customers into this|how do i get my list in|import contacts|how do i import a file|upload a csv|bring my customers over from excel|load a list of customers|i have a list of contacts to import|import a spreadsheet|move my address book here|add many customers at once|transfer my contacts|can i upload my customer list',
  exportPeople:
    'put my customers in an excel sheet|my contacts as a spreadsheet file|export my contacts|download the customer list|give me a csv of customers|customers as a table|save contacts to excel|export people|list of clients to a file|download contacts',
  exportAll:
    'export everything|backup|download all my data|full export|make a copy of all data|save everything to a file|give me all my data|take my data with me|back up the crm',
  linkChat:
    'link for {who}|invite {who} to telegram|get {who} onto telegram|telegram link for {who}|how do i move {who} to telegram|connect {who} on telegram|send {who} a link to chat',
  segments:
    'my segments|saved filters|customer groups|show segments|make a group of customers|which segments do i have|list the groups|create a segment',
  templates:
    'my templates|show mail templates|make a template|newsletter template|edit a template|write a new template|email layouts|which templates exist',
  companies:
    'list companies|my business customers|which organizations|who works where|firms i deal with|show all companies|company list|add a company',
  fields:
    'add a field|custom fields|i want to keep another detail of customers|own fields for contacts|extra column for contacts|save more about customers|make a new field|what fields do contacts have|keep track of sizes for people',
  birthday:
    '{who} birthday is {when}|birthday of {who} {when}|note the birthday of {who}|{who} has birthday on {when}|save {who} date of birth|{who} turns 40 on {when}|{when} is the birthday of {who}|{who} was born {when}',
  allCustomers:
    'show all customers|list of all clients|everyone i know|all my contacts|how many customers do i have|my customer list|all people|list everybody|who are my customers|show contacts',
  churn:
    'which regulars are no longer coming|old customers that disappeared|who is slipping away|who did not come back for a long time|who has been gone for ages|who never came back|who has stopped buying|customers i am losing|who stays away|lost customers|who has not ordered for long|inactive customers|who is drifting away|which regulars stopped coming|sleeping customers|customers gone quiet|whom have i not seen for a while',
  gone: '{who} is not a customer any more|{who} closed the business|{who} moved away|{who} will not buy again|{who} passed away|{who} retired|write {who} off|{who} left us for good|{who} no longer needs us',
  bestCustomers:
    'best customers|top customers|who bought the most|biggest clients|who are my most valuable customers|customers by revenue|highest spenders|who brings in the most money|most loyal customers',
  autoreply:
    'is the automatic answer on|automatic replies|what do you answer by yourself|show auto reply|auto responder settings|what do customers get when i am away|do you answer for me|edit the automatic reply',
  autoreplyOff:
    'turn off the automatic answer|stop answering automatically|no more auto replies|disable auto reply|do not answer customers yourself|switch the autoresponder off|i want to answer everything myself|no automatic messages please',
  autoreplyOn:
    'answer people by yourself when i am closed|let it reply on its own|turn on the automatic answer|answer automatically|enable auto reply|reply for me at night|send an automatic answer outside opening hours|switch on the autoresponder|answer customers for me when we are closed|auto reply on',
  faq: 'frequent questions|what do customers ask|faq|often asked questions|add a question and answer|questions that come again and again|most common questions|standard questions|same questions all the time',
  canned:
    'saved replies|canned answers|my text blocks|snippets|quick replies|ready made answers|answers i use often|save this as a standard reply|message shortcuts',
  cancelAnswer:
    'take back what i just sent|i did not mean to send that|stop that message|do not send that|cancel my last answer|take the message back|unsend|i sent that to the wrong person|recall the last message|hold that reply|stop dont send|that was not for them|wrong chat',
  laterAnswer:
    'write to {who} {when}|send {who} a message {when}|message {who} {when}|tell {who} {when} that {words}|answer {who} later|schedule a message to {who}|send this to {who} {when}|reply to {who} {when}',
  snoozePerson:
    'put the ticket of {who} off until {when}|postpone the case of {who} to {when}|snooze {who}|remind me of {who} {when}|deal with {who} later|i will answer {who} {when}|put {who} off until {when}|not now with {who}|hide {who} until {when}|{who} can wait until {when}|show me {who} again {when}|come back to {who} {when}|remind me about the message from {who} {when}',
  answered:
    'i answered {who} already|{who} is dealt with|called {who} back already|no need to answer {who}|{who} has been answered|already replied to {who}|mark {who} as answered|nothing to answer for {who}|{who} is not waiting any more|talked to {who} already',
} as const;
