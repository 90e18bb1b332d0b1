import { Center, Loader } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useExhibit } from '../data.ts';
import { ExhibitBody, type ExhibitTab } from './ExhibitBody.tsx';
import { ExhibitHeader } from './ExhibitHeader.tsx';
import classes from './exhibit.module.css';

interface Props {
  readonly caseId: string;
  readonly exhibit: string;
  readonly asOf: string | undefined;
  readonly onClose: () => void;
}

/** One exhibit. The tab stays as it was when another is opened, so that custody can be gone through one by one. */
export function ExhibitPanel({ caseId, exhibit: id, asOf, onClose }: Props) {
  const { t } = useTranslation('evidence');
  const [tab, setTab] = useState<ExhibitTab>('content');
  const { data: exhibit, error } = useExhibit(caseId, id, asOf);
  if (error !== null) {
    return (
      <div className={classes.scroll}>
        <ErrorNotice error={error} />
      </div>
    );
  }
  if (exhibit === undefined) {
    return (
      <Center h="100%">
        <Loader size="sm" aria-label={t('viewer.opening')} />
      </Center>
    );
  }
  return (
    <article className={classes.panel} aria-label={exhibit.number}>
      <ExhibitHeader exhibit={exhibit} onClose={onClose} />
      <ExhibitBody key={id} caseId={caseId} exhibit={exhibit} asOf={asOf} tab={tab} onTab={setTab} />
    </article>
  );
}
