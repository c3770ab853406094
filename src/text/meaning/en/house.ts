/** What owners type when they mean this of writing to many, of settings and of what is connected. */
export const house = {
  campaigns:
    'my campaigns|show campaigns|how did the newsletter do|how is the campaign going|results of the mailing|who opened my newsletter|campaign report|list mailings|sent newsletters|how many clicked|open rate',
  campaignNew:
    'send a newsletter|email all my customers|write to everyone about {words}|new campaign|mail everybody who bought {goods}|message all clients|announce {words} to all|tell all my customers about {words}|let everyone know that {words}|mass mail|bulk message|send an offer to all vips|inform all customers|how do i send a newsletter',
  campaignWhen:
    'send the campaign {when}|schedule the newsletter for {when}|let the mailing go out {when}|send it {when}|the newsletter should leave {when}|start the campaign {when}|dont let the campaign go out yet|not yet hold the newsletter|wait with the mailing|postpone the newsletter to {when}',
  stopAll:
    'stop the campaign|stop sending|halt all mailings|stop everything|pause the newsletter|no more mails to anyone|stop it now|cancel the mailing|stop all sending|emergency stop',
  sequences:
    'follow ups|automatic follow ups|my sequences|automations|what is sent automatically|drip campaign|automated messages|make a follow up|welcome series for new customers|automatic mails to customers',
  birthdayWishes:
    'birthday wishes|send birthday greetings automatically|wish customers happy birthday|automatic birthday message|congratulate customers on their birthday|birthday mails|birthday discount for everyone',
  winBack:
    'win back customers|write to customers who stay away|bring old customers back|message those who have not bought for long|reactivate sleeping customers|we miss you mail|win back mails',
  cartReminder:
    'remind people of their cart|abandoned cart mail|cart reminder|write to who left the checkout|remind of unpaid carts automatically|recover carts|follow up on abandoned carts',
  reviewAsk:
    'ask for reviews|review request after purchase|automatically ask customers for a review|get more reviews|send review requests|ask customers how they liked it|collect reviews',
  post: 'post {words}|make a post|write a post about {words}|publish {words} on social media|post on instagram|share {words} on our channels|tweet {words}|social media post|announce {words} publicly|new post for facebook',
  posts:
    'my posts|what did i post|show posts|how did my posts do|list of posts|published posts|who came from my posts|old posts',
  hours:
    'opening hours|when are we open|are we open {when}|change the opening hours|business hours|what are our hours|set opening times|we open at {when}|our hours changed|when do we close|new opening hours',
  hoursClosed:
    'we are closed {when}|closed on {when}|shop closed {when}|day off {when}|no work {when}|we do not open {when}|holiday {when} closed|add a day off {when}|closed for a public holiday {when}',
  away: 'i am on a trip until {when}|on the road {when}|i will be out {when}|not at my desk {when}|i am away {when}|i am on vacation until {when}|on holiday {when}|out of office {when}|i will be gone {when}|im travelling {when}|taking time off {when}|im at a conference {when}|im off {when}|not available {when}|i am sick {when}',
  back: 'at my desk again|i am around again|im back|i am here again|back from vacation|i have returned|end my absence|holiday is over|back at work|back in the office|i am available again',
  settings:
    'settings|change settings|preferences|configuration|options|how do i change the settings|what can i set|adjust how it works|setup options|where are the settings',
  timezone:
    'i am in another time zone now|my clock is on {words} time|we are on berlin time|time zone|change the time zone|i live in another time zone|your clock is wrong|set my timezone to {words}|times are off by an hour|i moved to another country time zone|use new york time|im in pacific time|i am on eastern time|we are in central time|i am in mountain time',
  quiet:
    'quiet hours|do not disturb at night|no notifications after {when}|dont message me after {when}|silence at night|leave me alone after {when}|no messages between {when} and {when}|mute notifications at night|let me sleep|not before {when}',
  currency:
    'currency|change the currency|i sell in dollars|use euro|prices in pounds|switch to another currency|what currency do you use|my money is in euros',
  myLanguage:
    'can you talk to me in french|do you know italian|language|switch to chinese|change the language|speak english|can it talk portuguese|use another language|in german please|i want this in chinese|which languages do you know',
  digestTime:
    'send the digest at {when}|daily summary at {when}|when do i get the digest|change the time of the digest|digest earlier|morning report at {when}|no digest please|turn off the daily summary',
  undoSeconds:
    'how long can i take back a message|more time to cancel a message|delay before messages leave|undo send time|wait longer before sending|hold messages for {n} seconds|seconds until an answer leaves',
  business:
    'my address on quotes|business details|my tax id|company name on invoices|set my business address|my bank account for invoices|vat id|payment details on the quote|imprint|change my shop name|our company details|where do i enter my iban|quote numbers',
  logo: 'logo|upload my logo|picture on the quote|change the logo|our logo on invoices|use this image as logo|where does the logo go',
  helpers:
    'my team|who is in my team|helpers|who can use this|list of assistants|team members|who has access|staff|employees with access',
  helperAdd:
    'is my assistant able to answer customers|may my colleague reply here too|add a helper|invite an assistant|my employee should help|give {words} access|add a team member|invite my colleague|let {words} read but not change|new employee|add my assistant|someone should help me answer|second user',
  helperRemove:
    'remove a helper|take away access|remove my employee|{words} does not work here any more|fire the helper|revoke access of {words}|assistant left|remove a team member|former employee should not see this',
  audit:
    'what has my assistant done today|what did the team do {when}|what was changed by my helper|who did what|change log|who changed this|activity log|what did my helper do|history of changes|audit log|who deleted it|log of actions|who did that',
  apikey:
    'api key|i need an api token|connect a program|access for a program|create a key for zapier|key for my accounting software|rest api|use this with an ai assistant|mcp access|developer access',
  hook: 'webhook|tell another system|send events to my erp|notify my other program when {words}|push changes to another system|outgoing hooks|inform my accounting when an order is paid|post events to an address',
  status:
    'status|is everything ok|are all channels working|system status|is it working|is the mail connected|whats broken|health check|are you online|is something wrong with the connection|how many messages are queued',
  setup:
    'setup|what is left to set up|get started|next step in the setup|first steps|how do i start|what should i set up|is everything set up|onboarding',
  rehearse:
    'show me an example|try it out|demo|test message|what does a customer message look like|practice|example customer|simulate a customer|can i try it',
  help: 'help|what can you do|how does this work|i do not know what to do|commands|instructions|manual|what are you|i am lost|explain this to me|how do i use this|what commands are there',
  connectShop:
    'connect my shop|connect shopify|link my store|integrate woocommerce|add my online shop|connect stripe|how do i connect a shop|get orders from my webshop|sync my store|import orders from shopify',
  connectMail:
    'connect my email|add my mailbox|link gmail|set up email|get mails in here|connect outlook|how do i connect mail|use my own email address|imap settings|answer emails from here',
  connectOther:
    'connect wechat|wechat|link my wechat|can i use wechat|get wechat messages here|how do i connect weixin|wechat integration|connect instagram|link my instagram|instagram messages|facebook messenger|connect facebook|get dms from instagram|can you read my instagram|instagram integration|connect whatsapp|whatsapp|link whatsapp|can i get whatsapp messages|whatsapp business|answer on whatsapp|whatsapp integration|how do i connect whatsapp',
  forms:
    'web form|contact form for my website|my forms|embed a form|add a form to my site|form on my homepage|newsletter form|html form|inquiry form|who filled in the form',
  undo: 'undo|take that back|that was wrong|undo the last thing|i made a mistake|revert|restore what i deleted|bring {who} back|oops|undo that change|recover {who}|get back what i deleted',
  /** What says nothing that could be done here. */
  chat: 'connect me with {who}|put me through to {who}|i am thirsty|happy holidays|sing something|say something funny|what is the population of china|the coffee machine is broken|trains are late|good evening|hello|hi there|how are you|thanks a lot|thank you|nice to meet you|great weather|it is raining|the sun is out|i am tired|i am bored|my cat is cute|my son has a cold|did you see the game|who won the match|that is hilarious|hahaha|sing me a song|how tall is the eiffel tower|who is the president of spain|what time is it in tokyo|lunch was great|the bus is late|my car broke down|the wifi is slow|merry christmas|have a nice weekend|i need a break|time for tea|good night|see you tomorrow|sounds good|alright|yes|no|maybe|never mind|wow|cheers|my husband sends his love|the baby sleeps|what a day|i love this song|traffic was terrible|i wonder what is for dinner|write me a poem|what is the meaning of life|how is the weather|red|it works',
} as const;
