import { Badge, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GraphNode, HoldingGraph, Reach } from '../../../../electron/core/features/seizures/model.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import classes from './graph.module.css';

interface Props {
  readonly graph: HoldingGraph;
  /** Assets and people that nothing is tied to. */
  readonly apart: number;
  readonly onMark: (through: readonly string[]) => void;
  readonly onOpen: (asset: string) => void;
}

/** Each person with the assets that they reach, and through whom. Pointing at one shows the way in the drawing. */
export function ReachList({ graph, apart, onMark, onOpen }: Props) {
  const { t } = useTranslation('seizures');
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const people = graph.nodes.filter(
    ({ id, type }) => type !== 'asset' && graph.reaches.some((reach) => reach.person === id),
  );
  const circles = graph.nodes.filter(({ inCircle }) => inCircle);
  return (
    <aside className={classes.reaches} aria-label={t('graph.list')}>
      {circles.length > 0 && (
        <div className={classes.circles} role="status">
          {t('graph.circle', { names: circles.map(({ name }) => name).join(', ') })}
        </div>
      )}
      {people.map((person) => (
        <section key={person.id}>
          <h3 className={classes.who}>
            {person.name}
            {person.inCircle && (
              <Badge color="warning" ml={6}>
                {t('graph.inCircle')}
              </Badge>
            )}
          </h3>
          <ul className={classes.assets}>
            {graph.reaches
              .filter((reach) => reach.person === person.id)
              .map((reach) => (
                <ReachRow key={reach.asset} reach={reach} nodes={nodes} onMark={onMark} onOpen={onOpen} />
              ))}
          </ul>
        </section>
      ))}
      {apart > 0 && <p className={classes.apart}>{t('graph.apart', { count: apart })}</p>}
    </aside>
  );
}

interface RowProps extends Omit<Props, 'graph' | 'apart'> {
  readonly reach: Reach;
  readonly nodes: ReadonlyMap<string, GraphNode>;
}

function ReachRow({ reach, nodes, onMark, onOpen }: RowProps) {
  const { t } = useTranslation('seizures');
  const asset = nodes.get(reach.asset);
  const between = reach.through.slice(1, -1).map((id) => nodes.get(id)?.name ?? '');
  const mark = () => onMark(reach.through);
  const clear = () => onMark([]);
  return (
    <li>
      <UnstyledButton
        className={classes.reach}
        onClick={() => onOpen(reach.asset)}
        onFocus={mark}
        onBlur={clear}
        onMouseEnter={mark}
        onMouseLeave={clear}
      >
        <span className={classes.number}>{exhibitNumber(asset?.label ?? '')}</span>
        <span>
          {asset?.name}
          <span className={classes.way}>
            {reach.direct ? t('graph.direct') : t('graph.through', { names: between.join(' → ') })}
          </span>
        </span>
      </UnstyledButton>
    </li>
  );
}
