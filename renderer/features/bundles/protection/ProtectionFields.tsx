import { Alert, Loader, PasswordInput, Radio, Stack, Text, Textarea } from '@mantine/core';
import { IconShieldLock, IconShieldOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProtectedPreview } from '../../../../electron/core/features/bundles/protection/preview-model.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { type ProtectionChoice, shortestReason } from './choice.ts';
import { PreviewLists } from './PreviewLists.tsx';

interface Props {
  /** What would be kept back; undefined while it is looked for. */
  readonly preview: ProtectedPreview | undefined;
  readonly error: Error | null;
  readonly choice: ProtectionChoice;
  readonly onChange: (choice: ProtectionChoice) => void;
}

/** What is kept back from whom it is for, and the decision to keep nothing back, with its reason. */
export function ProtectionFields({ preview, error, choice, onChange }: Props) {
  const { t } = useTranslation('protection');
  const protects = preview?.protects ?? true;
  return (
    <Stack gap="xs">
      <Radio.Group
        label={t('form.title')}
        value={choice.keepBack ? 'keep' : 'nothing'}
        onChange={(value) => onChange({ ...choice, keepBack: value === 'keep' })}
      >
        <Stack gap={6} mt={6}>
          <Radio size="xs" value="keep" label={t('form.keep')} description={t('form.keepHelp')} />
          <Radio
            size="xs"
            value="nothing"
            label={t('form.nothing')}
            description={t(protects ? 'form.nothingHelp' : 'form.nothingUsual')}
          />
        </Stack>
      </Radio.Group>
      {error !== null && <ErrorNotice error={error} />}
      {choice.keepBack && <WhatIsKept preview={preview} choice={choice} onChange={onChange} />}
      {!choice.keepBack && protects && <WhyNothing choice={choice} onChange={onChange} />}
    </Stack>
  );
}

function WhyNothing({ choice, onChange }: Pick<Props, 'choice' | 'onChange'>) {
  const { t } = useTranslation('protection');
  return (
    <Alert variant="light" color="red" p="xs" icon={<IconShieldOff size={18} />}>
      <Textarea
        size="xs"
        autosize
        minRows={2}
        required
        label={t('form.reason')}
        description={t('form.reasonHelp', { count: shortestReason })}
        value={choice.reason}
        maxLength={2_000}
        onChange={(event) => onChange({ ...choice, reason: event.currentTarget.value })}
      />
    </Alert>
  );
}

function WhatIsKept({ preview, choice, onChange }: Pick<Props, 'preview' | 'choice' | 'onChange'>) {
  const { t } = useTranslation('protection');
  if (preview === undefined) return <Loader size="xs" aria-label={t('form.looking')} />;
  const mine = preview.people.filter(({ sealed }) => sealed === 'mine').length;
  const others = preview.people.filter(({ sealed }) => sealed === 'others').length;
  return (
    <Alert variant="light" color="teal" p="xs" icon={<IconShieldLock size={18} />}>
      <Text size="sm">
        {preview.people.length === 0 ? t('form.nobody') : t('form.people', { count: preview.people.length })}
      </Text>
      <PreviewLists preview={preview} />
      {preview.unread > 0 && (
        <Text size="xs" c="dimmed">
          {t('form.unread', { count: preview.unread })}
        </Text>
      )}
      {others > 0 && (
        <Text size="xs" mt={4}>
          {t('form.sealedOthers', { count: others })}
        </Text>
      )}
      {mine > 0 && (
        <PasswordInput
          mt="xs"
          size="xs"
          autoComplete="off"
          label={t('form.sealedMine', { count: mine })}
          description={t('form.sealedMineHelp')}
          value={choice.passphrase}
          onChange={(event) => onChange({ ...choice, passphrase: event.currentTarget.value })}
        />
      )}
    </Alert>
  );
}
