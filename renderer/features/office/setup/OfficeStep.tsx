import { Button, Group, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../../app/core.ts';
import { currentLanguage, type Language, setLanguage } from '../../../app/i18n.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { languageNames } from '../entrance/LanguageSwitch.tsx';
import { isNumbering } from '../numbering.ts';
import { NumberingInput } from '../settings/NumberingInput.tsx';

export interface OfficeDraft {
  readonly name: string;
  readonly jurisdiction: string;
  /** Null: what the jurisdiction's pack proposes. */
  readonly caseNumbering: string | null;
}

interface Props {
  readonly draft: OfficeDraft;
  readonly onChange: (draft: OfficeDraft) => void;
  readonly onNext: () => void;
}

/** The office: its language, name, jurisdiction and how it numbers its cases. */
export function OfficeStep({ draft, onChange, onNext }: Props) {
  const { t } = useTranslation('office');
  const [tried, setTried] = useState(false);
  const packs = useCore('office.jurisdictions', {});
  const pack = packs.data?.find((each) => each.id === draft.jurisdiction);
  const numbering = draft.caseNumbering ?? pack?.caseNumbering ?? '';
  const complete = draft.name.trim() !== '' && pack !== undefined && isNumbering(numbering);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (complete) onNext();
    else setTried(true);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <div>
          <SegmentedControl<Language>
            fullWidth
            aria-label={t('language.label')}
            data={[...languageNames]}
            value={currentLanguage()}
            onChange={setLanguage}
          />
        </div>
        <TextInput
          label={t('officeForm.name')}
          placeholder={t('officeForm.namePlaceholder')}
          maxLength={200}
          autoFocus
          value={draft.name}
          onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
          error={tried && draft.name.trim() === '' ? t('officeForm.nameMissing') : undefined}
        />
        <Select
          label={t('officeForm.jurisdiction')}
          description={t('officeForm.jurisdictionHelp')}
          data={(packs.data ?? []).map((each) => ({ value: each.id, label: each.name[currentLanguage()] }))}
          value={draft.jurisdiction}
          allowDeselect={false}
          onChange={(jurisdiction) =>
            jurisdiction !== null && onChange({ ...draft, jurisdiction, caseNumbering: null })
          }
        />
        <NumberingInput
          value={numbering}
          onChange={(caseNumbering) => onChange({ ...draft, caseNumbering })}
        />
        {packs.error !== null && <ErrorNotice error={packs.error} />}
        <Group justify="flex-end" mt="xs">
          <Button type="submit">{t('common:next')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
