import { IconAffiliate } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoldingGraph } from '../../../../electron/core/features/seizures/model.ts';
import { useCore } from '../../../app/core.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Drawing } from './Drawing.tsx';
import classes from './graph.module.css';
import { place } from './layout.ts';
import { ReachList } from './ReachList.tsx';

interface Props {
  readonly caseId: string;
  readonly asOf: string | undefined;
  readonly onOpen: (asset: string) => void;
}

const none: ReadonlySet<string> = new Set();

/** Who holds what through whom: drawn, and beside it the same as a list that the keyboard reaches. */
export function GraphView({ caseId, asOf, onOpen }: Props) {
  const { t } = useTranslation('seizures');
  const { data, error } = useCore('seizures.graph', { case: caseId, asOf });
  const [through, setThrough] = useState(none);
  const tied = useMemo(() => (data === undefined ? null : tiedOnly(data)), [data]);
  const placed = useMemo(() => (tied === null ? null : place(tied)), [tied]);
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined || tied === null || placed === null) return null;
  if (tied.nodes.length === 0) {
    return (
      <EmptyState
        icon={<IconAffiliate size={28} stroke={1.4} />}
        title={t('graph.none')}
        text={t('graph.noneHelp')}
      />
    );
  }
  return (
    <div className={classes.body}>
      <Drawing placed={placed} marked={through} onOpen={onOpen} />
      <ReachList
        graph={data}
        apart={data.nodes.length - tied.nodes.length}
        onMark={(ids) => setThrough(new Set(ids))}
        onOpen={onOpen}
      />
    </div>
  );
}

/** Whoever holds something, directly or through others, and what is held: a victim's ties say nothing of it and stay out. */
function tiedOnly({ nodes, edges, reaches }: HoldingGraph): Pick<HoldingGraph, 'nodes' | 'edges'> {
  const tied = new Set(reaches.flatMap(({ through }) => through));
  return {
    nodes: nodes.filter(({ id }) => tied.has(id)),
    edges: edges.filter(({ from, to }) => tied.has(from) && tied.has(to)),
  };
}
