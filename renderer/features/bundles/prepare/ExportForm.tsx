import { Alert, Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { IconFolder, IconPackageExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedFolder } from '../../../../electron/core/api/bridge.ts';
import type { Audience } from '../../../../electron/core/features/bundles/model.ts';
import { useCommand, useCore } from '../../../app/core.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { choiceInput, isComplete, usualChoice } from '../protection/choice.ts';
import { ProtectionFields } from '../protection/ProtectionFields.tsx';
import { ForWhom } from './ForWhom.tsx';
import { isReady, type Signature, SignWith, signOf } from './SignWith.tsx';

interface Props {
  readonly caseId: string;
  readonly exhibits: readonly string[];
  /** Or a version of a kept bundle, which knows its court and audience. */
  readonly kept?: {
    readonly draft: string;
    readonly version: number;
    readonly name: string;
    readonly recipient: string;
    readonly audience: Audience;
  };
  readonly onBegun?: () => void;
}

/** Title, destination and what to do with sources that cannot be read as pages; then the export. */
export function ExportForm({ caseId, exhibits, kept, onBegun }: Props) {
  const count = exhibits.length;
  const { t } = useTranslation('bundles');
  const [title, setTitle] = useState(kept?.name ?? t('form.usualTitle'));
  const [folder, setFolder] = useState<OfferedFolder | null>(null);
  const [unreadable, setUnreadable] = useState<'stop' | 'native'>('native');
  const [profile, setProfile] = useState('bolivia');
  const [audience, setAudience] = useState<Audience>(kept?.audience ?? 'court');
  const [recipient, setRecipient] = useState(kept?.recipient ?? '');
  const [signature, setSignature] = useState<Signature | null>(null);
  // The safe way first: where nothing is protected it changes nothing.
  const [protection, setProtection] = useState(usualChoice);
  const preview = useCore(
    'bundles.protected',
    { case: caseId, audience, exhibits },
    { enabled: exhibits.length > 0, keepPrevious: true },
  );
  const protects = preview.data?.protects ?? true;
  const start = useCommand('bundles.export');

  const choose = async () => {
    const chosen = await window.custodia.chooseFolder();
    if (chosen !== null) setFolder(chosen);
  };
  const submit = () =>
    start.mutate(
      {
        case: caseId,
        title: title.trim(),
        exhibits: kept === undefined ? exhibits : [],
        unreadable,
        ...choiceInput(protection, protects),
        ...(kept === undefined ? { profile, audience } : { draft: kept.draft, version: kept.version }),
        recipient: recipient.trim(),
        ...(folder === null ? {} : { folder: folder.handle }),
        ...(signature === null ? {} : { sign: signOf(signature) }),
      },
      // The handles worked once: another try needs another choice.
      {
        onSettled: () => {
          setFolder(null);
          setSignature((before) => (before === null ? null : { ...before, file: null, password: '' }));
          setProtection((before) => ({ ...before, passphrase: '' }));
        },
        onSuccess: () => onBegun?.(),
      },
    );

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <TextInput
          label={t('form.title')}
          description={t('form.titleHelp')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          required
        />
        {kept === undefined ? (
          <ForWhom
            profile={profile}
            audience={audience}
            recipient={recipient}
            onProfile={setProfile}
            onAudience={setAudience}
            onRecipient={setRecipient}
          />
        ) : (
          <TextInput
            label={t('form.recipient')}
            description={t('form.recipientHelp')}
            value={recipient}
            maxLength={120}
            onChange={(event) => setRecipient(event.currentTarget.value)}
          />
        )}
        <div>
          <Text size="sm" fw={500}>
            {t('form.destination')}
          </Text>
          <Group gap="xs" wrap="nowrap" mt={4}>
            <IconFolder size={18} stroke={1.5} />
            <Text size="sm" flex={1} truncate title={folder?.label}>
              {folder === null ? t('form.usualFolder') : folder.label}
            </Text>
            <Button size="compact-sm" variant="default" onClick={choose}>
              {t('form.chooseFolder')}
            </Button>
          </Group>
          <Text size="xs" c="dimmed" mt={4}>
            {t('form.destinationHelp')}
          </Text>
        </div>
        <Radio.Group
          label={t('form.unreadable')}
          value={unreadable}
          onChange={(value) => setUnreadable(value === 'stop' ? 'stop' : 'native')}
        >
          <Stack gap={6} mt={6}>
            <Radio size="xs" value="native" label={t('form.native')} description={t('form.nativeHelp')} />
            <Radio size="xs" value="stop" label={t('form.stop')} description={t('form.stopHelp')} />
          </Stack>
        </Radio.Group>
        {exhibits.length > 0 && (
          <ProtectionFields
            preview={preview.data}
            error={preview.error}
            choice={protection}
            onChange={setProtection}
          />
        )}
        <SignWith value={signature} again={start.error !== null} onChange={setSignature} />
        {start.error !== null && <ErrorNotice error={start.error} />}
        {count === 0 && (
          <Alert variant="light" color="gray" p="xs">
            {t('form.chooseFirst')}
          </Alert>
        )}
        <Button
          type="submit"
          size="md"
          leftSection={<IconPackageExport size={18} />}
          disabled={
            count === 0 || title.trim() === '' || !isReady(signature) || !isComplete(protection, protects)
          }
          loading={start.isPending}
        >
          {t('form.export', { count })}
        </Button>
      </Stack>
    </form>
  );
}
