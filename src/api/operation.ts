import type { z } from '@hono/zod-openapi';
import type { CommandContext } from '../domain/commands/command.ts';
import type { Scope } from '../domain/owner/api_key.ts';
import type { ProblemStatus } from './problem.ts';

/** What an operation is asked with, checked. */
export interface Given<Q, B> {
  /** The parts of the path, all of them ids or names of the right form. */
  params: Readonly<Record<string, string>>;
  query: Q;
  body: B;
}

/** `Location` of what was made is `location` behind the API's own path. */
export interface Answered {
  body?: object;
  location?: string;
}

/** One thing that programs can do; what is documented and what happens come from here alone. */
export interface Operation<Q extends z.ZodObject = z.ZodObject, B extends z.ZodType = z.ZodType> {
  method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  /** Behind the API's own path: '/contacts/{id}'. */
  path: string;
  /** The name by which generated clients call it. */
  name: string;
  group: string;
  summary: string;
  description?: string;
  scope: Scope;
  params?: Readonly<Record<string, z.ZodType>>;
  query?: Q;
  body?: B;
  /** What it answers when all went well. */
  ok: { status: 200 | 201 | 202 | 204; shape?: z.ZodType };
  /** The table whose row `id` it is about: locked while it is changed, and compared with If-Match. */
  versioned?: { table: string; load: (act: CommandContext, id: string) => Promise<object> };
  /** Beside those that any operation may give. */
  refusals?: readonly ProblemStatus[];
  run(act: CommandContext, given: Given<z.output<Q>, z.output<B>>): Promise<Answered>;
}

/** An operation whose values are its own business. */
export type AnyOperation = Operation<z.ZodObject, z.ZodType>;

/** Lets the types of query and body follow from their shapes. */
export const operation = <Q extends z.ZodObject, B extends z.ZodType>(one: Operation<Q, B>): AnyOperation =>
  one as unknown as AnyOperation;
