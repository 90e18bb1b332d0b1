import { Graph, layout } from '@dagrejs/dagre';
import type {
  GraphEdge,
  GraphNode,
  HoldingGraph,
} from '../../../../electron/core/features/seizures/model.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}
/** A node with its place: the middle of its box. */
export interface PlacedNode extends Point {
  readonly node: GraphNode;
}
export interface PlacedEdge {
  readonly edge: GraphEdge;
  readonly points: readonly Point[];
  readonly label: Point;
}
export interface Placed {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly width: number;
  readonly height: number;
}

export const box = { width: 196, height: 56 } as const;

/** Places people at the left, what they hold further right; the same graph lies the same way every time. */
export function place({ nodes, edges }: Pick<HoldingGraph, 'nodes' | 'edges'>): Placed {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 22, ranksep: 130, marginx: 16, marginy: 16 });
  const sorted = nodes.toSorted((one, other) => one.id.localeCompare(other.id));
  for (const { id } of sorted) graph.setNode(id, { ...box });
  for (const { id, from, to } of edges.toSorted((one, other) => one.id.localeCompare(other.id)))
    graph.setEdge(from, to, { width: 100, height: 18, labelpos: 'c' }, id);
  layout(graph);
  const size = graph.graph() as { readonly width?: number; readonly height?: number };
  return {
    nodes: sorted.map((node) => ({ node, ...pointOf(graph.node(node.id)) })),
    edges: edges.map((edge) => {
      const drawn = graph.edge({ v: edge.from, w: edge.to, name: edge.id }) as Drawn;
      return { edge, points: drawn.points ?? [], label: pointOf(drawn) };
    }),
    width: size.width ?? 0,
    height: size.height ?? 0,
  };
}

interface Drawn {
  readonly x?: number;
  readonly y?: number;
  readonly points?: readonly Point[];
}

function pointOf({ x = 0, y = 0 }: Drawn): Point {
  return { x, y };
}

/** A path through the points, as SVG takes it. */
export function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  return `M${first.x},${first.y}${rest.map(({ x, y }) => `L${x},${y}`).join('')}`;
}
