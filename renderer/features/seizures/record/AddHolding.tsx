import { Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoldingRole } from '../../../../electron/core/features/seizures/model.ts';
import { useCommand } from '../../../app/core.ts';
import { DayInput } from '../../../components/DayInput.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { filled } from '../filled.ts';
import { holdingRoles } from '../lists.ts';
import { usePeople } from '../usePeople.ts';

interface Props {
  readonly caseId: string;
  readonly asset: string;
  readonly onClose: () => void;
}

const blank = { share: '', from: '', until: '', source: '' };

/** Ties a person or organisation of the case to the asset, and says as what. */
export function AddHolding({ caseId, asset, onClose }: Props) {
  const { t } = useTranslation('seizures');
  const { options } = usePeople(caseId);
  const link = useCommand('seizures.linkPerson');
  const [person, setPerson] = useState<string | null>(null);
  const [role, setRole] = useState<HoldingRole>('owner');
  const [text, setText] = useState(blank);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (person === null || link.isPending) return;
    link.mutate({ case: caseId, asset, person, role, ...filled(text) }, { onSuccess: onClose });
  };
  return (
    <Dialog title={t('holding.add')} size={520} onClose={onClose} keepOnClickOutside>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Select
            label={t('holding.person')}
            description={t('holding.personHelp')}
            data-autofocus
            searchable
            withAsterisk
            data={options}
            value={person}
            onChange={setPerson}
          />
          <SimpleGrid cols={2} spacing="sm">
            <Select
              label={t('holding.role')}
              allowDeselect={false}
              data={holdingRoles.map((value) => ({ value, label: t(`holder.${value}`) }))}
              value={role}
              onChange={(value) => setRole(holdingRoles.find((each) => each === value) ?? 'owner')}
            />
            <TextInput
              label={t('holding.share')}
              placeholder="33,33"
              value={text.share}
              onChange={(event) => setText({ ...text, share: event.currentTarget.value })}
            />
            <DayInput
              label={t('form.from')}
              value={text.from}
              onChange={(from) => setText({ ...text, from })}
            />
            <DayInput
              label={t('form.until')}
              value={text.until}
              onChange={(until) => setText({ ...text, until })}
            />
          </SimpleGrid>
          <TextInput
            label={t('holding.source')}
            placeholder={t('holding.sourceExample')}
            maxLength={500}
            value={text.source}
            onChange={(event) => setText({ ...text, source: event.currentTarget.value })}
          />
          {link.error !== null && <ErrorNotice error={link.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={link.isPending}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={person === null} loading={link.isPending}>
              {t('common:add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
