import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core.ts';
import { formatDate } from '../../app/format.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useOverdue } from '../custody/index.ts';
import { SealedMaterial } from '../operations/index.ts';
import { CaseFacts } from './CaseFacts.tsx';
import classes from './cases.module.css';
import { Team } from './Team.tsx';

interface Props {
  readonly caseId: string;
  readonly asOf?: string | undefined;
}

/** The case's own facts and its team. */
export function CaseSummary({ caseId, asOf }: Props) {
  const { t } = useTranslation('cases');
  const overdue = useOverdue(caseId);
  const { data, error } = useCore('cases.show', { case: caseId, asOf });
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return null;
  return (
    <div className={classes.summary}>
      <div className={classes.columns}>
        <CaseFacts detail={data} past={asOf !== undefined} />
        <aside className={classes.side}>
          <section className={classes.box}>
            <h3 className={classes.boxTitle}>{t('figures.title')}</h3>
            <dl className={classes.figures}>
              <dt>{t('figures.openedAt')}</dt>
              <dd>{formatDate(data.openedAt)}</dd>
              <dt>{t('figures.openedBy')}</dt>
              <dd>{data.openedBy}</dd>
              <dt>{t('figures.people')}</dt>
              <dd>{data.people}</dd>
              <dt>{t('figures.exhibits')}</dt>
              <dd>{data.exhibits}</dd>
              <dt>{t('figures.assets')}</dt>
              <dd>{data.assets}</dd>
              {overdue > 0 && (
                <>
                  <dt>{t('figures.overdue')}</dt>
                  <dd className={classes.overdue}>{overdue}</dd>
                </>
              )}
            </dl>
            <SealedMaterial caseId={caseId} />
          </section>
          <Team detail={data} past={asOf !== undefined} />
        </aside>
      </div>
    </div>
  );
}
