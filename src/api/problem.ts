import { answer } from '../http/answer.ts';

/** What is wrong with one value of a request. */
export interface FieldError {
  in: 'path' | 'query' | 'header' | 'body';
  /** Where in it, such as `amount.minor`; '' for the whole. */
  field: string;
  detail: string;
}

const TITLES = {
  400: 'Malformed request',
  401: 'No valid key',
  403: 'The key may not do this',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'Changed since',
  413: 'Too large',
  415: 'Not JSON',
  422: 'Invalid values',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Unavailable for the moment',
} as const satisfies Record<number, string>;

export type ProblemStatus = keyof typeof TITLES;

/** A refusal: thrown anywhere in an operation it rolls back what that has done. The detail never repeats the request. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: ProblemStatus;
  readonly code: string;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    status: ProblemStatus,
    code: string,
    detail: string,
    more: { errors?: readonly FieldError[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
  }
}

/** One value is not allowed, and why. */
export const invalid = (where: FieldError['in'], field: string, detail: string): Problem =>
  new Problem(422, 'invalid', INVALID, { errors: [{ in: where, field, detail }] });

export const INVALID = 'A value of the request is not allowed.';

export const PROBLEM_TYPE = 'application/problem+json';

/** RFC 9457. */
export function problemAnswer(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  const { status, code, message, errors } = problem;
  const body = {
    type: `/api/v1/docs#${code}`,
    ...{ title: TITLES[status], status, detail: message, code },
    ...(errors.length > 0 && { errors }),
  };
  return answer(status, body, { ...headers, ...problem.headers, 'content-type': PROBLEM_TYPE });
}

export const notFound = (noun: string): Problem => new Problem(404, 'not_found', `There is no such ${noun}.`);
