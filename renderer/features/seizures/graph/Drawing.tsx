import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { GraphEdge, GraphNode } from '../../../../electron/core/features/seizures/model.ts';
import { formatMoney, formatNumber } from '../../../app/format.ts';
import { useOfficeTerms } from '../../../app/terms.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { useWords } from '../useWords.ts';
import classes from './graph.module.css';
import { box, type Placed, type PlacedEdge, type PlacedNode, pathOf } from './layout.ts';
import { usePanZoom } from './usePanZoom.ts';

interface Props {
  readonly placed: Placed;
  /** The nodes of the way that is pointed out; none: all stand out alike. */
  readonly marked: ReadonlySet<string>;
  readonly onOpen: (asset: string) => void;
}

/** The drawing: boxes for people, organisations and assets, arrows from who holds to what is held. */
export function Drawing({ placed, marked, onOpen }: Props) {
  const { t } = useTranslation('seizures');
  const { frame, view, handlers, showWhole, closer, farther } = usePanZoom(placed.width, placed.height);
  const faded = (ids: readonly string[]) => marked.size > 0 && !ids.every((id) => marked.has(id));
  return (
    <div className={classes.drawing}>
      <div
        ref={frame}
        className={classes.frame}
        role="application"
        aria-label={t('graph.label')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows move the drawing; the list beside it says the same
        tabIndex={0}
        {...handlers}
      >
        <svg className={classes.svg} aria-hidden>
          <defs>
            <marker
              id="arrow"
              viewBox="0 0 8 8"
              refX="8"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              orient="auto"
            >
              <path d="M0,0L8,4L0,8z" className={classes.tip} />
            </marker>
          </defs>
          <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}>
            {placed.edges.map((each) => (
              <Edge key={each.edge.id} of={each} faded={faded([each.edge.from, each.edge.to])} />
            ))}
            {placed.nodes.map((each) => (
              <Node key={each.node.id} of={each} faded={faded([each.node.id])} onOpen={onOpen} />
            ))}
          </g>
        </svg>
      </div>
      <div className={classes.tools}>
        <Tool label={t('graph.closer')} onClick={closer} icon={<IconPlus size={16} />} />
        <Tool label={t('graph.farther')} onClick={farther} icon={<IconMinus size={16} />} />
        <Tool label={t('graph.fit')} onClick={showWhole} icon={<IconMaximize size={16} />} />
      </div>
    </div>
  );
}

function Tool(props: {
  readonly label: string;
  readonly onClick: () => void;
  readonly icon: React.ReactNode;
}) {
  return (
    <Tooltip label={props.label}>
      <ActionIcon variant="default" aria-label={props.label} onClick={props.onClick}>
        {props.icon}
      </ActionIcon>
    </Tooltip>
  );
}

/** What an edge says: owner 50 %. */
function useEdgeText(): (edge: GraphEdge) => string {
  const { t } = useTranslation('seizures');
  const { relation } = useOfficeTerms();
  return ({ type, label, share }) => {
    const words = {
      holding: () => t(`holder.${label}`),
      relation: () => relation(label),
      shareOf: () => t('graph.shareOf'),
      partOf: () => t('graph.partOf'),
    }[type]();
    return share === null ? words : `${words} ${formatNumber(share / 100, 2)} %`;
  };
}

function Edge({ of: { edge, points, label }, faded }: { readonly of: PlacedEdge; readonly faded: boolean }) {
  const text = useEdgeText()(edge);
  return (
    <g className={classes.edge} data-type={edge.type} data-faded={faded || undefined}>
      <path d={pathOf(points)} markerEnd="url(#arrow)" />
      <text x={label.x} y={label.y + 4} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}

interface NodeProps {
  readonly of: PlacedNode;
  readonly faded: boolean;
  readonly onOpen: (asset: string) => void;
}

function Node({ of: { node, x, y }, faded, onOpen }: NodeProps) {
  const line = useNodeLine()(node);
  const left = -box.width / 2 + 10;
  const open = node.type === 'asset' ? () => onOpen(node.id) : undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the drawing opens the same by keyboard
    <g
      className={classes.node}
      data-type={node.type}
      data-circle={node.inCircle || undefined}
      data-faded={faded || undefined}
      transform={`translate(${x} ${y})`}
      onDoubleClick={open}
    >
      <title>{node.name}</title>
      <rect
        x={-box.width / 2}
        y={-box.height / 2}
        width={box.width}
        height={box.height}
        rx={node.type === 'person' ? 18 : 4}
      />
      <text x={left} y={-6} className={classes.nodeName}>
        {cut(node.name, 25)}
      </text>
      <text x={left} y={13} className={classes.nodeLine}>
        {cut(line, 31)}
      </text>
    </g>
  );
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** The second line of a box: a person's part in the case; an asset's number and value, or its stage. */
function useNodeLine(): (node: GraphNode) => string {
  const words = useWords();
  const { role } = useOfficeTerms();
  return ({ type, label, stage, value }) => {
    if (type !== 'asset') return role(label);
    const second = value === null ? (stage === null ? '' : words.stage(stage)) : formatMoney(value);
    return [exhibitNumber(label), second].filter((part) => part !== '').join(' · ');
  };
}
