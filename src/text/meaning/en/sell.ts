/** What owners type when they mean this of leads and quotes. */
export const sell = {
  leads:
    'show my leads|open leads|who wants to buy something|which deals are open|list deals|current opportunities|my prospects|what am i selling at the moment|list of leads|potential customers|deals in progress',
  leadsNew:
    'new leads {when}|leads that came in {when}|how many leads {when}|new deals {when}|new enquiries {when}|how many people asked {when}|incoming leads|new opportunities {when}',
  leadsStale:
    'stale leads|leads that went quiet|deals nobody touched for a while|which leads are stuck|cold leads|forgotten deals|deals without any movement|leads i have not followed up|which deals are going nowhere|old leads',
  leadsWon:
    'won leads|which deals did i win {when}|how many deals were won|sales i closed {when}|deals we won|closed deals {when}|how many did i close {when}|successful deals',
  leadsLost:
    'lost leads|which deals did i lose {when}|how many leads were lost {when}|deals that fell through|deals we lost|what did i miss out on {when}|failed deals {when}|jobs i did not get',
  pipeline:
    'how much is in my pipeline|pipeline|value of all open deals|sum of my leads|deals by stage|sales board|what is my pipeline worth|total of open leads|sales funnel|how full is the pipeline|how much money is in the leads',
  forecast:
    'forecast|how much will come in|expected income {when}|what will i earn {when}|sales forecast|projected revenue|what can i count on {when}|how much money is likely to come|outlook for {when}|future earnings',
  lostReasons:
    'why do i lose deals|reasons for lost leads|why did they not buy|why were leads lost|most common reason for losing|what makes customers say no|why am i not winning|lost because of what',
  conversion:
    'conversion rate|how many leads become customers|win rate|what share of leads is won|success rate of leads|how often do i win|percentage of leads that buy|leads turned into sales',
  leadOpen:
    '{who} wants {words}|{who} is interested in {goods}|{who} would like {goods} for {money}|new lead {who}|{who} asked for a price of {goods}|{who} is looking for {goods}|{who} needs {goods} about {money}|possible job for {who}|{who} might buy {goods}|lead for {who} {money}|{who} thinking about {goods}|{who} after {goods}',
  leadAmount:
    '{who} job is going to be {money}|it is {money} for {who} now|the deal with {who} is {money} now|change the lead of {who} to {money}|{who} deal is worth {money}|make it {money} for {who}|{who} budget is {money}|set {who} to {money}|{who} lead amount {money}|{who} job will be {money} instead|raise {who} to {money}|{who} deal went up to {money}',
  leadStage:
    '{who} is ready for the next step|{who} wants to talk about the price|{who} is at the next stage|move {who} on|{who} is negotiating|{who} has seen the sample|put {who} into another stage|{who} is further along|{who} stage|advance {who}|move the deal of {who} forward|{who} is in negotiation|{who} has the offer and is thinking',
  leadExpected:
    '{who} will decide {when}|{who} is expected to close {when}|expect the order of {who} {when}|{who} wants to sign {when}|deal with {who} should close {when}|{who} gives me an answer {when}|expected date of {who} {when}|{who} decides by {when}',
  won: '{who} said yes|we got the job from {who}|{who} bought it|deal with {who} is won|{who} accepted|{who} signed for {money}|closed {who} for {money}|sold to {who}|{who} takes it|{who} confirmed|landed {who}',
  lost: '{who} went with another|{who} picked somebody cheaper|{who} said no|{who} does not want it|{who} found somebody else|{who} thinks it is too expensive|the deal with {who} is off|{who} decided against it|{who} bought elsewhere|{who} is out|{who} is not interested any more|nothing came of the deal with {who}|{who} chose another supplier',
  reopen:
    'reopen {who}|{who} wants it after all|{who} changed their mind and wants to buy|open the deal with {who} again|{who} is interested again|the problem of {who} is back|{who} has the same issue again|open the ticket of {who} again|{who} is back in the game',
  next: 'next steps|what do i have to do for my leads|what comes next for the deals|follow ups to do|which leads should i call|whom should i follow up with|upcoming steps with leads|what should i work on in sales',
  nextNone:
    'leads without a next step|deals where nothing is planned|which leads have no follow up|nothing scheduled for which deals|leads i have no plan for|deals with no next action',
  stages:
    'stages of my leads|change the stages|add a stage|rename a stage|edit the sales process|set up my pipeline stages|customize the pipeline|which stages are there',
  quotes:
    'show quotes|list of quotes|all my quotes|quotes i have written|estimates|proposals|where are my quotes|offers i made|see all estimates',
  quotesSent:
    'quotes that are open|quotes waiting for an answer|who has not answered my quote|pending quotes|outstanding estimates|sent quotes|quotes still undecided|which quotes are with customers',
  quotesAccepted:
    'who said yes to my quotes|who agreed to the offer|accepted quotes|which quotes were accepted|quotes that were agreed|who accepted my quote|approved estimates|who took my offer|won proposals',
  quotesDeclined:
    'declined quotes|which quotes were refused|rejected estimates|who turned down my quote|who said no to my proposal|quotes they did not want',
  quotesExpired:
    'quotes that ran out|which offers are too old now|expired quotes|quotes that are no longer valid|quotes past their date|which quotes lapsed|outdated estimates|old quotes',
  quoteMake:
    'make a quote for {who}|quote for {who}|write {who} an estimate|prepare a proposal for {who}|{who} wants a quote|price offer for {who}|new quote {who}|create an estimate for {who}|{who} needs a price|work out a price for {who}',
  quoteSend:
    'send the quote to {who}|send {who} the estimate|mail the proposal to {who}|get the quote out to {who}|give {who} the quote|forward the offer to {who}|let {who} have the quote|{who} is waiting for the quote send it',
  quoteTax:
    'add tax to the quote of {who}|{who} quote plus {n}% vat|put {n}% tax on the quote for {who}|with vat for {who}|charge {who} {n}% sales tax|quote of {who} with tax {n}%|add {n}% vat for {who}',
  quoteValid:
    'quote of {who} is valid until {when}|the quote for {who} expires {when}|{who} can accept until {when}|make the quote for {who} valid {when}|extend the quote of {who} to {when}|offer for {who} holds until {when}|{who} quote good till {when}',
  quoteDiscount:
    'give {who} {n}% off|discount for {who}|take {n}% off the quote of {who}|{who} gets {n}% discount|{n}% rebate for {who}|reduce the price for {who} by {n}%|make it {n}% cheaper for {who}|{n} percent off for {who}',
  quotePdf:
    'quote of {who} as pdf|pdf of the estimate for {who}|print the quote for {who}|download the quote of {who}|give me a pdf for {who}|{who} proposal pdf|file of the quote for {who}|document with the quote for {who}',
} as const;
