import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { EntryList, useOperationEntries } from '../../timeline/index.ts';
import classes from '../operations.module.css';
import type { InOperation } from '../types.ts';

/** Who wrote what in the operation and when: what stands in its own part of the journal, for its members only. */
export function TimelineTab({ operation }: InOperation) {
  const { t } = useTranslation('operations');
  const { entries, more, error } = useOperationEntries(operation.id);
  if (error !== null) return <ErrorNotice error={error} />;
  return (
    <div className={classes.timeline}>
      <EntryList label={t('tab.timeline')} entries={entries} onEnd={more} />
    </div>
  );
}
