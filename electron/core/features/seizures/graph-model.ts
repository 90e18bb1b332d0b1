import type { Money } from '../../money/model.ts';
import type { AssetKind } from './asset-model.ts';
import type { AssetStage } from './step-model.ts';

/** Who holds what through whom. */
export interface HoldingGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Every person or organisation that reaches an asset, by the shortest way; circles are walked once. */
  readonly reaches: readonly Reach[];
}

export interface GraphNode {
  readonly id: string;
  readonly type: 'person' | 'organisation' | 'asset';
  readonly name: string;
  /** An asset's number; a person's role. */
  readonly label: string;
  readonly kind: AssetKind | null;
  readonly stage: AssetStage | null;
  readonly value: Money | null;
  /** Whether it lies on a circle: A holds B, B holds A. */
  readonly inCircle: boolean;
}

export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /**
   * `holding`: person to asset. `relation`: between people. `shareOf`: from a company share to its company. `partOf`:
   * from a whole to its part.
   */
  readonly type: 'holding' | 'relation' | 'shareOf' | 'partOf';
  /** The holding's role or the relation's type in the pack. */
  readonly label: string;
  readonly share: number | null;
}

export interface Reach {
  readonly person: string;
  readonly asset: string;
  /** Node ids from the person to the asset, both included. */
  readonly through: readonly string[];
  readonly direct: boolean;
}
