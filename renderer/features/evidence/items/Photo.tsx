import { UnstyledButton } from '@mantine/core';
import type { ExhibitRow } from '../../../../electron/core/features/evidence/model.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { contentUrl } from '../viewers/content.ts';
import { useTicket } from '../viewers/useTicket.ts';
import classes from './items.module.css';

interface Props {
  readonly caseId: string;
  readonly row: Pick<ExhibitRow, 'id' | 'number' | 'name'>;
  readonly onOpen: () => void;
}

/** A photograph of an item, small. Each one that is shown is recorded as an access, like any other look at it. */
export function Photo({ caseId, row, onOpen }: Props) {
  const { view } = useTicket(caseId, row.id);
  return (
    <UnstyledButton className={classes.photo} onClick={onOpen} title={row.name}>
      {view === null ? <span data-waiting /> : <img src={contentUrl(view.ticket)} alt={row.name} />}
      {exhibitNumber(row.number)}
    </UnstyledButton>
  );
}
