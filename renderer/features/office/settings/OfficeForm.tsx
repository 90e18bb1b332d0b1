import { Button, Group, Input, NumberInput, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeSettings, SettingsChange } from '../../../../electron/core/features/office/model.ts';
import { useCommand } from '../../../app/core.ts';
import { type Language, setLanguage } from '../../../app/i18n.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { languageNames } from '../entrance/LanguageSwitch.tsx';
import { isNumbering } from '../numbering.ts';
import { NumberingInput } from './NumberingInput.tsx';

/** Only what differs is sent, so that two administrators do not undo each other. */
function changed(draft: SettingsChange, stands: OfficeSettings): SettingsChange {
  return Object.fromEntries(
    Object.entries(draft).filter(([key, value]) => value !== stands[key as keyof OfficeSettings]),
  );
}

function valid(draft: OfficeSettings): boolean {
  const { lockMinutes } = draft;
  const inRange = Number.isInteger(lockMinutes) && lockMinutes >= 1 && lockMinutes <= 240;
  return draft.name.trim() !== '' && isNumbering(draft.caseNumbering) && inRange;
}

/** Name, language, numbering and lock of the office. */
export function OfficeForm({ settings }: { readonly settings: OfficeSettings }) {
  const { t } = useTranslation('office');
  const [edited, setEdited] = useState<SettingsChange>({});
  const amend = useCommand('office.amend');
  const draft = { ...settings, ...edited } as OfficeSettings;
  const change = changed(edited, settings);
  const dirty = Object.keys(change).length > 0;
  const edit = (part: SettingsChange) => setEdited({ ...edited, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!dirty || !valid(draft) || amend.isPending) return;
    amend.mutate(change, {
      onSuccess: () => {
        setLanguage(draft.language);
        setEdited({});
        notifications.show({ color: 'success', message: t('settings.saved', { lng: draft.language }) });
      },
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          label={t('officeForm.name')}
          maxLength={200}
          value={draft.name}
          onChange={(event) => edit({ name: event.currentTarget.value })}
          error={draft.name.trim() === '' ? t('officeForm.nameMissing') : undefined}
        />
        <Group gap="xl" align="flex-start" grow>
          <Input.Wrapper label={t('language.label')} labelElement="div">
            <SegmentedControl<Language>
              fullWidth
              aria-label={t('language.label')}
              data={[...languageNames]}
              value={draft.language}
              onChange={(language) => edit({ language })}
            />
          </Input.Wrapper>
          <NumberInput
            label={t('officeForm.lock')}
            suffix={` ${t('officeForm.minutesUnit')}`}
            min={1}
            max={240}
            allowDecimal={false}
            value={draft.lockMinutes}
            onChange={(minutes) => edit({ lockMinutes: Number(minutes) })}
          />
        </Group>
        <NumberingInput value={draft.caseNumbering} onChange={(caseNumbering) => edit({ caseNumbering })} />
        {amend.error !== null && <ErrorNotice error={amend.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" disabled={!dirty} onClick={() => setEdited({})}>
            {t('settings.discard')}
          </Button>
          <Button type="submit" loading={amend.isPending} disabled={!dirty || !valid(draft)}>
            {t('common:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
