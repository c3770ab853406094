/** What is said before there is a chat: at the start, on the terminal, in the shell. */
export const start = {
  start: {
    steps: {
      starting: 'Starting …',
      making: 'First start: making a database, this takes a few seconds …',
      database: 'Starting the database …',
      migrating: 'Bringing the data up to date …',
      channels: 'Connecting your channels …',
    },
    /** Stands above the languages, in each of them. */
    language: 'Language',
    /** Behind the language's own name. */
    which: (number: number): string => `  type ${number}, then Enter`,
    /** To an answer that was none of them. */
    whichAgain: (answers: string): string => `I do not know that one. Type a number or a name, then Enter: ${answers}`,
    stopping: 'Stopping: it was not ready yet, and can be started again at any time.',
    settings: (language: string, timezone: string, currency: string, country: string): string =>
      `  settings  ${language} · ${timezone} · ${currency} · ${country} (change: /settings)`,
    wrongSettings: 'These settings need to be changed (in .env, or where you set them):',
    notStored: (code: string): string => `Not stored, please type it again (${code || 'no database'}).`,
    endedAnyhow:
      'Ended after 15 seconds without an answer (from the database, most likely). What was stored is kept. Whether a message that was just leaving has arrived is asked at the next start.',
    betweenTimes: 'The service is starting or stopping. Please try again in a moment.',
    noAnswer: 'The service did not answer within 15 seconds. What you typed is stored and will be done.',
    usage: `Usage: npm run -s crm -- say "<command>" [--json]     e.g. say "/help"
       npm run -s crm -- import FILE [--yes]           a file of people: what it would bring; with --yes it is taken in
       npm run -s crm -- export all.zip                all there is, as tables and JSON
       npm run -s crm -- triage < messages.txt         label, sublabel, confidence, accepted|abstained, reasons for each line
       npm run -s crm -- parse-mail FILE...             what a mail says, a line of JSON each; stdin without a file`,
  },
  /** Why it cannot start, and what to do; of one sentence or two, without a line break. */
  faults: {
    running: (dir: string, pid: number): string =>
      `solo-crm is already running on ${dir}${pid > 0 ? ` (process ${pid})` : ''}. Use that one, end it first, or set DATA_DIR to another directory.`,
    commandAtWork: (dir: string, pid: number): string =>
      `a solo-crm command is at work on ${dir}${pid > 0 ? ` (process ${pid})` : ''}. Try again in a moment.`,
    databaseInUse: (dir: string): string =>
      `The database in ${dir} is already in use by another solo-crm process. End that one first, or set DATA_DIR to another directory.`,
    cannotMake: (dir: string, code: string): string =>
      `The data directory ${dir} cannot be made (${code}). Set DATA_DIR to a directory you may write to.`,
    cannotWrite: (dir: string): string =>
      `The data directory ${dir} cannot be written to: give this user the right, or set DATA_DIR.`,
    cannotUse: (dir: string, code: string, why: string): string =>
      `The data directory ${dir} cannot be used (${code}), ${why}. Mend that, or set DATA_DIR to another directory.`,
    why: {
      full: 'its disk is full: free some space',
      quota: 'the quota of its disk is used up: free some space',
      readOnly: 'its disk is mounted read-only',
      broken: 'its disk reports errors',
      refused: 'this user may not write there, or a file in it is another user’s',
    },
    noBuiltIn: (platform: string, arch: string): string =>
      `There is no built-in PostgreSQL for ${platform} on ${arch}: set DATABASE_URL to a PostgreSQL 16 or newer.`,
    noAccount: 'PostgreSQL does not run as root: create a user named postgres, or start as another user.',
    otherVersion: (dir: string, version: string, ours: string): string =>
      `The database in ${dir} is of PostgreSQL ${version}, this solo-crm brings ${ours}: restore a backup into a new data directory.`,
    noRoom: 'The disk is full: PostgreSQL needs about 50 MB to begin with.',
    diskFull: 'The disk is full: PostgreSQL cannot start.',
    notCreated: (reason: string): string => `PostgreSQL could not create its database: ${reason}.`,
    notStarted: (reason: string): string => `PostgreSQL could not start: ${reason || 'it said nothing'}`,
    notReady: (log: string): string => `PostgreSQL does not become ready: see ${log}.`,
    doesNotStop: (pid: number): string => `The PostgreSQL process ${pid} does not stop: end it, then start again.`,
    tooOld: (version: string, oldest: number): string =>
      `PostgreSQL ${version} is too old: solo-crm needs ${oldest} or newer.`,
    newer: (name: string): string => `The database is newer than this solo-crm (it has ${name}): update the program.`,
    changed: (name: string): string =>
      `sql/${name} was changed after it ran on this database: put it back, and add a new file instead.`,
    cannotRun: (place: string, said: string): string => `sql/${place} cannot be run: ${said}`,
    line: (number: number): string => `, line ${number}`,
    keyUnread: (file: string, code: string): string =>
      `The encryption key ${file} cannot be read (${code}). Give this user the right to read it, or point ENCRYPTION_KEY_FILE to the right file.`,
    keyUnwritten: (file: string, code: string): string =>
      `The encryption key ${file} cannot be written (${code}). Give this user the right, or point ENCRYPTION_KEY_FILE elsewhere.`,
    notAKey: (file: string, bytes: number, right: number): string =>
      `${file} is not an encryption key (${bytes} bytes instead of ${right}): restore it from a backup, or point ENCRYPTION_KEY_FILE to the right file.`,
    portTaken: (host: string, port: number): string =>
      `Port ${port} is in use: another program listens on ${host}:${port}. Stop it, or set PORT to a free port.`,
    portRefused: (port: number): string => `Port ${port} may not be opened by this user: set PORT to one above 1023.`,
    notOurAddress: (host: string): string =>
      `${host} is not an address of this machine: set HOST to 127.0.0.1, or to 0.0.0.0 for all addresses.`,
    unknownHost: (host: string): string =>
      `${host} is not a known host name: set HOST to 127.0.0.1, or to 0.0.0.0 for all addresses.`,
    cannotListen: (host: string, port: number, said: string): string =>
      `The service cannot listen on ${host}:${port}: ${said}`,
    /** By the codes of PostgreSQL (appendix A), Node.js and the driver. */
    database: {
      '28P01': 'The database refused the password: check the user and password in DATABASE_URL.',
      '28000': 'The database refused this user: check the user in DATABASE_URL and the server’s pg_hba.conf.',
      '3D000': 'The database named in DATABASE_URL does not exist: create it, or correct the name.',
      '42501': 'The database user may not do this: make it the owner of the database named in DATABASE_URL.',
      '53100': 'The database’s disk is full: free some space.',
      '53300': 'The database has no connection left: raise max_connections, or close other programs that use it.',
      '57P01': 'The database is shutting down: try again when it is back.',
      '57P03': 'The database is starting up or shutting down: try again in a moment.',
      ECONNREFUSED: 'No database answers at the address in DATABASE_URL: is the server running, and the port right?',
      ENOENT: 'No database answers at the socket in DATABASE_URL: is the server running?',
      ENOTFOUND: 'The host name in DATABASE_URL is unknown.',
      EAI_AGAIN: 'The host name in DATABASE_URL could not be looked up: is the network up?',
      EACCES: 'This user may not open the database’s socket.',
      EHOSTUNREACH: 'The host in DATABASE_URL cannot be reached.',
      ENETUNREACH: 'The host in DATABASE_URL cannot be reached.',
      ETIMEDOUT: 'The database did not answer in time: is the address in DATABASE_URL right, and no firewall between?',
      CONNECT_TIMEOUT:
        'The database did not answer in time: is the address in DATABASE_URL right, and no firewall between?',
      QUERY_TIMEOUT: 'The database did not answer in time.',
      CONNECTION_CLOSED: 'The connection to the database was lost.',
      CONNECTION_DESTROYED: 'The connection to the database was lost.',
      CONNECTION_ENDED: 'The connection to the database is closed.',
      ECONNRESET: 'The connection to the database was lost.',
      EPIPE: 'The connection to the database was lost.',
      DEPTH_ZERO_SELF_SIGNED_CERT:
        'The database’s certificate is self-signed: use sslmode=require, or a certificate that can be checked.',
      SELF_SIGNED_CERT_IN_CHAIN:
        'The database’s certificate is self-signed: use sslmode=require, or a certificate that can be checked.',
    },
  },
  /** What is wrong with a variable; its name stands in front. */
  variable: {
    like: (example: string): string => `must look like ${example}`,
    oneOf: (words: string): string => `must be one of: ${words}`,
    port: 'must be 0 to 65535',
    whole: 'must be 0 (no limit) or more',
    timezone: 'must be a time zone like Asia/Shanghai',
    currency: 'must be three capital letters like CNY',
    country: 'must be two capital letters like CN',
    telegramToken: 'must look like 123456:ABC-DEF… (from @BotFather)',
    telegramOwner: 'must be a number (your Telegram user id)',
    webhook: 'must be an https address when TELEGRAM_MODE is webhook',
    twilioSid: 'must look like AC… with 32 letters and figures behind it (Twilio console, Account Info)',
    twilioToken: 'must be the Auth Token of the Twilio console, Account Info',
    twilioFrom: 'must be a number like +15550001234, a short code, a sender name or a messaging service (MG…)',
    aliyunKey: 'must be the AccessKey ID and its secret with a colon between: LTAI…:secret',
    perSecond: 'must be a whole number from 1 to 9999',
    smsToo: (given: string): string => `must be set too, as ${given} is`,
    smsTwice: (other: string): string => `must be empty, as ${other} is set: texts leave by one provider`,
    smsPublic: 'must be an https address when TWILIO_ACCOUNT_SID is set: Twilio posts customers’ texts to it',
    slackBotToken: 'must look like xoxb-… (the app’s page OAuth & Permissions, Bot User OAuth Token)',
    slackAppToken: 'must look like xapp-… (Basic Information, App-Level Tokens, scope connections:write)',
    slackSecret: 'must be the Signing Secret of the app’s page Basic Information',
    slackOwner: 'must look like U0123ABCD (your Slack profile, ⋮, Copy member ID)',
    slackChannel: 'must be a channel’s id like C0123ABCD (at the end of the channel’s details), not its name',
    slackWay: '(Socket Mode, no public address needed) or SLACK_SIGNING_SECRET must be set when SLACK_BOT_TOKEN is',
    slackBot: 'must be set when SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is',
    mailServer: (example: string): string =>
      `is not a mail server address; it looks like ${example} (a special character in the password as %XX)`,
    clearText: 'has ?tls=none, which is only allowed for a server on this machine',
    percent: 'holds a % that is not followed by two hex digits; write a % in the password as %25',
    nth: (number: number, problem: string): string => `number ${number} ${problem}`,
    twice: 'names one mailbox twice',
    authserv: 'must be the first word of your provider’s Authentication-Results header, like mx.google.com',
    mailFrom: 'must be set (the address answers come from) when SMTP_URL is',
    replyDomain: 'must be set (the domain whose whole mail you get) when MAIL_REPLY_TOKEN is catch-all',
  },
};
