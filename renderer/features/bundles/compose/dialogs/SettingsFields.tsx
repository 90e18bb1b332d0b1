import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Kept, Purpose } from '../../../../../electron/core/features/bundles/drafts/model.ts';
import { ForWhom } from '../../prepare/ForWhom.tsx';

const purposes: readonly Purpose[] = [
  'indictment',
  'precautionary',
  'trial',
  'disclosure',
  'appeal',
  'other',
];

interface Props {
  readonly kept: Kept;
  readonly onChange: (kept: Kept) => void;
}

/** What a bundle is called, what it is for, for which court and whom. */
export function SettingsFields({ kept, onChange }: Props) {
  const { t } = useTranslation('bundles');
  const { name, purpose, composition } = kept;
  const set = (more: Partial<Kept['composition']>) =>
    onChange({ ...kept, composition: { ...composition, ...more } });
  return (
    <>
      <TextInput
        label={t('drafts.name')}
        description={t('form.titleHelp')}
        data-autofocus
        required
        maxLength={200}
        value={name}
        onChange={(event) => onChange({ ...kept, name: event.currentTarget.value })}
      />
      <Select
        label={t('drafts.purpose')}
        allowDeselect={false}
        value={purpose}
        data={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
        onChange={(value) =>
          onChange({ ...kept, purpose: purposes.find((each) => each === value) ?? 'other' })
        }
      />
      <ForWhom
        profile={composition.profile}
        audience={composition.audience}
        recipient={composition.recipient}
        onProfile={(profile) => set({ profile })}
        onAudience={(audience) => set({ audience })}
        onRecipient={(recipient) => set({ recipient })}
      />
    </>
  );
}
