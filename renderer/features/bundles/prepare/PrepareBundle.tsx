import { Loader, Text } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExhibitRow } from '../../../../electron/core/features/evidence/model.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useAllExhibits } from '../../evidence/index.ts';
import lineClasses from '../lines/lines.module.css';
import { ExhibitPicker } from './ExhibitPicker.tsx';
import { ExportForm } from './ExportForm.tsx';
import { OrderedExhibits } from './OrderedExhibits.tsx';
import classes from './prepare.module.css';
import { useChosen } from './useChosen.ts';

interface Props {
  readonly caseId: string;
}

/** Three steps side by side: choose, put in order, export. */
export function PrepareBundle({ caseId }: Props) {
  const { t } = useTranslation('bundles');
  const { data: exhibits, error } = useAllExhibits(caseId);
  const [chosen, setChosen] = useChosen(caseId);
  if (error !== null) return <ErrorNotice error={error} />;
  if (exhibits === undefined) return <Loader size="sm" />;
  if (exhibits.length === 0) {
    return (
      <EmptyState
        icon={<IconFolderOpen size={28} stroke={1.4} />}
        title={t('pick.noExhibits')}
        text={t('pick.noExhibitsHelp')}
      />
    );
  }
  const byId = new Map(exhibits.map((exhibit) => [exhibit.id, exhibit]));
  const ordered = chosen.flatMap((id): ExhibitRow[] => {
    const exhibit = byId.get(id);
    return exhibit === undefined ? [] : [exhibit];
  });

  return (
    <div className={classes.columns}>
      <Step number={1} title={t('step.choose')}>
        <ExhibitPicker exhibits={exhibits} chosen={chosen} onChange={setChosen} />
      </Step>
      <Step number={2} title={t('step.order')}>
        <div className={classes.pane}>
          <Text size="xs" c="dimmed" className={classes.bar}>
            {ordered.length === 0 ? t('order.hintEmpty') : t('order.hint', { count: ordered.length })}
          </Text>
          <OrderedExhibits exhibits={ordered} onChange={setChosen} />
        </div>
      </Step>
      <Step number={3} title={t('step.export')}>
        <div className={lineClasses.scroller}>
          <ExportForm caseId={caseId} exhibits={ordered.map((exhibit) => exhibit.id)} />
        </div>
      </Step>
    </div>
  );
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}

function Step({ number, title, children }: StepProps) {
  return (
    <section className={classes.step}>
      <h3 className={classes.stepTitle}>
        <span className={classes.stepNumber}>{number}</span>
        {title}
      </h3>
      {children}
    </section>
  );
}
