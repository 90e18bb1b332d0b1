import { Group, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Audience } from '../../../../electron/core/features/bundles/model.ts';
import { useCore } from '../../../app/core.ts';

const audiences: readonly Audience[] = ['court', 'defence', 'victim', 'public', 'internal'];

interface Props {
  readonly profile: string;
  readonly audience: Audience;
  readonly recipient: string;
  onProfile(profile: string): void;
  onAudience(audience: Audience): void;
  onRecipient(recipient: string): void;
}

/** Which court's wishes it follows, whom it is for, and whose name stands across its pages. */
export function ForWhom({ profile, audience, recipient, onProfile, onAudience, onRecipient }: Props) {
  const { t, i18n } = useTranslation('bundles');
  const { data: profiles = [] } = useCore('bundles.profiles', {});
  const language = i18n.language.startsWith('en') ? 'en' : 'es';
  return (
    <>
      <Select
        label={t('form.profile')}
        description={t('form.profileHelp')}
        allowDeselect={false}
        value={profile}
        data={profiles.map(({ id, name }) => ({ value: id, label: name[language] }))}
        onChange={(value) => value !== null && onProfile(value)}
      />
      <Group grow align="flex-start">
        <Select
          label={t('form.audience')}
          allowDeselect={false}
          value={audience}
          data={audiences.map((value) => ({ value, label: t(`form.audienceOf.${value}`) }))}
          onChange={(value) => onAudience(audiences.find((each) => each === value) ?? 'court')}
        />
        <TextInput
          label={t('form.recipient')}
          description={t('form.recipientHelp')}
          value={recipient}
          maxLength={120}
          onChange={(event) => onRecipient(event.currentTarget.value)}
        />
      </Group>
    </>
  );
}
