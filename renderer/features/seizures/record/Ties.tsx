import { Exhibits } from './Exhibits.tsx';
import { Holdings } from './Holdings.tsx';
import { Parts } from './Parts.tsx';
import classes from './record.module.css';
import type { OfRecord } from './types.ts';

interface Props extends OfRecord {
  readonly onOpen: (asset: string) => void;
}

/** Whose the asset is, the exhibits that show it, and the parts that it was split into. */
export function Ties({ onOpen, ...at }: Props) {
  return (
    <div className={classes.stack}>
      <Holdings {...at} />
      <Exhibits {...at} />
      <Parts asset={at.asset} onOpen={onOpen} />
    </div>
  );
}
