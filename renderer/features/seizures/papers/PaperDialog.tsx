import { Group, Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperInput, TemplateInfo } from '../../../../electron/core/features/seizures/papers/model.ts';
import { call } from '../../../app/core.ts';
import { DayInput } from '../../../components/DayInput.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { DraftEditor } from './DraftEditor.tsx';

interface Props {
  readonly caseId: string;
  readonly assets: readonly string[];
  readonly template: TemplateInfo;
  readonly onClose: () => void;
}

/** A document as the register fills it, to be put right and printed. The draft is kept nowhere but here. */
export function PaperDialog({ caseId, assets, template, onClose }: Props) {
  const { t, i18n } = useTranslation('papers');
  const year = new Date().getFullYear();
  const [period, setPeriod] = useState({ from: `${year}-01-01`, until: `${year}-12-31` });
  const input: PaperInput = {
    case: caseId,
    template: template.id,
    assets,
    ...(template.period ? period : {}),
  };
  const { data: draft, error } = useQuery({
    queryKey: ['seizures.draftPaper', input],
    queryFn: () => call('seizures.draftPaper', input),
    // What was typed is not to be filled over; and what is closed is forgotten.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const language = i18n.language.startsWith('en') ? 'en' : 'es';
  return (
    <Dialog title={template.name[language]} size={1280} onClose={onClose} keepOnClickOutside>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('help')}
        </Text>
        {template.period && (
          <Group>
            <DayInput
              label={t('from')}
              value={period.from}
              onChange={(from) => setPeriod({ ...period, from })}
            />
            <DayInput
              label={t('until')}
              value={period.until}
              onChange={(until) => setPeriod({ ...period, until })}
            />
          </Group>
        )}
        {error !== null && <ErrorNotice error={error} />}
        {draft === undefined && error === null && <Loader size="sm" aria-label={t('filling')} />}
        {draft !== undefined && (
          <DraftEditor key={JSON.stringify(input)} input={input} draft={draft} onClose={onClose} />
        )}
      </Stack>
    </Dialog>
  );
}
