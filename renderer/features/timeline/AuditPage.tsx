import { IconListSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { EntryList } from './EntryList.tsx';
import classes from './timeline.module.css';
import { useAudit } from './useEntries.ts';
import { VerifyButton } from './VerifyButton.tsx';

/** The office's whole trail: who did what kind of thing when; never what a case says. */
export function AuditPage() {
  const { t } = useTranslation('timeline');
  const may = useMay('journal.audit');
  const { entries, more, error } = useAudit(may);
  if (!may) {
    return (
      <EmptyState
        icon={<IconListSearch size={28} stroke={1.4} />}
        title={t('audit.notYours')}
        text={t('audit.notYoursHelp')}
      />
    );
  }
  return (
    <div className={classes.page}>
      <PageHeader title={t('audit.title')} text={t('audit.text')} actions={<VerifyButton />} />
      {error !== null && <ErrorNotice error={error} />}
      <EntryList label={t('audit.title')} entries={entries} onEnd={more} />
    </div>
  );
}
