import type { z } from 'zod';
import type { SignedEntry } from '../journal/entry.ts';
import type { Kind } from '../journal/kind.ts';
import type { Sql } from '../vault/database/sql.ts';
import type { Input, MethodName, Output } from './contract.ts';
import type { Right } from './roles.ts';
import type { Services } from './services.ts';

/** Who asks. Roles are read from the vault at every call, so that a revoked role ends at once. */
export interface Actor {
  readonly user: string;
}

export interface ReadContext {
  readonly sql: Sql;
  readonly actor: Actor;
}

/** A command runs in one transaction on the writer's thread: all its entries and their views, or nothing. */
export interface WriteContext extends ReadContext {
  append<B extends object>(kind: Kind<B>, caseId: string | null, body: B): SignedEntry;
  /** Milliseconds since 1970, the same for the whole command. */
  readonly now: number;
}

interface Declared<I> {
  /** What comes from outside is parsed with this before anything else looks at it. */
  readonly input: z.ZodType<I>;
  /** The right that the caller needs. `open`: may be called before anyone has signed in. */
  readonly right: Right | 'open';
}

export interface Query<I, O> extends Declared<I> {
  readonly type: 'query';
  run(context: ReadContext, input: I): O;
}

export interface Command<I, O> extends Declared<I> {
  readonly type: 'command';
  run(context: WriteContext, input: I): O;
}

export interface Task<I, O> extends Declared<I> {
  readonly type: 'task';
  run(services: Services, input: I): Promise<O>;
}

export type Procedure<M extends MethodName> =
  | Query<Input<M>, Output<M>>
  | Command<Input<M>, Output<M>>
  | Task<Input<M>, Output<M>>;

export type Procedures = { readonly [M in MethodName]?: Procedure<M> };

/** On which thread a step runs, and in which kind of transaction. */
export type StepType = 'query' | 'command' | 'index' | 'search' | 'file';

/** A step of a task that runs on a database thread. Nobody outside the core can call it: the task was authorised. */
export interface Step<I, O> {
  readonly type: StepType;
  readonly name: string;
  readonly run: (context: WriteContext, input: I) => O;
}

export function readStep<I, O>(name: string, run: (context: ReadContext, input: I) => O): Step<I, O> {
  return { type: 'query', name, run };
}

/** A step that copies or checks the database as a file: in no transaction, which SQLite would refuse. */
export function fileStep<I, O>(name: string, run: (context: ReadContext, input: I) => O): Step<I, O> {
  return { type: 'file', name, run };
}

/** A step on the thread that keeps the index in memory. */
export function searchStep<I, O>(name: string, run: (context: ReadContext, input: I) => O): Step<I, O> {
  return { type: 'search', name, run };
}

/** A step in one transaction on the index's own thread: it writes the index, and sees the case file's views. */
export function indexStep<I, O>(name: string, run: (context: ReadContext, input: I) => O): Step<I, O> {
  return { type: 'index', name, run };
}

export function writeStep<I, O>(name: string, run: (context: WriteContext, input: I) => O): Step<I, O> {
  return { type: 'command', name, run };
}
