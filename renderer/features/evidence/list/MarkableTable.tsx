import { type ComponentProps, useState } from 'react';
import { useMay } from '../../../app/session.ts';
import { BatchBar } from '../../custody/index.ts';
import { CollectInto } from '../../marking/index.ts';
import { ExhibitTable } from './ExhibitTable.tsx';
import classes from './list.module.css';

interface Props extends Omit<ComponentProps<typeof ExhibitTable>, 'marked' | 'onMark'> {
  readonly caseId: string;
  /** The list as it once stood: nothing is done with it. */
  readonly past: boolean;
}

const none: ReadonlySet<string> = new Set();

/** The exhibits as a table in which several are marked, to hand them over together, print their labels or collect them. */
export function MarkableTable({ caseId, past, ...table }: Props) {
  const mayCollect = useMay('case.amend') && !past;
  const may = useMay('evidence.custody') && !past;
  const [marked, setMarked] = useState(none);
  return (
    <div className={classes.markable}>
      {marked.size > 0 && (
        <BatchBar caseId={caseId} marked={marked} mayHandOver={may} onDone={() => setMarked(none)}>
          {mayCollect && (
            <CollectInto caseId={caseId} exhibits={[...marked]} onDone={() => setMarked(none)} />
          )}
        </BatchBar>
      )}
      <div className={classes.table}>
        <ExhibitTable {...table} marked={marked} onMark={may || mayCollect ? setMarked : undefined} />
      </div>
    </div>
  );
}
