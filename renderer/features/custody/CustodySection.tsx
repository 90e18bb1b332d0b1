import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustodyEvent } from '../../../electron/core/features/custody/model.ts';
import type { ExhibitDetail } from '../../../electron/core/features/evidence/model.ts';
import { useMay } from '../../app/session.ts';
import { CustodyChain } from './CustodyChain.tsx';
import { CustodyDialog } from './CustodyDialog.tsx';
import { custodyIcons } from './custody-icons.ts';

interface Props {
  readonly caseId: string;
  readonly exhibit: ExhibitDetail;
  /** The exhibit as it once stood: nothing is written then. */
  readonly past: boolean;
}

/** The chain of custody, and a button for each event that may follow the last one. */
export function CustodySection({ caseId, exhibit, past }: Props) {
  const { t } = useTranslation('custody');
  const may = useMay('evidence.custody') && !past;
  const [event, setEvent] = useState<CustodyEvent | null>(null);
  const today = may ? t('none') : t('noneYet');
  const empty = past ? t('nonePast') : today;
  return (
    <Stack gap="md">
      {may && (
        <Group gap={6}>
          {exhibit.allowedEvents.map((allowed) => {
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
        </Group>
      )}
      <CustodyChain records={exhibit.custodyRecords} empty={empty} />
      {event !== null && (
        <CustodyDialog caseId={caseId} exhibit={exhibit} event={event} onClose={() => setEvent(null)} />
      )}
    </Stack>
  );
}
