import { Button, Group } from '@mantine/core';
import { IconArrowRight, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RecoverySheet } from '../../../../electron/core/features/office/model.ts';
import { formatDate } from '../../../app/format.ts';
import { KeyBlocks } from './KeyBlocks.tsx';
import { PrintedSheet } from './PrintedSheet.tsx';
import { QrCode } from './QrCode.tsx';
import { SaveSheetButton, SaveSheetOutcome, useSaveSheet } from './SaveSheet.tsx';
import classes from './SheetStep.module.css';
import { useKeepOpen } from './useKeepOpen.ts';

interface Props {
  readonly sheet: RecoverySheet;
  readonly onNext: () => void;
}

/** The recovery sheet on the screen: shown now and never again; printed, saved or copied by hand. */
export function SheetStep({ sheet, onNext }: Props) {
  const { t } = useTranslation('office');
  const saving = useSaveSheet();
  useKeepOpen();
  return (
    <>
      <section className={classes.sheet} aria-label={t('sheet.title')}>
        <div className={classes.head}>
          <strong>{sheet.office}</strong>
          <span>{formatDate(sheet.issuedAt)}</span>
        </div>
        <div className={classes.key}>
          <KeyBlocks blocks={sheet.blocks} />
          <QrCode svg={sheet.qr} label={t('sheet.qr')} />
        </div>
      </section>
      <ul className={classes.rules}>
        {(['paper', 'place', 'never'] as const).map((rule) => (
          <li key={rule}>{t(`recovery.rule.${rule}`)}</li>
        ))}
      </ul>
      <SaveSheetOutcome {...saving} />
      <Group justify="space-between" mt="sm">
        <Group gap="xs">
          <Button
            leftSection={<IconPrinter size={17} />}
            onClick={() => window.print()}
            autoFocus
            data-autofocus
          >
            {t('recovery.print')}
          </Button>
          <SaveSheetButton {...saving} />
        </Group>
        <Button variant="default" rightSection={<IconArrowRight size={16} />} onClick={onNext}>
          {t('recovery.haveIt')}
        </Button>
      </Group>
      <PrintedSheet sheet={sheet} />
    </>
  );
}
