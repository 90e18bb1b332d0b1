import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../../app/core.ts';
import { CollectionsDialog } from './CollectionsDialog.tsx';

interface Props {
  readonly caseId: string;
  readonly past: boolean;
  readonly value: string | undefined;
  readonly onChange: (collection: string | undefined) => void;
}

/** Shows only the exhibits of one collection, and opens the collections of the case. */
export function CollectionFilter({ caseId, past, value, onChange }: Props) {
  const { t } = useTranslation('marking');
  const [open, setOpen] = useState(false);
  const { data } = useCore('marking.inCase', { case: caseId });
  const collections = data?.collections ?? [];
  return (
    <>
      {collections.length > 0 && (
        <Select
          size="xs"
          w={140}
          clearable
          aria-label={t('collections.by')}
          placeholder={t('collections.by')}
          value={value ?? null}
          data={collections.map((each) => ({ value: each.id, label: each.name }))}
          onChange={(next) => onChange(next ?? undefined)}
        />
      )}
      <Tooltip label={t('collections.open')}>
        <ActionIcon color="gray" aria-label={t('collections.open')} onClick={() => setOpen(true)}>
          <IconStack2 size={18} />
        </ActionIcon>
      </Tooltip>
      {open && (
        <CollectionsDialog
          caseId={caseId}
          first={value}
          past={past}
          onFilter={onChange}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
