import type { Fault, Stage } from '../../test/support/smtp.ts';

/** How one mail must end. 'down': certainly not sent, and the channel is down until the owner acts. */
export type Ending = 'sent' | 'retry' | 'down' | 'failed' | 'unknown';

/** `again`: the mail goes over a connection that has carried one before, or should have. */
export type Way = 'single' | 'pooled';

export interface Case {
  name: string;
  way: Way;
  pipelining: boolean;
  /** What the server does to the mail under test; the mail before it went well, over connection 1. */
  fault: (stage: Stage, connection: number) => Fault | undefined;
  /** Larger than what the sockets on the way can hold, so that the final dot is certainly not out. */
  large: boolean;
  expected: Ending;
}

type Faults = readonly [cut: Ending, hang: Ending, code4: Ending, code5: Ending];

/**
 * Ten steps of handing over a mail, and what each fault means there. Before the final dot the mail has certainly not
 * left; after it nobody can know, unless the server says so; after the server's 250 nothing changes any more.
 */
const STAGES: readonly [Stage, Faults, code4: Fault, code5: Fault][] = [
  ['greeting', ['retry', 'retry', 'retry', 'down'], '421 4.3.2 too many connections', '554 5.7.1 go away'],
  ['EHLO', ['retry', 'retry', 'retry', 'down'], '421 4.3.2 closing', '550 5.7.1 no'],
  ['STARTTLS', ['retry', 'retry', 'retry', 'down'], '454 4.7.0 not now', '502 5.5.1 not implemented'],
  ['AUTH', ['retry', 'retry', 'retry', 'down'], '454 4.7.0 temporary failure', '535 5.7.8 wrong password'],
  ['MAIL', ['retry', 'retry', 'retry', 'failed'], '451 4.7.1 greylisted', '550 5.7.1 sender refused'],
  ['RCPT', ['retry', 'retry', 'retry', 'failed'], '450 4.2.0 busy', '550 5.1.1 no such user'],
  ['DATA', ['retry', 'retry', 'retry', 'failed'], '451 4.3.0 later', '554 5.6.0 no'],
  ['body', ['retry', 'retry', 'retry', 'failed'], '452 4.3.1 disk full', '552 5.3.4 too large'],
  ['dot', ['unknown', 'unknown', 'retry', 'failed'], '451 4.3.0 later', '554 5.7.1 spam'],
  ['after', ['sent', 'sent', 'sent', 'sent'], '421 4.4.2 idle for too long', '554 5.5.0 error'],
];

const BEFORE_A_MAIL: readonly Stage[] = ['greeting', 'EHLO', 'STARTTLS', 'AUTH'];

/**
 * All stages × {cut, hang, 4xx, 5xx} × {single, pooled} × {one command at a time, pipelined}, and the faults that only
 * a kept connection can have.
 */
export function smtpCases(): Case[] {
  const each = (['single', 'pooled'] as const).flatMap((way) => [
    ...STAGES.flatMap(([stage, endings, code4, code5]) =>
      (['cut', 'hang', code4, code5] as const).map((fault, nth) => ({
        ...{ way, stage, fault, expected: endings[nth]! },
      })),
    ),
    { way, stage: 'dot' as const, fault: 'lost' as const, expected: 'unknown' as const },
  ]);
  return [false, true].flatMap((pipelining) => [
    ...each.map(({ way, stage, fault, expected }) => ({
      name: `${stage}: ${fault}`,
      ...{ way, pipelining, expected, large: stage === 'body' },
      fault: way === 'single' ? always(stage, fault) : onceWarm(stage, fault),
    })),
    ...worn().map(({ name, fault, expected }) => ({
      ...{ name, way: 'pooled' as const, pipelining, large: name.startsWith('body'), fault, expected },
    })),
  ]);
}

function always(stage: Stage, fault: Fault): Case['fault'] {
  return (at) => (at === stage ? fault : undefined);
}

/**
 * The first mail goes well over connection 1. Steps that begin a connection occur again only after that one has died
 * (at RSET, or at MAIL for whoever says no RSET); the others fail wherever the second mail reaches them.
 */
function onceWarm(stage: Stage, fault: Fault): Case['fault'] {
  const seen = new Map<Stage, number>();
  return (at, connection) => {
    seen.set(at, (seen.get(at) ?? 0) + 1);
    if (connection === 1 && BEFORE_A_MAIL.includes(stage))
      return at === 'RSET' || (at === 'MAIL' && seen.get(at)! > 1) ? 'cut' : undefined;
    const second = seen.get('MAIL') !== undefined && (seen.get('MAIL')! > 1 || connection > 1);
    return at === stage && (second || connection > 1) ? fault : undefined;
  };
}

/** Only the kept connection fails: the mail goes over a new one at once, and no try is lost. */
const worn = (): { name: string; fault: Case['fault']; expected: Ending }[] => [
  ...(['cut', 'hang', '421 4.4.2 idle', '500 5.5.1 what?'] as const).map((fault) => ({
    name: `RSET: ${fault}`,
    fault: on1('RSET', fault),
    expected: 'sent' as const,
  })),
  { name: 'MAIL of a kept connection: cut', fault: secondOn1('MAIL', 'cut'), expected: 'sent' },
  { name: 'MAIL of a kept connection: 421', fault: secondOn1('MAIL', '421 4.7.0 too many messages'), expected: 'sent' },
  { name: 'RCPT of a kept connection: cut', fault: secondOn1('RCPT', 'cut'), expected: 'sent' },
  { name: 'DATA of a kept connection: cut', fault: secondOn1('DATA', 'cut'), expected: 'sent' },
  { name: 'body of a kept connection: cut', fault: secondOn1('body', 'cut'), expected: 'sent' },
  { name: 'dot of a kept connection: cut', fault: secondOn1('dot', 'cut'), expected: 'unknown' },
  { name: 'dot of a kept connection: lost', fault: secondOn1('dot', 'lost'), expected: 'unknown' },
  { name: 'idle: cut', fault: on1('after', 'cut'), expected: 'sent' },
  { name: 'idle: 421', fault: on1('after', '421 4.4.2 idle for too long'), expected: 'sent' },
];

function on1(stage: Stage, fault: Fault): Case['fault'] {
  return (at, connection) => (at === stage && connection === 1 ? fault : undefined);
}

function secondOn1(stage: Stage, fault: Fault): Case['fault'] {
  let seen = 0;
  return (at, connection) => (at === stage && connection === 1 && ++seen === 2 ? fault : undefined);
}
