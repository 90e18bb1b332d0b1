import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustodyEvent } from '../../../electron/core/features/custody/model.ts';
import { useMay } from '../../app/session.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Anomalies } from './Anomalies.tsx';
import { CustodyChain } from './CustodyChain.tsx';
import { CustodyDialog } from './CustodyDialog.tsx';
import { CustodyStanding } from './CustodyStanding.tsx';
import { custodyIcons } from './custody-icons.ts';
import { useCustody } from './data.ts';
import { HandOverDialog } from './HandOverDialog.tsx';
import { HolderOn } from './HolderOn.tsx';
import { OfferBox } from './OfferBox.tsx';
import { PrintMenu } from './PrintMenu.tsx';

interface Props {
  readonly caseId: string;
  readonly exhibit: string;
  /** The exhibit as it once stood: nothing is written then. */
  readonly asOf: string | undefined;
}

/** Who holds the exhibit, what does not hold together, the chain, and a button for each event that may follow. */
export function CustodySection({ caseId, exhibit, asOf }: Props) {
  const { t } = useTranslation('custody');
  const past = asOf !== undefined;
  const may = useMay('evidence.custody') && !past;
  const [event, setEvent] = useState<CustodyEvent | null>(null);
  const { data: shown, error } = useCustody(caseId, exhibit, asOf);
  if (error !== null) return <ErrorNotice error={error} />;
  if (shown === undefined) return null;
  const today = may ? t('none') : t('noneYet');
  const close = () => setEvent(null);
  return (
    <Stack gap="md">
      <CustodyStanding shown={shown} />
      {shown.offer !== null && <OfferBox offer={shown.offer} may={may} />}
      {may && (
        <Group gap={6}>
          {shown.allowed.map((allowed) => {
            const Icon = custodyIcons[allowed];
            return (
              <Button
                key={allowed}
                size="compact-sm"
                variant="default"
                leftSection={<Icon size={14} />}
                onClick={() => setEvent(allowed)}
              >
                {t(`do.${allowed}`)}
              </Button>
            );
          })}
          <PrintMenu caseId={caseId} shown={shown} />
        </Group>
      )}
      {!past && shown.records.length > 0 && <HolderOn caseId={caseId} exhibit={exhibit} />}
      <Anomalies anomalies={shown.anomalies} />
      <CustodyChain
        records={shown.records}
        anomalies={shown.anomalies}
        empty={past ? t('nonePast') : today}
      />
      {event === 'transferred' && (
        <HandOverDialog caseId={caseId} exhibits={[exhibit]} shown={shown} onClose={close} />
      )}
      {event !== null && event !== 'transferred' && (
        <CustodyDialog caseId={caseId} shown={shown} event={event} onClose={close} />
      )}
    </Stack>
  );
}
