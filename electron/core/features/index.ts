import { authoriseStep } from '../api/authorise-step.ts';
import type { Command, Query, Step, Task } from '../api/procedure.ts';
import { fieldViews } from '../journal/fields.ts';
import type { Kind } from '../journal/kind.ts';
import type { Views } from '../journal/views.ts';
import { bundleDrafts } from './bundles/drafts/index.ts';
import { bundles } from './bundles/index.ts';
import { cases } from './cases/index.ts';
import { custody } from './custody/index.ts';
import { deadlines } from './deadlines/index.ts';
import { evidence } from './evidence/index.ts';
import { items } from './evidence/items/index.ts';
import { exchange } from './exchange/index.ts';
import type { Feature } from './feature.ts';
import { integrity } from './integrity/index.ts';
import { marking } from './marking/index.ts';
import { office } from './office/index.ts';
import { operations } from './operations/index.ts';
import { people } from './people/index.ts';
import { reading } from './reading/index.ts';
import { safekeeping } from './safekeeping/index.ts';
import { search } from './search/index.ts';
import { seizures } from './seizures/index.ts';
import { seizureLists } from './seizures/lists/index.ts';
import { seizurePapers } from './seizures/papers/index.ts';
import { testimony } from './testimony/index.ts';
import { timeline } from './timeline/index.ts';

/** The registers, in the order in which their views take an entry. A new one is added here and nowhere else in core. */
const features: readonly Feature[] = [
  office,
  cases,
  people,
  deadlines,
  custody,
  evidence,
  items,
  reading,
  marking,
  testimony,
  seizures,
  seizureLists,
  seizurePapers,
  operations,
  integrity,
  exchange,
  bundles,
  bundleDrafts,
  timeline,
  search,
  safekeeping,
];

export type AnyProcedure = Query<never, unknown> | Command<never, unknown> | Task<never, unknown>;

export const allViews: readonly Views[] = [fieldViews, ...features.map((feature) => feature.views)];

export const allKinds: ReadonlyMap<string, Kind> = byName(features.flatMap((feature) => feature.kinds));

export const allSteps: ReadonlyMap<string, Step<never, unknown>> = byName([
  authoriseStep,
  ...features.flatMap((feature) => feature.steps),
]);

export const allProcedures: ReadonlyMap<string, AnyProcedure> = new Map(
  features.flatMap((feature) => Object.entries(feature.procedures) as [string, AnyProcedure][]),
);

function byName<T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map(all.map((each) => [each.name, each] as const));
  if (map.size !== all.length) throw new Error('two of the same name');
  return map;
}
