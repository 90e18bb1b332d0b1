import type { Sql } from '../../vault/database/sql.ts';
import { loadJurisdiction, readSettings } from '../office/index.ts';
import { circlesIn, reachesOf } from './graph.ts';
import { moneyOf } from './list.ts';
import type { AssetKind, AssetStage, GraphEdge, GraphNode, HoldingGraph } from './model.ts';

interface AssetNode {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kind: AssetKind;
  readonly stage: AssetStage;
  readonly currency: string;
  readonly value: number | null;
  readonly part_of: string;
  readonly organisation: string | null;
}

/**
 * The people, organisations and assets of a case, and who holds what through whom: holdings, relations between people,
 * and shares that are themselves assets of the case. A part is reached through its whole. All relations are drawn; only
 * those of the types in `controlling` are a way to what the other holds.
 */
export function holdingGraph(sql: Sql, caseId: string, controlling: ReadonlySet<string>): HoldingGraph {
  const assets = sql.all<AssetNode>(
    `SELECT a.id, a.number, a.name, a.kind, a.stage, a.currency, a.value, a.part_of,
       (SELECT json_extract(v.value, '$') FROM field_version v WHERE v.subject = a.id AND v.field = 'organisation'
          AND v.current = 1 ORDER BY v.at DESC, v.entry DESC LIMIT 1) AS organisation
     FROM asset a WHERE a.case_id = ? AND a.void = 0 ORDER BY a.number, a.id`,
    [caseId],
  );
  const people = sql.all<{ id: string; kind: 'person' | 'organisation'; name: string; role: string }>(
    'SELECT id, kind, name, role FROM person WHERE case_id = ? ORDER BY added_at, id',
    [caseId],
  );
  const edges = edgesOf(sql, caseId, assets);
  const known = new Set([...assets, ...people].map(({ id }) => id));
  const drawn = edges.filter(({ from, to }) => known.has(from) && known.has(to));
  const ways = drawn.filter(({ type, label }) => type !== 'relation' || controlling.has(label));
  const circles = circlesIn(ways);
  const assetIds = new Set(assets.map(({ id }) => id));
  const reaches = reachesOf(
    people.map(({ id }) => id),
    assetIds,
    ways,
  );
  const nodes: GraphNode[] = [
    ...people.map(({ id, kind, name, role }) => ({
      id,
      type: kind,
      name,
      label: role,
      kind: null,
      stage: null,
      value: null,
      inCircle: circles.has(id),
    })),
    ...assets.map(({ id, name, number, kind, stage, currency, value }) => ({
      id,
      type: 'asset' as const,
      name,
      label: number,
      kind,
      stage,
      value: moneyOf(currency, value),
      inCircle: circles.has(id),
    })),
  ];
  return {
    nodes,
    edges: drawn,
    reaches: reaches.map((reach) => ({ ...reach, direct: reach.through.length === 2 })),
  };
}

function edgesOf(sql: Sql, caseId: string, assets: readonly AssetNode[]): GraphEdge[] {
  const holdings = sql.all<GraphEdge>(
    `SELECT id, person AS "from", asset AS "to", 'holding' AS type, role AS label, share
     FROM asset_holding WHERE case_id = ? ORDER BY at, id`,
    [caseId],
  );
  const relations = sql.all<GraphEdge>(
    `SELECT id, from_person AS "from", to_person AS "to", 'relation' AS type, type AS label, NULL AS share
     FROM relation WHERE case_id = ? ORDER BY at, id`,
    [caseId],
  );
  const shares = assets.flatMap(({ id, organisation }): GraphEdge[] =>
    organisation === null || organisation === ''
      ? []
      : [{ id: `share ${id}`, from: id, to: organisation, type: 'shareOf', label: '', share: null }],
  );
  const parts = assets.flatMap(({ id, part_of }): GraphEdge[] =>
    part_of === ''
      ? []
      : [{ id: `part ${id}`, from: part_of, to: id, type: 'partOf', label: '', share: null }],
  );
  return [...holdings, ...relations, ...shares, ...parts];
}

/** The relations of the office's jurisdiction by which one has in hand what the other holds. */
export function controllingRelations(sql: Sql): ReadonlySet<string> {
  const { relationTypes } = loadJurisdiction(readSettings(sql).jurisdiction);
  return new Set(relationTypes.filter(({ control }) => control === true).map(({ id }) => id));
}
