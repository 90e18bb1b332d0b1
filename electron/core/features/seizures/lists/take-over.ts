import { CustodiaError } from '../../../api/errors.ts';
import type { WriteContext } from '../../../api/procedure.ts';
import { dueFrom } from '../../deadlines/index.ts';
import type { AssetStage, TakenStage } from '../model.ts';
import { takenStages } from '../model.ts';
import { requireNotBefore, requirePast } from '../rules.ts';
import { todayAt, writeEvent } from '../write.ts';
import type { RowReason } from './model.ts';
import { because, reasonOf } from './reasons.ts';

/** Where the measure stands by a row of the former register. */
export interface Standing {
  readonly stage: AssetStage;
  /** The stage in the row's own words. */
  readonly said: string;
  /** Since when: yyyy-MM-dd; empty where the row does not say. */
  readonly on: string;
  /** Who keeps it; empty where the row does not say. */
  readonly custodian: string;
}

/** A standing that an asset can be brought in with. */
export interface TakeOver extends Standing {
  readonly stage: TakenStage;
}

interface Given {
  readonly identifiedOn: string;
  readonly today: string;
  /** The exhibit that is the former register. */
  readonly document: string | undefined;
}

/**
 * What an asset is taken over with; null where nothing has been done yet. Gives the reason where it can't be: a stage is shown by its day and its
 * document, and here the document is the register.
 */
export function takenOver(standing: Standing | null, given: Given): TakeOver | RowReason | null {
  if (standing === null || standing.stage === 'identified') return null;
  const stage = takenStages.find((each) => each === standing.stage);
  if (stage === undefined) return because('stageSplit', 'stage', standing.said);
  if (standing.on === '') return because('missing', 'stageOn');
  if (given.document === undefined) return because('registerNeeded', 'stage', standing.said);
  try {
    requirePast('stageOn', standing.on, given.today);
    requireNotBefore('stageOn', standing.on, given.identifiedOn);
  } catch (error) {
    if (error instanceof CustodiaError) return reasonOf(error);
    throw error;
  }
  return { ...standing, stage };
}

/** Writes where the measure over a new asset stood. The law's terms for those who keep it run from today: what they did before is on paper. */
export function writeTakeOver(
  context: WriteContext,
  of: {
    readonly case: string;
    readonly asset: string;
    readonly row: number;
    readonly document: string | undefined;
  },
  { stage, on, custodian }: TakeOver,
): void {
  const { row, ...subject } = of;
  const today = todayAt(context.now);
  const kept = (term: string) => (stage === 'administered' ? dueFrom(context.sql, term, today) : null);
  const facts = { stage, row, custodian, account: kept('seizureAccount'), check: kept('seizureCheck') };
  writeEvent(context, 'takeOver', { ...subject, on, saw: [] }, facts);
}
