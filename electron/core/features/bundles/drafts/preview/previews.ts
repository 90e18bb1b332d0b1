import { randomUUID } from 'node:crypto';
import { CustodiaError } from '../../../../api/errors.ts';
import type { Services } from '../../../../api/services.ts';
import { bytesInMemory } from '../../../../vault/blob-store.ts';
import { recordAccess } from '../../../evidence/index.ts';
import { logHead } from '../../../office/index.ts';
import type { DrawnMemory } from '../../again.ts';
import { type Composition, composeBundle } from '../../compose/compose.ts';
import { SourceBroken } from '../../compose/engine.ts';
import type { Memory } from '../../compose/memory.ts';
import type { BundlePlan, Picture } from '../../compose/model.ts';
import { bundleMaterial, itemsOf, planOf } from '../../material.ts';
import { occasionOf } from '../../occasion.ts';
import { protectsByDefault } from '../../protection/collect.ts';
import { guardBundle } from '../../protection/guard.ts';
import type { SurveyMemory } from '../../protection/memory.ts';
import { supplierOf } from '../../supply.ts';
import { asVersion } from '../steps.ts';
import type { PreviewInput, PreviewPage, PreviewResult } from './model.ts';
import { previewResult } from './result.ts';

/** A process that drew nothing for so long is ended; what is asked for later starts another. */
const restMs = 60_000;

/** A bundle that is looked at before it is exported: one at a time, in memory only. */
export interface Previews {
  /** What sources were found to be, for previews and exports alike; forgotten when the vault locks. */
  readonly memory: Memory;
  /** What was found in their contents that must be kept back; forgotten as well. */
  readonly looked: SurveyMemory;
  /** The volumes that were handed out; forgotten as well. */
  readonly drawn: DrawnMemory;
  /** Decides page by page what the bundle would be. Ends whatever was looked at before. */
  lay(input: PreviewInput): Promise<PreviewResult>;
  page(of: { case: string; preview: string; volume: number; leaf: number }): Promise<PreviewPage>;
  end(): void;
  /** When the vault locks. */
  clear(): void;
}

interface Open {
  readonly id: string;
  readonly case: string;
  readonly abort: AbortController;
  laid: {
    readonly composed: Composition;
    readonly plan: BundlePlan;
    readonly exhibits: readonly string[];
  } | null;
  /** The newest page that was asked for, and the one that is being drawn. */
  turn: symbol | null;
  drawing: Promise<unknown>;
  rest: NodeJS.Timeout | undefined;
}

export function createPreviews(services: Services): Previews {
  const memory: Memory = new Map();
  const looked: SurveyMemory = new Map();
  const drawn: DrawnMemory = new Map();
  /** Exhibits of which a page was shown since the vault was opened: it is recorded once. */
  const seen = new Set<string>();
  let current: Open | null = null;

  function end(): void {
    if (current === null) return;
    clearTimeout(current.rest);
    current.abort.abort();
    current.laid?.composed.close();
    current = null;
  }

  function begin(caseId: string): Open {
    end();
    current = {
      id: randomUUID(),
      case: caseId,
      abort: new AbortController(),
      laid: null,
      turn: null,
      drawing: Promise.resolve(),
      rest: undefined,
    };
    return current;
  }

  function rest(open: Open): void {
    clearTimeout(open.rest);
    open.rest = setTimeout(() => open.laid?.composed.close(), restMs);
    open.rest.unref();
  }

  function requireCurrent(open: Open): void {
    if (current !== open) throw new CustodiaError('call.cancelled');
  }

  async function lay(input: PreviewInput): Promise<PreviewResult> {
    const open = begin(input.case);
    const { signal } = open.abort;
    const { composition, renumbers } = await services.step(asVersion, input);
    const exhibits = itemsOf(composition).map((item) => item.exhibit);
    const { audience } = composition;
    const redact = input.redact ?? (await services.step(protectsByDefault, audience));
    const material = await services.step(bundleMaterial, {
      case: input.case,
      exhibits,
      redact,
    });
    const what = { title: input.title, composition, unreadable: 'native' } as const;
    const occasion = await occasionOf(services, what, await services.step(logHead, null));
    requireCurrent(open);
    const whole = planOf(material, occasion);
    const progress = (_step: string, done: number, total: number): void =>
      services.emit({ name: 'preview', case: input.case, done, total });
    // What the export keeps back from this recipient is kept back from who looks at it first.
    const guard = redact
      ? await guardBundle(services, { case: input.case, audience, material, plan: whole }, progress, signal)
      : null;
    requireCurrent(open);
    const plan = guard?.plan ?? whole;
    const supply = guard?.supply ?? supplierOf(services, material, plan, signal);
    const composed = await composeBundle(
      plan,
      supply,
      { progress, signal },
      {},
      { heavier: new Map(), asItIs: true, memory },
    );
    if (current !== open) composed.close();
    requireCurrent(open);
    open.laid = { composed, plan, exhibits };
    rest(open);
    const printed = plan.exhibits.map((exhibit, at) => ({ ...exhibit, id: exhibits[at] ?? '' }));
    return previewResult(open.id, { composed, sections: plan.sections, exhibits: printed }, renumbers);
  }

  /** One page after the other; of those that wait only the newest is drawn. */
  async function draw(open: Open, volume: number, leaf: number): Promise<Picture> {
    const turn = Symbol('page');
    open.turn = turn;
    await Promise.allSettled([open.drawing]);
    requireCurrent(open);
    if (open.turn !== turn || open.laid === null) throw new CustodiaError('call.cancelled');
    const drawing = open.laid.composed.show(volume, leaf);
    open.drawing = drawing;
    try {
      return await drawing;
    } catch (error) {
      if (!(error instanceof SourceBroken)) throw error;
      const { number = '', name = '' } = open.laid.plan.exhibits[error.index] ?? {};
      throw new CustodiaError('bundle.sourceUnreadable', { number, name });
    } finally {
      rest(open);
    }
  }

  async function page(of: Parameters<Previews['page']>[0]): Promise<PreviewPage> {
    const open = current;
    if (open?.laid == null || open.id !== of.preview || open.case !== of.case)
      throw new CustodiaError('call.notFound', { what: 'preview' });
    const leaf = open.laid.composed.volumes[of.volume]?.leaves[of.leaf];
    if (leaf === undefined) throw new CustodiaError('call.notFound', { what: 'page' });
    if (leaf.kind === 'content') await recordSeen(of.case, open.laid.exhibits[leaf.item] ?? '');
    const { bytes, width, height } = await draw(open, of.volume, of.leaf);
    return { ticket: await services.tickets.issue(bytesInMemory(bytes), 'image/png'), width, height };
  }

  async function recordSeen(caseId: string, exhibit: string): Promise<void> {
    if (seen.has(exhibit)) return;
    await services.step(recordAccess, { case: caseId, exhibit, what: 'evidence.viewed' });
    seen.add(exhibit);
  }

  return {
    memory,
    looked,
    drawn,
    lay,
    page,
    end,
    clear: () => {
      end();
      memory.clear();
      looked.clear();
      drawn.clear();
      seen.clear();
    },
  };
}
