import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExhibitRow } from '../../../../electron/core/features/evidence/model.ts';
import { formatBytes, formatDay } from '../../../app/format.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { CustodyBadge } from '../../custody/index.ts';
import { ExhibitIcon } from '../items/CategoryIcon.tsx';
import classes from './list.module.css';

interface Props {
  readonly id: string;
  readonly row: ExhibitRow;
  readonly top: number;
  readonly open: boolean;
  readonly active: boolean;
  readonly position: number;
  readonly total: number;
  readonly onOpen: (exhibit: string) => void;
}

/** One exhibit in two lines. */
export function ExhibitItem({ id, row, top, open, active, position, total, onOpen }: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active row
    <div
      id={id}
      role="option"
      aria-selected={open}
      aria-posinset={position}
      aria-setsize={total}
      className={classes.item}
      data-active={active || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onOpen(row.id)}
    >
      <ExhibitIcon of={row} size={20} />
      <div className={classes.words}>
        <div className={classes.line}>
          <span className={classes.number}>{exhibitNumber(row.number)}</span>
          <span className={classes.name} title={row.name}>
            {row.name}
          </span>
          <PlaceMark row={row} />
          <DuplicateMark row={row} />
        </div>
        <div className={classes.line}>
          <CustodyBadge event={row.custody} />
          <span className={classes.small}>
            {[
              row.holder,
              row.kind === 'item' ? '' : formatBytes(row.size),
              row.collectedOn === '' ? '' : formatDay(row.collectedOn),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </div>
      </div>
    </div>
  );
}

/** In which exhibit it lies, and how many lie in it. */
export function PlaceMark({ row }: { readonly row: ExhibitRow }) {
  const { t } = useTranslation('items');
  const parts = [
    row.parentNumber === null ? '' : `⊂ ${exhibitNumber(row.parentNumber)}`,
    row.inside === 0 ? '' : t('inside.contains', { count: row.inside }),
  ].filter((part) => part !== '');
  if (parts.length === 0) return null;
  const title =
    row.parentNumber === null
      ? undefined
      : t('placement.insideOf', { number: exhibitNumber(row.parentNumber) });
  return (
    <span className={classes.place} title={title}>
      {parts.join(' · ')}
    </span>
  );
}

/** Tells that another exhibit holds the same bytes. */
export function DuplicateMark({ row }: { readonly row: ExhibitRow }) {
  const { t } = useTranslation('evidence');
  if (row.duplicateOf === null) return null;
  const text = t('duplicate', { number: exhibitNumber(row.duplicateOf) });
  return (
    <span className={classes.duplicate} title={text} role="img" aria-label={text}>
      <IconCopy size={14} />
    </span>
  );
}
